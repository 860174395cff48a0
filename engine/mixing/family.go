package mixing

// A family is contexts of one kind, each of which has a lane.
type family struct {
	name     string
	contexts []string // their names
	fill     func(s *scene, h []uint64)
}

// The modes of cm-max, each with contexts and mixers of its own: what is read
// as bytes and words, and what is read as wide characters, as of Chinese.
const (
	inBytes = iota
	inCharacters
	modes
)

// families returns the contexts of cm-max. In wide characters they are fewer:
// most of what many would find out there [letters.Model] knows.
func families() [modes][]family {
	return [modes][]family{
		inBytes: {
			orderFamily, wordFamily, matchFamily, indirectFamily, sparseFamily, layoutFamily, nestingFamily, tokenFamily, wrapFamily,
		},
		inCharacters: {
			wideOrderFamily, characterFamily, skipFamily, wideMatchFamily, placeFamily, sequelFamily, likelyFamily,
		},
	}
}

// lanesOf returns how many contexts there are.
func lanesOf(families []family) (n int) {
	for _, f := range families {
		n += len(f.contexts)
	}
	return n
}

// Where some lanes lie that others look at.
const (
	laneOrder1 = 1
	laneWord   = 9
	laneTwo    = laneWord + 1
	laneThree  = laneWord + 3

	// In wide characters.
	laneCharacter = 4
	laneSkip      = 7
)
