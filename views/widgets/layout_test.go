package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// box returns an object of a least size.
func box(w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func hidden(w, h float32) *canvas.Rectangle {
	r := box(w, h)
	r.Hide()
	return r
}

// A spot is where an object stands: x, y, width, height.
type spot [4]float32

func spotOf(o fyne.CanvasObject) spot {
	return spot{o.Position().X, o.Position().Y, o.Size().Width, o.Size().Height}
}

// Each case is laid out in 200 by 100. What is hidden takes no room.
func TestLayouts(t *testing.T) {
	for _, c := range []struct {
		name    string
		make    func(o ...fyne.CanvasObject) *fyne.Container
		objects []fyne.CanvasObject
		min     [2]float32
		spots   []spot // of those that are shown
	}{
		{"dock", dockOf, []fyne.CanvasObject{box(10, 20), box(10, 30), box(40, 5), box(50, 5), box(7, 8)},
			[2]float32{97, 58}, []spot{{0, 0, 200, 20}, {0, 70, 200, 30}, {0, 20, 40, 50}, {150, 20, 50, 50}, {40, 20, 110, 50}}},
		{"dock without top and left", dockOf, []fyne.CanvasObject{hidden(10, 20), box(10, 30), hidden(40, 5), box(50, 5), box(7, 8)},
			[2]float32{57, 38}, []spot{{0, 70, 200, 30}, {150, 0, 50, 70}, {0, 0, 150, 70}}},
		{"dock without centre", dockOf, []fyne.CanvasObject{box(10, 20), hidden(300, 30), box(40, 5), hidden(50, 300), hidden(70, 80)},
			[2]float32{40, 25}, []spot{{0, 0, 200, 20}, {0, 20, 40, 80}}},
		{"row", rowOf, []fyne.CanvasObject{box(10, 20), box(30, 40), box(5, 6)},
			[2]float32{65, 40}, []spot{{0, 40, 10, 20}, {20, 30, 30, 40}, {60, 47, 5, 6}}},
		{"row without its middle", rowOf, []fyne.CanvasObject{box(10, 20), hidden(30, 40), box(5, 6)},
			[2]float32{25, 20}, []spot{{0, 40, 10, 20}, {20, 47, 5, 6}}},
		{"row of nothing", rowOf, []fyne.CanvasObject{hidden(10, 20)}, [2]float32{0, 0}, nil},
		{"padded", paddedOf, []fyne.CanvasObject{box(10, 20)}, [2]float32{38, 32}, []spot{{14, 6, 172, 88}}},
		{"padded, hidden", paddedOf, []fyne.CanvasObject{hidden(10, 20)}, [2]float32{28, 12}, nil},
		{"middle", middleOf, []fyne.CanvasObject{box(10, 20)}, [2]float32{10, 20}, []spot{{0, 40, 200, 20}}},
		{"middle, hidden", middleOf, []fyne.CanvasObject{hidden(10, 20)}, [2]float32{0, 0}, nil},
		{"stacked", stackedOf, []fyne.CanvasObject{box(10, 20), box(30, 40)},
			[2]float32{30, 60}, []spot{{0, 0, 200, 20}, {0, 20, 200, 40}}},
		{"stacked without its first", stackedOf, []fyne.CanvasObject{hidden(100, 20), box(30, 40)},
			[2]float32{30, 40}, []spot{{0, 0, 200, 40}}},
		{"at least", atLeastOf, []fyne.CanvasObject{box(10, 90)}, [2]float32{68, 90}, []spot{{0, 0, 200, 100}}},
		{"at least, hidden", atLeastOf, []fyne.CanvasObject{hidden(100, 90)}, [2]float32{68, 46}, nil},
	} {
		content := c.make(c.objects...)
		if min := content.MinSize(); min != fyne.NewSize(c.min[0], c.min[1]) {
			t.Errorf("%s: least size %v, want %v", c.name, min, c.min)
		}
		content.Resize(fyne.NewSize(200, 100))
		var spots []spot
		for _, o := range c.objects {
			if o.Visible() {
				spots = append(spots, spotOf(o))
			}
		}
		if len(spots) != len(c.spots) {
			t.Fatalf("%s: %d are shown, want %d", c.name, len(spots), len(c.spots))
		}
		for i := range spots {
			if spots[i] != c.spots[i] {
				t.Errorf("%s: shown object %d stands at %v, want %v", c.name, i, spots[i], c.spots[i])
			}
		}
	}
}

func dockOf(o ...fyne.CanvasObject) *fyne.Container { return Dock(o[0], o[1], o[2], o[3], o[4]) }
func rowOf(o ...fyne.CanvasObject) *fyne.Container  { return Row(10, o...) }
func paddedOf(o ...fyne.CanvasObject) *fyne.Container {
	return Padded(14, 6, o[0]).(*fyne.Container)
}
func middleOf(o ...fyne.CanvasObject) *fyne.Container { return Middle(o[0]).(*fyne.Container) }
func stackedOf(o ...fyne.CanvasObject) *fyne.Container {
	return container.New(Stacked{}, o...)
}
func atLeastOf(o ...fyne.CanvasObject) *fyne.Container {
	return AtLeast(68, 46, o[0]).(*fyne.Container)
}

// What is not there takes no room either.
func TestDockOfNothing(t *testing.T) {
	if min := Dock(nil, nil, nil, nil, nil).MinSize(); min != (fyne.Size{}) {
		t.Errorf("takes %v", min)
	}
	only := box(7, 8)
	Dock(nil, nil, nil, nil, only).Resize(fyne.NewSize(200, 100))
	if spotOf(only) != (spot{0, 0, 200, 100}) {
		t.Errorf("the centre alone stands at %v", spotOf(only))
	}
}
