package mixing

import (
	"bitlens/engine/mixing/letters"
	"bitlens/engine/model"
)

// A scene is what the contexts of cm-max are made of: the past as cm sees it,
// and more sides of it.
type scene struct {
	past
	sight
	sequels sequels
	letters *letters.Model // the next character
}

// A sight is what a scene holds beside the past and tables. It is copied to
// undo a byte.
type sight struct {
	older      uint32 // the four bytes before tail.recent
	tokens     tokens
	prose      prose
	layout     layout
	wrap       wrap
	nesting    nesting
	characters characters
	shape      uint64 // the kinds of the last 16 bytes, four bits each, the latest lowest
	// What each matcher expects: the byte, 256 more, and 512 times a kind of
	// length; 0 for nothing.
	expected [matchers]uint64
}

func newScene() scene { return scene{past: newPast(), sequels: newSequels(), letters: letters.New()} }

func (s *scene) clone() scene {
	c := *s
	c.past, c.sequels, c.letters = s.past.clone(), s.sequels.clone(), s.letters.Clone()
	return c
}

// read takes in the next byte; j remembers what that overwrites in tables.
func (s *scene) read(b byte, j *model.Journal) {
	at := s.tail.n
	s.sequels.read(b, s, j)
	s.older = s.older<<8 | uint32(s.tail.recent>>56)
	word, before := s.words.now, s.words.before[0]
	s.wrap.read(b, s.lines.column(at))
	s.past.read(b, j)
	if s.words.before[0] != before || word != 0 && s.words.now == 0 {
		s.sequels.readWord(s.words.before, j)
	}
	s.prose.read(b, word)
	s.tokens.read(b)
	s.layout.read(b, at, &s.tail)
	s.nesting.read(b)
	s.readCharacter(b, j)
	s.shape = s.shape<<4 | uint64(kindOf[b])
}

// readCharacter takes in the next byte of a character.
func (s *scene) readCharacter(b byte, j *model.Journal) {
	if s.characters.due > 0 && b>>6 != 2 {
		s.letters.Cut(j)
	}
	s.characters.read(b)
	s.letters.Read(b, s.characters.due == 0, j)
}

// contexts fills h with the hashes of all contexts of the families.
func (s *scene) contexts(families []family, h []uint64) {
	at := 0
	for i := range families {
		f := &families[i]
		f.fill(s, h[at:][:len(f.contexts)])
		at += len(f.contexts)
	}
	for k := range h {
		h[k] = mixed(h[k], uint64(k+1))
	}
}

// wordOrCharacter returns a hash of the word that is being read, or in wide
// characters of the last character and the bytes of the next.
func (s *scene) wordOrCharacter() uint64 {
	if s.words.wide {
		return s.characters.last(1)
	}
	return s.words.now
}
