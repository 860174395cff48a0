package read

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"html"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
	"bitlens/views/workspace/queue"

	"fyne.io/fyne/v2"
)

// exported returns what an export writes; what it leaves for later is written by
// another goroutine, which the queue serves.
func exported(t *testing.T, q *queue.Queue, e views.Export) []byte {
	t.Helper()
	write := e.Write
	if e.Later != nil {
		var err error
		if write, err = e.Later(); err != nil {
			t.Fatalf("%s %s: %v", e.What, e.Ext, err)
		}
	}
	var out bytes.Buffer
	done := make(chan error, 1)
	go func() { done <- write(&out) }()
	var err error
	q.Until(t, e.What+e.Ext, func() bool {
		select {
		case err = <-done:
			return true
		default:
			return false
		}
	})
	if err != nil {
		t.Fatalf("%s %s: %v", e.What, e.Ext, err)
	}
	return out.Bytes()
}

func exportOf(t *testing.T, v *View, ext string) views.Export {
	t.Helper()
	for _, e := range v.heatExports() {
		if e.Ext == ext {
			return e
		}
	}
	t.Fatalf("nothing is saved as %s", ext)
	return views.Export{}
}

// hostile has all that a page must not take for its own.
const hostile = "<b>&amp; \"quoted\" 'single'</b>\r\n\x00\x07\t中文 👩‍👩‍👧 e\u0301\xff\xfe\xe4\xb8 end </pre><!-- \u0085\u2028\ufeff\n"

var (
	spans = regexp.MustCompile(`(?s)<span(?: class=([sn]\d+))?(?: title="([^"]*)")?>(.*?)</span>`)
	marks = regexp.MustCompile(`<i>([0-9a-f]+)</i>`)
)

// parsed reads a page back: its text, and the sum of the bits that the titles
// say, in thousandths.
func parsed(t *testing.T, page []byte) (text []byte, thousandths int64) {
	t.Helper()
	_, body, ok := strings.Cut(string(page), `<pre class="text">`)
	body, tail, closed := strings.Cut(body, "</pre>")
	if !ok || !closed || strings.TrimSpace(tail) != "</main>\n</body></html>" {
		t.Fatalf("the page has no one text: %q", tail)
	}
	if rest := spans.ReplaceAllString(body, ""); rest != "" {
		t.Fatalf("beside its units the text has %q", rest)
	}
	for _, m := range spans.FindAllStringSubmatch(body, -1) {
		text = append(text, contentOf(t, m[3])...)
		if number, _, ok := strings.Cut(m[2], " bits"); ok {
			whole, err := strconv.ParseInt(strings.Replace(number, ".", "", 1), 10, 64)
			if err != nil {
				t.Fatalf("a title says %q", m[2])
			}
			thousandths += whole
		}
	}
	return text, thousandths
}

// contentOf reads the content of a span back.
func contentOf(t *testing.T, s string) (b []byte) {
	t.Helper()
	for s != "" {
		at := marks.FindStringSubmatchIndex(s)
		if at == nil {
			return append(b, html.UnescapeString(plain(t, s))...)
		}
		b = append(b, html.UnescapeString(plain(t, s[:at[0]]))...)
		digits, _ := hex.DecodeString(s[at[2]:at[3]])
		b, s = append(b, digits...), s[at[1]:]
	}
	return b
}

// plain holds that a text has no mark-up and nothing that a browser changes.
func plain(t *testing.T, s string) string {
	t.Helper()
	if strings.ContainsAny(s, "<>\r\x00") {
		t.Errorf("%q stands in the page as it is", s)
	}
	return s
}

// The page has the text byte for byte, and the bits of its titles add up to
// the total, whatever the unit, the measure and the part.
func TestPageHoldsTheTextAndItsBits(t *testing.T) {
	doc := strings.Repeat(hostile+prose+"\n\n", 4)
	w, q := done(t, "ppm", doc)
	v := New(w).(*View)
	for _, u := range append([]text.Unit{text.TokenR50k}, text.Units...) {
		for _, brush := range [][2]int{{0, 0}, {len(doc) / 3, len(doc) - 20}, {1, 2}} {
			w.SetUnit(u)
			w.SetBrush(brush[0], brush[1])
			lo, hi := brush[0], brush[1]
			if lo == hi {
				lo, hi = 0, len(doc)
			}
			page := exported(t, q, exportOf(t, v, ".html"))
			got, sum := parsed(t, page)
			if string(got) != doc[lo:hi] {
				t.Fatalf("%s %v: the page has %q, want %q", u.Name(), brush, got, doc[lo:hi])
			}
			cost, _, _ := w.Reading().Trace().Cost(lo, hi)
			if total := thousands(measure.Bits(cost)) + " bits<"; !strings.Contains(string(page), total) {
				t.Errorf("%s %v: the head has no %q", u.Name(), brush, total)
			}
			if want := int64(math.Round(measure.Bits(cost) * 1000)); sum != want {
				t.Errorf("%s %v: the titles add up to %d thousandths of a bit, want %d", u.Name(), brush, sum, want)
			}
		}
	}
}

