package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// RailWidth is the width of the rail.
const RailWidth = 68

// A RailItem is one screen on the rail: an icon over a word.
type RailItem struct {
	widget.BaseWidget
	Tipped
	icon   fyne.Resource
	title  string
	chosen bool
	tap    func()
}

// NewRailItem returns an item that calls tap.
func NewRailItem(icon fyne.Resource, title string, tap func()) *RailItem {
	i := &RailItem{icon: icon, title: title, tap: tap}
	i.ExtendBaseWidget(i)
	i.owner = i
	return i
}

// Choose shows whether the item's screen is on display.
func (i *RailItem) Choose(chosen bool) {
	i.chosen = chosen
	i.Refresh()
}

// Tapped implements fyne.Tappable.
func (i *RailItem) Tapped(*fyne.PointEvent) { i.tap() }

// CreateRenderer implements fyne.Widget.
func (i *RailItem) CreateRenderer() fyne.WidgetRenderer {
	r := &railRenderer{i: i, mark: canvas.NewRectangle(nil), icon: widget.NewIcon(nil), text: canvas.NewText("", nil)}
	r.text.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type railRenderer struct {
	i    *RailItem
	mark *canvas.Rectangle
	icon *widget.Icon
	text *canvas.Text
}

func (r *railRenderer) Refresh() {
	role := RoleMute
	res := theme.NewColoredResource(r.i.icon, RoleMute)
	if r.i.chosen {
		role, res = RoleAccent, theme.NewColoredResource(r.i.icon, RoleAccent)
	}
	r.mark.FillColor = themeColor(RoleAccent)
	r.mark.Hidden = !r.i.chosen
	r.icon.SetResource(res)
	r.text.Text, r.text.TextSize, r.text.Color = r.i.title, SmallSize, themeColor(role)
	canvas.Refresh(r.i)
}

func (r *railRenderer) Layout(size fyne.Size) {
	const icon = 20
	r.mark.Move(fyne.NewPos(0, 8))
	r.mark.Resize(fyne.NewSize(3, size.Height-16))
	r.icon.Move(fyne.NewPos((size.Width-icon)/2, 9))
	r.icon.Resize(fyne.NewSize(icon, icon))
	r.text.Move(fyne.NewPos(0, 31))
	r.text.Resize(fyne.NewSize(size.Width, r.text.MinSize().Height))
}

func (r *railRenderer) MinSize() fyne.Size { return fyne.NewSize(RailWidth, 56) }
func (r *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.mark, r.icon, r.text}
}
func (r *railRenderer) Destroy() {}
