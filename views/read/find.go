package read

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
)

// A finder goes from place to place: to the next peak, the next place where two
// models differ, the next match of a search, an offset.
type finder struct {
	v       *View
	content fyne.CanvasObject // the bar
	caption *widgets.Label
	entry   *widgets.LineEntry
	said    *widgets.Label
	offsets bool // the bar asks for an offset
	matches []int
	query   string // that matches are of
	version int    // of the text
	cancel  context.CancelFunc
}

func newFinder(v *View) *finder {
	f := &finder{v: v, cancel: func() {}, version: -1}
	f.caption = widgets.NewLabel("", widgets.RoleMute)
	f.said = widgets.NewLabel("", widgets.RoleMute)
	f.entry = widgets.NewLineEntry()
	f.entry.OnChanged = func(string) { f.look(true) }
	f.entry.OnEnter = func(back bool) { f.enter(!back) }
	f.entry.OnEscape = f.close
	bar := widgets.Row(10, f.caption, widgets.AtLeast(260, 30, f.entry),
		widgets.NewChip(lang.T("Previous"), func() { f.enter(false) }),
		widgets.NewChip(lang.T("Next"), func() { f.enter(true) }),
		widgets.NewChip(lang.T("Close"), f.close), f.said)
	f.content = widgets.On(widgets.RolePanel, widgets.Dock(nil, widgets.NewRule(), nil, nil, widgets.Padded(16, 6, bar)))
	f.content.Hide()
	return f
}

// open shows the bar, which asks for a text or for an offset.
func (f *finder) open(offsets bool) {
	f.v.w.StopPlay() // it would hide what is found
	f.offsets = offsets
	f.caption.SetText(lang.T("Find"))
	if offsets {
		f.caption.SetText(lang.T("Go to byte"))
	}
	f.said.SetText("")
	f.content.Show()
	f.v.relayout()
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.v.heat); c != nil { // the bar's own is not known yet
		c.Focus(f.entry)
	}
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (f *finder) close() {
	f.cancel()
	f.content.Hide()
	f.v.relayout()
	f.v.focus()
}

// enter goes on to the next match, or the one before, or to the offset.
func (f *finder) enter(forward bool) {
	if f.offsets {
		f.goTo()
		return
	}
	if f.query != f.entry.Text || f.version != f.v.w.Version() {
		f.look(forward)
		return
	}
	f.step(forward)
}

// goTo moves the cursor to the offset that was typed.
func (f *finder) goTo() {
	s := strings.NewReplacer(",", "", " ", "", "_", "").Replace(f.entry.Text)
	at, err := strconv.Atoi(s)
	n := f.v.w.Text().Len()
	if err != nil || at < 0 || at > n {
		f.said.SetText(lang.T("a number from 0 to %s", widgets.Count(int64(n))))
		return
	}
	f.said.SetText("")
	f.v.w.SetCursor(at)
}

// look searches the text, apart from the window, and goes to the nearest match.
func (f *finder) look(forward bool) {
	f.cancel()
	if f.offsets {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	f.cancel = cancel
	w, query := f.v.w, f.entry.Text
	doc, version := w.Text(), w.Version()
	go func() {
		found, err := text.Search(ctx, doc, query)
		w.Do(func() {
			if ctx.Err() != nil || err != nil {
				return
			}
			f.matches, f.query, f.version = found, query, version
			f.step(forward)
		})
	}()
}

// step goes to the match behind the cursor, or before it, round the text.
func (f *finder) step(forward bool) {
	if len(f.matches) == 0 {
		f.said.SetText("")
		if f.query != "" {
			f.said.SetText(lang.T("not found"))
		}
		return
	}
	i := next(f.matches, f.v.w.Cursor(), forward)
	f.said.SetText(lang.T("%s of %s", widgets.Count(int64(i+1)), widgets.Count(int64(len(f.matches)))))
	at := f.matches[i]
	f.v.w.SetCursor(at)
	f.v.w.SetBrush(at, min(at+len(f.query), f.v.w.Text().Len()))
}

// next returns the index of the first of ascending places behind at, or of the
// last before it; past the ends it begins again at the other.
func next(places []int, at int, forward bool) int {
	if forward {
		i, found := slices.BinarySearch(places, at)
		if found {
			i++
		}
		return i % len(places)
	}
	i, _ := slices.BinarySearch(places, at)
	return (i - 1 + len(places)) % len(places)
}

// peakReach is how far a peak is looked for in one go, in bytes.
const peakReach = 1 << 20

// peak goes to the next unit that lies at the dear end of the ramp or beyond,
// or to the one before. A run of such units is one peak.
func (f *finder) peak(forward bool) {
	v := f.v
	v.w.StopPlay()
	at, n := v.w.Cursor(), v.w.Text().Len()
	lo, hi := at, min(at+peakReach, n)
	if !forward {
		lo, hi = max(0, at-peakReach), at
	}
	best := -1
	dear := false
	starts := v.shade.Units(lo, hi)
	for i := 1; i < len(starts); i++ {
		was := dear
		value, known := v.shade.Value(starts[i-1], starts[i])
		tint := v.shade.Tint(value, starts[i]-starts[i-1])
		dear = known && (tint >= 1 || tint <= -1)
		if !dear || was {
			continue
		}
		if forward && starts[i-1] > at {
			best = starts[i-1]
			break
		}
		if !forward && starts[i-1] < at {
			best = starts[i-1]
		}
	}
	if best < 0 {
		v.w.Tell(lang.T("No further peak: nothing that way is as dear as the end of the colours."))
		return
	}
	v.w.SetCursor(best)
}

// contrast goes to the next place where A and B differ most.
func (f *finder) contrast() {
	w := f.v.w
	rival := w.Rival()
	if rival == nil {
		w.Tell(lang.T("Choose a second model, B, to see where the two differ."))
		return
	}
	a, b := w.Reading().Trace(), rival.Trace()
	costsA, costsB, n := a.Costs(), b.Costs(), min(a.Known(), b.Known())
	go func() {
		found := measure.Contrasts(costsA, costsB, n)
		w.Do(func() { f.goContrast(found) })
	}()
}

func (f *finder) goContrast(found []measure.Contrast) {
	w := f.v.w
	w.StopPlay()
	if len(found) == 0 {
		w.Tell(lang.T("A and B differ nowhere by more than 8 bits over 64 bytes."))
		return
	}
	var places []int
	for _, c := range found {
		places = append(places, c.At)
	}
	c := found[next(places, w.Cursor(), true)]
	w.SetCursor(c.At)
	if c.Bits > 0 {
		w.Tell(lang.T("Here A pays %s bits more than B over 64 bytes.", fixed(c.Bits)))
	} else {
		w.Tell(lang.T("Here A pays %s bits less than B over 64 bytes.", fixed(-c.Bits)))
	}
}
