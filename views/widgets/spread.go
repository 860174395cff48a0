package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Spread lays one object at the left of a bar and another at the right, in the
// middle of its height. Where there is no room for both, chips at the right
// lose their captions first; then spare, which returns a part of the left, is
// hidden.
func Spread(left, right fyne.CanvasObject, spare func() fyne.CanvasObject) *fyne.Container {
	return container.New(&spread{left, right, spare}, left, right)
}

type spread struct {
	left, right fyne.CanvasObject
	spare       func() fyne.CanvasObject
}

// Last returns the last part of a container, for Spread to spare.
func Last(o fyne.CanvasObject) fyne.CanvasObject {
	for {
		c, ok := o.(*fyne.Container)
		if !ok || len(c.Objects) == 0 {
			return o
		}
		o = c.Objects[len(c.Objects)-1]
	}
}

// spreadGap is the least room between the two sides, in dips.
const spreadGap = 12

func (s *spread) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.fit(size.Width)
	place := func(o fyne.CanvasObject, x float32) {
		min := o.MinSize()
		o.Resize(min)
		o.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
	}
	place(s.left, 0)
	place(s.right, size.Width-s.right.MinSize().Width)
}

// fit gives up what there is no room for. Nothing is refreshed that stays as it
// is, so that to lay out again is to do nothing.
func (s *spread) fit(width float32) {
	chips := chipsIn(s.right)
	before := make([]bool, len(chips))
	for i, c := range chips {
		before[i], c.tight = c.tight, false
	}
	left, spare := s.left.MinSize().Width, s.spare()
	if !spare.Visible() {
		left += spare.MinSize().Width
	}
	fits := func() bool { return left+minOf(s.right).Width+spreadGap <= width }
	if !fits() {
		for _, c := range chips {
			c.tight = true
		}
	}
	show(spare, fits())
	for i, c := range chips {
		if c.tight != before[i] {
			c.Refresh()
		}
	}
}

// chipsIn returns the chips in an object.
func chipsIn(o fyne.CanvasObject) (all []*Chip) {
	switch o := o.(type) {
	case *Chip:
		return []*Chip{o}
	case *fyne.Container:
		for _, part := range o.Objects {
			all = slices.Concat(all, chipsIn(part))
		}
	}
	return all
}

// MinSize lets the bar be as narrow as it may: what is around it says how
// narrow a window can be.
func (s *spread) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(s.left.MinSize().Height, s.right.MinSize().Height))
}
