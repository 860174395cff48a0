package read

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
	"bitlens/views/workspace/queue"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// done opens a text and waits until the model has read it and archived it.
func done(t *testing.T, model, text string) (*workspace.Workspace, *queue.Queue) {
	t.Helper()
	w, q := open(t, model, text)
	q.Until(t, "the receipt", func() bool { return w.Reading().Receipt() != nil })
	return w, q
}

// asked returns the facts at an offset when the model has said what it
// expected there.
func asked(t *testing.T, w *workspace.Workspace, q *queue.Queue, at int) facts {
	t.Helper()
	w.PeekAt(at)
	q.Until(t, "the answer", func() bool { return !w.Peek().Busy })
	f, ok := factsAt(w, &shading{w: w, dear: 16}, at)
	if !ok {
		t.Fatalf("there is nothing at %d", at)
	}
	return f
}

// names returns the headings of rows.
func (f facts) names() string {
	var names []string
	for _, row := range f.rows {
		names = append(names, row.name)
	}
	return strings.Join(names, ", ")
}

func (f facts) row(name string) string {
	for _, row := range f.rows {
		if row.name == name {
			return row.value
		}
	}
	return ""
}

const prose = "the cat sat on the mat; the cat sat on the hat; 猫坐在垫子上; the cat sat on the mat; "

func TestFactsOfAUnit(t *testing.T) {
	w, q := done(t, "ppm", prose+prose)
	han := strings.Index(prose, "猫")
	for _, c := range []struct {
		unit             text.Unit
		at, lo, hi       int
		glyph, rows      string
		bytes, rank      string
		eachAddsUpToBits bool
	}{
		{text.Char, 1, 1, 2, "h", "probability, rank, expected, bytes, at byte", "68", "", false},
		{text.Char, han + 1, han, han + 3, "猫", "probability, rank, expected, bytes, bits each, at byte", "e7 8c ab", "", true},
		{text.Byte, han, han, han + 3, "猫", "probability, rank, expected, bytes, bits each, at byte", "e7 8c ab", "(first byte)", true},
		{text.Word, 4, 4, 7, "cat", "probability, rank, expected, bytes, bits each, at byte", "63 61 74", "", true},
		{text.Line, 9, 0, 2 * len(prose), "the cat sat on the mat; …", "probability, rank, expected, bytes, at byte", "74 68 65 20 63 61 74 20 …", "(first word)", false},
	} {
		w.SetUnit(c.unit)
		f := asked(t, w, q, (&View{w: w, shade: &shading{w: w}}).unitStart(c.at))
		name := fmt.Sprintf("%s at %d", c.unit.Name(), c.at)
		if f.lo != c.lo || f.hi != c.hi || f.glyph != c.glyph || f.named {
			t.Errorf("%s: [%d,%d) %q, a name: %v", name, f.lo, f.hi, f.glyph, f.named)
		}
		if f.names() != c.rows || f.row("bytes") != c.bytes || !strings.HasSuffix(f.row("rank"), c.rank) {
			t.Errorf("%s: rows %v", name, f.rows)
		}
		if cost, _, _ := w.Reading().Trace().Cost(c.lo, c.hi); !f.known || !f.current || f.bits != measure.Bits(cost) {
			t.Errorf("%s: %v bits, known %v, current %v", name, f.bits, f.known, f.current)
		}
		if c.eachAddsUpToBits {
			checkEach(t, name, f)
		}
	}
}

// checkEach holds the bits of the bytes against those of the unit; each is
// rounded to a tenth.
func checkEach(t *testing.T, name string, f facts) {
	t.Helper()
	sum := 0.0
	for s := range strings.SplitSeq(f.row("bits each"), " + ") {
		var bits float64
		fmt.Sscan(s, &bits)
		sum += bits
	}
	if math.Abs(sum-f.bits) > 0.05*float64(f.hi-f.lo)+1e-9 {
		t.Errorf("%s: %s is not %v", name, f.row("bits each"), f.bits)
	}
}

