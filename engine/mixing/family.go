package mixing

import "slices"

// A family is contexts of one kind, each of which has a lane. In wide
// characters, as of Chinese, a family may give its lanes to other contexts.
type family struct {
	name     string
	contexts []string // their names
	fill     func(s *scene, h []uint64)
	wide     *wideFamily // what they are in wide characters, or nil for the same
}

// A wideFamily stands in for a family of as many contexts.
type wideFamily struct {
	contexts []string
	fill     func(s *scene, h []uint64)
}

// families returns the contexts of cm-max.
func families() []family {
	return []family{orderFamily, wordFamily, matchFamily, indirectFamily, sparseFamily, layoutFamily, nestingFamily, tokenFamily, exclusionFamily}
}

// idle stands in for a family of n contexts that say nothing in wide characters
// and would only crowd the table.
func idle(n int) *wideFamily {
	return &wideFamily{
		contexts: slices.Repeat([]string{"no context"}, n),
		fill:     func(_ *scene, h []uint64) { clear(h) },
	}
}

// names returns the names of the contexts where s stands.
func (f *family) names(s *scene) []string {
	if f.wide != nil && s.words.wide {
		return f.wide.contexts
	}
	return f.contexts
}

// Where some lanes lie that others look at.
const (
	laneOrder1    = 1
	laneWord      = 9
	laneTwo       = laneWord + 1
	laneThree     = laneWord + 3
	laneExclusion = 64
)
