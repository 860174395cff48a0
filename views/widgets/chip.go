package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Chip is a quiet button: a caption, perhaps a value with a dot of its
// colour, and an arrow where it opens a menu.
type Chip struct {
	widget.BaseWidget
	Tipped
	caption string
	value   string
	dot     color.Color // nil for none
	icon    fyne.Resource
	menu    func() *fyne.Menu
	tap     func()
	focused bool
	tight   bool // there is no room for a caption of several letters beside a value
	height  float32
}

// NewChip returns a button that calls tap.
func NewChip(caption string, tap func()) *Chip {
	c := &Chip{caption: caption, tap: tap, height: chipHeight}
	c.ExtendBaseWidget(c)
	c.owner = c
	return c
}

// NewMenuChip returns a button that opens a menu.
func NewMenuChip(caption string, menu func() *fyne.Menu) *Chip {
	c := NewChip(caption, nil)
	c.menu, c.icon = menu, theme.MenuDropDownIcon()
	return c
}

// SetIcon shows an icon in place of the arrow.
func (c *Chip) SetIcon(icon fyne.Resource) {
	c.icon = icon
	c.Refresh()
}

// Slim makes the chip fit a low bar.
func (c *Chip) Slim() *Chip {
	c.height = 22
	return c
}

// SetCaption changes the caption.
func (c *Chip) SetCaption(caption string) {
	c.caption = caption
	c.Refresh()
}

// SetValue shows a value behind the caption; dot may be nil.
func (c *Chip) SetValue(value string, dot color.Color) {
	c.value, c.dot = value, dot
	c.Refresh()
}

// said returns the caption where there is room for it. One letter names what no
// value does.
func (c *Chip) said() string {
	if c.tight && c.value != "" && len([]rune(c.caption)) > 1 {
		return ""
	}
	return c.caption
}

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(*fyne.PointEvent) { c.Activate() }

// Activate does what a tap does.
func (c *Chip) Activate() {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(c); cv != nil {
		HideTips(cv)
	}
	if c.tap != nil {
		c.tap()
		return
	}
	cv := fyne.CurrentApp().Driver().CanvasForObject(c)
	if cv == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
	ShowMenu(c.menu(), cv, at.Add(fyne.NewPos(0, c.Size().Height+2)))
}

// ShowMenu opens a menu at a place and gives it the keyboard.
func ShowMenu(m *fyne.Menu, c fyne.Canvas, at fyne.Position) {
	p := widget.NewPopUpMenu(m, c)
	size := p.MinSize()
	at.X = max(0, min(at.X, c.Size().Width-size.Width))
	p.ShowAtPosition(at)
	c.Focus(p)
}

// FocusGained implements fyne.Focusable.
func (c *Chip) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Chip) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		c.Activate()
	default:
		PassKey(c, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Chip) MouseIn(e *desktop.MouseEvent) { c.Tipped.MouseIn(e); c.Refresh() }

// MouseOut implements desktop.Hoverable.
func (c *Chip) MouseOut() { c.Tipped.MouseOut(); c.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{
		c: c, back: canvas.NewRectangle(nil), caption: canvas.NewText("", nil),
		value: canvas.NewText("", nil), dot: canvas.NewCircle(nil), icon: widget.NewIcon(nil),
	}
	r.back.CornerRadius, r.back.StrokeWidth = 5, 1
	r.Refresh()
	return r
}

type chipRenderer struct {
	c              *Chip
	back           *canvas.Rectangle
	caption, value *canvas.Text
	dot            *canvas.Circle
	icon           *widget.Icon
}

const (
	chipHeight = 28
	chipPad    = 10
	chipGap    = 6
	chipDot    = 8
	chipIcon   = 14
)

func (r *chipRenderer) Refresh() {
	c := r.c
	r.back.FillColor, r.back.StrokeColor = themeColor(RolePanel), themeColor(RoleLine)
	if c.over {
		r.back.FillColor = themeColor(theme.ColorNameHover)
	}
	if c.focused {
		r.back.StrokeColor = themeColor(RoleAccent)
	}
	r.caption.Text, r.caption.TextSize, r.caption.Color = c.said(), TextSize, themeColor(RoleInk)
	if c.value != "" {
		r.caption.Color = themeColor(RoleMute)
	}
	r.value.Text, r.value.TextSize, r.value.Color = c.value, TextSize, themeColor(RoleInk)
	r.dot.Hidden = c.dot == nil
	if c.dot != nil {
		r.dot.FillColor = c.dot
	}
	r.icon.Hidden = c.icon == nil
	if c.icon != nil {
		r.icon.SetResource(c.icon)
	}
	r.Layout(c.Size())
	canvas.Refresh(c)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	x := float32(chipPad)
	put := func(o fyne.CanvasObject, w, h float32) {
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		x += w + chipGap
	}
	text := func(t *canvas.Text) {
		if t.Text != "" {
			min := t.MinSize()
			put(t, min.Width, min.Height)
		}
	}
	text(r.caption)
	if !r.dot.Hidden {
		put(r.dot, chipDot, chipDot)
	}
	text(r.value)
	if !r.icon.Hidden {
		put(r.icon, chipIcon, chipIcon)
	}
}

func (r *chipRenderer) MinSize() fyne.Size {
	w := float32(2*chipPad - chipGap)
	r.caption.Text = r.c.said()
	for _, t := range []*canvas.Text{r.caption, r.value} {
		if t.Text != "" {
			w += t.MinSize().Width + chipGap
		}
	}
	if r.c.dot != nil {
		w += chipDot + chipGap
	}
	if r.c.icon != nil {
		w += chipIcon + chipGap
	}
	return fyne.NewSize(w, r.c.height)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.caption, r.dot, r.value, r.icon}
}

func (r *chipRenderer) Destroy() {}
