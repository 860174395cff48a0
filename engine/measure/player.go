package measure

import (
	"context"

	"bitlens/engine/coder"
	"bitlens/engine/text"
)

// A Player reads a text unit by unit, slowly enough to watch: it says what the
// model expects before it reads on, and what the arithmetic coder makes of what
// came.
type Player struct {
	s     State
	text  text.Bytes
	trail *coder.Trail
}

// A Played is one byte that was coded.
type Played struct {
	Byte byte
	Part coder.Part // of the coder's interval that it kept
	Bits float64
}

// NewPlayer returns a player of t from where s stands, which it teaches.
func NewPlayer(t text.Bytes, s State) (*Player, error) {
	if s.Predictor == nil {
		return nil, ErrSilent
	}
	return &Player{s: s, text: t, trail: coder.NewTrail()}, nil
}

// At returns the offset of the next byte.
func (p *Player) At() int { return p.s.At }

// Expect says what the model expects of the unit up to hi, before it is read.
func (p *Player) Expect(ctx context.Context, hi int, unit text.Unit, top int) (Peeked, error) {
	got, err := Peek(ctx, p.s.Predictor, p.text.Slice(p.s.At, hi), unit, top)
	if err == nil {
		Locate(got.Why, p.text, p.s.At)
	}
	return got, err
}

// Read reads up to hi.
func (p *Player) Read(hi int) (played []Played) {
	for _, b := range p.text.Slice(p.s.At, hi) {
		p.s.Predictor.Code(p.trail, b)
		part, cost := p.trail.Take()
		played = append(played, Played{b, part, Bits(uint64(cost))})
		p.s.At++
	}
	return played
}

// Paid returns the bits that have been paid since the player began, and the
// bytes that have left the coder.
func (p *Player) Paid() (bits float64, sent []byte) { return p.trail.Bits(), p.trail.Sent() }
