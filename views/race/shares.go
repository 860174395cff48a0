package race

import "fyne.io/fyne/v2"

// Shares give the course a part of the height, and the stages the rest: what the
// model wrote is read first.
type shares struct{}

const (
	courseShare = 0.38
	courseLeast = 210 // dips
)

func (shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := size.Height - max(courseLeast, size.Height*courseShare)
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[0].Move(fyne.Position{})
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-top))
	objects[1].Move(fyne.NewPos(0, top))
}

func (shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stageLeast, objects[0].MinSize().Height+courseLeast)
}
