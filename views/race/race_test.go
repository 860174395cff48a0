package race

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/zoo"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// finished returns the row of a model that has made size bytes of 1,000 in so
// many seconds.
func finished(t *testing.T, id string, size int64, seconds float64, memory int64) *workspace.Row {
	t.Helper()
	e, err := zoo.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return &workspace.Row{Entry: e, State: workspace.Finished, Size: size, Memory: memory, Receipt: measure.Receipt{
		Model: id, OriginalBytes: 1000, CompressedBytes: size, HeaderBytes: 75, PayloadBytes: size - 75,
		EncodeSeconds: seconds, DecodeSeconds: seconds / 2, PeakBytes: memory, Verified: true,
	}}
}

// everyState returns a race over 1,000 bytes that stands still, with a row in
// each state, and the names of the states by model.
func everyState(t *testing.T) []*workspace.Row {
	t.Helper()
	w, _ := open(t, "uniform", strings.Repeat("0123456789", 100))
	w.StartRace() // for rows that know the length of the text
	row := func(id string) *workspace.Row {
		i := slices.IndexFunc(w.Race().Rows, func(r *workspace.Row) bool { return r.Entry.ID == id })
		return w.Race().Rows[i]
	}
	encoding, decoding := row("order3"), row("order2")
	encoding.State, encoding.Done, encoding.Size = workspace.Running, 250, 120
	decoding.State, decoding.Phase, decoding.Done, decoding.Size = workspace.Running, measure.Decoding, 500, 400
	dear := row("order6")
	dear.State, dear.Estimate = workspace.Dear, 90*time.Second
	failed, cancelled, stopped := row("xz"), row("zstd"), row("lzw")
	failed.State, failed.Err = workspace.Failed, errors.New("no memory")
	cancelled.State = workspace.Cancelled
	stopped.State, stopped.Err = workspace.Failed, context.Canceled
	wrong := finished(t, "s2", 700, 0.0005, 2_200_000)
	wrong.Receipt.Verified = false
	return []*workspace.Row{row("bzip2"), dear, encoding, decoding, finished(t, "ppm", 240, 0.002, 3_016_141), wrong,
		failed, cancelled, stopped}
}

func TestStatesInWords(t *testing.T) {
	rows := everyState(t)
	defer lang.Set(lang.English)
	for language, want := range map[string][]string{
		lang.English: {"waiting", "run: about 2 min", "25%", "decoding 50%", "", "", "failed: no memory", "cancelled", "cancelled"},
		lang.Chinese: {"等待", "运行：约 2 分钟", "25%", "解码 50%", "", "", "失败：no memory", "已取消", "已取消"},
	} {
		lang.Set(language)
		for i, row := range rows {
			if got := state(row); got != want[i] {
				t.Errorf("%s, %s: %q, want %q", language, row.Entry.ID, got, want[i])
			}
		}
	}
}

func TestTableMarkup(t *testing.T) {
	table := newTable(nil)
	table.rows, table.chosen, table.charLen, table.total = everyState(t), "ppm", 1.5, 1000
	w := test.NewWindow(table)
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width(table.counting.columns()), table.MinSize().Height))
	table.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, headHeight+1.5*rowHeight)}})
	test.AssertRendersToMarkup(t, "table.xml", w.Canvas())
}

// A click on a heading sorts by it, a second turns that round; rows that have
// no value for it stay last.
func TestTableSortsByEveryColumn(t *testing.T) {
	table := newTable(nil)
	running := finished(t, "order3", 500, 0, 0)
	running.State = workspace.Waiting
	table.rows = []*workspace.Row{
		finished(t, "ppm", 240, 0.004, 3000), running,
		finished(t, "gzip", 300, 0.001, 2000), finished(t, "bzip2", 270, 0.002, 9000),
	}
	test.WidgetRenderer(table)
	for _, c := range []struct {
		column   int
		up, down string
	}{
		{0, "bzip2 gzip order3 ppm", "ppm order3 gzip bzip2"},
		{1, "ppm bzip2 gzip order3", "gzip bzip2 ppm order3"},
		{2, "ppm bzip2 gzip order3", "gzip bzip2 ppm order3"},
		{3, "ppm bzip2 gzip order3", "gzip bzip2 ppm order3"},
		{4, "gzip bzip2 ppm order3", "ppm bzip2 gzip order3"},
		{5, "gzip ppm bzip2 order3", "bzip2 ppm gzip order3"},
		{6, "ppm order3 gzip bzip2", "ppm order3 gzip bzip2"}, // none owns anything
		{7, "order3 ppm gzip bzip2", "ppm gzip bzip2 order3"},
	} {
		table.sortBy, table.reversed = (c.column+1)%len(table.columns), false
		for _, want := range []string{c.up, c.down, c.up} {
			x := float32(cellPad) + table.columns[c.column].width/2
			for _, before := range table.columns[:c.column] {
				x += before.width
			}
			table.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, headHeight/2)})
			var ids []string
			for _, r := range table.shown {
				ids = append(ids, r.row.Entry.ID)
			}
			if got := strings.Join(ids, " "); got != want {
				t.Errorf("by %s: %s, want %s", table.columns[c.column].title, got, want)
			}
		}
	}
}

