package read

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A scratch shows the draft above the screen: what the text would have been
// with another alternative, and how the model writes on from there.
type scratch struct {
	w        *workspace.Workspace
	sheet    *widgets.Sheet
	heat     *widgets.HeatText
	shade    *draftShading
	title    *widgets.Label
	price    *widgets.Label
	note     *widgets.Label
	on, stop *widgets.Chip
	sampling measure.Sampling
	actual   float64 // bits of what stands in the open text, below 0 if unknown
	name     string  // of what was chosen
}

const (
	scratchWidth, scratchHeight = 760, 440
	scratchContext              = 240 // bytes of the open text that are shown before it
	scratchLen                  = 200 // bytes that are written at a time
)

// The choices of a sampling.
var (
	temperatures = []float64{0, 0.5, 0.8, 1, 1.3}
	tops         = []int{0, 40, 10, 3}
)

func newScratch(w *workspace.Workspace) *scratch {
	s := &scratch{w: w, sampling: measure.Sampling{Temperature: 0.8, Seed: 1}}
	w.On(workspace.DraftTopic, s.refresh)
	return s
}

// open writes on from an offset behind what was chosen there, which may be
// nothing, and shows it. actual is what the open text paid there, in bits.
func (s *scratch) open(c fyne.Canvas, at int, chosen []byte, actual float64) {
	if s.sheet.Open() {
		return
	}
	s.actual = actual
	name, isName := named(chosen)
	if s.name = name; !isName {
		s.name = lang.T("“%s”", name)
	}
	if s.write(at, chosen); s.w.Draft() != nil {
		s.build(c)
		s.refresh()
	}
}

func (s *scratch) write(at int, chosen []byte) {
	s.w.StartDraft(at, chosen, s.sampling, scratchLen)
}

// again writes the draft anew with the sampling of now.
func (s *scratch) again() {
	if d := s.w.Draft(); d != nil {
		s.write(d.At, d.Chosen)
	}
}

// build makes the panel and shows it.
func (s *scratch) build(c fyne.Canvas) {
	s.heat = widgets.NewHeatText()
	s.heat.ReadOnly = true
	s.shade = &draftShading{w: s.w}
	s.title = widgets.NewStyled("", widgets.RoleInk, 17, fyne.TextStyle{Bold: true})
	s.price = widgets.NewLabel("", widgets.RoleMute)
	s.note = widgets.NewLabel("", widgets.RoleMute)
	s.on = widgets.NewChip(lang.T("Write on"), func() { s.w.WriteOn(scratchLen) })
	s.stop = widgets.NewChip(lang.T("Cancel"), s.w.StopDraft)
	take := widgets.NewChip(lang.T("Open as a new text"), s.take)
	head := container.NewVBox(s.title, s.price, s.controls())
	foot := widgets.Row(8, s.on, s.stop, take, widgets.NewChip(lang.T("Close"), func() { s.sheet.Close() }), s.note)
	text := widgets.Dock(widgets.NewRule(), widgets.NewRule(), nil, nil, s.heat)
	body := widgets.On(widgets.RolePanel, widgets.Padded(20, 16, widgets.Dock(head, widgets.Padded(0, 4, foot), nil, nil, text)))
	s.sheet = widgets.OpenSheet(c, widgets.AtLeast(scratchWidth, scratchHeight, body), s.on, s.w.DropDraft)
}

// controls are the choices of the sampling.
func (s *scratch) controls() fyne.CanvasObject {
	temperature := widgets.NewSegmented(numbers(temperatures), slices.Index(temperatures, s.sampling.Temperature), func(i int) {
		s.sampling.Temperature = temperatures[i]
		s.again()
	})
	temperature.SetTip(func() []string { return widgets.Define(widgets.TemperatureTerm) })
	top := widgets.NewSegmented([]string{lang.T("all"), "40", "10", "3"}, slices.Index(tops, s.sampling.Top), func(i int) {
		s.sampling.Top = tops[i]
		s.again()
	})
	top.SetTip(func() []string { return widgets.Define(widgets.TopTerm) })
	seed := widgets.NewChip(lang.T("Another seed"), func() {
		s.sampling.Seed++
		s.again()
	})
	seed.SetTip(func() []string { return widgets.Define(widgets.SeedTerm) })
	label := func(t string) fyne.CanvasObject { return widgets.NewLabel(t, widgets.RoleMute) }
	return widgets.Padded(0, 6, widgets.Row(8, label(lang.T("temperature")), temperature, label(lang.T("from the likeliest")), top, seed))
}

