package induction

import (
	"fmt"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
	"bitlens/engine/induction/search"
)

// A Program is one that was found, as the judges see it.
type Program struct {
	*language.Program
	bits  int
	steps int64
	terms []integer.Int // that it explains
	next  []integer.Int
}

// stepsAhead bounds the steps for the terms that follow, so that a list of
// thousands of programs is judged within a second.
const stepsAhead = 1 << 16

// A Departure is where a program leaves the terms.
type Departure struct {
	Term      int         // from 1
	Got, Want integer.Int // Got means nothing where there is an Err
	Err       error       // why the program has no term there, or nil
}

// Error implements error.
func (d *Departure) Error() string {
	if d.Err != nil {
		return fmt.Sprintf("no term %d: %v", d.Term, d.Err)
	}
	return fmt.Sprintf("the program gives %v for term %d, which is %v", d.Got, d.Term, d.Want)
}

// Unwrap returns why the program has no term.
func (d *Departure) Unwrap() error { return d.Err }

// Check runs a program that someone wrote, or that explained other terms, on
// these, and so many ahead. The error is a Departure: then it does not survive.
func Check(p *language.Program, terms []integer.Int, ahead int) (*Program, error) {
	m := p.Run(stepsAhead * int64(len(terms)))
	for n, want := range terms {
		if v, err := m.Next(); err != nil || !v.Equal(want) {
			return nil, &Departure{n + 1, v, want, err}
		}
	}
	return newProgram(search.Found{Program: p, Bits: p.Bits(), Steps: m.Steps()}, len(terms), ahead), nil
}

// bytesAhead bounds what those that follow take beyond 64 bits each, so that a list of thousands of
// programs whose terms have a thousand digits takes no more than 128 MB.
const bytesAhead = 1 << 14

// newProgram runs a program on for so many terms, as far as they are bounded.
func newProgram(f search.Found, shown, ahead int) *Program {
	p := &Program{Program: f.Program, bits: f.Bits, steps: f.Steps}
	m := f.Program.Run(f.Steps + stepsAhead*int64(ahead))
	for left := bytesAhead; len(m.Terms()) < shown+ahead && left > 0; {
		v, err := m.Next()
		if err != nil {
			break
		}
		if len(m.Terms()) > shown {
			left -= v.BitLen() / 64 * 8
		}
	}
	n := min(shown, len(m.Terms()))
	p.terms, p.next = m.Terms()[:n:n], m.Terms()[n:]
	return p
}

// Length returns the length of the program's code in bits.
func (p *Program) Length() int { return p.bits }

// Steps returns the steps that the program takes for the terms explained.
func (p *Program) Steps() int64 { return p.steps }

// Terms returns the terms that it explains, as it gives them.
func (p *Program) Terms() []integer.Int { return p.terms }

// Next returns the terms that follow, up to k; fewer where the program has no
// answer, or takes too long.
func (p *Program) Next(k int) []integer.Int { return p.next[:min(k, len(p.next))] }
