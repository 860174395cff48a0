package race

import (
	"io"

	"bitlens/assets/lang"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// exports offers the pictures and the rows as tables.
func (c *charts) exports() []views.Export {
	name := func() string { return c.w.Document().Name }
	running := func() widgets.Figure { return widgets.RunningFigure(name(), c.running.Chart().Series) }
	size := func() widgets.Figure { return widgets.SizeFigure(name(), c.size.Chart().Series) }
	time := func() widgets.Figure { return widgets.TimeFigure(name(), c.time.Chart().Series) }
	var all []views.Export
	for _, f := range []struct {
		what string
		make func() widgets.Figure
	}{{"Running bits per byte", running}, {"Compressed size", size}, {"Size against time", time}} {
		all = append(all,
			views.Export{What: f.what, Ext: ".png", Write: func(w io.Writer) error { return f.make().WritePNG(w) }},
			views.Export{What: f.what, Ext: ".svg", Write: func(w io.Writer) error { return f.make().WriteSVG(w) }},
			views.Export{What: f.what, Ext: ".pdf", Write: func(w io.Writer) error { return f.make().WritePDF(w) }})
	}
	rows := func() []*workspace.Row { return c.w.Race().Rows }
	return append(all,
		views.Export{What: "Table of the race", Ext: ".csv", Write: func(w io.Writer) error { return writeCSV(w, rows()) }},
		views.Export{What: "Table of the race", Ext: ".jsonl", Write: func(w io.Writer) error { return writeJSON(w, rows()) }})
}

var _ = []string{lang.T("Running bits per byte"), lang.T("Compressed size"), lang.T("Size against time")}
