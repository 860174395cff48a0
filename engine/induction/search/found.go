package search

import (
	"sync"

	"bitlens/engine/induction/integer"
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
	terms  []integer.Int
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
	// maxFound bounds the programs of one search; past it only shorter ones are
	// reported.
	maxFound = 1 << 12
	// maxSteps bounds the runs that check a program, for all terms together, so
	// that a check, and the run that follows, end within a tenth of a second also
	// where others are at work.
	maxSteps = 1 << 21
	// termSteps bounds those for one term.
	termSteps = 1 << 17
	// mostGiven is how many terms a program may be given.
	mostGiven = 32
)

func newCollector(terms []integer.Int, report func(Found)) *collector {
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
	given, ok := needed(p, c.terms)
	if !ok {
		return
	}
	p.Starts = c.terms[:given]
	f := Found{Program: p, Bits: p.Bits()}
	if f.Bits > c.limit() || !f.run(c.terms, maxSteps) {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	name := p.String()
	if c.seen[name] || f.Bits > c.most || len(c.seen) >= maxFound && f.Bits >= c.best {
		return
	}
	c.seen[name] = true
	c.best = min(c.best, f.Bits)
	c.most = min(c.most, c.best+window)
	c.report(f)
}

// needed returns how many terms must be given: all up to the last that the
// body does not give by itself from those before. It is not ok if they are too
// many; that is seen on early terms, which are quick.
func needed(p *language.Program, terms []integer.Int) (given int, ok bool) {
	c := checker{p, terms, maxSteps}
	for n := mostGiven; n < len(terms); n++ {
		if !c.gives(n) {
			return 0, false
		}
	}
	for n := min(mostGiven, len(terms)) - 1; n >= 0; n-- {
		if !c.gives(n) {
			return n + 1, true
		}
	}
	return 0, true
}

// A checker asks for single terms, with so many steps left for all.
type checker struct {
	program *language.Program
	terms   []integer.Int
	steps   int64
}

// gives reports whether the body gives a term from those before.
func (c *checker) gives(n int) bool {
	v, steps, err := c.program.Term(c.terms[:n], min(c.steps, termSteps))
	c.steps -= steps
	return err == nil && v.Equal(c.terms[n])
}

// run runs the program from its start in at most limit steps, and reports whether
// it gives the terms.
func (f *Found) run(terms []integer.Int, limit int64) bool {
	m := f.Program.Run(limit)
	for _, want := range terms {
		if v, err := m.Next(); err != nil || !v.Equal(want) {
			return false
		}
	}
	f.Steps = m.Steps()
	return true
}
