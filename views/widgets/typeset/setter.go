package typeset

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/shaping"
)

// A Setter sets blocks of text at one size.
type Setter struct {
	faces   *Faces
	size    float32 // of the em, device pixels
	em      int32   // size rounded: the width of a Han character
	cell    int32   // half of it: the width of a Latin one in a monospaced face
	space   int32
	alone   map[rune]nominal
	inLatin map[rune]nominal // the few that are narrower beside Latin
	shaper  shaping.HarfbuzzShaper
}

// A nominal is how a face draws one character on its own.
type nominal struct {
	face   FaceID
	gid    uint32
	w      int32 // device pixels
	direct bool  // gid and w are all; else it must be shaped with its neighbours
}

// tabStop is the distance of tab stops in cells.
const tabStop = 4

// NewSetter returns a setter for an em of size device pixels.
func NewSetter(faces *Faces, size float32) *Setter {
	s := &Setter{faces: faces, size: size, alone: map[rune]nominal{}, inLatin: map[rune]nominal{}}
	s.em = int32(math.Round(float64(size)))
	s.cell = max(1, int32(math.Round(float64(size)/2)))
	s.space = max(1, s.look(' ').w)
	s.findNarrow()
	return s
}

// Size returns the em in device pixels.
func (s *Setter) Size() float32 { return s.size }

// Cell returns the width of a Latin character in device pixels.
func (s *Setter) Cell() int { return int(s.cell) }

// Set sets a block of text that starts at start, in rows of width device pixels.
func (s *Setter) Set(text []byte, start, width int) *Block {
	b := &Block{Start: start, Len: len(text)}
	c := cutter{set: s, block: b, text: text}
	c.cut()
	rtl := order(b, text)
	s.shape(b, text)
	wrap(b, int32(width), s.cell, rtl)
	return b
}

// width returns the width of a cell that no face draws. That of a tab is known only in its row.
func (s *Setter) width(c *Cell) int32 {
	switch c.Kind {
	case Code:
		if c.Rune > 0xFFFF {
			return s.boxWidth(3)
		}
		return s.boxWidth(2)
	case Byte:
		return s.boxWidth(2)
	case Space:
		if c.Rune == 0x3000 {
			return s.em
		}
		return s.space
	}
	return s.cell
}

// boxWidth returns the width of a box that is digits small digits wide, a pixel of air around and between them.
func (s *Setter) boxWidth(digits int) int32 {
	return int32(math.Ceil(float64(s.digitSize())/2))*int32(digits) + 5
}

// digitSize returns the em of the digits in a box, device pixels.
func (s *Setter) digitSize() float32 { return float32(math.Round(float64(s.size) * 0.56)) }

// nominal returns how r looks alone, or beside visible ASCII.
func (s *Setter) nominal(r rune, latin bool) nominal {
	if latin {
		if n, ok := s.inLatin[r]; ok {
			return n
		}
	}
	n, ok := s.alone[r]
	if !ok {
		n = s.look(r)
		s.alone[r] = n
	}
	return n
}

// look finds the face of r. The first face has no script that joins or reorders, so its single characters are direct.
func (s *Setter) look(r rune) nominal {
	n := nominal{face: s.faces.Pick([]rune{r})}
	if n.face != 0 {
		return n
	}
	face := s.faces.Face(0)
	gid, _ := face.NominalGlyph(r)
	n.gid, n.w, n.direct = uint32(gid), s.pixels(face.HorizontalAdvance(gid), face.Upem()), true
	n.direct = n.w > 0 // a mark
	return n
}

// pixels turns a length in font units into device pixels.
func (s *Setter) pixels(units float32, upem uint16) int32 {
	return int32(math.Round(float64(units * s.size / float32(upem))))
}

// findNarrow finds the quotation marks and the ellipsis that the first face keeps for Latin text. They are the only
// substitutions in it (assets/fonts/make.sh keeps the feature pwid), and the shaper misses some, so they are read here.
func (s *Setter) findNarrow() {
	face := s.faces.Face(0)
	for _, lookup := range face.GSUB.Lookups {
		for _, sub := range lookup.Subtables {
			single, ok := sub.(tables.SingleSubs)
			if !ok {
				continue
			}
			for _, r := range "‘’“”…" {
				if gid, ok := substitute(single, face, r); ok {
					w := s.pixels(face.HorizontalAdvance(gid), face.Upem())
					s.inLatin[r] = nominal{gid: uint32(gid), w: w, direct: true}
				}
			}
		}
	}
}

// substitute returns the glyph that a table has in place of the usual one of r.
func substitute(table tables.SingleSubs, face *font.Face, r rune) (font.GID, bool) {
	gid, _ := face.NominalGlyph(r)
	glyphs, ok := table.Data.(tables.SingleSubstData2)
	if !ok {
		return 0, false
	}
	i, ok := glyphs.Cov().Index(tables.GlyphID(gid))
	if !ok || i >= len(glyphs.SubstituteGlyphIDs) {
		return 0, false
	}
	return font.GID(glyphs.SubstituteGlyphIDs[i]), true
}
