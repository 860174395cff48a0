package language

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"

	"bitlens/engine/induction/integer"
)

// A Charge is what one part of a program costs.
type Charge struct {
	Text string // the part, in the code form
	Code string // its bits, as a string of 0 and 1
}

// Bill returns what each part of the program costs, in the order of its code:
// the place of the first term, the given terms, and token after token. The
// bits joined are the program's code.
func (p *Program) Bill() []Charge {
	bill := []Charge{{fmt.Sprint(p.First), fmt.Sprint(p.First)}, {"[", integerCode(big.NewInt(int64(len(p.Starts)) + 1))}}
	fold := anyNegative(p.Starts)
	if len(p.Starts) > 0 {
		sign := map[bool]string{false: "0", true: "1"}[fold]
		bill = append(bill, Charge{"±", sign})
	}
	for _, v := range p.Starts {
		bill = append(bill, Charge{fmt.Sprint(v), integerCode(natural(v, fold).Big())})
	}
	return p.Body.charge(bill)
}

func (e *Expr) charge(bill []Charge) []Charge {
	c := Charge{e.Op.String(), e.Op.Code()}
	if e.Op == Const {
		c = Charge{fmt.Sprint(e.Value), c.Code + integerCode(big.NewInt(e.Value-2))}
	}
	bill = append(bill, c)
	for _, a := range e.Args {
		bill = a.charge(bill)
	}
	return bill
}

// Code returns the program's code as a string of 0 and 1.
func (p *Program) Code() string {
	var b strings.Builder
	for _, c := range p.Bill() {
		b.WriteString(c.Code)
	}
	return b.String()
}

// Decode reads one program from the front of a string of 0 and 1, and returns
// what follows it: the code tells its own end.
func Decode(code string) (p *Program, rest string, err error) {
	d := &decoder{bits: code}
	p = &Program{First: int64(d.bit())}
	p.Starts = d.starts()
	p.Body = d.expr(0)
	if d.err != nil {
		return nil, "", d.err
	}
	return p, d.bits, nil
}

// A decoder reads bits, and keeps the first error.
type decoder struct {
	bits string
	size int // tokens read
	err  error
}

func (d *decoder) fail(why string) {
	if d.err == nil {
		d.err = errors.New("cannot decode the program: " + why)
	}
}

// bit reads one bit; past the end, and after an error, it is 0.
func (d *decoder) bit() int {
	if d.err != nil {
		return 0
	}
	if d.bits == "" {
		d.fail("its code is cut short")
		return 0
	}
	b := d.bits[0] - '0'
	if d.bits = d.bits[1:]; b > 1 {
		d.fail("a code has only 0 and 1")
		return 0
	}
	return int(b)
}

// starts reads the given terms.
func (d *decoder) starts() (starts []integer.Int) {
	n := d.count() - 1
	if n > maxStarts {
		d.fail("it gives more terms than it may")
	}
	if d.err != nil || n == 0 {
		return nil
	}
	fold := d.bit() == 1
	for range n {
		starts = append(starts, d.start(fold))
	}
	if d.err == nil && fold != anyNegative(starts) {
		d.fail("it says that a given term is negative, and none is")
	}
	return starts
}

func (d *decoder) start(fold bool) integer.Int {
	v := term(d.integer(), fold)
	if v.BitLen() > MaxBits {
		d.fail("a given term has too many bits")
	}
	return v
}

// expr reads an expression inside so many loops.
func (d *decoder) expr(loops int) *Expr {
	if d.size++; d.size > maxTokens {
		d.fail("it has more than 4096 tokens")
	}
	e := &Expr{Op: d.op()}
	if d.err != nil {
		return nil
	}
	switch {
	case e.Op == Outer && loops == 0:
		d.fail("it names the index around a loop outside any")
	case e.Op == Const:
		e.Value = d.constant()
	case e.Op.Loop():
		loops++
	}
	for range e.Op.Arity() {
		e.Args = append(e.Args, d.expr(loops))
	}
	return e
}

// op reads a token: the codes are few, so that each is tried.
func (d *decoder) op() Op {
	for op, code := range codes {
		if strings.HasPrefix(d.bits, code) {
			d.bits = d.bits[len(code):]
			return Op(op)
		}
	}
	d.fail("its code is cut short, or is no token's")
	return 0
}

func (d *decoder) constant() int64 {
	v := d.count()
	if v > math.MaxInt64-2 {
		d.fail("a constant does not fit 64 bits")
		return 3
	}
	return v + 2
}
