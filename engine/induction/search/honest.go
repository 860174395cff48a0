package search

import (
	"context"
	"math/bits"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// A Phase tells how far the honest search has come: it is done with a phase.
type Phase struct {
	Number int
	// Finished is the largest length in bits whose programs all ran for at least
	// 1,024 steps, or ended before.
	Finished int
}

const stepsFinished = 10 // log2

// Honest is the search of Levin (1973), as Solomonoff (1984) uses it: in phase i
// every program of length l runs for 2^(i-l) steps, so that each gets a share
// of the time by its weight 2^-l. No program is left out and none is preferred;
// what it finds it would find on any sequence, if only it ran long enough. It
// leaves out only what cannot matter: a program with fewer steps than there are
// terms, and given terms that differ from those wanted; and, of programs whose
// terms fit 64 bits, those that take larger numbers on the way.
//
// It runs until ctx is done or so many programs were tried, and calls report
// with each program that gives the terms, in the phase where it first does.
func Honest(ctx context.Context, terms []integer.Int, o Options, report func(Found), done func(Phase)) {
	s := &levin{lane: newLane(ctx, o.complete(), 1, honestEvery), terms: terms, narrow: fitting(terms), report: report}
	defer s.lane.end()
	for phase := headerBits + leafBits; !s.lane.over && phase < maxPhase; phase++ {
		if s.phase(phase); !s.lane.over {
			done(Phase{Number: phase, Finished: max(0, phase-stepsFinished)})
		}
	}
}

// honestEvery is after how many programs the honest search lets others have its
// turn. It is small, so that where processors are few it slows the fast one
// little; where there are enough it has one for itself.
const honestEvery = 64

// maxPhase keeps the steps of a phase within 64 bits; it takes longer than any
// computer lasts.
const maxPhase = 62

// A levin is one honest search.
type levin struct {
	lane   *lane
	terms  []integer.Int
	narrow []int64 // those that are looked at first
	report func(Found)
	steps  int64 // that a program has in this phase
	length int
}

// phase runs every program for its share of the steps.
func (s *levin) phase(phase int) {
	least := bits.Len(uint(len(s.terms) - 1))
	for s.length = headerBits + leafBits; s.length <= phase-least; s.length++ {
		s.steps = 1 << (phase - s.length)
		for first := range int64(2) {
			for given := range s.terms {
				p := &language.Program{First: first, Starts: s.terms[:given]}
				s.bodies(p, s.length-1-language.StartBits(p.Starts))
			}
		}
	}
}

// bodies runs a program with every body of so many bits.
func (s *levin) bodies(p *language.Program, bits int) {
	if bits < leafBits {
		return
	}
	p.Body = &language.Expr{}
	m := p.RunNarrow(s.lane.ctx, s.steps)
	s.fill(hole{p.Body, 0}, nil, bits, func() { s.run(p, m) })
}

// A hole is a place for an expression, inside so many loops.
type hole struct {
	expr  *language.Expr
	loops int
}

// fill puts every expression into a hole, and into those that wait, such that
// all together have so many bits, and calls full each time.
func (s *levin) fill(h hole, waiting []hole, bits int, full func()) {
	for _, op := range language.All() {
		rest := bits - op.Bits() - leafBits*(op.Arity()+len(waiting))
		if s.lane.over || rest < 0 || op == language.Outer && h.loops == 0 {
			continue
		}
		if h.expr.Op = op; op == language.Const {
			s.constants(h, waiting, rest, full)
		} else {
			s.open(h, waiting, bits-op.Bits(), full)
		}
	}
}

// constants puts every constant of at most so many bits.
func (s *levin) constants(h hole, waiting []hole, most int, full func()) {
	for v := int64(3); !s.lane.over && language.ConstBits(v) <= most; v++ {
		h.expr.Op, h.expr.Value = language.Const, v
		s.open(h, waiting, most-language.ConstBits(v)+leafBits*len(waiting), full)
	}
}

// open opens the holes of an operator's arguments, and goes on with the next.
func (s *levin) open(h hole, waiting []hole, bits int, full func()) {
	loops, arity := h.loops, h.expr.Op.Arity()
	if h.expr.Op.Loop() {
		loops++
	}
	h.expr.Args = nil
	next := append(make([]hole, 0, arity+len(waiting)), waiting...)
	for i := range arity {
		h.expr.Args = append(h.expr.Args, &language.Expr{})
		next = append(next, hole{h.expr.Args[i], loops})
	}
	switch n := len(next); {
	case n > 0:
		s.fill(next[n-1], next[:n-1], bits, full)
	case bits == 0:
		full()
	}
}

// run runs one program, and reports it if it gives the terms with the steps of
// this phase and did not with those of the one before.
func (s *levin) run(p *language.Program, m *language.Machine) {
	if s.lane.count(); s.lane.over {
		return
	}
	m.Again()
	for _, want := range s.narrow {
		if v, err := m.Next(); err != nil || !v.Equal(integer.Of(want)) {
			return
		}
	}
	f := Found{Program: p, Bits: s.length, Steps: m.Steps()}
	if len(s.narrow) < len(s.terms) && !f.run(s.terms, s.steps) {
		return
	}
	if f.Steps > s.steps/2 {
		f.Program, _ = language.Parse(p.String()) // the body is written over
		s.report(f)
	}
}
