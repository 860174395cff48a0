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
	from    int    // where the cursor stood when the bar was opened
	cancel  context.CancelFunc
}

func newFinder(v *View) *finder {
	f := &finder{v: v, cancel: func() {}, version: -1}
	f.caption = widgets.NewLabel("", widgets.RoleMute)
	f.said = widgets.NewLabel("", widgets.RoleMute)
	f.entry = widgets.NewLineEntry()
	f.entry.OnChanged = func(string) { f.look(func() { f.settle() }) }
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
	f.offsets, f.from = offsets, f.v.w.Cursor()
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
		f.look(func() { f.step(forward) })
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

// look searches the text, apart from the window, and then goes on.
func (f *finder) look(then func()) {
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
			then()
		})
	}()
}

// settle goes to the first match from where the search began, which stays while
// more is typed.
func (f *finder) settle() {
	i, _ := slices.BinarySearch(f.matches, f.from)
	if n := len(f.matches); n > 0 {
		i %= n
	}
	f.show(i)
}

// step goes to the match behind the cursor, or before it, round the text.
func (f *finder) step(forward bool) {
	i := 0
	if len(f.matches) > 0 {
		i = next(f.matches, f.v.w.Cursor(), forward)
	}
	f.show(i)
}

// show goes to a match, or says that there is none.
func (f *finder) show(i int) {
	if len(f.matches) == 0 {
		f.said.SetText("")
		if f.query != "" {
			f.said.SetText(lang.T("not found"))
		}
		return
	}
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

// A peak is looked for in pieces that grow, and in all no further than what
// takes no longer than a key press may.
const (
	firstPiece = 4 << 10 // bytes
	peakReach  = 128 << 10
)

// peak goes to the next unit that lies at the dear end of the ramp or beyond,
// or to the one before. A run of such units is one peak.
func (f *finder) peak(forward bool) {
	w := f.v.w
	w.StopPlay()
	lo, hi := w.Cursor(), w.Cursor()
	for step := firstPiece; step <= peakReach; step *= 2 {
		if forward {
			lo, hi = hi, min(hi+step, w.Text().Len())
		} else {
			lo, hi = max(0, lo-step), lo
		}
		if at := f.peakIn(lo, hi, w.Cursor(), forward); at >= 0 {
			w.SetCursor(at)
			return
		}
		if lo == 0 && !forward || hi == w.Text().Len() && forward {
			break
		}
	}
	w.Tell(lang.T("No peak is near that way: nothing is as dear as the end of the colours."))
}

// peakIn returns the first peak in [lo,hi) behind an offset, or the last one
// before it, or -1.
func (f *finder) peakIn(lo, hi, from int, forward bool) (best int) {
	starts := f.v.shade.Units(lo, hi)
	best = -1
	dear := false
	for i := 1; i < len(starts); i++ {
		was, at := dear, starts[i-1]
		value, known := f.v.shade.Value(at, starts[i])
		tint := f.v.shade.Tint(value, starts[i]-at)
		dear = known && (tint >= 1 || tint <= -1)
		switch {
		case !dear || was:
		case forward && at > from:
			return at
		case !forward && at < from:
			best = at
		}
	}
	return best
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
	costsA, costsB, n, version := a.Costs(), b.Costs(), min(a.Known(), b.Known()), w.Version()
	go func() {
		found := measure.Contrasts(costsA, costsB, n)
		w.Do(func() {
			if version == w.Version() {
				f.goContrast(found)
			}
		})
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