func TestTableTellsWhichRow(t *testing.T) {
	var tapped []string
	table := newTable(func(r *workspace.Row) { tapped = append(tapped, r.Entry.ID) })
	table.rows = []*workspace.Row{finished(t, "gzip", 300, 1, 1), finished(t, "ppm", 240, 1, 1)}
	test.WidgetRenderer(table)
	for _, c := range []struct {
		y     float32
		hover int
		tap   string
	}{
		{headHeight / 2, -1, ""}, {headHeight - 1, -1, ""},
		{headHeight, 0, "ppm"}, {headHeight + rowHeight - 1, 0, "ppm"}, {headHeight + rowHeight, 1, "gzip"},
		{headHeight + 2*rowHeight, 2, ""}, // below the last
	} {
		p := fyne.PointEvent{Position: fyne.NewPos(20, c.y)}
		table.MouseMoved(&desktop.MouseEvent{PointEvent: p})
		if table.hover != c.hover {
			t.Errorf("at %v row %d is under the pointer, want %d", c.y, table.hover, c.hover)
		}
		tapped = nil
		table.Tapped(&p)
		if got := strings.Join(tapped, " "); got != c.tap {
			t.Errorf("a tap at %v took %q, want %q", c.y, got, c.tap)
		}
	}
	table.MouseOut()
	if table.hover != -1 {
		t.Error("a row stays under the pointer that has gone")
	}
}

// What is saved reads back as what was measured; rows that have not come in
// are not saved.
func TestExportsReadBack(t *testing.T) {
	rows := everyState(t)
	empty := finished(t, "gzip", 75, 0, 0)
	empty.Receipt.OriginalBytes = 0
	rows = append(rows, empty)
	want := records(rows)
	if len(want) != 3 {
		t.Fatalf("%d rows are saved, want 3", len(want))
	}
	var asJSON, asCSV bytes.Buffer
	if err := errors.Join(writeJSON(&asJSON, rows), writeCSV(&asCSV, rows)); err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(&asCSV).ReadAll()
	if err != nil || len(table) != len(want)+1 {
		t.Fatalf("%d lines of CSV, %v", len(table), err)
	}
	d := json.NewDecoder(&asJSON)
	for i, r := range want {
		var got record
		if err := d.Decode(&got); err != nil || got != r {
			t.Errorf("JSON: %+v, %v; want %+v", got, err, r)
		}
		checkCSV(t, table[0], table[i+1], r)
	}
	if err := d.Decode(new(record)); err != io.EOF {
		t.Errorf("JSON goes on: %v", err)
	}
}

// checkCSV holds a line against a record, by way of its JSON names.
func checkCSV(t *testing.T, head, line []string, r record) {
	t.Helper()
	b, _ := json.Marshal(r)
	var want map[string]any
	if err := json.Unmarshal(b, &want); err != nil || len(want) != len(head) {
		t.Fatalf("CSV has the columns %v, JSON %v", head, want)
	}
	for i, name := range head {
		var ok bool
		switch v := want[name].(type) {
		case float64:
			got, err := strconv.ParseFloat(line[i], 64)
			ok = err == nil && math.Abs(got-v) <= 5e-7
		case bool:
			ok = line[i] == strconv.FormatBool(v)
		case string:
			ok = line[i] == v
		}
		if !ok {
			t.Errorf("CSV: %s is %q, want %v", name, line[i], want[name])
		}
	}
}

// The story compares the model that reads with gzip, in both directions.
func TestStory(t *testing.T) {
	defer lang.Set(lang.English)
	for _, c := range []struct {
		language      string
		size          int64
		seconds       float64
		first, second string
	}{
		{lang.English, 240, 0.004, "ppm makes this text 20% smaller than gzip:9 does,", "and reads it 4.0 times more slowly."},
		{lang.English, 360, 0.0005, "ppm makes this text 20% larger than gzip:9 does,", "and reads it 2.0 times faster."},
		{lang.English, 240, 0, "ppm makes this text 20% smaller than gzip:9 does,", ""},
		{lang.Chinese, 240, 0.004, "ppm 压缩后小 20%（对照 gzip:9），", "读得慢 4.0 倍。"},
		{lang.Chinese, 360, 0.0005, "ppm 压缩后大 20%（对照 gzip:9），", "读得快 2.0 倍。"},
	} {
		w, _ := open(t, "ppm", "text")
		lang.Set(c.language)
		s := newStory(w)
		w.Race().Rows = []*workspace.Row{finished(t, "ppm", c.size, c.seconds, 1), finished(t, "gzip", 100, 1, 1),
			finished(t, "gzip:9", 300, 0.001, 1)}
		s.refresh()
		if s.lines[0].Text() != c.first || s.lines[1].Text() != c.second {
			t.Errorf("%q, %q; want %q, %q", s.lines[0].Text(), s.lines[1].Text(), c.first, c.second)
		}
		w.Race().Rows[0].State = workspace.Running
		s.refresh()
		if s.lines[0].Text() != "" || s.lines[1].Text() != "" {
			t.Errorf("while the model runs it says %q", s.lines[0].Text())
		}
	}
}

