package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A Fill is a plain surface in a role.
type Fill struct {
	widget.BaseWidget
	role fyne.ThemeColorName
	min  fyne.Size
}

// NewFill returns a surface that is at least min large.
func NewFill(role fyne.ThemeColorName, min fyne.Size) *Fill {
	f := &Fill{role: role, min: min}
	f.ExtendBaseWidget(f)
	return f
}

// NewRule returns a hairline.
func NewRule() *Fill { return NewFill(RoleLine, fyne.NewSize(1, 1)) }

// CreateRenderer implements fyne.Widget.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	r := &fillRenderer{f, canvas.NewRectangle(themeColor(f.role))}
	return r
}

type fillRenderer struct {
	f    *Fill
	rect *canvas.Rectangle
}

func (r *fillRenderer) Refresh() {
	r.rect.FillColor = themeColor(r.f.role)
	r.rect.Refresh()
}
func (r *fillRenderer) Layout(size fyne.Size)        { r.rect.Resize(size) }
func (r *fillRenderer) MinSize() fyne.Size           { return r.f.min }
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *fillRenderer) Destroy()                     {}

// On returns o upon a surface in a role.
func On(role fyne.ThemeColorName, o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(NewFill(role, fyne.Size{}), o)
}

// Padded returns o with room around it: left and right x, above and below y.
func Padded(x, y float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(padding{x, y}, o)
}

type padding struct{ x, y float32 }

func (p padding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(p.x, p.y))
		o.Resize(fyne.NewSize(size.Width-2*p.x, size.Height-2*p.y))
	}
}

func (p padding) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min = min.Max(minOf(o))
	}
	return min.Add(fyne.NewSize(2*p.x, 2*p.y))
}

// AtLeast returns o with a least size; 0 leaves a side to o.
func AtLeast(width, height float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(atLeast{fyne.NewSize(width, height)}, o)
}

type atLeast struct{ size fyne.Size }

func (a atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	min := a.size
	for _, o := range objects {
		min = min.Max(minOf(o))
	}
	return min
}

// Row lays objects side by side, each as wide as it must be and in the middle
// of the height, with a gap between them.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap}, objects...)
}

type row struct{ gap float32 }

func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		o.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
		o.Resize(min)
		x += min.Width + r.gap
	}
}

func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	n := 0
	for _, o := range objects {
		if o.Visible() {
			min := o.MinSize()
			size = fyne.NewSize(size.Width+min.Width, max(size.Height, min.Height))
			n++
		}
	}
	return size.Add(fyne.NewSize(float32(max(0, n-1))*r.gap, 0))
}
