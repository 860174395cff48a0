package language

import "errors"

// Why a program has no next term.
var (
	ErrNoAnswer = errors.New("the program has no answer: a value does not fit 64 bits, or is not defined")
	ErrSteps    = errors.New("the program took more steps than it was given")
)

// A Machine runs a program term by term. One step is one token evaluated; a
// number that is tried by Nth or Divisors is one more, and so is a term that Count
// looks at or a start value given.
type Machine struct {
	program *Program
	terms   []int64
	steps   int64
	limit   int64
	failed  error
	traced  *tracer // nil unless what is evaluated is kept
}

// Run returns a machine that has not computed a term yet and takes at most
// limit steps in all.
func (p *Program) Run(limit int64) *Machine {
	return &Machine{program: p, limit: limit}
}

// Term returns the term that the body gives after these, whatever the program
// makes of them, in at most limit steps, and the steps it took.
func (p *Program) Term(terms []int64, limit int64) (v, steps int64, err error) {
	m := &Machine{program: p, terms: terms, limit: limit}
	v = m.body()
	return v, m.steps, m.failed
}

// Steps returns the steps taken so far.
func (m *Machine) Steps() int64 { return m.steps }

// Terms returns the terms computed so far; the caller may not change them.
func (m *Machine) Terms() []int64 { return m.terms }

// Next computes one more term, or returns [ErrNoAnswer] or [ErrSteps]; after
// an error there are no more.
func (m *Machine) Next() (int64, error) {
	v := m.term()
	if m.failed != nil {
		return 0, m.failed
	}
	m.terms = append(m.terms, v)
	return v, nil
}

func (m *Machine) term() int64 {
	if n := len(m.terms); n < len(m.program.Starts) {
		m.step()
		return m.program.Starts[n]
	}
	return m.body()
}

// body returns what the body is worth behind the terms so far; 0 if it fails.
func (m *Machine) body() int64 {
	v := m.eval(m.program.Body, m.program.First+int64(len(m.terms)), 0)
	if m.failed == nil && v < MinTerm {
		m.failed = ErrNoAnswer
	}
	if m.failed != nil {
		return 0
	}
	return v
}

// step counts one step, and fails past the limit.
func (m *Machine) step() {
	switch {
	case m.failed != nil:
	case m.steps >= m.limit:
		m.failed = ErrSteps
	default:
		m.steps++
	}
}

// eval returns the value of e where the innermost index is i and the one
// around it o. Once something has failed nothing more is computed.
func (m *Machine) eval(e *Expr, i, o int64) int64 {
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

func (m *Machine) value(e *Expr, i, o int64) int64 {
	if m.step(); m.failed != nil {
		return 0
	}
	switch e.Op {
	case Index:
		return i
	case Outer:
		return o
	case Zero, One, Two:
		return constants[e.Op]
	case Const:
		return e.Value
	case Last:
		return m.back(0)
	case Prev:
		return m.back(1)
	}
	return m.apply(e, i, o)
}

var constants = [ops]int64{One: 1, Two: 2}

// apply returns the value of an operator.
func (m *Machine) apply(e *Expr, i, o int64) int64 {
	switch e.Op {
	case At:
		return m.at(m.eval(e.Args[0], i, o))
	case Back:
		return m.back(m.eval(e.Args[0], i, o))
	case Count:
		return m.count(m.eval(e.Args[0], i, o))
	case Sqrt, Neg, Row, Column:
		return m.have(ApplyOne(e.Op, m.eval(e.Args[0], i, o)))
	case If:
		if m.eval(e.Args[0], i, o) > 0 {
			return m.eval(e.Args[1], i, o)
		}
		return m.eval(e.Args[2], i, o)
	case Sum, Total, Product, Divisors, Weigh, Nth:
		return m.loop(e.Op, e.Args[0], i)
	}
	x := m.eval(e.Args[0], i, o)
	y := m.eval(e.Args[1], i, o)
	if m.failed != nil {
		return 0
	}
	return m.have(binary[e.Op](x, y))
}

// have fails unless there is a value.
func (m *Machine) have(v int64, ok bool) int64 {
	if !ok && m.failed == nil {
		m.failed = ErrNoAnswer
	}
	return v
}

// at returns the term of place i. Terms before the first, and those not yet
// known, count as 0.
func (m *Machine) at(i int64) int64 {
	if at := i - m.program.First; at >= 0 && at < int64(len(m.terms)) {
		return m.terms[at]
	}
	return 0
}

// back returns the term that has i others between it and the next.
func (m *Machine) back(i int64) int64 {
	if n := int64(len(m.terms)); i >= 0 && i < n {
		return m.terms[n-1-i]
	}
	return 0
}

// weigh adds up the term i before, times a body, for i = 1 to n.
func (m *Machine) weigh(body *Expr, n int64) (v int64) {
	for i := int64(1); i <= n && m.failed == nil; i++ {
		v = m.have(add(v, m.have(mul(m.back(i-1), m.eval(body, i, n)))))
	}
	return v
}

// count returns how many of the terms before are v.
func (m *Machine) count(v int64) (n int64) {
	for _, t := range m.terms {
		if m.step(); t == v {
			n++
		}
	}
	return n
}

// loop runs a body for each value of its index, up to that of the outer.
func (m *Machine) loop(op Op, body *Expr, outer int64) int64 {
	switch op {
	case Sum:
		return m.fold(add, 0, body, 0, outer)
	case Total:
		return m.fold(add, 0, body, 1, outer)
	case Product:
		return m.fold(mul, 1, body, 1, outer)
	case Divisors:
		return m.divisors(body, outer)
	case Weigh:
		return m.weigh(body, outer)
	}
	return m.nth(body, outer)
}

func (m *Machine) fold(join func(x, y int64) (int64, bool), v int64, body *Expr, from, to int64) int64 {
	for i := from; i <= to && m.failed == nil; i++ {
		v = m.have(join(v, m.eval(body, i, to)))
	}
	return v
}

// divisors adds up a body over the divisors of n; there are none of what is
// below 1.
func (m *Machine) divisors(body *Expr, n int64) (v int64) {
	for d := int64(1); d <= n && m.failed == nil; d++ {
		if m.step(); n%d == 0 {
			v = m.have(add(v, m.eval(body, d, n)))
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
		if m.eval(body, k, n) > 0 {
			found++
		}
	}
	return k
}