// Of an empty text there is nothing to tell, and it is read at no speed.
func TestEmptyTextTellsNothing(t *testing.T) {
	w, _ := open(t, "ppm", "")
	mine, gzip := finished(t, "ppm", 64, 0.001, 1), finished(t, "gzip:9", 99, 0.001, 1)
	mine.Receipt.OriginalBytes, gzip.Receipt.OriginalBytes = 0, 0
	w.Race().Rows = []*workspace.Row{mine, gzip}
	s := newStory(w)
	s.refresh()
	if s.lines[0].Text() != "" || s.lines[1].Text() != "" {
		t.Errorf("it says %q, %q", s.lines[0].Text(), s.lines[1].Text())
	}
	if got := speed(nil, mine); got != "" {
		t.Errorf("it is read at %q", got)
	}
}

// A row that waits for a click may be out of sight: the status names it, once
// nothing runs.
func TestStatusNamesWhatWaitsForAClick(t *testing.T) {
	w, _ := open(t, "ppm", "text")
	dear, other := finished(t, "mix", 0, 0, 0), finished(t, "ppm", 64, 0.001, 1)
	dear.State, other.State = workspace.Dear, workspace.Running
	w.Race().Rows = []*workspace.Row{dear, other}
	s := newStatus(w)
	if s.refresh(); s.running.Text() != "running: ppm" {
		t.Errorf("while one runs it says %q", s.running.Text())
	}
	other.State = workspace.Finished
	if s.refresh(); !strings.HasSuffix(s.running.Text(), "click on the row: mix") {
		t.Errorf("it says %q", s.running.Text())
	}
}

// What is copied can be typed at a terminal.
func TestStorysCommand(t *testing.T) {
	for name, want := range map[string]string{
		"alice29.txt":  "bits race -m ppm alice29.txt",
		"论语.txt":       "bits race -m ppm 论语.txt",
		"two words.go": "bits race -m ppm 'two words.go'",
		"it's; rm *":   `bits race -m ppm 'it'\''s; rm *'`,
		"-m":           "bits race -m ppm ./-m",
		"":             "bits race -m ppm ''",
	} {
		w, _ := open(t, "ppm", "text")
		w.OpenBytes(name, []byte("text"))
		s := newStory(w)
		s.refresh()
		if s.line != want {
			t.Errorf("%q: %s, want %s", name, s.line, want)
		}
	}
}

func TestFiguresOfARow(t *testing.T) {
	table := newTable(nil)
	row := finished(t, "ppm", 240, 0.002, 3_016_141)
	for _, c := range []struct {
		charLen float64
		want    string
	}{{1.5, "1.920 2.880 500 KB/s 3.0 MB 0"}, {0, "1.920  500 KB/s 3.0 MB 0"}} {
		table.charLen = c.charLen
		var got []string
		for _, col := range table.columns[firstFigure : len(table.columns)-1] {
			got = append(got, col.text(table, row))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q, want %q", s, c.want)
		}
	}
	row.Receipt.OriginalBytes = 0
	if s := bitsPerByte(table, row) + bitsPerChar(table, row); s != "" {
		t.Errorf("an empty text has %q bits a byte", s)
	}
}