// numbers writes numbers as they are chosen from.
func numbers(v []float64) (out []string) {
	for _, x := range v {
		out = append(out, strconv.FormatFloat(x, 'g', -1, 64))
	}
	return out
}

// take makes the draft the open text.
func (s *scratch) take() {
	if s.w.OpenDraft(lang.T("draft")) {
		s.sheet.Close()
	}
}

// refresh shows how far the draft is.
func (s *scratch) refresh() {
	d := s.w.Draft()
	if d == nil {
		s.sheet.Close() // its text is gone
	}
	if !s.sheet.Open() || d == nil {
		return
	}
	from := max(0, d.At-scratchContext)
	if from > 0 {
		from, _ = text.Char.At(s.w.Text(), from)
	}
	context := d.Before.Slice(from, d.At)
	s.shade.lo, s.shade.costs = len(context), d.Costs
	s.shade.text = text.NewSeq(append(context, d.Bytes...))
	s.heat.SetText(s.shade.text)
	s.heat.SetShading(s.shade)
	s.heat.SetCursor(len(context))
	s.heat.SetUnderline(len(context), len(context)+len(d.Chosen))
	s.say(d)
}

// say tells what the draft is and costs.
func (s *scratch) say(d *workspace.Draft) {
	s.title.SetText(lang.T("Written on by %s, seed %d", s.w.Model().ID, d.Sampling.Seed))
	if len(d.Chosen) > 0 {
		s.title.SetText(lang.T("If it went on with %s", s.name))
	}
	s.price.SetText(s.prices(d))
	s.note.SetText("")
	switch {
	case d.Busy:
		s.note.SetText(lang.T("writing…"))
	case d.Err != nil && !errors.Is(d.Err, context.Canceled):
		s.note.SetText(workspace.Said(d.Err))
	}
	widgets.SetShown(s.stop, d.Busy)
	widgets.SetShown(s.on, !d.Busy)
}

// prices compares what the choice costs with what stands in the text, and says
// what the model pays for its own writing.
func (s *scratch) prices(d *workspace.Draft) string {
	n := min(len(d.Chosen), len(d.Costs))
	chosen, written := bitsOf(d.Costs[:n]), bitsOf(d.Costs[n:])
	out := ""
	switch {
	case n > 0 && s.actual >= 0:
		out = lang.T("%s bits; what stands in the text cost %s.", fixed(chosen), fixed(s.actual)) + " "
	case n > 0:
		out = lang.T("%s bits.", fixed(chosen)) + " "
	}
	if m := len(d.Costs) - n; m > 0 {
		out += lang.T("Its own writing: %s bits/byte over %s bytes.", fmt.Sprintf("%.2f", written/float64(m)), widgets.Count(int64(m)))
	}
	return out
}

func bitsOf(costs []uint32) float64 {
	var sum uint64
	for _, c := range costs {
		sum += uint64(c)
	}
	return measure.Bits(sum)
}

// A draftShading tints what was drafted by its cost; the text before it stays
// untinted.
type draftShading struct {
	w     *workspace.Workspace
	text  text.Bytes
	lo    int // where the draft begins in text
	costs []uint32
}

// Units implements widgets.Shading.
func (s *draftShading) Units(lo, hi int) []int { return text.Char.Starts(s.text, lo, hi) }

// Value implements widgets.Shading.
func (s *draftShading) Value(lo, hi int) (float64, bool) {
	lo, hi = lo-s.lo, hi-s.lo
	if lo < 0 || hi > len(s.costs) {
		return 0, false
	}
	return bitsOf(s.costs[lo:hi]), true
}

// Tint implements widgets.Shading.
func (s *draftShading) Tint(bits float64, bytes int) float64 {
	return (&shading{dear: 2 * breakEven}).Tint(bits, bytes)
}
