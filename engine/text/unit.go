package text

import (
	"bytes"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
)

// A Unit is a way to group the bytes of a text. Units follow one another
// without gaps, so their costs add up to the whole whatever the unit.
//
// Every unit is local: where it begins and ends depends on a bounded piece of
// text around it.
type Unit struct {
	name string
	// cut appends to starts the starts of the units of piece, which is one
	// block, or several that joins holds together, and begins at offset at.
	cut func(starts []int, piece []byte, at int) []int
	// joins reports whether a unit may cross offset i, where a block starts and
	// another ends; nil for never.
	joins func(s Bytes, i int) bool
	// ends mends the starts of the piece [a,b) where they depend on what stands
	// behind it; nil for none.
	ends func(starts []int, s Bytes, b int) []int
}

// The units that every screen and command knows.
var (
	Byte      = Unit{name: "byte", cut: cutBytes}
	Char      = Unit{name: "char", cut: cutGraphemes}
	Word      = Unit{name: "word", cut: cutWords}
	Token     = tokenUnit("token", o200k)
	Sentence  = Unit{name: "sentence", cut: cutSentences}
	Line      = Unit{name: "line", cut: cutWhole}
	Paragraph = Unit{name: "paragraph", cut: cutWhole, joins: continuesParagraph}
)

// Tokens of other vocabularies than Token's.
var (
	TokenCL100k = tokenUnit("token:cl100k", cl100k)
	TokenR50k   = tokenUnit("token:r50k", r50k)
)

// maxJoin is about how far a unit can reach to either side: blocks are joined
// no further.
const maxJoin = 4 * BlockLen

// Units lists them, the smallest first.
var Units = []Unit{Byte, Char, Word, Token, Sentence, Line, Paragraph}

// Name returns "byte", "char", ..., "token:cl100k" or "/RE/".
func (u Unit) Name() string { return u.name }

// ParseUnit returns the unit of a name: one of Units or Tokens, or a pattern
// between slashes (RE2 syntax), whose matches and the gaps between them are the
// units.
func ParseUnit(name string) (Unit, error) {
	for _, u := range named() {
		if u.name == name || u.name == Token.name && name == "token:"+Vocabulary {
			return u, nil
		}
	}
	if len(name) > 2 && name[0] == '/' && name[len(name)-1] == '/' {
		re, err := regexp.Compile(name[1 : len(name)-1])
		if err != nil {
			return Unit{}, fmt.Errorf("unit %s: %w", name, err)
		}
		return Unit{name: name, cut: cutPattern(re)}, nil
	}
	var names []string
	for _, u := range named() {
		names = append(names, u.name)
	}
	return Unit{}, fmt.Errorf("unknown unit %q; known: %s, or a pattern /RE/", name, strings.Join(names, ", "))
}

// named lists all units that have a name of their own.
func named() []Unit { return append(append([]Unit(nil), Units...), Tokens[1:]...) }

// Starts returns the starts of all units that touch [lo,hi), ascending, and
// behind them the end of the last. It is empty where [lo,hi) is.
func (u Unit) Starts(s Bytes, lo, hi int) []int {
	lo, hi = max(lo, 0), min(hi, s.Len())
	if lo >= hi {
		return nil
	}
	var starts []int
	for a := u.pieceStart(s, lo); a < hi; {
		b := u.pieceEnd(s, a)
		starts = u.cut(starts, s.Slice(a, b), a)
		if u.ends != nil {
			starts = u.ends(starts, s, b)
		}
		a = b
		if a >= hi {
			starts = append(starts, a)
		}
	}
	first, found := slices.BinarySearch(starts, lo)
	if !found {
		first--
	}
	last, _ := slices.BinarySearch(starts, hi)
	return starts[first : last+1]
}

// At returns the unit that holds offset i, 0 <= i < Len.
func (u Unit) At(s Bytes, i int) (lo, hi int) {
	starts := u.Starts(s, i, i+1)
	if len(starts) < 2 {
		return i, i
	}
	return starts[0], starts[1]
}

// All yields [lo,hi) of every unit of s in order.
func (u Unit) All(s Bytes) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		const step = 4 * BlockLen
		for at := 0; at < s.Len(); {
			starts := u.Starts(s, at, at+step)
			starts[0] = at // where a unit was too long to be seen whole
			for i := 1; i < len(starts); i++ {
				if !yield(starts[i-1], starts[i]) {
					return
				}
			}
			at = starts[len(starts)-1]
		}
	}
}

// pieceStart returns the start of the piece that holds offset i: blocks that
// joins holds together.
func (u Unit) pieceStart(s Bytes, i int) int {
	a := BlockStart(s, i)
	for limit := max(0, i-maxJoin); u.joins != nil && a > limit && u.joins(s, a); {
		a = BlockStart(s, a-1)
	}
	return a
}

// pieceEnd returns the end of the piece that starts at a.
func (u Unit) pieceEnd(s Bytes, a int) int {
	b := BlockEnd(s, a)
	for limit := min(s.Len(), a+2*maxJoin); u.joins != nil && b < limit && u.joins(s, b); {
		b = BlockEnd(s, b)
	}
	return b
}

// continuesParagraph reports whether no line with text starts at i behind a
// blank one.
func continuesParagraph(s Bytes, i int) bool {
	return blank(s.Slice(i, BlockEnd(s, i))) || !blank(s.Slice(BlockStart(s, i-1), i))
}

// blank reports whether a line holds only white space.
func blank(line []byte) bool {
	return len(bytes.TrimSpace(line)) == 0
}
