package judge

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"bitlens/engine/induction/integer"
)

// A Program explains some terms and goes on.
type Program interface {
	Length() int              // bits
	Steps() int64             // to give the terms; at least 1
	Next(k int) []integer.Int // up to k terms that follow; fewer where it has no answer
}

// Temper is how many bits of length are one bit of evidence: see the package
// comment. It is the one that generated sequences are best predicted with.
const Temper = 3.0

// Surest is how sure the surest bets may be. On the generated sequences 53 of 57
// of them came true, so that 83% to 97% of such bets do (Wilson 1927). Within
// that the likelihood is flat, to a bit, from 0.92 to 0.96; the upper end is taken
// since what people ask about is more regular than what was generated.
const Surest = 0.96

// A Judge weighs programs.
type Judge int

// The judges.
const (
	Occam Judge = iota
	Solomonoff
	Speed
)

// All returns the judges.
func All() []Judge { return []Judge{Occam, Solomonoff, Speed} }

// String returns the judge's name.
func (j Judge) String() string { return [...]string{"occam", "solomonoff", "speed"}[j] }

// Kt returns the length of a program plus log2 of its steps, in bits (Levin
// 1973).
func Kt(p Program) float64 { return float64(p.Length()) + math.Log2(float64(max(1, p.Steps()))) }

// cost returns the -log2 of a program's weight.
func (j Judge) cost(p Program) float64 {
	if j == Speed {
		return Kt(p)
	}
	return float64(p.Length())
}

// A Bet is the terms that some programs go on with.
type Bet struct {
	Next        []integer.Int
	Probability float64
	Programs    []int // that bet on it, by their place in the list
}

// Bets returns the judge's bets on the next k terms, the likeliest first, from
// programs that explain the terms and the length in bits of the literal program.
// What their probabilities leave over is for everything else.
func (j Judge) Bets(ps []Program, k, literal int) []Bet {
	return j.BetsAt(Temper, ps, k, literal)
}

// BetsAt returns the bets at another temper than the fitted one.
func (j Judge) BetsAt(temper float64, ps []Program, k, literal int) []Bet {
	bets := j.group(ps, k)
	if len(bets) == 0 {
		return nil
	}
	weigh(bets, float64(literal), temper)
	slices.SortStableFunc(bets, func(a, b Bet) int {
		return cmp.Or(cmp.Compare(b.Probability, a.Probability), slices.CompareFunc(a.Next, b.Next, integer.Int.Cmp))
	})
	return bets
}

// group puts programs that go on alike together; the probability of each group
// is for now the -log2 of its weight.
func (j Judge) group(ps []Program, k int) (bets []Bet) {
	at, shortest := map[string]int{}, math.MaxInt
	for _, p := range ps {
		shortest = min(shortest, p.Length())
	}
	for i, p := range ps {
		next := p.Next(k)
		if len(next) < k || j == Occam && p.Length() > shortest {
			continue
		}
		name := fmt.Sprint(next)
		b, ok := at[name]
		if !ok {
			b = len(bets)
			at[name] = b
			bets = append(bets, Bet{Next: next, Probability: math.Inf(1)})
		}
		bets[b].Programs = append(bets[b].Programs, i)
		bets[b].Probability = add(bets[b].Probability, j.cost(p))
	}
	return bets
}

// add returns the -log2 of the sum of two weights given by theirs.
func add(a, b float64) float64 {
	if a > b {
		a, b = b, a
	}
	return a - math.Log2(1+math.Exp2(a-b))
}

// weigh turns the -log2 of weights into probabilities that leave over the share
// of a literal program of so many bits, and no more than Surest.
func weigh(bets []Bet, literal, temper float64) {
	sum := literal / temper
	for i := range bets {
		bets[i].Probability /= temper
		sum = add(sum, bets[i].Probability)
	}
	for i := range bets {
		bets[i].Probability = Surest * math.Exp2(sum-bets[i].Probability)
	}
}
