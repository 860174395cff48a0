package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Dock lays objects along the edges and center in what is left, flush: no room
// is put between them. Any may be nil; hidden ones take no room.
func Dock(top, bottom, left, right, center fyne.CanvasObject) *fyne.Container {
	d := dock{top, bottom, left, right, center}
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{top, bottom, left, right, center} {
		if o != nil {
			all = append(all, o)
		}
	}
	return container.New(d, all...)
}

type dock struct{ top, bottom, left, right, center fyne.CanvasObject }

func (d dock) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x0, y0, x1, y1 := float32(0), float32(0), size.Width, size.Height
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	if o := d.top; takesRoom(o) {
		h := o.MinSize().Height
		place(o, x0, y0, x1-x0, h)
		y0 += h
	}
	if o := d.bottom; takesRoom(o) {
		h := o.MinSize().Height
		y1 -= h
		place(o, x0, y1, x1-x0, h)
	}
	if o := d.left; takesRoom(o) {
		w := o.MinSize().Width
		place(o, x0, y0, w, y1-y0)
		x0 += w
	}
	if o := d.right; takesRoom(o) {
		w := o.MinSize().Width
		x1 -= w
		place(o, x1, y0, w, y1-y0)
	}
	if o := d.center; takesRoom(o) {
		place(o, x0, y0, x1-x0, y1-y0)
	}
}

func (d dock) MinSize([]fyne.CanvasObject) fyne.Size {
	size := minOf(d.center)
	for _, o := range []fyne.CanvasObject{d.left, d.right} {
		min := minOf(o)
		size = fyne.NewSize(size.Width+min.Width, max(size.Height, min.Height))
	}
	for _, o := range []fyne.CanvasObject{d.top, d.bottom} {
		min := minOf(o)
		size = fyne.NewSize(max(size.Width, min.Width), size.Height+min.Height)
	}
	return size
}

func takesRoom(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

// minOf returns the least size of an object, nothing for a hidden one.
func minOf(o fyne.CanvasObject) fyne.Size {
	if !takesRoom(o) {
		return fyne.Size{}
	}
	return o.MinSize()
}

// Middle puts an object in the middle of the height, at its least height and
// the full width.
func Middle(o fyne.CanvasObject) fyne.CanvasObject { return container.New(middle{}, o) }

type middle struct{}

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, (size.Height-h)/2))
		o.Resize(fyne.NewSize(size.Width, h))
	}
}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(minOf(o))
	}
	return size
}

// Stacked lays objects below one another, flush, each as high as it must be.
type Stacked struct{}

// Layout implements fyne.Layout.
func (Stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		h := minOf(o).Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}

// MinSize implements fyne.Layout.
func (Stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		min := minOf(o)
		size = fyne.NewSize(max(size.Width, min.Width), size.Height+min.Height)
	}
	return size
}
