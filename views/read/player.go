package read

import (
	"fmt"
	"strings"
	"time"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// A player plays the reading: the text behind the cursor is veiled, the model
// says what it expects, and then the veil is drawn back by a unit.
type player struct {
	v       *View
	content fyne.CanvasObject // the bar
	toggle  *widgets.Chip
	said    *widgets.Label
	speed   int // of speeds
	running bool
	timer   *time.Timer
}

// speeds are units a second.
var speeds = []int{1, 2, 5, 15}

func newPlayer(v *View) *player {
	p := &player{v: v, speed: 1}
	p.toggle = widgets.NewChip(lang.T("Pause"), p.playOrPause)
	p.said = widgets.NewLabel("", widgets.RoleMute)
	var names []string
	for _, s := range speeds {
		names = append(names, fmt.Sprint(s))
	}
	speed := widgets.NewSegmented(names, p.speed, func(i int) { p.speed = i })
	speed.SetTip(func() []string { return []string{lang.T("Units a second: each is expected first, and then shown")} })
	step := widgets.NewChip(lang.T("Step"), p.step)
	step.SetTip(func() []string {
		return []string{lang.T("First what the model expects, then what comes (Ctrl+.)")}
	})
	bar := widgets.Row(10, p.toggle, step, speed, widgets.NewLabel(lang.T("a second"), widgets.RoleMute),
		widgets.NewChip(lang.T("Stop"), v.w.StopPlay), p.said)
	p.content = widgets.On(widgets.RolePanel, widgets.Dock(nil, widgets.NewRule(), nil, nil, widgets.Padded(16, 6, bar)))
	p.content.Hide()
	v.w.On(workspace.PlayTopic, p.refresh)
	return p
}

// playOrPause begins to play at the cursor, pauses, or goes on.
func (p *player) playOrPause() {
	p.running = !p.running
	p.start()
	p.running = p.running && p.v.w.Play() != nil
	p.tick()
	p.refresh()
}

// start opens the bar and the play, if there is none.
func (p *player) start() {
	if p.v.w.Play() == nil {
		p.v.w.StartPlay(p.v.unitStart(p.v.w.Cursor()))
	}
}

// step goes on by one turn, and pauses.
func (p *player) step() {
	p.running = false
	if p.v.w.Play() == nil {
		p.start()
		return
	}
	p.v.w.StepPlay()
	p.refresh()
}

// tick goes on by a turn while it runs, two turns a unit.
func (p *player) tick() {
	if p.timer != nil {
		p.timer.Stop()
	}
	if !p.running {
		return
	}
	w := p.v.w
	p.timer = time.AfterFunc(time.Second/time.Duration(2*speeds[p.speed]), func() {
		w.Do(func() {
			if p.running && w.Play() != nil {
				w.StepPlay()
				p.tick()
			}
		})
	})
}

// refresh shows the turn.
func (p *player) refresh() {
	v, play := p.v, p.v.w.Play()
	was := p.content.Visible()
	widgets.SetShown(p.content, play != nil)
	if was != (play != nil) {
		v.relayout()
	}
	if play == nil {
		p.running = false
		v.heat.SetVeil(-1, -1)
		v.peek()
		return
	}
	p.running = p.running && !play.Over && play.Err == nil
	p.toggle.SetCaption(lang.T("Play"))
	if p.running {
		p.toggle.SetCaption(lang.T("Pause"))
	}
	p.said.SetText(p.says(play))
	v.mine(func() { v.w.SetCursor(play.Lo) })
	v.heat.SetCursor(play.Lo)
	if play.Read == nil {
		v.heat.SetVeil(play.Lo, play.Hi)
	} else {
		v.heat.SetVeil(play.Hi, play.Hi)
	}
	v.showDetail()
}

func (p *player) says(play *workspace.Play) string {
	switch {
	case play.Err != nil:
		return workspace.Said(play.Err)
	case play.Over:
		return lang.T("The text has ended.")
	}
	return lang.T("%s bits paid since the start, %s bytes sent", fixed(play.Paid), widgets.Count(int64(len(play.Sent))))
}

// factsOfPlay gathers what is known in this turn. What comes is not told before
// it is shown.
func factsOfPlay(w *workspace.Workspace, s *shading, play *workspace.Play) (f facts) {
	f = facts{lo: play.Lo, hi: play.Hi, seenAt: -1, glyph: "?", named: true, paidFor: -1, at: play.Lo, words: play.Unit.Name() == "word"}
	got := play.Expected
	if got == nil {
		return f
	}
	add := func(term widgets.Term, name, value string) { f.rows = append(f.rows, row{term, name, value}) }
	add(widgets.ExpectedTerm, lang.T("expected"), lang.T("%s bits for the next byte", fixed(got.Expected)))
	if play.Read == nil {
		f.expectOnly(got)
	} else {
		f.reveal(w, s, play)
	}
	f.explain(w, workspace.Peek{Lo: play.Lo, Got: got})
	return f
}

// expectOnly lists what the model holds likely, and does not say what comes.
func (f *facts) expectOnly(got *measure.Peeked) {
	for _, g := range got.Guesses {
		name, isName := named(g.Bytes)
		f.guesses = append(f.guesses, guess{bytes: g.Bytes, text: name, named: isName, p: g.P})
	}
	f.guesses = append(f.guesses, guess{text: lang.T("others"), named: true, p: got.Others, others: true})
}

// reveal says what came, what it cost, and how the coder's interval narrowed.
func (f *facts) reveal(w *workspace.Workspace, s *shading, play *workspace.Play) {
	f.known, f.current = true, true
	f.glyph, f.named = named(w.Text().Slice(play.Lo, play.Hi))
	for _, b := range play.Read {
		f.bits += b.Bits
		name, _ := named([]byte{b.Byte})
		f.narrow = append(f.narrow, narrowing{name, b.Part.Low, b.Part.Width, b.Bits})
	}
	f.tint = s.Tint(f.bits, play.Hi-play.Lo)
	f.paidFor = f.bits
	f.rows = append(f.rows, row{widgets.RankTerm, lang.T("rank"), rankOf(workspace.Peek{Lo: play.Lo, Hi: play.Hi, Unit: play.Unit, Got: play.Expected}, play.Hi-play.Lo)})
	f.guess(play.Expected)
	f.sent = lastBits(play.Sent)
}

// lastBits writes the last bytes that were sent in binary.
func lastBits(sent []byte) string {
	const most = 4
	var out []string
	if len(sent) > most {
		out = append(out, "…")
	}
	for _, b := range sent[max(0, len(sent)-most):] {
		out = append(out, fmt.Sprintf("%08b", b))
	}
	return strings.Join(out, " ")
}
