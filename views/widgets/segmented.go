package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Segmented is a row of choices of which one is taken.
type Segmented struct {
	widget.BaseWidget
	Tipped
	names   []string
	chosen  int // -1 for none
	change  func(int)
	focused bool
}

// NewSegmented returns choices; change is called when a person takes another.
func NewSegmented(names []string, chosen int, change func(int)) *Segmented {
	s := &Segmented{names: names, chosen: chosen, change: change}
	s.ExtendBaseWidget(s)
	s.owner = s
	return s
}

// Choose shows a choice as taken.
func (s *Segmented) Choose(i int) {
	if s.chosen != i {
		s.chosen = i
		s.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	x := float32(0)
	for i, name := range s.names {
		x += segmentWidth(name)
		if e.Position.X < x {
			s.take(i)
			return
		}
	}
}

func (s *Segmented) take(i int) {
	if i >= 0 && i < len(s.names) && i != s.chosen {
		s.Choose(i)
		s.change(i)
	}
}

// FocusGained implements fyne.Focusable.
func (s *Segmented) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *Segmented) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *Segmented) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.take(s.chosen - 1)
	case fyne.KeyRight:
		s.take(s.chosen + 1)
	default:
		PassKey(s, e)
	}
}

func segmentWidth(name string) float32 {
	return fyne.MeasureText(name, TextSize, fyne.TextStyle{}).Width + 22
}

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentedRenderer{s: s, back: canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil)}
	r.back.CornerRadius, r.back.StrokeWidth = 5, 1
	r.mark.CornerRadius = 4
	for range s.names {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.Refresh()
	return r
}

type segmentedRenderer struct {
	s          *Segmented
	back, mark *canvas.Rectangle
	texts      []*canvas.Text
}

func (r *segmentedRenderer) Refresh() {
	r.back.FillColor, r.back.StrokeColor = themeColor(RolePanel), themeColor(RoleLine)
	if r.s.focused {
		r.back.StrokeColor = themeColor(RoleAccent)
	}
	r.mark.FillColor = themeColor(RoleAccent)
	for i, t := range r.texts {
		t.Text, t.TextSize, t.Color = r.s.names[i], TextSize, themeColor(RoleMute)
		if i == r.s.chosen {
			t.Color = themeColor(theme.ColorNameForegroundOnPrimary)
		}
	}
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *segmentedRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.mark.Hidden = r.s.chosen < 0
	x := float32(0)
	for i, t := range r.texts {
		w, h := segmentWidth(t.Text), t.MinSize().Height
		if i == r.s.chosen {
			r.mark.Move(fyne.NewPos(x+1, 1))
			r.mark.Resize(fyne.NewSize(w-2, size.Height-2))
		}
		t.Move(fyne.NewPos(x+11, (size.Height-h)/2))
		t.Resize(fyne.NewSize(w-22, h))
		x += w
	}
}

func (r *segmentedRenderer) MinSize() fyne.Size {
	w := float32(0)
	for _, name := range r.s.names {
		w += segmentWidth(name)
	}
	return fyne.NewSize(w, chipHeight)
}

func (r *segmentedRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.back, r.mark}
	for _, t := range r.texts {
		out = append(out, t)
	}
	return out
}

func (r *segmentedRenderer) Destroy() {}
