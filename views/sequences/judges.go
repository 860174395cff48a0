package sequences

import (
	"image/color"

	"bitlens/assets/lang"
	"bitlens/engine/induction/judge"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A judges shows what three judges bet on the next term, as bars.
type judges struct {
	widget.BaseWidget
	widgets.Tipped
	verdicts []workspace.Verdict
	groups   groups
}

const (
	sideWidth = 372
	sidePad   = 18
	betStep   = 21
	betBar    = 66 // where bars begin
	mostBets  = 4
)

func newJudges() *judges {
	j := &judges{}
	j.ExtendBaseWidget(j)
	j.Own(j)
	j.SetTip(func() []string {
		return []string{lang.T("Each bet is the share of the programs that go on so; else is what no program that was found holds."),
			lang.T("Shares are fitted on made-up sequences, so that a bet of 90% is right about nine times in ten.")}
	})
	return j
}

// show shows the verdicts of a search.
func (j *judges) show(e *workspace.Explaining, g groups) {
	j.verdicts, j.groups = e.Verdicts, g
	j.Refresh()
}

// judgeName returns what a judge is called, and what counts for it.
func judgeName(j judge.Judge) (name, counts string) {
	switch j {
	case judge.Occam:
		return lang.T("Occam"), lang.T("only the shortest program counts")
	case judge.Solomonoff:
		return lang.T("Solomonoff"), lang.T("every program counts 2^-length")
	}
	return lang.T("Speed prior"), lang.T("and every step it runs costs too")
}

// CreateRenderer implements fyne.Widget.
func (j *judges) CreateRenderer() fyne.WidgetRenderer {
	return widgets.NewDrawing(j, func(l *widgets.Layer) fyne.Size { return (&judgesDrawing{j, l, 12}).all() })
}

// A judgesDrawing puts the verdicts on a layer, one below the other.
type judgesDrawing struct {
	j    *judges
	draw *widgets.Layer
	y    float32
}

func (r *judgesDrawing) all() fyne.Size {
	r.draw.Text(lang.T("WHAT COMES NEXT, UNDER THREE JUDGES"), sidePad, r.y, betStep, widgets.HeadingSize, widgets.RoleMute, bold)
	r.y += betStep
	for _, v := range r.j.verdicts {
		r.verdict(v)
	}
	return fyne.NewSize(sideWidth, r.y)
}

// verdict puts the bets of a judge.
func (r *judgesDrawing) verdict(v workspace.Verdict) {
	name, counts := judgeName(v.Judge)
	r.draw.Text(name, sidePad, r.y, betStep, widgets.TextSize, widgets.RoleInk, bold)
	r.draw.TextRight(counts, sideWidth-sidePad, r.y, betStep, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	r.y += betStep
	rest := 1.0
	for _, b := range v.Bets[:min(mostBets, len(v.Bets))] {
		rest -= b.Probability
		r.bet(r.j.groups.spell(b.Next, ends), b.Probability, r.j.groups.color(b.Next))
	}
	r.bet(lang.T("else"), max(rest, 0), widgets.CurrentPalette().Line)
	r.y += 8
}

// bet puts one bet with a bar as long as it is likely.
func (r *judgesDrawing) bet(what string, p float64, c color.Color) {
	right := float32(sideWidth - sidePad)
	full := right - 48 - betBar - sidePad
	r.draw.Text(widgets.Shortened(what, betBar-8, widgets.TextSize, bold), sidePad, r.y, betStep, widgets.TextSize, widgets.RoleInk, bold)
	r.draw.Rect(sidePad+betBar, r.y+5, max(2, float32(p)*full), betStep-10, 2, c)
	r.draw.TextRight(percent(p), right, r.y, betStep, widgets.TextSize, widgets.RoleInk, fyne.TextStyle{})
	r.y += betStep
}

// percent writes a probability, 0 as such.
func percent(p float64) string {
	if p == 0 {
		return "0%"
	}
	return widgets.Percent(p)
}

// newRecord says how often sure bets came true where that was counted.
func newRecord() fyne.CanvasObject {
	c := judge.Benchmark()
	sure := c.Bins()[len(c.Bins())-1]
	said := lang.T("Bets of 90%% and more were right %d times in %d on published sequences.", sure.Right, sure.N)
	lines := container.New(widgets.Stacked{})
	for _, line := range widgets.Broken(said, sideWidth-2*sidePad, 2, widgets.SmallSize, fyne.TextStyle{}) {
		lines.Add(widgets.NewStyled(line, widgets.RoleMute, widgets.SmallSize, fyne.TextStyle{}))
	}
	return widgets.Padded(sidePad, 0, lines)
}
