package language

import "bitlens/engine/induction/integer"

// A Step of a trace is an expression that was evaluated to a value.
type Step struct {
	Depth int    // in the expression, from 0
	Code  string // the expression, in the code form
	Value integer.Int
}

// Trace returns how the term after the given ones is computed: each expression
// when its value is known, up to limit of them, and the error of the machine if
// there is no value.
func (p *Program) Trace(terms []integer.Int, limit int) ([]Step, error) {
	t := &tracer{limit: limit}
	m := &Machine{program: p, terms: terms, limit: stepsTraced, look: stepsTraced, traced: t}
	m.body()
	return t.steps, m.failed
}

// stepsTraced bounds the run; what is kept of it is bounded by limit.
const stepsTraced = 1 << 20

// A tracer keeps what a machine evaluates.
type tracer struct {
	steps []Step
	depth int
	limit int
}

// value keeps a value, unless it keeps enough already.
func (t *tracer) value(e *Expr, v integer.Int) {
	if len(t.steps) < t.limit {
		t.steps = append(t.steps, Step{t.depth, e.String(), v})
	}
}
