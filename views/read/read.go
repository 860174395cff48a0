package read

import (
	"context"
	"errors"
	"slices"

	"bitlens/assets/icons"
	"bitlens/assets/lang"
	"bitlens/engine/text"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// Screen is the entry of the rail.
func Screen() views.Screen {
	return views.Screen{ID: "read", Title: "Read", Icon: icons.Read, New: New}
}

// A View is the open screen.
type View struct {
	w         *workspace.Workspace
	heat      *widgets.HeatText
	shade     *shading
	digest    *digest
	detail    *detail
	scratch   *scratch
	find      *finder
	bill      *bill
	player    *player
	minimap   *widgets.Minimap
	content   fyne.CanvasObject
	below     fyne.CanvasObject // the pictures
	presented bool
	charts    *charts
	status    *status
	tools     *tools
	aligned   *aligned
	size      float32 // of the text, dips
	hover     int     // offset under the pointer, or -1
	brush     brush
	own       bool // the change that is told now is this view's own
	shown     bool
}

// New opens the screen.
func New(w *workspace.Workspace) views.View {
	v := &View{w: w, heat: widgets.NewHeatText(), shade: &shading{w: w, dear: 2 * breakEven}, size: preferredSize(), hover: -1}
	v.heat.SetTextSize(v.size)
	v.shade.gamma = fyne.CurrentApp().Preferences().FloatWithFallback(gammaPreference, 1)
	v.digest = newDigest(w, v.digested)
	v.makeDetail()
	v.makeMinimap()
	v.find, v.bill, v.player = newFinder(v), newBill(v), newPlayer(v)
	v.aligned = newAligned(v)
	v.charts = newCharts(w, v.digest, v.colours)
	v.charts.histogram.OnRange, v.charts.histogram.OnReset = v.drag, v.automatic
	v.charts.histogram.SetTip(v.legendTip)
	v.charts.colours.SetTip(func() []string { return []string{lang.T("Colours and contrast of the tints")} })
	v.status = newStatus(w, v.digest, v.also)
	v.tools = newTools(v)
	v.chosen()
	v.heat.SetShading(v.shade)
	v.heat.OnView = v.lookAt
	v.heat.OnEdit = v.edited
	v.heat.OnCursor = v.moved
	v.heat.OnHover = v.pointed
	v.heat.OnSelect = func(lo, hi int) { v.mine(func() { w.SetBrush(lo, hi) }) }
	v.heat.OnMenu = v.menu
	v.observe()
	v.opened()
	v.heat.SetCursor(w.Cursor())
	return v
}

// observe follows the workspace.
func (v *View) observe() {
	v.w.On(workspace.TextTopic, v.opened)
	v.w.On(workspace.CursorTopic, v.cursorMoved)
	v.w.On(workspace.ModelTopic, v.chosen)
	v.w.On(workspace.UnitTopic, v.chosen)
	v.w.On(workspace.ReadingTopic, v.read)
	v.w.On(workspace.SurveyTopic, v.surveyed)
	v.w.On(workspace.RaceTopic, func() { v.charts.refresh(); v.look() })
	v.w.On(workspace.PeekTopic, v.showDetail)
	v.w.On(workspace.LookTopic, v.relook)
}

// mine does something whose news is this view's own.
func (v *View) mine(f func()) {
	before := v.own
	v.own = true
	f()
	v.own = before
}

// Content implements views.View.
func (v *View) Content() fyne.CanvasObject {
	side := widgets.On(widgets.RolePanel, widgets.Dock(nil, nil, widgets.NewRule(), nil, container.NewVScroll(v.detail)))
	v.below = widgets.On(widgets.RolePanel, widgets.Dock(widgets.NewRule(), nil, nil, nil, v.charts.content))
	v.content = widgets.Dock(nil, nil, nil, side, widgets.Dock(v.find.content, v.below, nil, nil,
		widgets.Dock(v.player.content, nil, nil, v.minimap, v.heat)))
	widgets.SetShown(v.below, !v.presented)
	return v.content
}

// Tools implements views.View.
func (v *View) Tools() fyne.CanvasObject { return v.tools.content }

// Status implements views.View.
func (v *View) Status() fyne.CanvasObject { return v.status.content }

// Link implements views.View.
func (v *View) Link() workspace.Link {
	l := v.w.Link("read")
	if v.aligned.has() {
		l.Values.Set(alignedValue, v.aligned.unit.Vocabulary())
	}
	return l
}

// Open implements views.View: most that a link of this screen says belongs to
// the workspace, but the place must be brought into view.
func (v *View) Open(l workspace.Link) {
	if name := l.Values.Get(alignedValue); name != "" {
		v.aligned.open(name)
	}
	v.place()
	v.peek()
}

// Shown implements views.View.
func (v *View) Shown(shown bool) {
	v.shown = shown
	if shown {
		v.heat.Repaint()
		v.charts.refresh()
		v.look() // what was read unseen
		v.showDetail()
		v.focus()
	}
}

// Again implements views.View.
func (v *View) Again() {
	v.w.ReadAgain()
	v.peek()
}

// Keys implements views.View.
func (v *View) Keys() []views.Key {
	return append([]views.Key{{
		Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyM, Modifier: fyne.KeyModifierShortcutDefault},
		What:     lang.T("choose a model"), Do: v.tools.model.Activate,
	}, {
		Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault},
		What:     lang.T("let the model write on from here"), Do: v.writeOn,
	}}, append(v.zoomKeys(), v.findKeys()...)...)
}

