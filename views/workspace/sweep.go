package workspace

import (
	"context"

	"bitlens/engine/measure"
)

// A sweep is one run of a survey, apart from the window. It goes from the start
// of the text to its end, but leaves off whenever something is on screen that
// is not known, looks at that, and goes on where it was.
type sweep struct {
	slots  *measure.Slots
	screen *screen
	text   int    // bytes
	fresh  []bool // stretches that are known
	// ahead looks at the screen, behind at all else: each stays where it is.
	ahead, behind *measure.Surveyor
	report        func(at int, found []measure.Found)
}

// turn is how many bytes are looked at before the screen is looked at again.
const turn = 4 * measure.Stretch

func (p *sweep) run(ctx context.Context) error {
	for at := 0; at < p.text || p.due(); {
		lo, hi, s, priority := at, min(at+turn, p.text), p.behind, measure.Background
		if p.due() {
			lo, hi = p.wanted()
			s, priority = p.ahead, measure.Foreground
		} else {
			at = hi
			p.ahead.Forget()
		}
		if err := p.look(ctx, s, priority, lo, hi); err != nil {
			return err
		}
	}
	return nil
}

// look surveys what is not known of [lo,hi) in a place of its own.
func (p *sweep) look(ctx context.Context, s *measure.Surveyor, priority measure.Priority, lo, hi int) (err error) {
	if p.known(lo, hi) {
		return nil
	}
	none := p.slots.Do(ctx, priority, func(yield func(context.Context)) {
		s.Yield = yield
		err = s.Look(ctx, lo, hi, p.skip, p.put)
	})
	if none != nil {
		return none
	}
	return err
}

func (p *sweep) skip(stretch int) bool { return p.fresh[stretch] }

// put takes what was found.
func (p *sweep) put(at int, found []measure.Found) {
	for i := at / measure.Stretch; i*measure.Stretch < at+len(found); i++ {
		p.fresh[i] = true
	}
	p.report(at, found)
}

// due reports whether something is on screen that is not known.
func (p *sweep) due() bool { return !p.known(p.wanted()) }

// wanted returns the next turn of what is on screen and not known, whole
// stretches.
func (p *sweep) wanted() (lo, hi int) {
	lo, hi = p.screen.get()
	lo, hi = max(lo, 0)/measure.Stretch*measure.Stretch, min(hi, p.text)
	for lo < hi && p.fresh[lo/measure.Stretch] {
		lo += measure.Stretch
	}
	end := (hi + measure.Stretch - 1) / measure.Stretch * measure.Stretch
	return lo, min(end, lo+turn, p.text)
}

func (p *sweep) known(lo, hi int) bool {
	for i := lo / measure.Stretch; i*measure.Stretch < hi; i++ {
		if !p.fresh[i] {
			return false
		}
	}
	return true
}
