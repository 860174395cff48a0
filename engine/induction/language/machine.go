package language

import (
	"context"
	"errors"

	"bitlens/engine/induction/integer"
)

// Why a program has no next term.
var (
	ErrNoAnswer = errors.New("the program has no answer: a value has more than 4,096 bits, or is not defined")
	ErrSteps    = errors.New("the program took more steps than it was given")
)

// A Machine runs a program term by term. One step is one token evaluated; a
// number that is tried by Nth or Divisors is one more, and so is a term that Count
// looks at or a start value given. An operator whose numbers do not fit 64 bits
// takes more: a step for each 64 bits that it works on.
type Machine struct {
	program *Program
	terms   []integer.Int
	steps   int64
	limit   int64
	look    int64           // steps after which it looks whether it may go on
	ctx     context.Context // nil where only the limit says so
	narrow  bool            // what does not fit 64 bits is no answer
	failed  error
	traced  *tracer // nil unless what is evaluated is kept
}

// Run returns a machine that has not computed a term yet and takes at most
// limit steps in all.
func (p *Program) Run(limit int64) *Machine {
	return &Machine{program: p, limit: limit, look: limit}
}

// RunNarrow is Run for those who try many programs, and give each many steps:
// what does not fit 64 bits is no answer, and so takes no longer than what does,
// and once ctx is done, the machine soon ends with its error.
func (p *Program) RunNarrow(ctx context.Context, limit int64) *Machine {
	return &Machine{program: p, limit: limit, look: min(limit, lookEvery), ctx: ctx, narrow: true}
}

// lookEvery is how many steps are taken between two looks at a context: some 100
// microseconds.
const lookEvery = 1 << 14

// Again begins once more with the first term, of what is now the program's body;
// the terms computed before are written over.
func (m *Machine) Again() {
	m.terms, m.steps, m.failed, m.look = m.terms[:0], 0, nil, min(m.limit, lookEvery)
}

// Term returns the term that the body gives after these, whatever the program
// makes of them, in at most limit steps, and the steps it took.
func (p *Program) Term(terms []integer.Int, limit int64) (v integer.Int, steps int64, err error) {
	m := &Machine{program: p, terms: terms, limit: limit, look: limit}
	v = m.body()
	return v, m.steps, m.failed
}

// Steps returns the steps taken so far.
func (m *Machine) Steps() int64 { return m.steps }

// Terms returns the terms computed so far; the caller may not change them.
func (m *Machine) Terms() []integer.Int { return m.terms }

// Next computes one more term, or returns [ErrNoAnswer], [ErrSteps] or the error
// of a context; after an error there are no more.
func (m *Machine) Next() (integer.Int, error) {
	v := m.term()
	if m.failed != nil {
		return integer.Int{}, m.failed
	}
	m.terms = append(m.terms, v)
	return v, nil
}

func (m *Machine) term() integer.Int {
	if n := len(m.terms); n < len(m.program.Starts) {
		m.step()
		return m.program.Starts[n]
	}
	return m.body()
}

// body returns what the body is worth behind the terms so far.
func (m *Machine) body() integer.Int {
	return m.eval(m.program.Body, m.program.First+int64(len(m.terms)), 0)
}

// step counts one step, and fails past the limit.
func (m *Machine) step() {
	switch {
	case m.failed != nil:
	case m.steps >= m.look:
		m.lookUp()
	default:
		m.steps++
	}
}

// lookUp counts a step if the machine may go on.
func (m *Machine) lookUp() {
	switch {
	case m.steps >= m.limit:
		m.failed = ErrSteps
	case m.ctx.Err() != nil:
		m.failed = m.ctx.Err()
	default:
		m.look = min(m.limit, m.steps+lookEvery)
		m.steps++
	}
}

// eval returns the value of e where the innermost index is i and the one
// around it o. Once something has failed nothing more is computed.
func (m *Machine) eval(e *Expr, i, o int64) integer.Int {
	if m.traced == nil {
		return m.value(e, i, o)
	}
	m.traced.depth++
	v := m.value(e, i, o)
	if m.traced.depth--; m.failed == nil {
		m.traced.value(e, v)
	}
	return v
}

func (m *Machine) value(e *Expr, i, o int64) integer.Int {
	if m.step(); m.failed != nil {
		return integer.Int{}
	}
	switch e.Op {
	case Index:
		return integer.Of(i)
	case Outer:
		return integer.Of(o)
	case Zero, One, Two:
		return integer.Of(constants[e.Op])
	case Const:
		return integer.Of(e.Value)
	case Last:
		return m.back(0)
	case Prev:
		return m.back(1)
	}
	return m.apply(e, i, o)
}

var constants = [ops]int64{One: 1, Two: 2}

