package race

import (
	"errors"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A matrixView shows the race over several texts: a row a text, a column a
// model, bits/byte in the cells, totals below.
type matrixView struct {
	w       *workspace.Workspace
	table   *widget.Table
	note    *widgets.Label
	status  *widgets.Label
	content *fyne.Container
}

// Columns before those of the models, and their widths.
const (
	textColumn = iota
	bytesColumn
	matrixModels
	nameWidth   = 214
	bytesWidth  = 84
	figureWidth = 82
)

func newMatrixView(w *workspace.Workspace) *matrixView {
	m := &matrixView{w: w, note: widgets.NewLabel("", widgets.RoleMute), status: widgets.NewLabel("", widgets.RoleInk)}
	m.table = widget.NewTable(m.size, newCell, m.fill)
	m.table.StickyRowCount, m.table.StickyColumnCount = 1, 1
	m.table.HideSeparators = true
	m.table.OnSelected = m.open
	head := widgets.Padded(14, 10, widgets.Dock(nil, nil, nil, widgets.NewChip(lang.T("Back to the open text"), w.CloseMatrix), widgets.Middle(m.note)))
	m.content = widgets.Dock(head, nil, nil, nil, m.table)
	return m
}

// size returns the rows, with the head and the totals, and the columns.
func (m *matrixView) size() (rows, columns int) {
	x := m.w.Matrix()
	return len(x.Texts) + 2, matrixModels + len(x.Entries)
}

// A cell is a text that ends at the right of its room, and a tick before it.
func newCell() fyne.CanvasObject {
	text := canvas.NewText("", nil)
	text.TextSize = widgets.TextSize
	icon := widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), widgets.RoleAccent))
	return widgets.AtLeast(40, 22, container.New(cellLayout{}, text, icon))
}

type cellLayout struct{}

func (cellLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text := objects[0].(*canvas.Text)
	objects[0].Move(fyne.NewPos(cellPad, 0))
	objects[0].Resize(fyne.NewSize(size.Width-2*cellPad, size.Height))
	w := fyne.MeasureText(text.Text, text.TextSize, text.TextStyle).Width
	objects[1].Move(fyne.NewPos(size.Width-cellPad-w-17, (size.Height-13)/2))
	objects[1].Resize(fyne.NewSquareSize(13))
}

func (cellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 22) }

// fill writes one cell.
func (m *matrixView) fill(id widget.TableCellID, o fyne.CanvasObject) {
	box := o.(*fyne.Container).Objects[0].(*fyne.Container)
	text, icon := box.Objects[0].(*canvas.Text), box.Objects[1]
	s, best, strong := m.cell(id.Row, id.Col)
	text.Text, text.TextStyle, text.Color = s, fyne.TextStyle{Bold: strong}, theme.Color(widgets.RoleInk)
	if id.Row == 0 || id.Col == bytesColumn || m.leftOut(id.Row) {
		text.Color = theme.Color(widgets.RoleMute)
	}
	text.Alignment = fyne.TextAlignTrailing
	if id.Col == textColumn {
		text.Alignment = fyne.TextAlignLeading
		text.Text = fitting(s, nameWidth-2*cellPad, text.TextStyle)
	}
	icon.(*widget.Icon).Hidden = !best
	text.Refresh()
	box.Layout.Layout(box.Objects, box.Size())
}

// fitting cuts the start of a name that is wider than its room.
func fitting(s string, room float32, style fyne.TextStyle) string {
	r := []rune(s)
	for cut := 0; cut < len(r); cut++ {
		t := s
		if cut > 0 {
			t = "…" + string(r[cut:])
		}
		if fyne.MeasureText(t, widgets.TextSize, style).Width <= room {
			return t
		}
	}
	return ""
}

// leftOut reports whether a row is a file that is no text.
func (m *matrixView) leftOut(row int) bool {
	texts := m.w.Matrix().Texts
	return row > 0 && row <= len(texts) && texts[row-1].Err != nil
}

// cell returns what a cell says, whether it is the best of its text, and
// whether it stands out.
func (m *matrixView) cell(row, col int) (s string, best, strong bool) {
	x := m.w.Matrix()
	switch {
	case row == 0:
		return m.head(col), false, true
	case row <= len(x.Texts):
		return m.textCell(x.Texts[row-1], col)
	}
	return m.total(col)
}

func (m *matrixView) head(col int) string {
	switch col {
	case textColumn:
		return lang.T("Text")
	case bytesColumn:
		return lang.T("bytes")
	}
	return m.w.Matrix().Entries[col-matrixModels].ID
}