// A race over a small text fills the screen: rows, receipts, curves, counts.
func TestRaceFillsTheScreen(t *testing.T) {
	w, q := open(t, "ppm", strings.Repeat("some text to race over, 一段文字. ", 20))
	v := New(w).(*View)
	if len(w.Race().Rows) != 0 {
		t.Fatal("it races before it is looked at")
	}
	v.Shown(true)
	if !v.stop.Visible() {
		t.Error("what runs cannot be cancelled")
	}
	q.Until(t, "the race", func() bool { return !w.Race().Busy() })
	for _, l := range v.table.shown {
		row := l.row
		if row.State != workspace.Finished || !row.Receipt.Verified || state(row) != "" {
			t.Errorf("%s: state %d, %+v", row.Entry.ID, row.State, row.Receipt)
		}
	}
	sizes := func(i int) int64 { return v.table.shown[i].row.Size }
	for i := 1; i < len(v.table.shown); i++ {
		if sizes(i-1) > sizes(i) {
			t.Errorf("row %d is larger than the next", i-1)
		}
	}
	if n := len(zoo.All()); len(v.table.shown) != n || len(v.charts.running.Chart().Series) != n ||
		len(records(w.Race().Rows)) != n || !strings.HasPrefix(v.status.equal.Text(), strconv.Itoa(n)) {
		t.Errorf("%d models, %d rows, %d curves, %d saved, %q", n, len(v.table.shown),
			len(v.charts.running.Chart().Series), len(records(w.Race().Rows)), v.status.equal.Text())
	}
	for _, s := range v.charts.size.Chart().Series {
		last := len(s.Y) - 1
		i := slices.IndexFunc(w.Race().Rows, func(r *workspace.Row) bool { return r.Entry.ID == s.Name })
		if got, want := s.Y[last], w.Race().Rows[i].Receipt.Bits/8; math.Abs(got-want) > 1e-3 || int(s.X[last]) != w.Text().Len() {
			t.Errorf("%s: the curve ends at %v, %v bytes, want %v", s.Name, s.X[last], got, want)
		}
	}
	if v.stop.Visible() || v.story.lines[0].Text() == "" {
		t.Errorf("cancel is offered: %v; the story says %q", v.stop.Visible(), v.story.lines[0].Text())
	}
	for _, e := range v.Exports() {
		var out bytes.Buffer
		if err := e.Write(&out); err != nil || out.Len() == 0 {
			t.Errorf("%s %s: %d bytes, %v", e.What, e.Ext, out.Len(), err)
		}
	}
}

// A tap reads with a finished row's model, and runs a row that has not run.
func TestTapOnARow(t *testing.T) {
	w, q := open(t, "ppm", strings.Repeat("text ", 50))
	v := New(w).(*View)
	v.Shown(true)
	v.stop.Activate()
	row := w.Race().Rows[0]
	if row.State != workspace.Cancelled || w.Race().Busy() {
		t.Fatalf("after Cancel its state is %d", row.State)
	}
	v.tapped(row)
	q.Until(t, "the row", func() bool { return row.State == workspace.Finished })
	v.tapped(row)
	if w.Model().ID != row.Entry.ID || v.table.chosen != row.Entry.ID {
		t.Errorf("%s reads, %s is marked, want %s", w.Model().ID, v.table.chosen, row.Entry.ID)
	}
}

// Another text is raced over anew, but only while the screen is looked at.
func TestAnotherTextIsRacedOver(t *testing.T) {
	w, q := open(t, "ppm", "first")
	v := New(w).(*View)
	v.Shown(true)
	w.OpenBytes("second", []byte("second text"))
	q.Until(t, "the race", func() bool { return len(w.Race().Rows) > 0 && !w.Race().Busy() })
	if got := v.table.shown[0].row.Receipt.OriginalBytes; got != 11 {
		t.Errorf("raced over %d bytes", got)
	}
	v.Shown(false)
	w.OpenBytes("third", []byte("third"))
	if len(w.Race().Rows) != 0 {
		t.Error("it races unseen")
	}
}

func TestCharactersLength(t *testing.T) {
	for text, want := range map[string]float64{"": 0, "abcd": 1, "论语": 3, "a论": 2} {
		w, _ := open(t, "uniform", text)
		if got := New(w).(*View).charLen(); got != want {
			t.Errorf("%q: %v bytes a character, want %v", text, got, want)
		}
	}
}

// A narrow window leaves out the columns that say least; none is cut off, and
// the keys go past what is not there.
func TestColumnsYield(t *testing.T) {
	table := newTable(nil)
	test.WidgetRenderer(table)
	all := width(table.columns)
	for least := table.leastWidth(); least <= all; least++ {
		table.Resize(fyne.NewSize(least, 300))
		if w := width(table.columns); w > least {
			t.Fatalf("%v wide, its columns take %v", least, w)
		}
	}
	if table.columns[charColumn].width == 0 {
		t.Error("a wide table lacks a column")
	}
	table.Resize(fyne.NewSize(table.leastWidth(), 300))
	table.sortBy = charColumn - 1
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if table.sortBy != memoryColumn+1 {
		t.Errorf("the key sorts by column %d, want the next one that is shown, %d", table.sortBy, memoryColumn+1)
	}
}

// Few models that run are named; many are counted.
func TestRunsAreNamed(t *testing.T) {
	defer lang.Set(lang.English)
	lang.Set(lang.English)
	for want, models := range map[string][]string{"": nil, "running: cm, mix": {"cm", "mix"}} {
		if got := runs(models); got != want {
			t.Errorf("%v: %q, want %q", models, got, want)
		}
	}
	if got := runs([]string{"a", "b", "c", "d"}); !strings.HasPrefix(got, "4 running") {
		t.Errorf("four: %q", got)
	}
}
