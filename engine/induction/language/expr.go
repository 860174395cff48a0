package language

import "math/bits"

// An Expr is an expression: a token and its arguments, or a constant.
type Expr struct {
	Op    Op
	Value int64 // of a Const, at least 3
	Args  []*Expr
}

// New returns the expression of an operator and its arguments.
func New(op Op, args ...*Expr) *Expr { return &Expr{Op: op, Args: args} }

// Number returns the cheapest expression of a number; there is none of the
// smallest int64, which no term may have.
func Number(v int64) *Expr {
	switch {
	case v < 0:
		return New(Neg, Number(-v))
	case v == 0:
		return New(Zero)
	case v == 1:
		return New(One)
	case v == 2:
		return New(Two)
	}
	return &Expr{Op: Const, Value: v}
}

// Bits returns the length of the expression's code.
func (e *Expr) Bits() int {
	n := e.Op.Bits()
	if e.Op == Const {
		n += ConstBits(e.Value)
	}
	for _, a := range e.Args {
		n += a.Bits()
	}
	return n
}

// ConstBits returns what the value of a Const costs beside its token.
func ConstBits(v int64) int { return integerBits(bits.Len64(uint64(v) - 2)) }

// Size returns how many tokens the expression has.
func (e *Expr) Size() int {
	n := 1
	for _, a := range e.Args {
		n += a.Size()
	}
	return n
}

// Uses reports whether the expression has a token for which is holds.
func (e *Expr) Uses(is func(Op) bool) bool {
	if is(e.Op) {
		return true
	}
	for _, a := range e.Args {
		if a.Uses(is) {
			return true
		}
	}
	return false
}

// Remembers reports whether the token looks at earlier terms.
func (op Op) Remembers() bool {
	return op == Last || op == Prev || op == At || op == Back || op == Weigh || op == Count
}