// focus gives the text the keyboard.
func (v *View) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.heat); c != nil {
		c.Focus(v.heat)
	}
}

// Exports implements views.View.
func (v *View) Exports() []views.Export {
	pictures := append(v.heatExports(), v.charts.exports()...)
	return append(pictures, views.Export{What: "Cost of each word", Ext: ".csv", Later: v.bill.later})
}

// opened shows another text. One that is the same, since it was edited here or
// only saved, keeps its caret and what can be undone.
func (v *View) opened() {
	if !v.own && !text.Equal(v.heat.Text(), v.w.Text()) {
		v.heat.SetText(v.w.Text())
		v.heat.SetShading(v.shade)
		v.hover, v.digest.zoom = -1, [2]int{}
		if v.shown {
			v.focus()
		}
	}
	v.aligned.follow()
	v.look()
	v.peek()
}

// edited brings an edit made here to the workspace.
func (v *View) edited(lo, hi int, with []byte) {
	v.hover = -1
	v.mine(func() {
		v.w.Edit(lo, hi, slices.Clone(with))
		v.w.SetCursor(v.heat.CursorOffset())
	})
}

// moved brings the caret to the workspace. From then on the caret is what is
// looked at, until the pointer moves again.
func (v *View) moved(at int) {
	v.hover = -1
	v.heat.SetHover(-1)
	v.w.StopPlay()
	v.mine(func() { v.w.SetCursor(at) })
	v.peek()
}

// cursorMoved follows a cursor that was moved elsewhere.
func (v *View) cursorMoved() {
	v.charts.setCursor(v.w.Cursor())
	v.status.refresh()
	if brush := newBrush(v.w); brush != v.brush {
		v.brush = brush
		v.look() // its histogram
	}
	if !v.own {
		v.showCursor()
		v.peek()
	}
}

// showCursor brings the cursor and the brush into the text.
func (v *View) showCursor() {
	if v.brush.lo < v.brush.hi {
		v.heat.Select(v.brush.lo, v.brush.hi)
	} else {
		v.heat.SetCursor(v.w.Cursor())
	}
}

// A brush is a stretch of bytes that all pictures mark.
type brush struct{ lo, hi int }

func newBrush(w *workspace.Workspace) (b brush) {
	b.lo, b.hi = w.Brush()
	return b
}

// pointed shows the unit under the pointer, or that at the cursor.
func (v *View) pointed(at int) {
	v.hover = at
	v.peek()
}

// peek asks what was expected at the unit that is looked at. A play says so
// itself.
func (v *View) peek() {
	if v.w.Play() != nil {
		return
	}
	v.showDetail()
	v.w.PeekSoon(v.unitStart(v.at()))
}

