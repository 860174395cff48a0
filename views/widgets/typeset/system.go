package typeset

import (
	"io"
	"log"
	"slices"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// A System finds the faces that the computer has. Its index takes a good part of a second to read, so it is read by the
// goroutine that first needs it, which then answers all questions in turn and ends when there are none.
type System struct {
	cacheDir string
	do       func(func()) // runs a function on the goroutine that asked

	mu      sync.Mutex
	waiting []question
	working bool
	fonts   *fontscan.FontMap // nil until the first question; used by the working goroutine only
}

type question struct {
	text  []rune
	found func(*font.Face)
}

// NewSystem returns a finder of system faces that keeps its index in cacheDir and answers through do.
func NewSystem(cacheDir string, do func(func())) *System {
	return &System{cacheDir: cacheDir, do: do}
}

// Find is a Finder.
func (s *System) Find(text []rune, found func(*font.Face)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = append(s.waiting, question{slices.Clone(text), found})
	if !s.working {
		s.working = true
		go s.work()
	}
}

// work answers until nothing waits.
func (s *System) work() {
	if s.fonts == nil {
		s.fonts = fontscan.NewFontMap(log.New(io.Discard, "", 0))
		// Without an index there are no faces, and boxes stay boxes.
		_ = s.fonts.UseSystemFonts(s.cacheDir)
		s.fonts.SetQuery(fontscan.Query{Families: []string{fontscan.Monospace, fontscan.SansSerif}})
	}
	for {
		q, ok := s.next()
		if !ok {
			return
		}
		if face := s.look(q.text); face != nil {
			s.do(func() { q.found(face) })
		}
	}
}

func (s *System) next() (q question, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.waiting) == 0 {
		s.working = false
		return q, false
	}
	q, s.waiting = s.waiting[0], s.waiting[1:]
	return q, true
}

// look returns a face of its own for the asker, as faces cannot be shared by goroutines. The map may name a face that
// lacks the character, hence covers.
func (s *System) look(text []rune) *font.Face {
	for _, r := range text {
		s.fonts.SetScript(language.LookupScript(r)) // without it the map gives up on rare characters that a face has
		face := s.fonts.ResolveFace(r)
		if face != nil && covers(face, text) {
			return font.NewFace(face.Font)
		}
	}
	return nil
}