// What was expected is a whole distribution, with what came marked in it, and
// that cost what its probability says.
func TestGuessesAddUpToOne(t *testing.T) {
	for _, model := range []string{"order2", "ppm", "cm"} {
		w, q := done(t, model, prose+prose)
		for _, unit := range []text.Unit{text.Char, text.Byte} {
			w.SetUnit(unit)
			for _, at := range []int{0, 1, 20, strings.Index(prose, "猫"), len(prose) + 5, 2*len(prose) - 1} {
				f := asked(t, w, q, at)
				checkGuesses(t, fmt.Sprintf("%s, %s at %d", model, unit.Name(), at), w.Peek(), f)
			}
		}
	}
}

func checkGuesses(t *testing.T, name string, p workspace.Peek, f facts) {
	t.Helper()
	sum, actual := 0.0, 0
	for i, g := range f.guesses {
		sum += g.p
		if g.others != (i == len(f.guesses)-1) {
			t.Errorf("%s: guess %d of %d is the others: %v", name, i, len(f.guesses), g.others)
		}
		if g.actual {
			actual++
			if math.Abs(g.p-p.Got.Actual.P) > 1e-6 {
				t.Errorf("%s: what came had %v, its line says %v", name, p.Got.Actual.P, g.p)
			}
		}
	}
	if math.Abs(sum-1) > 1e-3 || actual != 1 {
		t.Errorf("%s: guesses add up to %v, %d are marked", name, sum, actual)
	}
	if bits := -math.Log2(p.Got.Actual.P); p.Hi-p.Lo == f.hi-f.lo && math.Abs(bits-f.bits) > 1e-4 {
		t.Errorf("%s: it cost %v bits, its probability says %v", name, f.bits, bits)
	}
}

func TestActualIsMarked(t *testing.T) {
	ten := make([]measure.Guess, 10)
	for i := range ten {
		ten[i] = measure.Guess{Bytes: []byte{'a' + byte(i)}, P: 0.05}
	}
	for _, c := range []struct {
		actual measure.Guess
		lines  int
		marked int
		others float64
	}{
		{measure.Guess{Bytes: []byte("c"), P: 0.05}, 11, 2, 0.5},
		{measure.Guess{Bytes: []byte("z"), P: 0.125}, 12, 10, 0.375}, // outside the ten: a line of its own
		{measure.Guess{Bytes: []byte("猫"), P: 0.6}, 12, 10, 0},       // rounding must not make the others negative
	} {
		var f facts
		f.guess(&measure.Peeked{Guesses: ten, Others: 0.5, Actual: c.actual})
		if len(f.guesses) != c.lines {
			t.Fatalf("%s: %d lines", c.actual.Bytes, len(f.guesses))
		}
		for i, g := range f.guesses {
			if g.actual != (i == c.marked) {
				t.Errorf("%s: line %d, %q, is marked: %v", c.actual.Bytes, i, g.text, g.actual)
			}
		}
		if last := f.guesses[c.lines-1]; !last.others || last.p != c.others {
			t.Errorf("%s: others %+v, want %v", c.actual.Bytes, last, c.others)
		}
	}
}

// In place of guesses stands why there are none.
func TestNotes(t *testing.T) {
	w, q := done(t, "gzip", prose)
	f := asked(t, w, q, 5)
	if f.note != "A compressor does not say what it expects." || f.guesses != nil || f.dear {
		t.Errorf("a codec: %q, %d guesses", f.note, len(f.guesses))
	}
	w, q = done(t, "ppm", prose)
	w.PeekAt(5)
	f, _ = factsAt(w, &shading{w: w, dear: 16}, 5)
	if f.note != "Reading up to here…" || f.guesses != nil {
		t.Errorf("while it is found out: %q", f.note)
	}
	if elsewhere, _ := factsAt(w, &shading{w: w, dear: 16}, 9); elsewhere.note != "" || elsewhere.guesses != nil {
		t.Errorf("where nobody asked: %q", elsewhere.note)
	}
	if f = asked(t, w, q, 30); f.note != "" || f.context == "" || len(f.inputs) == 0 {
		t.Errorf("in the end: %q, why %q, %v", f.note, f.context, f.inputs)
	}
}