// at returns the offset that is looked at.
func (v *View) at() int {
	if v.hover >= 0 {
		return v.hover
	}
	return v.w.Cursor()
}

// unitStart returns the start of the unit at an offset.
func (v *View) unitStart(at int) int {
	if at >= v.w.Text().Len() {
		return at
	}
	starts := v.shade.Units(at, at+1)
	i, found := slices.BinarySearch(starts, at)
	if !found {
		i--
	}
	return starts[i]
}

func (v *View) showDetail() {
	if play := v.w.Play(); play != nil {
		f := factsOfPlay(v.w, v.shade, play)
		v.detail.show(f, true)
		v.markExplained(play.Lo, play.Expected)
		return
	}
	f, ok := factsAt(v.w, v.shade, v.at())
	v.detail.show(f, ok)
	v.markContext(f, ok)
}

// chosen follows another model, unit or measure.
func (v *View) chosen() {
	v.tools.refresh()
	if v.shade.of != v.w.Measure().Name {
		v.shade.held = [2]float64{} // they were of another axis
	}
	v.shade.dear, v.shade.low = v.shade.scale().dear, 0
	v.heat.SetRamp(v.shade.ramp())
	v.aligned.follow()
	v.charts.setUnit(v.unitShort())
	v.charts.refresh()
	v.status.refresh()
	v.look()
	v.peek()
}

// read follows the reading.
func (v *View) read() {
	v.status.refresh()
	if !v.shown {
		return
	}
	v.heat.Repaint()
	v.charts.refresh()
	v.look()
	v.showDetail()
}

// unitShort names the unit where there is little room.
func (v *View) unitShort() string {
	if v.w.Unit().IsToken() {
		return lang.T("token")
	}
	if v.w.Unit().Name()[0] == '/' {
		return lang.T("piece") // capitals would make another pattern of it
	}
	return unitName(v.w.Unit())
}

// also says what is worth saying of the measure and the unit, or "".
func (v *View) also() string {
	if s := v.w.Survey(); s != nil && v.w.Measure().Surveyed && s.Err() != nil {
		if errors.Is(s.Err(), context.Canceled) {
			return lang.T("the survey was cancelled; what has been found stays (F5 starts it again)")
		}
		return lang.T("the survey failed: %v", s.Err())
	}
	return v.aligned.said()
}

// legendTip tells what the legend shows and what can be done with it.
func (v *View) legendTip() []string {
	lines := []string{v.shade.scale().tip,
		lang.T("Drag a handle to set where the ramp begins and ends; double click for the automatic range")}
	if said := v.aligned.said(); said != "" {
		lines = append(lines, said)
	}
	return lines
}

// surveyed shows what the survey has found.
func (v *View) surveyed() {
	if v.shown {
		v.heat.Repaint()
		v.look()
	}
	v.status.refresh()
}

func (v *View) look() { v.digest.look() }

// digested takes figures about the whole text.
func (v *View) digested() {
	if v.digest.stats.scale.title != v.shade.scale().title {
		return // another measure was chosen meanwhile, and its figures come
	}
	dear, low := v.digest.stats.dear(), v.digest.stats.low()
	if dear < v.shade.dear*0.97 || dear > v.shade.dear*1.03 || low != v.shade.low {
		v.shade.dear, v.shade.low = dear, low
		v.heat.Repaint()
		v.showDetail()
	}
	v.showStats()
	v.charts.profile.refresh()
	v.showMinimap()
	v.status.refresh()
}

// showStats shows how often units measure what: those of the brush, or all.
func (v *View) showStats() {
	s := v.digest.stats
	if lo, hi := v.w.Brush(); lo < hi && len(v.digest.brushed.at) > 0 {
		s = v.digest.brushed
	}
	v.charts.setStats(s, v.shade)
}

// relook follows another theme or language.
func (v *View) relook() {
	v.heat.Repaint()
	v.charts.refresh()
	v.showDetail()
	v.status.refresh()
}
