package read

import (
	"context"

	"bitlens/assets/lang"
	"bitlens/engine/text"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
)

// An aligned is a second vocabulary whose tokens are drawn under those that are
// tinted, over the same bytes.
type aligned struct {
	v      *View
	unit   text.Unit // the zero Unit for none
	counts map[string]int
	of     int // the version of the text that the counts are of
	cancel context.CancelFunc
}

func newAligned(v *View) *aligned { return &aligned{v: v, of: -1, cancel: func() {}} }

// has reports whether a second vocabulary is shown.
func (a *aligned) has() bool { return a.unit.IsToken() && a.v.w.Unit().IsToken() }

// set shows the tokens of another vocabulary; the zero Unit shows none.
func (a *aligned) set(u text.Unit) {
	a.unit = u
	if u.IsToken() && !a.v.w.Unit().IsToken() {
		a.v.w.SetUnit(text.Token)
		return
	}
	a.follow()
}

// alignedValue names the second vocabulary in links.
const alignedValue = "aligned"

// open shows the tokens of a vocabulary that a link names.
func (a *aligned) open(vocabulary string) {
	u, err := text.ParseUnit("token:" + vocabulary)
	if err != nil {
		a.v.w.Fail(err)
		return
	}
	a.set(u)
}

// item is the menu of the second vocabulary.
func (a *aligned) item() *fyne.MenuItem {
	parent := fyne.NewMenuItem(lang.T("compare with"), nil)
	none := fyne.NewMenuItem(lang.T("None"), func() { a.set(text.Unit{}) })
	none.Checked = !a.unit.IsToken()
	parent.ChildMenu = fyne.NewMenu("", none)
	for _, u := range text.Tokens {
		item := fyne.NewMenuItem(u.Vocabulary(), func() { a.set(u) })
		item.Checked = u.Name() == a.unit.Name()
		parent.ChildMenu.Items = append(parent.ChildMenu.Items, item)
	}
	return parent
}

// follow draws what is chosen on the text of now, and counts both kinds of
// tokens.
func (a *aligned) follow() {
	a.cancel()
	if !a.has() {
		a.v.heat.SetAligned(nil)
		return
	}
	a.v.heat.SetAligned(func(lo, hi int) []int { return a.unit.Starts(a.v.w.Text(), lo, hi) })
	a.count()
}

// count counts the tokens of both vocabularies apart from the window.
func (a *aligned) count() {
	ctx, cancel := context.WithCancel(context.Background())
	a.cancel = cancel
	w := a.v.w
	t, version, units := w.Text(), w.Version(), []text.Unit{w.Unit(), a.unit}
	go func() {
		counts := map[string]int{}
		for _, u := range units {
			counts[u.Name()] = countUnits(ctx, t, u)
		}
		w.Do(func() {
			if ctx.Err() == nil {
				a.counts, a.of = counts, version
				a.v.status.refresh()
			}
		})
	}()
}

// said tells how many tokens both vocabularies make of the text, or "" while
// that is not known.
func (a *aligned) said() string {
	if !a.has() || a.of != a.v.w.Version() {
		return ""
	}
	own := a.v.w.Unit()
	n, ok := a.counts[own.Name()]
	m, also := a.counts[a.unit.Name()]
	if !ok || !also {
		return ""
	}
	return lang.T("tokens: %s of %s, below %s of %s",
		widgets.Count(int64(n)), own.Vocabulary(), widgets.Count(int64(m)), a.unit.Vocabulary())
}

// countUnits counts the units of a text until ctx ends.
func countUnits(ctx context.Context, t text.Bytes, u text.Unit) (n int) {
	for range u.All(t) {
		if n++; n%4096 == 0 && ctx.Err() != nil {
			break
		}
	}
	return n
}
