package search

import (
	"slices"
	"sync"

	"bitlens/engine/induction/language"
)

// A Found is a program that was run and gave all the terms.
type Found struct {
	Program *language.Program
	Bits    int
	Steps   int64 // for the terms given
}

// A collector takes what the lanes find, runs it, and hands on what holds.
type collector struct {
	mu     sync.Mutex
	terms  []int64
	report func(Found)
	best   int
	most   int // bits that are still of interest
	seen   map[string]bool
}

const (
	// window is how many bits longer than the best a program may be and still
	// be kept: it weighs a 16,000th of it.
	window = 14
	// slack is by how many bits a program may exceed the literal one: it is no
	// explanation, yet it may be right.
	slack = 10
	// maxFound bounds the programs that are kept of one search.
	maxFound = 1 << 12
	// stepsPerTerm bounds the run that checks a program.
	stepsPerTerm = 1 << 18
)

func newCollector(terms []int64, report func(Found)) *collector {
	return &collector{terms: terms, report: report, best: 1 << 20, most: language.LiteralBits(terms) + slack, seen: map[string]bool{}}
}

// limit returns how many bits a program may have to be taken.
func (c *collector) limit() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.most
}

// take runs an expression as the body of a program, with the fewest given
// terms that it needs, and reports the program if it is short enough.
func (c *collector) take(first int64, body *language.Expr) {
	p := &language.Program{First: first, Body: body}
	p.Starts = c.terms[:needed(p, c.terms)]
	f := Found{Program: p, Bits: p.Bits()}
	if f.Bits > c.limit() || !f.run(c.terms) {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if name := p.String(); !c.seen[name] && f.Bits <= c.most && len(c.seen) < maxFound {
		c.seen[name] = true
		c.best = min(c.best, f.Bits)
		c.most = min(c.most, c.best+window)
		c.report(f)
	}
}

// needed returns how many terms must be given: all up to the last that the
// body does not give by itself from those before.
func needed(p *language.Program, terms []int64) int {
	for n := len(terms) - 1; n >= 0; n-- {
		v, err := p.Resume(terms[:n], stepsPerTerm).Next()
		if err != nil || v != terms[n] {
			return n + 1
		}
	}
	return 0
}

// run runs the program from its start, and reports whether it gives the terms.
func (f *Found) run(terms []int64) bool {
	m := f.Program.Run(stepsPerTerm * int64(len(terms)))
	for range terms {
		if _, err := m.Next(); err != nil {
			return false
		}
	}
	f.Steps = m.Steps()
	return slices.Equal(m.Terms(), terms)
}
