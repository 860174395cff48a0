package race

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// raced returns a screen whose race is over, and where its clicks go.
func raced(t *testing.T) (*View, *[]workspace.Link) {
	t.Helper()
	w, q := open(t, "ppm", strings.Repeat("some text to race over, 一段文字. ", 20))
	v := New(w).(*View)
	v.Shown(true)
	q.Until(t, "the race", func() bool { return !w.Race().Busy() })
	var links []workspace.Link
	w.SetGo(func(l workspace.Link) { links = append(links, l) })
	return v, &links
}

// A click on the strip or on a curve opens that place with the two models that
// cost least there; the dot of a model opens it against the one that reads.
func TestClicksOpenTwoModels(t *testing.T) {
	v, links := raced(t)
	c := v.charts
	stripe := len(c.strip.leads) - 1
	lead := c.strip.leads[stripe]
	rows := v.w.Race().Rows
	a, b := rows[lead.First].Entry.ID, rows[lead.Second].Entry.ID
	at := stripe * c.strip.width
	check := func(what string, want ...string) {
		t.Helper()
		l := (*links)[len(*links)-1]
		got := []string{l.Screen, l.Values.Get("model"), l.Values.Get("b"), l.Values.Get("at")}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
		if err := v.w.SetModel("ppm"); err != nil {
			t.Fatal(err)
		}
	}
	c.strip.strip.OnTap(stripe)
	check("strip", "read", a, b, strconv.Itoa(at))
	c.running.OnTap(float64(at + 1))
	check("curve", "read", a, b, strconv.Itoa(at+1))
	for i, row := range c.dots {
		if row != nil && row.Entry.ID == "gzip:9" {
			c.time.OnPick(widgets.Pick{Series: i})
		}
	}
	check("dot", "read", "gzip:9", "ppm", strconv.Itoa(v.w.Cursor()))
}

// What is hovered is named with its figures.
func TestPicturesSayWhatTheyShow(t *testing.T) {
	v, _ := raced(t)
	c := v.charts
	for what, lines := range map[string][]string{
		"curve": c.running.Describe(widgets.Pick{Series: 0, X: 100, Y: 2.5}),
		"size":  c.size.Describe(widgets.Pick{Series: 0, X: 100, Y: 25}),
		"dot":   c.time.Describe(widgets.Pick{Series: 1, X: 0.25, Y: 1234}),
		"strip": c.strip.describe(0),
	} {
		if s := strings.Join(lines, "\n"); len(lines) < 2 || !strings.Contains(s, ": ") {
			t.Errorf("%s: %q", what, s)
		}
	}
}

// The model's own bytes are counted in size, bits/byte and the frontier alike.
func TestTwoPartCounts(t *testing.T) {
	v, _ := raced(t)
	before := map[string]float64{}
	for _, row := range v.table.rows {
		before[row.Entry.ID], _ = bySize(v.table, row)
	}
	v.count(counting{twoPart: true})
	n := float64(v.w.Text().Len())
	for _, row := range v.table.rows {
		size, _ := bySize(v.table, row)
		if want := float64(measure.TwoPart(row.Entry, int64(before[row.Entry.ID]))); size != want {
			t.Errorf("%s: %v bytes, want %v", row.Entry.ID, size, want)
		}
		if got := bitsPerByte(v.table, row); got != widgets.Fixed(8*size/n, 3) {
			t.Errorf("%s: %s bits/byte for %v bytes", row.Entry.ID, got, size)
		}
	}
	for i, row := range v.charts.dots {
		if row == nil {
			continue
		}
		if size, _ := bySize(v.table, row); v.charts.time.Chart().Series[i].Y[0] != size {
			t.Errorf("%s: its dot is elsewhere", row.Entry.ID)
		}
	}
}

