package widgets

import (
	"image/color"
	"io"
	"sync"

	"bitlens/assets/fonts"

	xfont "golang.org/x/image/font/opentype"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Figure is a chart as it is saved: drawn by gonum/plot, on white, with its
// units on the axes.
type Figure struct {
	Title, X, Y string // Y's and X's labels name their units
	LogX        bool
	Lines       []Line
}

// A Line is one series of a figure.
type Line struct {
	Name  string
	Color color.Color
	XY    plotter.XYs
}

// plotFont makes the embedded face known to gonum/plot, for Chinese labels.
var plotFont = sync.OnceValue(func() font.Font {
	face, err := xfont.Parse(fonts.Sans)
	if err != nil {
		panic("the embedded font: " + err.Error())
	}
	f := font.Font{Typeface: "Bitlens"}
	font.DefaultCache.Add([]font.Face{{Font: f, Face: face}})
	return f
})

// Size of a saved figure.
const (
	figureWidth  = 9 * vg.Inch
	figureHeight = 5 * vg.Inch
)

// WritePNG writes the figure as a PNG picture.
func (f Figure) WritePNG(w io.Writer) error { return f.write(w, "png") }

// WriteSVG writes the figure as an SVG drawing, its text as text.
func (f Figure) WriteSVG(w io.Writer) error { return f.write(w, "svg") }

func (f Figure) write(w io.Writer, format string) error {
	p, err := f.plot()
	if err != nil {
		return err
	}
	to, err := p.WriterTo(figureWidth, figureHeight, format)
	if err != nil {
		return err
	}
	_, err = to.WriteTo(w)
	return err
}

func (f Figure) plot() (*plot.Plot, error) {
	p := plot.New()
	style := plotFont()
	for _, s := range []*draw.TextStyle{&p.Title.TextStyle, &p.X.Label.TextStyle, &p.Y.Label.TextStyle,
		&p.X.Tick.Label, &p.Y.Tick.Label, &p.Legend.TextStyle} {
		s.Font.Typeface, s.Font.Variant = style.Typeface, style.Variant
	}
	p.Title.Text, p.X.Label.Text, p.Y.Label.Text = f.Title, f.X, f.Y
	p.Legend.Top = true
	p.Add(plotter.NewGrid())
	for _, l := range f.Lines {
		if len(l.XY) == 0 {
			continue
		}
		line, err := plotter.NewLine(l.XY)
		if err != nil {
			return nil, err
		}
		line.Color, line.Width = l.Color, vg.Points(1.5)
		p.Add(line)
		p.Legend.Add(l.Name, line)
	}
	if f.LogX && p.X.Min > 0 {
		p.X.Scale, p.X.Tick.Marker = plot.LogScale{}, plot.LogTicks{Prec: -1}
	}
	return p, nil
}
