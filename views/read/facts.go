package read

import (
	"cmp"
	"context"
	"errors"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// A facts is what the detail says of one unit.
type facts struct {
	lo, hi  int
	known   bool
	current bool
	bits    float64
	tint    float64
	glyph   string
	named   bool // glyph is a name, not the thing itself
	rows    []row
	guesses []guess
	words   bool    // the guesses are whole words
	at      int     // offset of what they could stand for
	paidFor float64 // bits of what stands there, below 0 if unknown
	only    []row   // what only one of two models names
	note    string  // in place of guesses: why there are none
	dear    bool    // the note is an offer: a click makes it happen
	context string  // what the model stood on, "" for nothing
	seenAt  int64   // where that stood before, or -1
	inputs  []input
	paid    []paid
	narrow  []narrowing // of the coder's interval, while it is played
	sent    string      // what has left the coder, in binary
}

// A narrowing is the part of the coder's interval that a byte kept.
type narrowing struct {
	name       string
	low, width float64
	bits       float64
}

// A row is a figure with its name.
type row struct {
	term        widgets.Term
	name, value string
}

// An input is the say of one part of the model.
type input struct {
	name, value string
	part        float64 // of the largest, below 0 if it speaks against
	term        widgets.Term
}

// A guess is one line of what the model expected.
type guess struct {
	bytes  []byte // nil for the others
	text   string
	named  bool
	p      float64
	actual bool
	others bool
}

// A paid is what one model paid for the unit.
type paid struct {
	name  string
	color color.Color
	bits  float64
}

// factsAt gathers what is known of the unit at offset at.
func factsAt(w *workspace.Workspace, s *shading, at int) (f facts, ok bool) {
	t := w.Text()
	f.seenAt = -1
	if at < 0 || at >= t.Len() {
		return f, false
	}
	starts := s.Units(at, at+1)
	i, found := slices.BinarySearch(starts, at)
	if !found {
		i--
	}
	f.lo, f.hi = starts[i], starts[i+1]
	var cost uint64
	cost, f.known, f.current = w.Reading().Trace().Cost(f.lo, f.hi)
	f.bits = measure.Bits(cost)
	if value, known := s.Value(f.lo, f.hi); known {
		f.tint = s.Tint(value, f.hi-f.lo)
	}
	b := t.Slice(f.lo, min(f.hi, f.lo+longest))
	f.glyph, f.named = named(b)
	f.describe(w, b)
	f.expect(w)
	f.pay(w)
	return f, true
}

// longest is more bytes than are shown of a unit: a line takes 24 characters.
const longest = 128

// describe fills the rows under the figure.
func (f *facts) describe(w *workspace.Workspace, b []byte) {
	add := func(term widgets.Term, name, value string) { f.rows = append(f.rows, row{term, name, value}) }
	if f.known {
		add(widgets.ProbabilityTerm, lang.T("probability"), widgets.Odds(math.Exp2(-f.bits)))
	}
	if r := w.Rival(); r != nil && f.known {
		f.against(r)
	}
	if p := w.Peek(); p.Got != nil && p.Lo >= f.lo && p.Lo < f.hi {
		add(widgets.RankTerm, lang.T("rank"), rankOf(p, f.hi-f.lo))
		add(widgets.ExpectedTerm, lang.T("expected"), lang.T("%s bits for the next byte", fixed(p.Got.Expected)))
	}
	add(widgets.BytesTerm, lang.T("bytes"), hexBytes(b))
	if n := f.hi - f.lo; f.known && n > 1 && n <= 4 {
		add(widgets.EachTerm, lang.T("bits each"), f.each(w))
	}
	add(widgets.OffsetTerm, lang.T("at byte"), widgets.Count(int64(f.lo)))
}

// against adds what the second model paid, and how much more the chosen one did.
func (f *facts) against(r *workspace.Reading) {
	cost, known, current := r.Trace().Cost(f.lo, f.hi)
	if !known || !current {
		return
	}
	b := measure.Bits(cost)
	f.rows = append(f.rows,
		row{widgets.RivalTerm, "B " + r.Entry().ID, lang.T("%s bits", fixed(b))},
		row{widgets.DifferenceTerm, lang.T("A minus B"), lang.T("%+.1f bits", f.bits-b)})
}

// rankOf says how many alternatives were likelier than what came, and of what
// it is the rank where that is not the whole unit of n bytes.
func rankOf(p workspace.Peek, n int) string {
	rank := widgets.Count(int64(p.Got.Rank))
	switch {
	case p.Got.Rank > measure.MaxRank:
		rank = "> " + widgets.Count(measure.MaxRank)
	case p.Got.AtLeast:
		rank = lang.T("%s or more", rank)
	}
	switch {
	case p.Hi-p.Lo == n:
		return rank
	case p.Unit.Name() == text.Word.Name():
		return lang.T("%s (first word)", rank)
	case p.Unit.Name() == text.Byte.Name():
		return lang.T("%s (first byte)", rank)
	}
	return lang.T("%s (first character)", rank)
}

// each lists what every byte of the unit cost.
func (f *facts) each(w *workspace.Workspace) string {
	s := ""
	for i := f.lo; i < f.hi; i++ {
		cost, _, _ := w.Reading().Trace().Cost(i, i+1)
		if i > f.lo {
			s += " + "
		}
		s += fixed(measure.Bits(cost))
	}
	return s
}

// fixed writes bits with one place.
func fixed(bits float64) string { return strconv.FormatFloat(bits, 'f', 1, 64) }

// expect fills in what the model expected, or why that is not known.
func (f *facts) expect(w *workspace.Workspace) {
	p := w.Peek()
	switch {
	case w.Model().New == nil:
		f.note = lang.T("A compressor does not say what it expects.")
		return
	case p.At < f.lo || p.At >= f.hi:
		return
	case p.Dear > 0:
		f.note, f.dear = lang.T("Click to read up to here: %s", widgets.Takes(p.Dear)), true
		return
	case p.Busy:
		f.note = lang.T("Reading up to here…")
		return
	case p.Err != nil:
		if !errors.Is(p.Err, context.Canceled) {
			f.note = workspace.Said(p.Err)
		}
		return
	case p.Got == nil:
		return
	}
	f.guess(p.Got)
	f.words, f.at, f.paidFor = p.Unit.Name() == text.Word.Name(), p.Lo, -1
	if cost, known, _ := w.Reading().Trace().Cost(p.Lo, p.Hi); known {
		f.paidFor = measure.Bits(cost)
	}
	f.compare(w, p)
	f.explain(w, p)
}

// compare says which of the likeliest only one of the two models names.
func (f *facts) compare(w *workspace.Workspace, p workspace.Peek) {
	if p.Rival == nil || w.Rival() == nil {
		return
	}
	a, b := measure.OnlyIn(p.Got.Guesses, p.Rival.Guesses), measure.OnlyIn(p.Rival.Guesses, p.Got.Guesses)
	f.only = []row{{widgets.OnlyTerm, "A " + w.Model().ID, list(a)}, {widgets.OnlyTerm, "B " + w.Rival().Entry().ID, list(b)}}
}

// list names guesses one after another.
func list(guesses []measure.Guess) string {
	var names []string
	for _, g := range guesses {
		name, _ := named(g.Bytes)
		names = append(names, name)
	}
	if names == nil {
		return lang.T("nothing")
	}
	return strings.Join(names, ", ")
}

// guess lists the likeliest alternatives, the actual one even if it is far
// down, and all others as one.
func (f *facts) guess(got *measure.Peeked) {
	seen := false
	for _, g := range got.Guesses {
		name, isName := named(g.Bytes)
		is := string(g.Bytes) == string(got.Actual.Bytes)
		seen = seen || is
		f.guesses = append(f.guesses, guess{bytes: g.Bytes, text: name, named: isName, p: g.P, actual: is})
	}
	others := got.Others
	if !seen {
		name, isName := named(got.Actual.Bytes)
		f.guesses = append(f.guesses, guess{bytes: got.Actual.Bytes, text: name, named: isName, p: got.Actual.P, actual: true})
		others = max(0, others-got.Actual.P)
	}
	f.guesses = append(f.guesses, guess{text: lang.T("others"), named: true, p: others, others: true})
}

// explain says what the model stood on.
func (f *facts) explain(w *workspace.Workspace, p workspace.Peek) {
	why := p.Got.Why
	if why == nil {
		return
	}
	if why.Order > 0 {
		context := visible(string(wholeCharacters(w.Text().Slice(p.Lo-why.Order, p.Lo))))
		f.context = lang.T("Order %d context: “%s”", why.Order, context)
	}
	f.seenAt = why.SeenAt
	for _, in := range why.Inputs[:min(len(why.Inputs), mostInputs)] {
		f.inputs = append(f.inputs, say(why.Unit, in, math.Abs(why.Inputs[0].Weight)))
	}
}

// mostInputs is how many inputs of a model have their say on screen.
const mostInputs = 5

// say tells what an input weighs in its unit; most is the largest weight.
func say(unit string, in model.Weight, most float64) input {
	out := input{name: inputName(in.Name), part: in.Weight / max(most, 1e-9), term: widgets.ShareTerm}
	if unit == model.InBits {
		out.value, out.term = lang.T("%+.1f bits", in.Weight), widgets.OddsTerm
	} else {
		out.value = widgets.Percent(in.Weight)
	}
	return out
}

// pay lists what the chosen model paid, the second one, and others of the race,
// one of each kind, the cheapest first.
func (f *facts) pay(w *workspace.Workspace) {
	if f.known {
		f.paid = append(f.paid, paid{w.Model().ID, widgets.ModelColor(w.Model()), f.bits})
	}
	if r := w.Rival(); r != nil {
		f.charge(r.Entry(), r.Trace())
	}
	for _, row := range w.Race().Rows {
		if row.Trace != nil && slices.Contains(companions, row.Entry.ID) {
			f.charge(row.Entry, row.Trace)
		}
	}
	slices.SortStableFunc(f.paid, func(a, b paid) int { return cmp.Compare(a.bits, b.bits) })
}

// charge adds what a model paid, unless it stands there already.
func (f *facts) charge(e *model.Entry, t *measure.Trace) {
	if slices.ContainsFunc(f.paid, func(p paid) bool { return p.name == e.ID }) {
		return
	}
	if cost, known, current := t.Cost(f.lo, f.hi); known && current {
		f.paid = append(f.paid, paid{e.ID, widgets.ModelColor(e), measure.Bits(cost)})
	}
}

// wholeCharacters drops the end of a character that is cut at the front.
func wholeCharacters(b []byte) []byte {
	for n := 0; n < utf8.UTFMax-1 && len(b) > 0 && !utf8.RuneStart(b[0]); n++ {
		b = b[1:]
	}
	return b
}

// unitName returns what a unit is called in the current language.
func unitName(u text.Unit) string {
	switch u.Name() {
	case "byte":
		return lang.T("byte")
	case "char":
		return lang.T("character")
	case "word":
		return lang.T("word")
	case "token":
		return lang.T("token")
	case "sentence":
		return lang.T("sentence")
	case "line":
		return lang.T("line")
	case "paragraph":
		return lang.T("paragraph")
	}
	return u.Name()
}
