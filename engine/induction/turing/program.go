package turing

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"bitlens/engine/induction/integer"
)

// mostStates bounds the machines that are taken for programs: of so many all
// are run to the end.
const mostStates = 4

// A Program is a machine as an explanation of a binary string: what it has
// written when it halts begins with the string, and says so how that goes on.
//
// Its code is the count of its states (gamma, Elias 1975), a bit for the symbol
// of the tape, and its transitions in the order in which they are first needed,
// each one of 4n+2. A reader that runs the machine knows where the code ends, and
// a transition that is never made costs nothing. So no program is the beginning
// of another, and Kraft's sum is at most 1.
type Program struct {
	witness Witness
	output  string
	shown   int // symbols that it explains
}

// Witness returns the machine, its tape and its steps.
func (p *Program) Witness() Witness { return p.witness }

// Length returns the length of the program's code in bits, rounded up.
func (p *Program) Length() int {
	m := p.witness.Machine
	states := 2*bits.Len(uint(m.States)) - 1
	return states + 1 + int(math.Ceil(float64(m.defined())*math.Log2(float64(4*m.States+2))))
}

// defined returns how many transitions are.
func (m Machine) defined() (n int) {
	for _, row := range m.Table {
		for _, t := range row {
			if t.Next != 0 {
				n++
			}
		}
	}
	return n
}

// Steps returns the steps until the machine halts.
func (p *Program) Steps() int64 { return int64(p.witness.Steps) }

// Next returns the symbols that follow in what it writes, up to k.
func (p *Program) Next(k int) (next []integer.Int) {
	for _, c := range p.output[p.shown:min(len(p.output), p.shown+k)] {
		next = append(next, integer.Of(int64(c-'0')))
	}
	return next
}

// String returns the machine on one line.
func (p *Program) String() string { return p.witness.Machine.String() }

// English says what the program is.
func (p *Program) English() string {
	w := p.witness
	return fmt.Sprintf("a Turing machine of %s that stops after %s on a tape of %d, and has written %s",
		counted(w.Machine.States, "state"), counted(w.Steps, "step"), w.Blank, p.output)
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Chinese says it in Chinese.
func (p *Program) Chinese() string {
	w := p.witness
	return fmt.Sprintf("一台有 %d 个状态的图灵机，在全为 %d 的纸带上运行 %d 步后停机，写出 %s", w.Machine.States, w.Blank, w.Steps, p.output)
}

// Programs returns, for each string that begins with s and is written by a
// machine of up to four states, the shortest program, of equals the fastest; the
// shortest first. All machines are run, in a fraction of a second. It ends early
// when ctx does, with what it has.
func Programs(ctx context.Context, s string) (all []*Program) {
	c := continuer{s: s, best: map[string]*Program{}}
	for states := 1; states <= mostStates; states++ {
		enumerate(ctx, states, newBound(steps[states], tapeLength), func() visitor { return c.visit })
	}
	for _, p := range c.best {
		all = append(all, p)
	}
	slices.SortFunc(all, (*Program).compare)
	return all
}

// compare orders programs by length, then by steps, then by name.
func (p *Program) compare(q *Program) int {
	return cmp.Or(cmp.Compare(p.Length(), q.Length()), cmp.Compare(p.witness.Steps, q.witness.Steps),
		strings.Compare(p.String(), q.String()), cmp.Compare(p.witness.Blank, q.witness.Blank))
}

// A continuer keeps the best program of each string that begins with s.
type continuer struct {
	s    string
	mu   sync.Mutex
	best map[string]*Program
}

func (c *continuer) visit(n *node, _ uint64) {
	for image := range 4 {
		if !n.begins(c.s, image) {
			continue
		}
		output := spell(images(n.visited())[image])
		p := &Program{witness: n.imaged(image), output: output, shown: len(c.s)}
		c.mu.Lock()
		if best := c.best[output]; best == nil || p.compare(best) < 0 {
			c.best[output] = p
		}
		c.mu.Unlock()
	}
}
