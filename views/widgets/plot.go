package widgets

import (
	"errors"
	"image/color"
	"io"
	"strings"
	"sync"
	"unicode"

	"bitlens/assets/fonts"
	"bitlens/assets/lang"

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
	LogX, LogY  bool
	Lines       []Line
}

// A Line is one series of a figure.
type Line struct {
	Name  string
	Color color.Color
	Dots  bool
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

// WritePDF writes the figure as a PDF document in the fonts that PDF has by
// itself, which are Latin: with other labels it writes nothing and says so.
func (f Figure) WritePDF(w io.Writer) error {
	if !f.latin() {
		return errors.New(lang.T("PDF has only Latin labels here. Save this picture as SVG or PNG."))
	}
	return f.write(w, "pdf")
}

// latin reports whether all labels are in Latin 1.
func (f Figure) latin() bool {
	labels := []string{f.Title, f.X, f.Y}
	for _, l := range f.Lines {
		labels = append(labels, l.Name)
	}
	return !strings.ContainsFunc(strings.Join(labels, ""), func(r rune) bool { return r > unicode.MaxLatin1 })
}

func (f Figure) write(w io.Writer, format string) error {
	p, err := f.plot(format)
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

func (f Figure) plot(format string) (*plot.Plot, error) {
	p := plot.New()
	style := plotFont()
	if format == "pdf" {
		style = font.Font{Typeface: "Liberation", Variant: "Sans"} // our own face is none that PDF takes
	}
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
		if err := l.addTo(p); err != nil {
			return nil, err
		}
	}
	if f.LogX && p.X.Min > 0 {
		p.X.Scale, p.X.Tick.Marker = plot.LogScale{}, plot.LogTicks{Prec: -1}
	}
	if f.LogY && p.Y.Min > 0 {
		p.Y.Scale, p.Y.Tick.Marker = plot.LogScale{}, plot.LogTicks{Prec: -1}
	}
	return p, nil
}

// addTo draws the line, or its dots; one without a name stands in no legend.
func (l Line) addTo(p *plot.Plot) error {
	line, dots, err := plotter.NewLinePoints(l.XY)
	if err != nil {
		return err
	}
	line.Color, line.Width = l.Color, vg.Points(1.5)
	dots.Color, dots.Shape, dots.Radius = l.Color, draw.CircleGlyph{}, vg.Points(3)
	switch {
	case l.Dots:
		p.Add(dots)
		p.Legend.Add(l.Name, dots)
	case l.Name == "":
		line.Dashes = []vg.Length{vg.Points(4), vg.Points(4)}
		p.Add(line)
	default:
		p.Add(line)
		p.Legend.Add(l.Name, line)
	}
	return nil
}
