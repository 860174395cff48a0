package race

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// A charts is what stands beside the table: the same models in the same
// colours, against position.
type charts struct {
	w       *workspace.Workspace
	content fyne.CanvasObject
	running *widgets.LineChart // bits a byte so far
	size    *widgets.LineChart // bytes so far
}

func newCharts(w *workspace.Workspace) *charts {
	c := &charts{w: w, running: widgets.NewLineChart(), size: widgets.NewLineChart()}
	for _, l := range []*widgets.LineChart{c.running, c.size} {
		l.OnTap = func(x float64) { w.SetCursor(int(x)) }
	}
	c.content = container.New(layout.NewGridLayoutWithRows(2),
		titled(lang.T("RUNNING BITS PER BYTE, BY POSITION"), c.running),
		titled(lang.T("COMPRESSED SIZE SO FAR, IN BYTES"), c.size))
	return c
}

func titled(title string, o fyne.CanvasObject) fyne.CanvasObject {
	head := widgets.NewStyled(title, widgets.RoleMute, widgets.HeadingSize, fyne.TextStyle{Bold: true})
	return widgets.Padded(14, 10, widgets.Dock(head, nil, nil, nil, o))
}

// refresh draws the curves of all rows that have begun.
func (c *charts) refresh() {
	var running, size []widgets.Series
	for _, row := range c.w.Race().Rows {
		if row.Curve.Len() == 0 {
			continue
		}
		r := widgets.Series{Name: row.Entry.ID, Color: widgets.ModelColor(row.Entry)}
		s := r
		row.Curve.Points(func(n int, bits float64) {
			x := float64(n)
			r.X, r.Y = append(r.X, x), append(r.Y, bits/x)
			s.X, s.Y = append(s.X, x), append(s.Y, bits/8)
		})
		running, size = append(running, r), append(size, s)
	}
	n := c.w.Text().Len()
	c.running.SetChart(widgets.RunningChart("", n, running))
	c.size.SetChart(widgets.Chart{X: widgets.Axis{Max: float64(max(n, 1))}, Series: size})
}

func (c *charts) setCursor(at int) {
	c.running.SetCursor(float64(at))
	c.size.SetCursor(float64(at))
}

// exports offers the curves as pictures and the rows as tables.
func (c *charts) exports() []views.Export {
	name := func() string { return c.w.Document().Name }
	running := func() widgets.Figure { return widgets.RunningFigure(name(), c.running.Chart().Series) }
	size := func() widgets.Figure { return widgets.SizeFigure(name(), c.size.Chart().Series) }
	return []views.Export{
		{What: "Running bits per byte", Ext: ".png", Write: func(w io.Writer) error { return running().WritePNG(w) }},
		{What: "Running bits per byte", Ext: ".svg", Write: func(w io.Writer) error { return running().WriteSVG(w) }},
		{What: "Compressed size", Ext: ".png", Write: func(w io.Writer) error { return size().WritePNG(w) }},
		{What: "Compressed size", Ext: ".svg", Write: func(w io.Writer) error { return size().WriteSVG(w) }},
		{What: "Table of the race", Ext: ".csv", Write: func(w io.Writer) error { return writeCSV(w, c.w.Race().Rows) }},
		{What: "Table of the race", Ext: ".json", Write: func(w io.Writer) error { return writeJSON(w, c.w.Race().Rows) }},
	}
}

// A record is one row of the race as it is saved; its names are those of the
// bits command.
type record struct {
	Model      string  `json:"model"`
	Original   int64   `json:"original_bytes"`
	Compressed int64   `json:"compressed_bytes"`
	Header     int64   `json:"header_bytes"`
	Payload    int64   `json:"payload_bytes"`
	PerByte    float64 `json:"bits_per_byte"`
	Encode     float64 `json:"encode_seconds"`
	Decode     float64 `json:"decode_seconds"`
	Peak       int64   `json:"peak_bytes"`
	Verified   bool    `json:"verified"`
}

// records returns the rows that have come in.
func records(rows []*workspace.Row) []record {
	var out []record
	for _, row := range rows {
		if row.State != workspace.Finished {
			continue
		}
		r := row.Receipt
		per, _ := r.BitsPerByte()
		out = append(out, record{r.Model, r.OriginalBytes, r.CompressedBytes, r.HeaderBytes, r.PayloadBytes,
			per, r.EncodeSeconds, r.DecodeSeconds, r.PeakBytes, r.Verified})
	}
	return out
}

// writeJSON writes one object a line.
func writeJSON(w io.Writer, rows []*workspace.Row) error {
	e := json.NewEncoder(w)
	for _, r := range records(rows) {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

func writeCSV(w io.Writer, rows []*workspace.Row) error {
	c := csv.NewWriter(w)
	c.Write([]string{"model", "original_bytes", "compressed_bytes", "header_bytes", "payload_bytes",
		"bits_per_byte", "encode_seconds", "decode_seconds", "peak_bytes", "verified"})
	for _, r := range records(rows) {
		whole := func(n int64) string { return strconv.FormatInt(n, 10) }
		c.Write([]string{r.Model, whole(r.Original), whole(r.Compressed), whole(r.Header), whole(r.Payload),
			widgets.Fixed(r.PerByte, 6), widgets.Fixed(r.Encode, 6), widgets.Fixed(r.Decode, 6), whole(r.Peak),
			strconv.FormatBool(r.Verified)})
	}
	c.Flush()
	return c.Error()
}