func (m *matrixView) textCell(t *workspace.MatrixText, col int) (s string, best, strong bool) {
	switch {
	case col == textColumn:
		return t.Name, false, false
	case col == bytesColumn && t.Opened && t.Err == nil:
		return widgets.Count(int64(t.Bytes)), false, false
	case col == bytesColumn:
		return "", false, false
	case t.Err != nil && col == matrixModels:
		return t.Err.Error(), false, false
	case t.Err != nil:
		return "", false, false
	}
	c := t.Cells[col-matrixModels]
	switch {
	case c.Done && !c.Good():
		return lang.T("failed"), false, false
	case !c.Done:
		return "", false, false
	}
	best = t.Best() == col-matrixModels
	return perByteOf(c.Receipt.CompressedBytes, c.Receipt.OriginalBytes), best, best
}

// total returns a cell of the last row: bits/byte over all texts.
func (m *matrixView) total(col int) (s string, best, strong bool) {
	x := m.w.Matrix()
	switch col {
	case textColumn:
		return lang.T("All texts, bits/byte"), false, true
	case bytesColumn:
		n := int64(0)
		for _, t := range x.Texts {
			if t.Err == nil {
				n += int64(t.Bytes)
			}
		}
		return widgets.Count(n), false, true
	}
	compressed, original := x.Total(col - matrixModels)
	return perByteOf(compressed, original), false, true
}

func perByteOf(compressed, original int64) string {
	if original == 0 {
		return ""
	}
	return widgets.Fixed(8*float64(compressed)/float64(original), 3)
}

// open opens the text of a cell in Read, with its model and the best one.
func (m *matrixView) open(id widget.TableCellID) {
	m.table.UnselectAll()
	x := m.w.Matrix()
	if id.Row < 1 || id.Row > len(x.Texts) || x.Texts[id.Row-1].Err != nil {
		return
	}
	if m.w.Dirty() {
		m.w.Fail(errors.New(lang.T("%s has edits that are not saved.", m.w.Document().Name)))
		return
	}
	t := x.Texts[id.Row-1]
	l := workspace.Link{Screen: "read", Values: map[string][]string{"file": {t.Path}}}
	best := t.Best()
	if id.Col >= matrixModels {
		l.Values.Set("model", x.Entries[id.Col-matrixModels].ID)
		if best >= 0 && best != id.Col-matrixModels {
			l.Values.Set("b", x.Entries[best].ID)
		}
	}
	m.w.Go(l)
}

// refresh shows how far the matrix has come.
func (m *matrixView) refresh() {
	x := m.w.Matrix()
	if !x.Open() {
		return
	}
	m.table.SetColumnWidth(textColumn, nameWidth)
	m.table.SetColumnWidth(bytesColumn, bytesWidth)
	for i := range x.Entries {
		m.table.SetColumnWidth(matrixModels+i, figureWidth)
	}
	m.note.SetText(lang.T("Bits/byte of each text; the best has a tick. Click one to read it with that model."))
	m.status.SetText(lang.T("%d texts, %d models, %s", len(x.Texts), len(x.Entries), m.progress()))
	m.table.Refresh()
}

func (m *matrixView) progress() string {
	x := m.w.Matrix()
	switch {
	case x.Busy():
		return widgets.Percent(x.Progress())
	case x.Progress() < 1:
		return lang.T("cancelled")
	}
	return lang.T("done")
}

// textsMenu offers several texts.
func (v *View) textsMenu() *fyne.Menu {
	back := fyne.NewMenuItem(lang.T("Back to the open text"), v.w.CloseMatrix)
	back.Disabled = v.shows() != severalPane
	return fyne.NewMenu("", fyne.NewMenuItem(lang.T("Choose a folder…"), v.chooseFolder), back)
}

// chooseFolder asks for a folder and races over its texts.
func (v *View) chooseFolder() {
	for _, win := range fyne.CurrentApp().Driver().AllWindows() {
		if win.Canvas() != fyne.CurrentApp().Driver().CanvasForObject(v.body) {
			continue
		}
		d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
			switch {
			case err != nil:
				v.w.Fail(err)
			case folder != nil:
				v.w.StartMatrix([]string{folder.Path()})
			}
		}, win)
		d.Show()
		size := win.Canvas().Size()
		d.Resize(fyne.NewSize(min(size.Width-80, 900), min(size.Height-80, 640)))
		return
	}
}
