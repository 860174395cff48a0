package measure

import (
	"context"
	"time"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

// A Surveyor looks at a text byte by byte and keeps what only a whole
// distribution tells: the rank of the byte that came and the entropy of the
// prediction, in bits; or, where there is a model to compare with, how far
// that one is from the first, KL(first||other).
//
// It starts where the checkpoints of the models allow, so any part of a text
// may be looked at first.
type Surveyor struct {
	Entry *model.Entry
	From  *Checkpoints
	Text  text.Bytes
	// Against is the model that Entry is compared with, nil for none, and
	// AgainstFrom its copies.
	Against     *model.Entry
	AgainstFrom *Checkpoints
	// Yield, if set, is called often and may wait, to let others run.
	Yield func(context.Context)

	at    int // bytes that own and other have read
	own   State
	other State
}

// seekAhead is how far a surveyor reads on to a place rather than take the
// nearest checkpoint, which costs a copy of the predictor.
const seekAhead = 16 << 10

// Look surveys [lo,hi) and hands what it finds to report in order, at most
// every interval or so; skip, if set, tells that a stretch need only be read.
// What it has read stays, so a next Look from hi on goes straight on.
func (s *Surveyor) Look(ctx context.Context, lo, hi int, skip func(stretch int) bool, report func(at int, found []Found)) error {
	if err := s.seek(ctx, lo); err != nil {
		return err
	}
	var found []Found
	last := time.Now()
	tell := func() {
		if len(found) > 0 {
			report(s.at-len(found), found)
		}
		found, last = nil, time.Now()
	}
	for s.at < min(hi, s.Text.Len()) {
		end := min((s.at/Stretch+1)*Stretch, hi, s.Text.Len())
		if s.Yield != nil {
			s.Yield(ctx)
		}
		if skip != nil && skip(s.at/Stretch) {
			tell()
			if err := s.read(ctx, end); err != nil {
				return err
			}
			continue
		}
		var err error
		if found, err = s.stretch(ctx, end, found); err != nil {
			return err
		}
		if time.Since(last) >= interval {
			tell()
		}
	}
	tell()
	return nil
}

// Forget lets go of what s has read up to: it takes the memory of a predictor.
func (s *Surveyor) Forget() { s.own, s.other, s.at = State{}, State{}, 0 }

// seek brings both models to offset i.
func (s *Surveyor) seek(ctx context.Context, i int) (err error) {
	if s.own.Predictor != nil && s.at <= i && i-s.at <= seekAhead {
		return s.read(ctx, i)
	}
	if s.own, err = s.From.At(ctx, s.Entry, s.Text, i); err == nil && s.Against != nil {
		s.other, err = s.AgainstFrom.At(ctx, s.Against, s.Text, i)
	}
	s.at = i
	if err != nil {
		s.own = State{}
	}
	return err
}

// read lets both models read up to offset i without asking them.
func (s *Surveyor) read(ctx context.Context, i int) error {
	for n := 0; s.at < i; n++ {
		if n%Stretch == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s.teach(s.Text.At(s.at))
	}
	return nil
}

func (s *Surveyor) teach(b byte) {
	model.Teach(s.own.Predictor, b)
	if s.Against != nil {
		model.Teach(s.other.Predictor, b)
	}
	s.at++
}

// stretch asks at every byte up to end, and adds what it found.
func (s *Surveyor) stretch(ctx context.Context, end int, found []Found) ([]Found, error) {
	var p, q [256]float64
	for _, b := range s.Text.Slice(s.at, end) {
		if ctx.Err() != nil {
			return found, ctx.Err()
		}
		if !model.Next(s.own.Predictor, &p) || s.Against != nil && !model.Next(s.other.Predictor, &q) {
			return found, ErrSilent
		}
		f := foundIn(&p, b)
		if s.Against != nil {
			f.Bits = fixedBits(Divergence(&p, &q))
		}
		found = append(found, f)
		s.teach(b)
	}
	return found, nil
}