// The page says what it shows, in both languages and for every measure, and
// needs nothing from elsewhere.
func TestPageHead(t *testing.T) {
	defer lang.Set(lang.English)
	w, q := done(t, "ppm", strings.Repeat(prose, 3))
	w.OpenBytes(`a "name" & <more>`, []byte(strings.Repeat(prose, 3)))
	q.Until(t, "the receipt", func() bool { return w.Reading().Receipt() != nil })
	v := New(w).(*View)
	for _, language := range []string{lang.English, lang.Chinese} {
		lang.Set(language)
		for _, m := range workspace.Measures {
			w.SetMeasure(m)
			page := string(exported(t, q, exportOf(t, v, ".html")))
			for _, want := range []string{
				"<html lang=\"" + language + "\">", `<meta charset="utf-8">`, "a &#34;name&#34; &amp; &lt;more&gt;",
				"ppm, ", scaleOf(m).name, "prefers-color-scheme:dark", lang.T("%s bits/byte", ""), "class=\"legend\"",
				widgets.Count(w.Reading().Receipt().CompressedBytes),
			} {
				if want == "ppm, " && language == lang.Chinese {
					want = "ppm，"
				}
				if !strings.Contains(page, html.EscapeString(want)) && !strings.Contains(page, want) {
					t.Errorf("%s, %s: the page has no %q", language, m.Name, want)
				}
			}
			for _, not := range []string{"<script", "http:", "https:", "src=", "url(", "%!"} {
				if strings.Contains(page, not) {
					t.Errorf("%s, %s: the page has %q", language, m.Name, not)
				}
			}
		}
	}
}

// Every class that a unit has is a rule of both appearances, and a dearer step
// has a thicker foot.
func TestPageColours(t *testing.T) {
	w, q := done(t, "order2", strings.Repeat(prose, 3))
	w.SetMeasure(workspace.Difference)
	q.Until(t, "the second model", func() bool { return w.Rival().Receipt() != nil })
	v := New(w).(*View)
	page := string(exported(t, q, exportOf(t, v, ".html")))
	sides := map[byte]bool{}
	for _, m := range spans.FindAllStringSubmatch(page, -1) {
		if m[1] == "" {
			continue
		}
		sides[m[1][0]] = true
		if n := strings.Count(page, "\n."+m[1]+"{background:#"); n != 2 {
			t.Fatalf("%s has %d rules", m[1], n)
		}
	}
	if !sides['s'] || !sides['n'] {
		t.Errorf("of A minus B only %v is tinted", sides)
	}
	last := 0.0
	for n := 1; n <= pageSteps; n++ {
		m := regexp.MustCompile(`\.s` + strconv.Itoa(n) + `\{.*inset 0 -([0-9.]+)px`).FindStringSubmatch(page)
		foot, _ := strconv.ParseFloat(m[1], 64)
		if foot < last {
			t.Errorf("the foot of step %d is %v pixels, that of the one before %v", n, foot, last)
		}
		last = foot
	}
}

func TestPageOfTooMuchIsRefused(t *testing.T) {
	w, q := open(t, "uniform", strings.Repeat("a", maxPage+1))
	v := New(w).(*View)
	if _, err := v.page(); err == nil || !strings.Contains(err.Error(), "Select a part") {
		t.Errorf("more than a page holds: %v", err)
	}
	w.SetBrush(5, 25)
	if got, _ := parsed(t, exported(t, q, exportOf(t, v, ".html"))); string(got) != strings.Repeat("a", 20) {
		t.Errorf("the part has %q", got)
	}
}

// What is not read yet has no bits in the page, and the head says how far.
func TestPageOfAReadingUnderWay(t *testing.T) {
	w, q := open(t, "ppm", prose)
	v := New(w).(*View)
	page := exported(t, q, exportOf(t, v, ".html"))
	got, _ := parsed(t, page)
	if string(got) != prose {
		t.Errorf("the page has %q", got)
	}
	if w.Reading().Trace().Known() == 0 && !strings.Contains(string(page), "Read so far") {
		t.Error("the page does not say how far the text has been read")
	}
}