func TestWhatEachModelPaid(t *testing.T) {
	w, q := done(t, "ppm", prose)
	w.StartRace()
	q.Until(t, "the race", func() bool { return !w.Race().Busy() })
	f := asked(t, w, q, 40)
	mine := 0
	for i, p := range f.paid {
		if i > 0 && p.bits < f.paid[i-1].bits {
			t.Errorf("%s paid %v and stands below %v", p.name, p.bits, f.paid[i-1].bits)
		}
		if p.name == "ppm" {
			mine++
			if p.bits != f.bits {
				t.Errorf("ppm paid %v, or %v", f.bits, p.bits)
			}
		}
	}
	if mine != 1 || len(f.paid) < 2 {
		t.Errorf("the reading's own model is there %d times among %d", mine, len(f.paid))
	}
}

func TestNamed(t *testing.T) {
	lang.Set(lang.English)
	for _, c := range []struct {
		piece, want string
		name        bool
	}{
		{"a", "a", false}, {"中", "中", false}, {"é", "é", false}, {"e\u0301", "e\u0301", false}, {"👩\u200d👧", "👩\u200d👧", false},
		{"", "", true}, {" ", "space", true}, {"\n", "line break", true}, {"\r\n", "CR LF break", true}, {"   ", "3 spaces", true},
		{"\r", "carriage return", true}, {"\t", "tab", true}, {"\u3000", "wide space", true},
		{"\x00", "U+0000", true}, {"\x1b", "U+001B", true}, {"\x7f", "U+007F", true}, {"\u0085", "U+0085", true},
		{"\u00a0", "U+00A0", true}, {"\u00ad", "U+00AD", true}, {"\u200b", "U+200B", true}, {"\u2028", "U+2028", true},
		{"\ufeff", "U+FEFF", true}, {"\ufffd", "U+FFFD", true}, {"\u0301", "U+0301", true}, {"\ufe0f", "U+FE0F", true},
		{"\U000e0001", "U+E0001", true}, {"\ue000", "U+E000", true},
		{"\xff", "ff", true}, {"\xe4", "e4", true},
		{"word", "word", false}, {"two words", "two words", false}, {"\xffabc", "·abc", false}, {"a\nb\x00", "a·b·", false},
		{strings.Repeat("字", 24), strings.Repeat("字", 24), false},
		{strings.Repeat("字", 25), strings.Repeat("字", 24) + "…", false},
	} {
		if got, name := named([]byte(c.piece)); got != c.want || name != c.name {
			t.Errorf("%q is called %q, a name: %v; want %q, %v", c.piece, got, name, c.want, c.name)
		}
	}
}

func TestHexBytes(t *testing.T) {
	for piece, want := range map[string]string{"": "", "a": "61", "中": "e4 b8 ad", "12345678": "31 32 33 34 35 36 37 38",
		"123456789": "31 32 33 34 35 36 37 38 …"} {
		if got := hexBytes([]byte(piece)); got != want {
			t.Errorf("%q: %q, want %q", piece, got, want)
		}
	}
}

func TestDetailMarkup(t *testing.T) {
	blue := color.RGBA{R: 0x1f, G: 0x5f, B: 0xa8, A: 0xff}
	full := facts{
		known: true, current: true, bits: 22.4, tint: 1, glyph: ";",
		rows:    []row{{widgets.ProbabilityTerm, "probability", "1 / 5,690,011"}, {widgets.RankTerm, "rank", "202"}, {widgets.BytesTerm, "bytes", "3b"}},
		guesses: []guess{{text: "e", p: 0.34}, {text: "space", named: true, p: 0.05}, {text: ";", p: 1e-7, actual: true}, {text: "others", named: true, p: 0.61, others: true}},
		context: "Order 5 context: “thing”",
		seenAt:  8114,
		inputs:  []input{{"order 5", "+4.0 bits", 1, widgets.OddsTerm}, {"order 1", "-1.0 bits", -0.25, widgets.OddsTerm}},
		paid:    []paid{{"ppm", blue, 20.9}, {"cm", blue, 22.4}},
	}
	for name, f := range map[string]*facts{
		"full":    &full,
		"nothing": nil,
		"unread":  {seenAt: -1, glyph: "space", named: true, rows: []row{{widgets.BytesTerm, "bytes", "20"}}},
		"old":     {seenAt: -1, known: true, bits: 3, glyph: "a", note: "Reading up to here…"},
		"dear":    {seenAt: -1, known: true, current: true, bits: 3, glyph: "a", note: "Click to read up to here: about 5 s", dear: true},
		"long":    {seenAt: -1, known: true, current: true, bits: 96, glyph: "a word that is far too long", note: strings.Repeat("this notation is long. ", 3) + strings.Repeat("很长的说明", 6)},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDetail()
			if f != nil {
				d.show(*f, true)
			}
			w := test.NewWindow(d)
			defer w.Close()
			w.SetPadded(false)
			w.Resize(fyne.NewSize(detailWidth, 560))
			test.AssertRendersToMarkup(t, "detail/"+name+".xml", w.Canvas())
		})
	}
}

