package race

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// A leaders shows which model spends least on each stretch of the text.
type leaders struct {
	w       *workspace.Workspace
	content fyne.CanvasObject
	note    *widgets.Label
	strip   *widgets.Strip
	names   *fyne.Container
	leads   []measure.Lead
	width   int // bytes of a stripe
}

func newLeaders(w *workspace.Workspace) *leaders {
	l := &leaders{w: w, strip: widgets.NewStrip(), names: widgets.Row(14),
		note: widgets.NewStyled("", widgets.RoleMute, widgets.SmallSize, fyne.TextStyle{})}
	l.strip.OnTap = func(i int) { l.openAt(i * l.width) }
	l.strip.Describe = l.describe
	head := widgets.Row(8, heading(lang.T("WHO LEADS WHERE")), l.note)
	l.content = widgets.Padded(14, 4, widgets.Dock(head, l.names, nil, nil, l.strip))
	return l
}

// maxNames is how many leaders are named under the strip.
const maxNames = 5

// refresh compares the rows anew, as far as they have come.
func (l *leaders) refresh() {
	race := l.w.Race()
	l.leads = race.Leads()
	l.width = 1
	if len(race.Rows) > 0 {
		l.width = race.Rows[0].Windows.Width()
	}
	colors := make([]color.RGBA, len(l.leads))
	led := map[int]int{}
	for i, lead := range l.leads {
		if lead.First >= 0 {
			colors[i] = widgets.ModelColor(race.Rows[lead.First].Entry)
			led[lead.First]++
		}
	}
	l.strip.SetColors(colors)
	l.note.SetText("")
	if l.w.Text().Len() > 0 {
		l.note.SetText(lang.T("stripes of %s bytes", widgets.Count(int64(l.width))))
	}
	l.name(race, led)
}

// name lists who leads most often, with the share of the stripes.
func (l *leaders) name(race *workspace.Race, led map[int]int) {
	var order []int
	all := 0
	for i, n := range led {
		order = append(order, i)
		all += n
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(led[b], led[a]), cmp.Compare(a, b)) })
	l.names.Objects = nil
	for _, i := range order[:min(len(order), maxNames)] {
		e := race.Rows[i].Entry
		share := widgets.Percent(float64(led[i]) / float64(all))
		l.names.Add(widgets.Row(5, widgets.NewDot(widgets.ModelColor(e)),
			widgets.NewStyled(e.ID+" "+share, widgets.RoleInk, widgets.SmallSize, fyne.TextStyle{})))
	}
	if len(order) == 0 {
		l.names.Add(widgets.NewStyled(lang.T("as soon as models have read"), widgets.RoleMute, widgets.SmallSize, fyne.TextStyle{}))
	}
	l.names.Refresh()
}

// at returns who leads at a byte offset: the rows of the leader and of the
// runner-up, nil for none.
func (l *leaders) at(offset int) (first, second *workspace.Row) {
	i := offset / max(l.width, 1)
	rows := l.w.Race().Rows
	if i < 0 || i >= len(l.leads) {
		return nil, nil
	}
	if f := l.leads[i].First; f >= 0 && f < len(rows) {
		first = rows[f]
	}
	if s := l.leads[i].Second; s >= 0 && s < len(rows) {
		second = rows[s]
	}
	return first, second
}

// openAt opens a place in Read with the two models that lead there; where
// nobody has read yet, with the one that reads.
func (l *leaders) openAt(offset int) {
	offset = min(max(offset, 0), max(l.w.Text().Len()-1, 0))
	a, b := l.w.Model().ID, ""
	first, second := l.at(offset)
	if first != nil {
		a = first.Entry.ID
	}
	if second != nil {
		b = second.Entry.ID
	}
	openPair(l.w, a, b, offset)
}

// describe says who leads a stripe, and by how much.
func (l *leaders) describe(i int) []string {
	lo := i * l.width
	hi := min(lo+l.width, l.w.Text().Len())
	where := lang.T("bytes %s to %s", widgets.Count(int64(lo)), widgets.Count(int64(hi)))
	lines := []string{where}
	first, second := l.at(lo)
	for _, row := range []*workspace.Row{first, second} {
		if row != nil {
			cost, _ := row.Windows.Cost(i)
			per := measure.Bits(cost) / math.Max(float64(hi-lo), 1)
			lines = append(lines, row.Entry.ID+": "+lang.T("%s bits/byte", widgets.Fixed(per, 3)))
		}
	}
	if first == nil {
		return append(lines, lang.T("not read yet"))
	}
	return append(lines, lang.T("click to read it with both"))
}

func (l *leaders) setCursor(at int) {
	l.strip.SetCursor(float64(at) / float64(max(l.w.Text().Len(), 1)))
}
