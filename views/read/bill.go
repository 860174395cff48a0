package read

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A bill shows above the screen where the bits of the text went: its costliest
// words, classes of characters and types of words.
type bill struct {
	v      *View
	sheet  *widgets.Sheet
	table  *billTable
	head   *widgets.Label
	by     int // of groupings
	items  []measure.Item
	cancel context.CancelFunc
}

// A grouping is a way to make out the bill.
type grouping struct {
	name string
	by   measure.Grouping
}

func groupings() []grouping {
	return []grouping{
		{lang.T("words"), measure.ByWord},
		{lang.T("characters by class"), measure.ByClass},
		{lang.T("words by type"), measure.ByType},
	}
}

const (
	billWidth, billHeight = 640, 520
	mostItems             = 100 // rows that are shown
)

func newBill(v *View) *bill { return &bill{v: v, cancel: func() {}} }

// open makes the bill out and shows it.
func (b *bill) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(b.v.heat)
	if c == nil || b.sheet.Open() {
		return
	}
	b.head = widgets.NewLabel("", widgets.RoleMute)
	b.table = newBillTable(b.tapped)
	var names []string
	for _, g := range groupings() {
		names = append(names, g.name)
	}
	by := widgets.NewSegmented(names, b.by, func(i int) { b.by = i; b.make() })
	title := widgets.NewStyled(lang.T("Where did the bits go?"), widgets.RoleInk, 17, fyne.TextStyle{Bold: true})
	top := container.NewVBox(title, b.head, widgets.Padded(0, 6, widgets.Row(8, by)))
	foot := widgets.Padded(0, 6, widgets.Row(8, widgets.NewChip(lang.T("Close"), func() { b.sheet.Close() })))
	body := widgets.Dock(top, foot, nil, nil, container.NewVScroll(b.table))
	panel := widgets.AtLeast(billWidth, billHeight, widgets.On(widgets.RolePanel, widgets.Padded(20, 16, body)))
	b.sheet = widgets.OpenSheet(c, panel, by, func() { b.cancel(); b.v.focus() })
	b.make()
}

// make makes the bill out, apart from the window.
func (b *bill) make() {
	b.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	b.cancel = cancel
	w, g := b.v.w, groupings()[b.by]
	trace := w.Reading().Trace()
	doc, costs, n := w.Text(), trace.Costs(), trace.Known()
	b.head.SetText(lang.T("adding up…"))
	go func() {
		items, err := measure.Bill(ctx, doc, costs, n, g.by)
		w.Do(func() {
			if err == nil && ctx.Err() == nil {
				b.show(items, n)
			}
		})
	}()
}

// show shows the dearest kinds of the first n bytes.
func (b *bill) show(items []measure.Item, n int) {
	b.items = items
	total := 0.0
	for _, it := range items {
		total += it.Bits
	}
	b.head.SetText(lang.T("%s bits for the %s bytes that %s has read, in %s kinds",
		widgets.Count(int64(total+0.5)), widgets.Count(int64(n)), b.v.w.Model().ID, widgets.Count(int64(len(items)))))
	b.table.show(items[:min(len(items), mostItems)], total, b.by == 0)
}

// tapped goes to where a word stands.
func (b *bill) tapped(it measure.Item) {
	if b.by != 0 || it.Name == measure.Rest {
		return
	}
	b.sheet.Close()
	b.v.find.open(false)
	b.v.find.entry.SetText(it.Name)
}

// later takes the text and its costs, and returns what saves the bill of its
// words as a table.
func (b *bill) later() (func(io.Writer) error, error) {
	trace, doc := b.v.w.Reading().Trace(), b.v.w.Text()
	costs, n := trace.Costs(), trace.Known()
	return func(w io.Writer) error {
		items, err := measure.Bill(context.Background(), doc, costs, n, measure.ByWord)
		if err != nil {
			return err
		}
		return writeBill(w, items)
	}, nil
}

func writeBill(w io.Writer, items []measure.Item) error {
	rows := [][]string{{"word", "count", "bits", "bytes"}}
	for _, it := range items {
		rows = append(rows, []string{it.Name, strconv.Itoa(it.Count), strconv.FormatFloat(it.Bits, 'f', 3, 64), strconv.Itoa(it.Len)})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// kindName returns what a kind of a bill is called in the current language.
func kindName(name string) string {
	switch name {
	case measure.Rest:
		return lang.T("all other kinds")
	case "bytes that are no text":
		return lang.T("bytes that are no text")
	case "line breaks":
		return lang.T("line breaks")
	case "spaces":
		return lang.T("spaces")
	case "CJK characters":
		return lang.T("CJK characters")
	case "CJK words":
		return lang.T("CJK words")
	case "capital letters":
		return lang.T("capital letters")
	case "small letters":
		return lang.T("small letters")
	case "digits":
		return lang.T("digits")
	case "numbers":
		return lang.T("numbers")
	case "punctuation":
		return lang.T("punctuation")
	case "symbols and marks":
		return lang.T("symbols and marks")
	case "words in capitals":
		return lang.T("words in capitals")
	case "words with a capital":
		return lang.T("words with a capital")
	case "small words":
		return lang.T("small words")
	}
	return name
}