// apply returns the value of an operator.
func (m *Machine) apply(e *Expr, i, o int64) integer.Int {
	switch e.Op {
	case If:
		if m.eval(e.Args[0], i, o).Sign() > 0 {
			return m.eval(e.Args[1], i, o)
		}
		return m.eval(e.Args[2], i, o)
	case Sum, Total, Product, Divisors, Weigh, Nth:
		return m.loop(e.Op, e.Args[0], i)
	}
	x := m.eval(e.Args[0], i, o)
	if e.Op.Arity() == 1 {
		return m.unary(e.Op, x)
	}
	return m.binary(e.Op, x, m.eval(e.Args[1], i, o))
}

// unary returns the value of an operator of one number.
func (m *Machine) unary(op Op, x integer.Int) integer.Int {
	v, fits := x.Int64()
	switch op {
	case At:
		if fits {
			return m.at(v)
		}
		return integer.Int{} // there is no such place
	case Back:
		if fits {
			return m.back(v)
		}
		return integer.Int{}
	case Count:
		return m.count(x)
	}
	if fits {
		if z, ok := monadic[op](v); ok {
			return integer.Of(z)
		}
	}
	return m.large(op, x, integer.Int{})
}

// binary returns the value of an operator of two numbers.
func (m *Machine) binary(op Op, x, y integer.Int) integer.Int {
	a, fitsX := x.Int64()
	b, fitsY := y.Int64()
	if fitsX && fitsY {
		if z, ok := binary[op](a, b); ok {
			return integer.Of(z)
		}
	}
	return m.large(op, x, y)
}

// large returns the value of an operator where something does not fit 64 bits,
// or is not defined; it fails if there is none.
func (m *Machine) large(op Op, x, y integer.Int) integer.Int {
	switch {
	case m.failed != nil:
		return integer.Int{}
	case m.narrow:
		m.failed = ErrNoAnswer
		return integer.Int{}
	}
	w := work(op, x, y)
	if w > m.limit-m.steps {
		m.steps, m.failed = m.limit, ErrSteps
		return integer.Int{}
	}
	m.steps += w
	z, ok := applyLarge(op, x, y)
	if !ok {
		m.failed = ErrNoAnswer
	}
	return z
}

// at returns the term of place i. Terms before the first, and those not yet
// known, count as 0.
func (m *Machine) at(i int64) integer.Int {
	if at := i - m.program.First; at >= 0 && at < int64(len(m.terms)) {
		return m.terms[at]
	}
	return integer.Int{}
}

// back returns the term that has i others between it and the next.
func (m *Machine) back(i int64) integer.Int {
	if n := int64(len(m.terms)); i >= 0 && i < n {
		return m.terms[n-1-i]
	}
	return integer.Int{}
}

// weigh adds up the term i before, times a body, for i = 1 to n.
func (m *Machine) weigh(body *Expr, n int64) (v integer.Int) {
	for i := int64(1); i <= n && m.failed == nil; i++ {
		v = m.binary(Add, v, m.binary(Mul, m.back(i-1), m.eval(body, i, n)))
	}
	return v
}

// count returns how many of the terms before are v.
func (m *Machine) count(v integer.Int) integer.Int {
	n := int64(0)
	for _, t := range m.terms {
		if m.step(); t.Equal(v) {
			n++
		}
	}
	return integer.Of(n)
}

// loop runs a body for each value of its index, up to that of the outer.
func (m *Machine) loop(op Op, body *Expr, outer int64) integer.Int {
	switch op {
	case Sum:
		return m.fold(Add, 0, body, 0, outer)
	case Total:
		return m.fold(Add, 0, body, 1, outer)
	case Product:
		return m.fold(Mul, 1, body, 1, outer)
	case Divisors:
		return m.divisors(body, outer)
	case Weigh:
		return m.weigh(body, outer)
	}
	return integer.Of(m.nth(body, outer))
}

func (m *Machine) fold(join Op, start int64, body *Expr, from, to int64) integer.Int {
	v := integer.Of(start)
	for i := from; i <= to && m.failed == nil; i++ {
		v = m.binary(join, v, m.eval(body, i, to))
	}
	return v
}

// divisors adds up a body over the divisors of n; there are none of what is
// below 1.
func (m *Machine) divisors(body *Expr, n int64) (v integer.Int) {
	for d := int64(1); d <= n && m.failed == nil; d++ {
		if m.step(); n%d == 0 {
			v = m.binary(Add, v, m.eval(body, d, n))
		}
	}
	return v
}

// nth returns the n-th number from 1 on for which body is above 0, and 0 for
// the 0th.
func (m *Machine) nth(body *Expr, n int64) int64 {
	k := int64(0)
	for found := int64(0); found < n && m.failed == nil; {
		k++
		m.step()
		if m.eval(body, k, n).Sign() > 0 {
			found++
		}
	}
	return k
}
