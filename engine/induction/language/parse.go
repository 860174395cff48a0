package language

import (
	"fmt"
	"strconv"
	"strings"

	"bitlens/engine/induction/integer"
)

// The largest program that is read, so that no input makes the reader recurse
// or allocate past it.
const (
	maxTokens = 1 << 12
	maxStarts = 1 << 14
)

// String returns the program in the code form: the place of the first term,
// the given terms in brackets, and the expression in Polish notation.
func (p *Program) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d [", p.First)
	for i, v := range p.Starts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(v.String())
	}
	b.WriteString("] ")
	b.WriteString(p.Body.String())
	return b.String()
}

// String returns the expression in Polish notation.
func (e *Expr) String() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

func (e *Expr) write(b *strings.Builder) {
	if e.Op == Const {
		b.WriteString(strconv.FormatInt(e.Value, 10))
	} else {
		b.WriteString(e.Op.String())
	}
	for _, a := range e.Args {
		b.WriteByte(' ')
		a.write(b)
	}
}

// Parse reads a program in the form that [Program.String] writes. The error
// says at which word it cannot be read, and why.
func Parse(code string) (*Program, error) {
	r := &reader{words: strings.Fields(strings.NewReplacer("[", " [ ", "]", " ] ").Replace(code))}
	p := &Program{First: r.first()}
	p.Starts = r.starts()
	p.Body = r.expr(0)
	if r.at < len(r.words) {
		r.fail("nothing may follow the expression")
	}
	if r.err != nil {
		return nil, r.err
	}
	return p, nil
}

// A reader reads the words of a program's code form.
type reader struct {
	words []string
	at    int
	size  int // tokens read
	err   error
}

// fail keeps the first error and says where it is.
func (r *reader) fail(why string) {
	if r.err != nil {
		return
	}
	where := "at the end"
	if r.at < len(r.words) {
		where = fmt.Sprintf("at word %d, %q", r.at+1, shortened(r.words[r.at]))
	}
	r.err = fmt.Errorf("cannot read the program %s: %s", where, why)
}

// shortened keeps a message to one line.
func shortened(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "..."
	}
	return s
}

// word returns the next word without taking it.
func (r *reader) word() string {
	if r.err != nil || r.at >= len(r.words) {
		return ""
	}
	return r.words[r.at]
}

// first reads the place of the first term.
func (r *reader) first() int64 {
	w := r.word()
	if w != "0" && w != "1" {
		r.fail("a program begins with the place of its first term, 0 or 1")
		return 0
	}
	r.at++
	return int64(w[0] - '0')
}

// starts reads the given terms.
func (r *reader) starts() (starts []integer.Int) {
	if r.word() != "[" {
		r.fail("the given terms stand in brackets: [1 2], or [] for none")
	}
	for r.at++; r.err == nil && r.word() != "]"; r.at++ {
		v, ok := given(r.word())
		switch {
		case !ok:
			r.fail("a given term is a whole number of at most 4,096 bits")
		case len(starts) == maxStarts:
			r.fail("there are more than 16384 given terms")
		}
		starts = append(starts, v)
	}
	r.at++
	return starts
}

// given reads a given term; a longer word than any is none.
func given(w string) (v integer.Int, ok bool) {
	if len(w) > MaxBits {
		return v, false
	}
	v, ok = integer.Parse(w)
	return v, ok && v.BitLen() <= MaxBits
}

var named = func() map[string]Op {
	m := map[string]Op{}
	for _, op := range All() {
		m[op.String()] = op
	}
	delete(m, Const.String()) // it is written as its value
	return m
}()

// expr reads an expression inside so many loops.
func (r *reader) expr(loops int) *Expr {
	if r.size++; r.size > maxTokens {
		r.fail("it has more than 4096 tokens")
	}
	op, ok := named[r.word()]
	switch {
	case r.err != nil:
		return nil
	case !ok:
		return r.constant()
	case op == Outer && loops == 0:
		r.fail("o is the index around a loop, and there is no loop here")
	}
	r.at++
	if op.Loop() {
		loops++
	}
	e := &Expr{Op: op}
	for range op.Arity() {
		e.Args = append(e.Args, r.expr(loops))
	}
	return e
}

// constant reads a number that has no token of its own.
func (r *reader) constant() *Expr {
	v, err := strconv.ParseInt(r.word(), 10, 64)
	if err != nil || v < 3 {
		r.fail("it should be an operator, a leaf, or a number from 0 on")
	}
	r.at++
	return &Expr{Op: Const, Value: v}
}
