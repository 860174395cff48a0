package widgets

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// themeColor returns the colour of a role in the theme and variant of now.
func themeColor(role fyne.ThemeColorName) color.Color { return theme.Color(role) }

// tipDelay is how long the pointer rests before a tip appears.
const tipDelay = 500 * time.Millisecond

// A TipLayer lies above the content of a window and shows the tip of what the
// pointer rests on. It takes no events.
type TipLayer struct {
	box   *fyne.Container
	back  *canvas.Rectangle
	timer *time.Timer
	owner fyne.CanvasObject
	delay time.Duration
}

// tipLayers are the layers of the windows.
var tipLayers = map[fyne.Canvas]*TipLayer{}

// WithTips returns content with a layer for tips above it, for window w.
func WithTips(w fyne.Window, content fyne.CanvasObject) fyne.CanvasObject {
	l := &TipLayer{back: canvas.NewRectangle(nil), delay: tipDelay}
	l.back.CornerRadius, l.back.StrokeWidth = 4, 1
	l.box = container.NewWithoutLayout()
	l.box.Hide()
	tipLayers[w.Canvas()] = l
	return container.NewStack(content, container.NewWithoutLayout(l.box))
}

// show puts lines up below at, the pointer.
func (l *TipLayer) show(lines []string, at fyne.Position, room fyne.Size) {
	l.back.FillColor, l.back.StrokeColor = themeColor(theme.ColorNameMenuBackground), themeColor(RoleLine)
	l.box.Objects = []fyne.CanvasObject{l.back}
	size := fyne.NewSize(0, 0)
	for _, line := range lines {
		t := canvas.NewText(line, themeColor(RoleInk))
		t.TextSize = TextSize
		t.Move(fyne.NewPos(8, 6+size.Height))
		min := t.MinSize()
		t.Resize(min)
		size = fyne.NewSize(max(size.Width, min.Width), size.Height+min.Height)
		l.box.Objects = append(l.box.Objects, t)
	}
	size = size.Add(fyne.NewSize(16, 12))
	l.back.Resize(size)
	x := max(4, min(at.X, room.Width-size.Width-4))
	y := at.Y + 20
	if y+size.Height > room.Height {
		y = at.Y - size.Height - 8
	}
	l.box.Resize(size)
	l.box.Move(fyne.NewPos(x, y))
	l.box.Show()
	l.box.Refresh()
}

func (l *TipLayer) hide() {
	if l.timer != nil {
		l.timer.Stop()
		l.timer = nil
	}
	l.owner = nil
	if l.box.Visible() {
		l.box.Hide()
	}
}

// A Tipped is the part of a widget that shows a tip. The widget embeds it and
// says that it is its owner.
type Tipped struct {
	owner fyne.CanvasObject
	tip   func() []string
	over  bool
}

// Own says whose part this is.
func (t *Tipped) Own(owner fyne.CanvasObject) { t.owner = owner }

// SetTip sets the lines that appear when the pointer rests on the widget.
func (t *Tipped) SetTip(tip func() []string) { t.tip = tip }

// MouseIn implements desktop.Hoverable.
func (t *Tipped) MouseIn(e *desktop.MouseEvent) {
	t.over = true
	l := t.layer()
	if l == nil || t.tip == nil {
		return
	}
	l.hide()
	l.owner = t.owner
	at := e.AbsolutePosition
	l.timer = time.AfterFunc(l.delay, func() { fyne.Do(func() { t.appear(l, at) }) })
}

// appear shows the tip, if the pointer has stayed.
func (t *Tipped) appear(l *TipLayer, at fyne.Position) {
	if l.owner != t.owner {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.owner); c != nil {
		l.show(t.tip(), at, c.Size())
	}
}

// MouseMoved implements desktop.Hoverable.
func (t *Tipped) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *Tipped) MouseOut() {
	t.over = false
	if l := t.layer(); l != nil && l.owner == t.owner {
		l.hide()
	}
}

// HideTips hides the tip of a window, when something else opens.
func HideTips(c fyne.Canvas) {
	if l := tipLayers[c]; l != nil {
		l.hide()
	}
}

func (t *Tipped) layer() *TipLayer {
	c := fyne.CurrentApp().Driver().CanvasForObject(t.owner)
	if c == nil {
		return nil
	}
	return tipLayers[c]
}
