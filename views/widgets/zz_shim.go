package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

type Series struct {
	Name  string
	Color color.Color
	X, Y  []float64
}
type LineChart struct {
	widget.BaseWidget
	OnTap func(x float64)
	s     []Series
	LogX  bool
}

func NewLineChart() *LineChart            { l := &LineChart{}; l.ExtendBaseWidget(l); return l }
func (l *LineChart) SetSeries(s []Series) { l.s = s }
func (l *LineChart) Series() []Series     { return l.s }
func (l *LineChart) SetCursor(x float64)  {}
func (l *LineChart) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

type Histogram struct{ widget.BaseWidget }

func NewHistogram() *Histogram                                                     { l := &Histogram{}; l.ExtendBaseWidget(l); return l }
func (l *Histogram) Set(bins []int, top, even float64, tint func(float64) float64) {}
func (l *Histogram) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
