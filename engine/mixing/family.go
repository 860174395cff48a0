package mixing

// A family is contexts of one kind, each of which has a lane.
type family struct {
	name     string
	contexts []string // their names
	fill     func(s *scene, h []uint64)
}

// families returns the contexts of cm-max.
func families() []family {
	return []family{orderFamily, wordFamily, matchFamily, indirectFamily, sparseFamily, layoutFamily, nestingFamily, tokenFamily, exclusionFamily}
}

// wideFamilies returns those that take their lanes in wide characters, as of
// Chinese. They are fewer: most of what many contexts of bytes find out there
// [kneserney.Model] knows.
func wideFamilies() []family {
	return []family{wideOrderFamily, characterFamily, skipFamily, matchFamily, placeFamily, sequelFamily, likelyFamily}
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
	laneOrder1    = 1
	laneWord      = 9
	laneTwo       = laneWord + 1
	laneThree     = laneWord + 3
	laneExclusion = 64

	// In wide characters.
	laneCharacter = 5
	laneSkip      = 9
)
