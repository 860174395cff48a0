package judge

import "math"

// A Prior says how much the lengths of programs are trusted: see the package
// comment.
type Prior struct {
	Temper float64 // bits of length that are one bit of evidence
	Margin float64 // bits that the literal program is shorter than its code
}

// Fitted is the prior that generated sequences are best predicted with.
var Fitted = Prior{Temper: 6, Margin: 20}

// weigh turns the -log2 of weights into probabilities that leave over the share
// of a literal program of so many bits.
func (p Prior) weigh(bets []Bet, literal float64) {
	sum := (literal - p.Margin) / p.Temper
	for i := range bets {
		bets[i].Probability /= p.Temper
		sum = add(sum, bets[i].Probability)
	}
	for i := range bets {
		bets[i].Probability = math.Exp2(sum - bets[i].Probability)
	}
}
