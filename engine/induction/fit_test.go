package induction

import (
	"context"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
)

var fit = flag.Int("fit", 0, "fit the judges' temper on so many generated sequences")

const (
	shown     = 10
	fitBudget = 1 << 21 // programs, by each search
)

// A trial is what was found for a generated sequence, and what came next.
type trial struct {
	source  string
	found   *Explanation
	next    integer.Int
	literal int
}

// bets returns what Solomonoff bets on what came next, at a temper.
func (t trial) bets(temper float64) []judge.Bet {
	ps := make([]judge.Program, len(t.found.Programs))
	for i, p := range t.found.Programs {
		ps[i] = p
	}
	return judge.Solomonoff.BetsAt(temper, ps, 1, t.literal)
}

func trials(n int, seed uint64, budget int64) (out []trial) {
	r := rand.New(rand.NewPCG(seed, 7))
	for len(out) < n {
		s := sources[len(out)%len(sources)]
		terms, ok := s.make(r, shown+1)
		if !ok {
			continue
		}
		e := Explain(context.Background(), integer.All(terms[:shown]...), Options{Budget: budget, Memory: 1 << 28}, nil)
		out = append(out, trial{s.name, &e, integer.Of(terms[shown]), e.Literal})
	}
	return out
}

// likelihood returns the bits that what came next costs at a temper.
func likelihood(temper float64, ts []trial) (bits float64, c judge.Calibration, right map[string]int) {
	right = map[string]int{}
	for _, t := range ts {
		rest, said := 1.0, 0.0
		for i, b := range t.bets(temper) {
			if rest -= b.Probability; b.Next[0].Equal(t.next) {
				said = b.Probability
			}
			if i == 0 {
				c.Add(b.Probability, b.Next[0].Equal(t.next))
				if b.Next[0].Equal(t.next) {
					right[t.source]++
				}
			}
		}
		if said == 0 {
			said = max(rest, 1e-9)
		}
		bits -= math.Log2(said)
	}
	return bits, c, right
}

// TestFit finds the temper again that the judges use.
func TestFit(t *testing.T) {
	if *fit == 0 {
		t.Skip("-fit N fits the judges' temper on N generated sequences")
	}
	ts := trials(*fit, 1, fitBudget)
	best, least := 0.0, math.Inf(1)
	for temper := 1.0; temper <= 16; temper += 0.5 {
		if bits, _, _ := likelihood(temper, ts); bits < least {
			best, least = temper, bits
		}
	}
	for _, temper := range []float64{1, judge.Temper, best} {
		bits, c, right := likelihood(temper, ts)
		t.Logf("temper %v: %.1f bits for %d sequences; right %v", temper, bits, len(ts), right)
		t.Log(table(&c))
		came, n := surest(temper, ts)
		t.Logf("of the surest bets %d of %d came true: expect %.3f of the next", came, n, (float64(came)+0.5)/float64(n+1))
	}
}

// surest counts the first bets that are as sure as bets may be, to a hundredth,
// and those of them that came true.
func surest(temper float64, ts []trial) (came, n int) {
	for _, t := range ts {
		bets := t.bets(temper)
		if len(bets) == 0 || bets[0].Probability < 0.99*judge.Surest {
			continue
		}
		if n++; bets[0].Next[0].Equal(t.next) {
			came++
		}
	}
	return came, n
}

// table prints a calibration.
func table(c *judge.Calibration) (s string) {
	s = "bets      n  right   said  share  95% interval\n"
	for i, b := range c.Bins() {
		lo, hi := b.Interval()
		s += fmt.Sprintf("%3d%% %6d %6d %5.1f%% %5.1f%%  %.1f%% to %.1f%% %v\n", 10*i, b.N, b.Right, 100*b.Said(),
			100*float64(b.Right)/float64(max(1, b.N)), 100*lo, 100*hi, map[bool]string{true: "honest", false: "off"}[b.Honest()])
	}
	return s
}
