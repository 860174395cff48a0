package sequences

import (
	"image/color"
	"slices"
	"strings"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// A groups gives the next terms that judges bet on a colour each, in the order
// of the mixture: programs that agree have one colour on the whole screen.
// Letters says that terms are written as such.
type groups struct {
	next    []integer.Int
	letters bool
}

// groupsOf returns the next terms that the mixture bets on, the likeliest
// first.
func groupsOf(e *workspace.Explaining) groups {
	g := groups{letters: e.Letters}
	for _, b := range betsOf(e.Verdicts, judge.Solomonoff) {
		g.next = append(g.next, b.Next[0])
	}
	return g
}

// betsOf returns the bets of one judge.
func betsOf(verdicts []workspace.Verdict, j judge.Judge) []judge.Bet {
	for _, v := range verdicts {
		if v.Judge == j {
			return v.Bets
		}
	}
	return nil
}

// groupColors tell the likeliest bets apart; what is less likely is grey.
var groupColors = []color.RGBA{
	{R: 0xc9, G: 0x6c, B: 0x1c, A: 0xff}, {R: 0x3f, G: 0x7f, B: 0xc8, A: 0xff},
	{R: 0x2f, G: 0x8d, B: 0x7d, A: 0xff}, {R: 0x8d, G: 0x6f, B: 0xb0, A: 0xff},
}

// color returns the colour of who bets on next terms.
func (g groups) color(next []integer.Int) color.RGBA {
	if len(next) > 0 {
		if i := slices.IndexFunc(g.next, next[0].Equal); i >= 0 && i < len(groupColors) {
			return groupColors[i]
		}
	}
	return widgets.CurrentPalette().Mute
}

// likeliest returns the next terms of the shortest program that says what the
// mixture holds likeliest, nil if there is none.
func likeliest(e *workspace.Explaining) []integer.Int {
	bets := betsOf(e.Verdicts, judge.Solomonoff)
	if len(bets) == 0 {
		return nil
	}
	return e.Found.Programs[bets[0].Programs[0]].Next(workspace.NextTerms)
}

// spell writes terms one after another: as letters, or each as it is told to.
func (g groups) spell(next []integer.Int, write func(integer.Int) string) string {
	if g.letters {
		return induction.Spell(next)
	}
	return listed(next, write)
}

// listed writes terms one after another.
func listed(terms []integer.Int, write func(integer.Int) string) string {
	words := make([]string, len(terms))
	for i, t := range terms {
		words[i] = write(t)
	}
	return strings.Join(words, ", ")
}

// mostDigits of a term are shown; no number of 64 bits has more.
const mostDigits = 19

// brief writes a term; of a longer one how many digits it has, then its ends, so
// that where there is little room the count is what is left.
func brief(t integer.Int) string {
	s, digits := t.Cut(mostDigits)
	if digits > 0 {
		return lang.T("%d digits: %s", digits, s)
	}
	return s
}

// ends writes a term whose digits tell it from others, where there is no room to
// count them.
func ends(t integer.Int) string {
	s, _ := t.Cut(mostDigits)
	return s
}
