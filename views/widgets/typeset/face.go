package typeset

import (
	"bytes"

	"github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/norm"
)

// A FaceID names a face of a Faces; NoFace is the absence of one.
type FaceID int16

// NoFace is what a character has that no face at hand can draw.
const NoFace FaceID = -1

// A Source is a font file that is parsed when the faces before it lack a character.
type Source func() []byte

// A Finder looks for a face that draws all of the characters, elsewhere and without haste: it returns at once, and calls
// found, on the goroutine that Faces belongs to, if there is one.
type Finder func(text []rune, found func(*font.Face))

// Faces is the list of faces in the order of preference: embedded ones, then what a Finder brought.
type Faces struct {
	sources []Source
	faces   []*font.Face // of the sources parsed so far, then found ones; nil where a source is no font
	asked   map[string]bool
	finder  Finder
	arrived map[any]func()
	emoji   int // index of the source for emoji, or -1
}

// NewFaces returns the faces of sources, most preferred first. The source of index emoji (-1: none) goes first for what
// asks to be drawn as a picture.
func NewFaces(emoji int, sources ...Source) *Faces {
	return &Faces{sources: sources, emoji: emoji, asked: map[string]bool{}, arrived: map[any]func(){}}
}

// Face returns the face of an id that Pick returned.
func (f *Faces) Face(id FaceID) *font.Face { return f.faces[id] }

// FindElsewhere makes Pick ask finder for what the embedded faces lack.
func (f *Faces) FindElsewhere(finder Finder) { f.finder = finder }

// OnArrive has arrived called, until Forget(key), whenever a new face can draw what was a box before.
func (f *Faces) OnArrive(key any, arrived func()) { f.arrived[key] = arrived }

// Forget ends OnArrive(key).
func (f *Faces) Forget(key any) { delete(f.arrived, key) }

// Pick returns the first face that has all characters of a grapheme, joiners and selectors aside.
func (f *Faces) Pick(grapheme []rune) FaceID {
	if f.emoji >= 0 && asksForPicture(grapheme) && f.draws(f.emoji, grapheme) {
		return FaceID(f.emoji)
	}
	for i := 0; i < len(f.sources) || i < len(f.faces); i++ {
		if f.draws(i, grapheme) {
			return FaceID(i)
		}
	}
	f.find(grapheme)
	return NoFace
}

// draws reports whether the i-th face has all that shows of a grapheme.
func (f *Faces) draws(i int, grapheme []rune) bool {
	for len(f.faces) <= i {
		f.faces = append(f.faces, parse(f.sources[len(f.faces)]))
	}
	return f.faces[i] != nil && covers(f.faces[i], grapheme)
}

func parse(s Source) *font.Face {
	face, err := font.ParseTTF(bytes.NewReader(s()))
	if err != nil {
		return nil // a build may leave a face out, as with -tags no_emoji
	}
	return face
}

// covers reports whether face has every character, or the one they compose to.
func covers(face *font.Face, grapheme []rune) bool {
	for _, r := range grapheme {
		if _, ok := face.NominalGlyph(r); !ok && !ignorable(r) {
			return len(grapheme) > 1 && coversComposed(face, grapheme)
		}
	}
	return true
}

func coversComposed(face *font.Face, grapheme []rune) bool {
	r, ok := compose(grapheme)
	if ok {
		_, ok = face.NominalGlyph(r)
	}
	return ok
}

// compose returns the one character that a grapheme composes to.
func compose(grapheme []rune) (rune, bool) {
	whole := []rune(norm.NFC.String(string(grapheme)))
	return whole[0], len(whole) == 1
}

// asksForPicture reports a selector or keycap that wants colour.
func asksForPicture(grapheme []rune) bool {
	for _, r := range grapheme[1:] {
		if r == 0xFE0F || r == 0x20E3 {
			return true
		}
	}
	return false
}

// ignorable reports characters that change their neighbours and have no look of their own.
func ignorable(r rune) bool {
	return r == 0x200C || r == 0x200D || 0xFE00 <= r && r <= 0xFE0F || 0xE0100 <= r && r <= 0xE01EF
}

// maxFound bounds the faces found elsewhere, and maxAsked what was asked for.
const (
	maxFound = 64
	maxAsked = 1 << 14
)

// find asks once for what no face at hand can draw.
func (f *Faces) find(grapheme []rune) {
	key := string(grapheme)
	if f.finder == nil || f.asked[key] || len(f.asked) >= maxAsked {
		return
	}
	f.asked[key] = true
	f.finder(grapheme, f.add)
}

// add takes a face that was found; it may have been there since another character asked.
func (f *Faces) add(face *font.Face) {
	known := false
	for _, have := range f.faces {
		known = known || have != nil && have.Font == face.Font
	}
	if !known && len(f.faces) < len(f.sources)+maxFound {
		f.faces = append(f.faces, face)
	}
	for _, arrived := range f.arrived {
		arrived()
	}
}
