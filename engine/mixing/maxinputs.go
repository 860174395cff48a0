package mixing

import "bitlens/engine/num"

// The inputs of the mixers of cm-max: a plane of the stretches of all lanes,
// one of how far each leans from even, one of the stretches again where a
// context has seen one bit only, then the others.
const planes = 3

// The others, from the end of the planes on.
const (
	biasOther      = 0
	firstMatch     = biasOther + 1
	firstLean      = firstMatch + matchers
	firstCount     = firstLean + matchers
	firstCountLean = firstCount + maxCounts
	letterOther    = firstCountLean + maxCounts
	letterLean     = letterOther + 1
	others         = ((letterLean + 1 + 7) / 8) * 8
)

var (
	matchNames = [matchers]string{"long match", "match", "short match"}
	letterName = "characters, interpolated"
	countNames = [maxCounts]string{"order 1, counted", "order 2, counted", "order 3, counted", "word or character, counted"}
)

// lean returns how far e is from even, as num.Lanes.Lean does.
func (e estimate) lean() float32 { return num.Lean(uint32(e)) }

// lean returns how far context i is from even.
func (c counts) lean(i int) float32 { return (c[i] ^ even).lean() }

// pureHistory is all ones for a history of zeros alone or of ones alone.
var pureHistory = func() *[num.LaneLen]uint32 {
	t := new([num.LaneLen]uint32)
	for i, h := range histories {
		if h.n[0] == 0 || h.n[1] == 0 {
			t[i] = 1<<32 - 1
		}
	}
	return t
}()
