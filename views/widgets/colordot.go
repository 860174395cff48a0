package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// NewDot returns a dot in a model's colour, to stand before its name.
func NewDot(c color.Color) fyne.CanvasObject {
	return container.NewGridWrap(fyne.NewSquareSize(chipDot), canvas.NewCircle(c))
}