// In groups the best of each family is in front, and a folded family shows it
// alone; headings are reached by keys.
func TestGroups(t *testing.T) {
	v, _ := raced(t)
	v.group()
	test.WidgetRenderer(v.table).Refresh()
	checkGroups(t, v.table)
	family := v.table.shown[0].family
	v.table.light(0)
	v.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	n := 0
	for _, l := range v.table.lines() {
		if l.family == family && l.row != nil {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d rows of the folded family are shown", n)
	}
	checkGroups(t, v.table)
}

func checkGroups(t *testing.T, table *table) {
	t.Helper()
	var best *workspace.Row
	lines := table.lines()
	for i, l := range lines {
		if l.row == nil {
			first := lines[i+1].row
			if best != nil && table.compare(best, first) > 0 {
				t.Errorf("%s stands before %s", best.Entry.ID, first.Entry.ID)
			}
			best = first
			continue
		}
		if l.row.Entry.Family != l.family || table.compare(best, l.row) > 0 {
			t.Errorf("%s is in the group of %s behind %s", l.row.Entry.ID, l.family, best.Entry.ID)
		}
	}
}

// A matrix is filled through the window's queue, saved, and left again.
func TestMatrixOnScreen(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"a": strings.Repeat("text ", 60), "b": "", "c": strings.Repeat("又一篇", 60)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w, q := open(t, "ppm", "text")
	v := New(w).(*View)
	v.Shown(true)
	v.Open(workspace.Link{Screen: "race", Values: map[string][]string{"texts": {dir}}})
	q.Until(t, "the matrix", func() bool { return !w.Matrix().Busy() })
	m := w.Matrix()
	if len(m.Texts) != 3 || m.Texts[1].Err == nil || m.Progress() != 1 {
		t.Fatalf("%d texts, %v", len(m.Texts), m.Progress())
	}
	for _, i := range []int{0, 2} {
		ticks := 0
		for e := range m.Entries {
			s, best, _ := v.matrix.cell(i+1, matrixModels+e)
			if r := m.Texts[i].Cells[e].Receipt; s != perByteOf(r.CompressedBytes, int64(m.Texts[i].Bytes)) {
				t.Errorf("%s of %s: %q", m.Entries[e].ID, m.Texts[i].Name, s)
			}
			if best {
				ticks++
			}
		}
		if ticks != 1 {
			t.Errorf("%d models are the best of a text", ticks)
		}
	}
	if s, _, _ := v.matrix.cell(2, matrixModels); s != m.Texts[1].Err.Error() {
		t.Errorf("of the empty file it says %q", s)
	}
	checkSavedMatrix(t, m)
	w.CloseMatrix()
	if v.matrix.content.Visible() {
		t.Error("it stays when it is closed")
	}
}

func checkSavedMatrix(t *testing.T, m *workspace.Matrix) {
	t.Helper()
	var asCSV, asJSON bytes.Buffer
	if err := writeMatrixCSV(&asCSV, m); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&asCSV).ReadAll()
	if err != nil || len(lines) != 4 || len(lines[0]) != len(m.Entries)+3 || lines[2][len(lines[2])-1] == "" {
		t.Errorf("%v, %v", lines, err)
	}
	if err := writeMatrixJSON(&asJSON, m); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(asJSON.String()), "\n")
	var first struct {
		File       string `json:"file"`
		Compressed int64  `json:"compressed_bytes"`
	}
	if err := json.Unmarshal([]byte(rows[0]), &first); err != nil || first.Compressed != m.Texts[0].Cells[0].Receipt.CompressedBytes ||
		len(rows) != 2*len(m.Entries)+1 {
		t.Errorf("%d rows, %+v, %v", len(rows), first, err)
	}
}

// With labels that PDF cannot write it says so, and writes nothing.
func TestPDFIsLatin(t *testing.T) {
	line := []widgets.Series{{Name: "ppm", X: []float64{1, 2}, Y: []float64{3, 4}}}
	var out bytes.Buffer
	if err := widgets.RunningFigure("alice.txt", line).WritePDF(&out); err != nil || !bytes.HasPrefix(out.Bytes(), []byte("%PDF")) {
		t.Errorf("%d bytes, %v", out.Len(), err)
	}
	out.Reset()
	if err := widgets.RunningFigure("论语", line).WritePDF(&out); err == nil || out.Len() > 0 {
		t.Errorf("a Chinese label: %d bytes, %v", out.Len(), err)
	}
}