// What can be done is done where it stands, and nowhere else; each term is
// explained.
func TestDetailLinesAnswer(t *testing.T) {
	var did []string
	d := newDetail()
	d.onNote = func() { did = append(did, "note") }
	d.onGuess = func(g guess) { did = append(did, g.text) }
	d.onSeen = func(at int) { did = append(did, fmt.Sprint(at)) }
	test.WidgetRenderer(d)
	tapAll := func(f facts) string {
		did = nil
		d.show(f, true)
		for _, a := range d.areas {
			d.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, (a.top+a.bottom)/2)})
		}
		d.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, d.areas[len(d.areas)-1].bottom+1)})
		return strings.Join(did, " ")
	}
	if got := tapAll(facts{known: true, seenAt: -1, note: "not now"}); got != "" {
		t.Errorf("what is no offer did %q", got)
	}
	if got := tapAll(facts{known: true, seenAt: -1, note: "click", dear: true}); got != "note" {
		t.Errorf("the offer did %q", got)
	}
	all := facts{known: true, seenAt: 7, context: "Order 2", guesses: []guess{{text: "a"}, {text: "b"}, {others: true}},
		rows: []row{{widgets.RankTerm, "rank", "1"}}, inputs: []input{{"order 2", "100%", 1, widgets.ShareTerm}}}
	if got := tapAll(all); got != "a b 7" {
		t.Errorf("the lines did %q", got)
	}
	d.setZoom(2)
	did = nil
	first := d.areas[slices.IndexFunc(d.areas, func(a area) bool { return a.tap != nil })]
	d.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, first.top+first.bottom)})
	if len(did) != 1 || did[0] != "a" {
		t.Errorf("twice as large, the first line did %q", did)
	}
	d.setZoom(1)
	did = nil
	d.FocusGained()
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyUp, fyne.KeyReturn} {
		d.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if got := strings.Join(did, " "); got != "a b 7 b" {
		t.Errorf("by the keyboard the lines did %q", got)
	}
	for _, a := range d.areas {
		if a.term != widgets.NoTerm && len(widgets.Define(a.term)) != 2 {
			t.Errorf("term %d is not explained in two lines", a.term)
		}
	}
}

// A weight is said with its unit.
func TestWeightsHaveUnits(t *testing.T) {
	for _, c := range []struct {
		unit   string
		weight float64
		want   input
	}{
		{model.InShares, 0.48, input{"order 3", "48%", 0.48 / 0.6, widgets.ShareTerm}},
		{model.InBits, -3, input{"order 3", "-3.0 bits", -3 / 0.6, widgets.OddsTerm}},
	} {
		if got := say(c.unit, model.Weight{Name: "order 3", Weight: c.weight}, 0.6); got != c.want {
			t.Errorf("%v, want %v", got, c.want)
		}
	}
}

// What only one of two models names is named by that one alone.
func TestOnlyOneNames(t *testing.T) {
	w, q := done(t, "ppm", prose+prose)
	w.SetUnit(text.Word)
	if err := w.SetRival("order1"); err != nil {
		t.Fatal(err)
	}
	q.Until(t, "the second model", func() bool { return w.Rival().Trace().Known() == 2*len(prose) })
	w.PeekAt(4)
	q.Until(t, "both answers", func() bool { return w.Peek().Rival != nil })
	f, _ := factsAt(w, &shading{w: w}, 4)
	if got := f.rows[1].name + ", " + f.rows[2].name; got != "B order1, A minus B" {
		t.Errorf("beside A stand %s", got)
	}
	if len(f.paid) != 2 {
		t.Errorf("%d models paid, want both", len(f.paid))
	}
	if len(f.only) != 2 || f.only[0].name != "A ppm" || f.only[1].name != "B order1" || f.only[0].value == f.only[1].value {
		t.Errorf("%+v", f.only)
	}
}
