package language

import (
	"fmt"
	"strconv"
	"strings"
)

// Words says the program in a sentence of a language.
func (p *Program) Words(b *Phrasebook) string {
	var starts []string
	for _, v := range p.Starts {
		starts = append(starts, v.String())
	}
	rule := fmt.Sprintf(b.each, b.say(p.Body, 0))
	if uses(p.Body, 0) {
		rule = fmt.Sprintf(b.term, p.First, b.say(p.Body, 0))
	}
	switch n := len(starts); n {
	case 0:
		if p.Body.Uses(Op.Remembers) {
			return b.nought + rule
		}
		return rule
	case 1:
		return fmt.Sprintf(b.start, starts[0]) + rule
	default:
		return fmt.Sprintf(b.start, strings.Join(starts[:n-1], b.comma)+b.and+starts[n-1]) + rule
	}
}

// uses reports whether an expression inside so many loops looks at the place
// of the term.
func uses(e *Expr, loops int) bool {
	if e.Op == Index && loops == 0 || e.Op == Outer && loops == 1 || e.Op.Loop() && loops == 0 {
		return true
	}
	if e.Op.Loop() {
		loops++
	}
	for _, a := range e.Args {
		if uses(a, loops) {
			return true
		}
	}
	return false
}

// letters are the names of the indices, from the place of the term inwards.
const letters = "nkjm"

// letter names the index inside so many loops.
func letter(loops int) string {
	if loops < len(letters) {
		return letters[loops : loops+1]
	}
	return "m" + strconv.Itoa(loops-len(letters)+2)
}

// say says an expression inside so many loops.
func (b *Phrasebook) say(e *Expr, loops int) string {
	switch {
	case e.Op == Index:
		return letter(loops)
	case e.Op == Outer:
		return letter(loops - 1)
	case e.Op.Loop():
		return b.loop(e, loops)
	case e.Op == If:
		return fmt.Sprintf(b.phrases[If], b.part(e.Args[1], loops), b.condition(e.Args[0], loops), b.part(e.Args[2], loops))
	case e.Op.test():
		return fmt.Sprintf(b.truth, b.condition(e, loops))
	}
	if v, ok := e.number(); ok {
		return strconv.FormatInt(v, 10)
	}
	if s := b.idiom(e, loops); s != "" {
		return s
	}
	return b.fill(b.phrases[e.Op], e, loops)
}

// fill says the arguments in the places of a phrase.
func (b *Phrasebook) fill(phrase string, e *Expr, loops int) string {
	var said []any
	for _, a := range e.Args {
		said = append(said, b.part(a, loops))
	}
	return fmt.Sprintf(phrase, said...)
}

// part says an argument, in parentheses unless it is a leaf.
func (b *Phrasebook) part(e *Expr, loops int) string {
	s := b.say(e, loops)
	if _, ok := e.number(); ok || e.Op.Arity() == 0 {
		return s
	}
	return b.open + s + b.shut
}

// loop says a loop: what it counts, adds up, multiplies or picks.
func (b *Phrasebook) loop(e *Expr, loops int) string {
	body := e.Args[0]
	k, n := letter(loops+1), letter(loops)
	switch {
	case e.Op == Nth:
		return fmt.Sprintf(b.nth, n, k, b.condition(body, loops+1))
	case e.Op == Sum && body.Op.test():
		return fmt.Sprintf(b.count, k, 0, n, b.condition(body, loops+1))
	case e.Op == Total && body.Op.test():
		return fmt.Sprintf(b.count, k, 1, n, b.condition(body, loops+1))
	case e.Op == Divisors && body.is(One):
		return fmt.Sprintf(b.divisors, n)
	case e.Op == Divisors && body.Op.test():
		return fmt.Sprintf(b.divide, k, n, b.condition(body, loops+1))
	}
	return fmt.Sprintf(b.phrases[e.Op], k, n, b.part(body, loops+1))
}

// test reports whether the token answers yes or no, as 1 or 0.
func (op Op) test() bool { return op == Equal || op == Less || op == Divides }

// condition says when an expression is above 0.
func (b *Phrasebook) condition(e *Expr, loops int) string {
	if _, ok := e.first().number(); ok && e.Op == Equal {
		e = New(Equal, e.Args[1], e.Args[0]) // a number comes last
	}
	if e.Op.test() {
		return b.fill(b.phrases[e.Op], e, loops)
	}
	return fmt.Sprintf(b.above, b.part(e, loops))
}

// number returns the value of an expression that is a number.
func (e *Expr) number() (int64, bool) {
	switch e.Op {
	case Zero, One, Two:
		return constants[e.Op], true
	case Const:
		return e.Value, true
	case Neg:
		v, ok := e.Args[0].number()
		return -v, ok
	}
	return 0, false
}

// idiom says what has a way to say it that is shorter than its tokens.
func (b *Phrasebook) idiom(e *Expr, loops int) string {
	if e.Op == Back {
		if v, ok := e.Args[0].number(); ok && v >= 0 {
			return fmt.Sprintf(b.before, v+1)
		}
	}
	if e.Op.Arity() != 2 {
		return ""
	}
	x, y := e.Args[0], e.Args[1]
	if _, ok := x.number(); ok && e.Op == Add {
		x, y = y, x
	}
	_, number := y.number()
	switch alike, half := x.String() == y.String(), y.is(Two); {
	case e.Op == Add && (x.is(Last) && y.is(Prev) || x.is(Prev) && y.is(Last)):
		return b.both
	case e.Op == Add && alike, e.Op == Mul && half:
		return fmt.Sprintf(b.twice, b.part(x, loops))
	case e.Op == Mul && x.is(Two):
		return fmt.Sprintf(b.twice, b.part(y, loops))
	case e.Op == Add && number:
		return fmt.Sprintf(b.plus, b.part(x, loops), b.part(y, loops))
	case e.Op == Mul && alike, e.Op == Pow && half:
		return fmt.Sprintf(b.square, b.part(x, loops))
	}
	return ""
}

// first returns the first argument, or the expression itself if it has none.
func (e *Expr) first() *Expr {
	if len(e.Args) == 0 {
		return e
	}
	return e.Args[0]
}

func (e *Expr) is(op Op) bool { return e.Op == op }