// The tables have the numbers of "bits measure --each", to the bit.
func TestTablesEqualTheTerminal(t *testing.T) {
	doc := strings.ReplaceAll(strings.Repeat(hostile, 3)+prose, "\r", "")
	w, q := done(t, "ppm", doc)
	w.SetMeasure(workspace.Rank)
	q.Until(t, "the survey", func() bool { return !w.Survey().Busy() })
	v := New(w).(*View)
	path := filepath.Join(t.TempDir(), "doc")
	if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, u := range []text.Unit{text.Byte, text.Char, text.Word} {
		w.SetUnit(u)
		out, err := exec.Command("go", "run", "bitlens/engine/cmd/bits", "measure", "-m", "ppm", "--unit", u.Name(),
			"--each", "--rank", "--expected", "--raw", "--json", path).Output()
		if err != nil {
			t.Fatal(err)
		}
		terminal := jsonRows(t, out)
		terminal = terminal[:len(terminal)-1] // the last is of the whole
		mine := jsonRows(t, exported(t, q, exportOf(t, v, ".jsonl")))
		table, err := csv.NewReader(bytes.NewReader(exported(t, q, exportOf(t, v, ".csv")))).ReadAll()
		if err != nil || len(mine) != len(terminal) || len(table) != len(terminal)+1 {
			t.Fatalf("%s: %d and %d rows, the terminal has %d, %v", u.Name(), len(mine), len(table)-1, len(terminal), err)
		}
		for i, want := range terminal {
			delete(want, "rank") // of the character, which the window asks for on screen only
			if len(mine[i]) != len(want) {
				t.Fatalf("%s, row %d has %v, want %v", u.Name(), i, mine[i], want)
			}
			for key, value := range want {
				if mine[i][key] != value {
					t.Fatalf("%s, row %d: %s is %v, want %v", u.Name(), i, key, mine[i][key], value)
				}
			}
			for k, key := range table[0] {
				if got := table[i+1][k]; got != cell(want[key]) {
					t.Fatalf("%s, row %d of the table: %s is %q, want %q", u.Name(), i, key, got, cell(want[key]))
				}
			}
		}
	}
}

func jsonRows(t *testing.T, b []byte) (rows []map[string]any) {
	t.Helper()
	for in := bufio.NewScanner(bytes.NewReader(b)); in.Scan(); {
		var row map[string]any
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			t.Fatalf("%q: %v", in.Text(), err)
		}
		rows = append(rows, row)
	}
	return rows
}

// cell writes a figure as the table does.
func cell(v any) string {
	switch v := v.(type) {
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		return v
	}
	return ""
}

// The picture has all rows, or those of what is selected, and is that of the
// screen where both show the same.
func TestPictureIsTheScreen(t *testing.T) {
	defer fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(widgets.Light))
	w, q := done(t, "ppm", strings.Repeat(prose+"\n", 150))
	v := New(w).(*View)
	v.heat.Resize(fyne.NewSize(500, 300))
	var before image.Image
	for _, a := range []widgets.Appearance{widgets.Light, widgets.Dark} {
		fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(a))
		w.SetBrush(0, 0)
		all := picture(t, q, v)
		if all.Bounds().Dx() != 500 || all.Bounds().Dy() < 150*27 || before != nil && all.At(3, 3) == before.At(3, 3) {
			t.Errorf("%s: the picture is %v", a, all.Bounds())
		}
		before = all
		lo := 70 * (len(prose) + 1)
		w.SetBrush(lo, lo+len(prose))
		part := picture(t, q, v)
		rows := (part.Bounds().Dy() - 28) / 27
		if rows < 2 || rows > 20 {
			t.Errorf("%s: %d rows of a line are in the picture", a, rows)
		}
		first := 70*(all.Bounds().Dy()-28)/150 + 14 // lines are alike, so they have as many rows
		for y := 14; y < part.Bounds().Dy()-14; y++ {
			for x := range 500 {
				if part.At(x, y) != all.At(x, first+y-14) {
					t.Fatalf("%s: the part differs from the whole at %d,%d", a, x, y)
				}
			}
		}
	}
}

func picture(t *testing.T, q *queue.Queue, v *View) image.Image {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(exported(t, q, exportOf(t, v, ".png"))))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestPictureOfTooMuchIsRefused(t *testing.T) {
	w, q := open(t, "uniform", strings.Repeat("a\n", widgets.MostPictureRows+1))
	v := New(w).(*View)
	v.heat.Resize(fyne.NewSize(500, 300))
	write, err := v.picture()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- write(io.Discard) }()
	q.Until(t, "the refusal", func() bool {
		select {
		case err = <-done:
			return true
		default:
			return false
		}
	})
	if err == nil || !strings.Contains(err.Error(), "5,000 rows") {
		t.Errorf("a picture of too many rows: %v", err)
	}
}
