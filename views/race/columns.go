package race

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// A column is one figure of the rows.
type column struct {
	title string  // an English key of package lang
	tip   string  // the same, a sentence
	width float32 // 0 where there is no room for it
	// text is what a row shows, and value what it is sorted by; a row without a
	// value sorts behind all that have one.
	text  func(t *table, r *workspace.Row) string
	value func(t *table, r *workspace.Row) (float64, bool)
}

// The columns that are drawn in their own way.
const (
	modelColumn = iota
	sizeColumn
	firstFigure
	charColumn   = firstFigure + 1
	speedColumn  = firstFigure + 2
	memoryColumn = firstFigure + 3
)

// yielding are the columns that a narrow window leaves out, the first one
// first: another column tells nearly the same, or it is not about size.
var yielding = []int{charColumn, speedColumn, memoryColumn}

// columns are the columns from the left; package lang's test finds their texts
// in titles and tips.
func (c counting) columns() []column {
	size := column{lang.T("Size"), lang.T("Bytes of the whole compressed file"), 140, nil, bySize}
	owns := column{lang.T("Decoder owns"), lang.T("Prior knowledge that a decoder must own before it starts, in bytes:\na built-in dictionary or trained weights"), 88, owned, byOwned}
	if c.twoPart {
		size = column{lang.T("Size + model"), lang.T("Two-part code, in bytes: the compressed file, the prior knowledge of its decoder,\nand the source of the program, compressed with xz (an upper bound:\nmost programs hold the encoder too; the standard library is not counted)"), 140, nil, bySize}
		owns = column{lang.T("Decoder owns"), lang.T("What a decoder must own before it starts, in bytes: prior knowledge,\nand the source of the program, compressed with xz"), 88, owned, byOwned}
	}
	third := column{lang.T("bits/char"), lang.T("Bits for each character of the text"), 64, bitsPerChar, bySize}
	if c.speedPrior {
		third = column{lang.T("bits + log2 ns"), lang.T("Speed prior (Schmidhuber): the bits of the size, plus log2 of the nanoseconds\nof processor time that encoding took: each doubling of time costs one bit"), 98, speedPrior, bySpeedPrior}
	}
	return []column{
		{lang.T("Model"), lang.T("The model's id, as the bits command takes it; click a row to read with it,\nright-click or Menu for more"), 166, nil, byName},
		size,
		{lang.T("bits/byte"), lang.T("Bits for each byte of the text"), 64, bitsPerByte, bySize},
		third,
		{lang.T("Speed"), lang.T("Bytes encoded in a second of processor time"), 74, speed, bySpeed},
		{lang.T("Memory"), lang.T("The most memory the model took"), 62, memory, byMemory},
		owns,
		{lang.T("Decoded"), lang.T("The file was decoded again and gave the text back byte for byte"), 88, nil, byState},
	}
}

// A counting says what the figures count.
type counting struct {
	twoPart    bool // the model itself beside the file
	speedPrior bool // a column charges time
}

// model returns the bytes of the model itself, where they count.
func (c counting) model(r *workspace.Row) int64 {
	if !c.twoPart {
		return 0
	}
	return measure.TwoPart(r.Entry, 0)
}

// byName returns how many rows have an id before r's.
func byName(t *table, r *workspace.Row) (n float64, ok bool) {
	for _, other := range t.rows {
		if other.Entry.ID < r.Entry.ID {
			n++
		}
	}
	return n, true
}

func bySize(t *table, r *workspace.Row) (float64, bool) {
	if r.State == workspace.Finished {
		return float64(r.Size + t.model(r)), true
	}
	return 0, false
}

func owned(t *table, r *workspace.Row) string {
	n, _ := byOwned(t, r)
	return widgets.Count(int64(n))
}

func byOwned(t *table, r *workspace.Row) (float64, bool) {
	return float64(max(r.Entry.PriorBytes, t.model(r))), true
}

func speedPrior(t *table, r *workspace.Row) string {
	v, ok := bySpeedPrior(t, r)
	if !ok {
		return ""
	}
	return widgets.Count(int64(math.Round(v)))
}

func bySpeedPrior(t *table, r *workspace.Row) (float64, bool) {
	if r.State == workspace.Finished {
		return r.Receipt.SpeedPrior() + 8*float64(t.model(r)), true
	}
	return 0, false
}

// perByte returns the bits a byte: of the size when that is known, else of what
// has been read.
func (c counting) perByte(r *workspace.Row) (float64, bool) {
	if r.State == workspace.Finished {
		v, ok := r.Receipt.BitsPerByte()
		return v + 8*float64(c.model(r))/float64(max(r.Receipt.OriginalBytes, 1)), ok
	}
	if n := r.Curve.Len(); n > 0 {
		return r.Curve.Bits() / float64(n), true
	}
	return 0, false
}

func bitsPerByte(t *table, r *workspace.Row) string {
	v, ok := t.perByte(r)
	if !ok {
		return ""
	}
	return widgets.Fixed(v, 3)
}

func bitsPerChar(t *table, r *workspace.Row) string {
	v, ok := t.perByte(r)
	if !ok || t.charLen == 0 {
		return ""
	}
	return widgets.Fixed(v*t.charLen, 3)
}

func rateOf(r *workspace.Row) (float64, bool) {
	v := float64(r.Receipt.OriginalBytes) / r.Receipt.EncodeSeconds
	return v, r.State == workspace.Finished && v > 0 && !math.IsInf(v, 0)
}

func speed(_ *table, r *workspace.Row) string {
	v, ok := rateOf(r)
	if !ok {
		return ""
	}
	return widgets.Speed(v)
}

func bySpeed(_ *table, r *workspace.Row) (float64, bool) {
	v, ok := rateOf(r)
	return -v, ok
}

func memory(_ *table, r *workspace.Row) string {
	if r.Memory == 0 {
		return ""
	}
	return widgets.Memory(r.Memory)
}

func byMemory(_ *table, r *workspace.Row) (float64, bool) { return float64(r.Memory), r.Memory > 0 }

func byState(_ *table, r *workspace.Row) (float64, bool) { return float64(r.State), true }

// state says where a row stands, where its tick will be.
func state(r *workspace.Row) string {
	switch r.State {
	case workspace.Waiting:
		return lang.T("waiting")
	case workspace.Dear:
		return lang.T("run: %s", widgets.Takes(r.Estimate))
	case workspace.Running:
		if r.Phase == measure.Decoding {
			return lang.T("decoding %s", widgets.Percent(r.Part()*2-1))
		}
		return widgets.Percent(r.Part() * 2)
	case workspace.Cancelled:
		return lang.T("cancelled")
	case workspace.Failed:
		if isCancelled(r) {
			return lang.T("cancelled")
		}
		return lang.T("failed: %v", r.Err)
	}
	return ""
}

// isCancelled reports whether a row failed because a person stopped it.
func isCancelled(r *workspace.Row) bool { return errors.Is(r.Err, context.Canceled) }

// sorted returns the rows in the order of a column.
func (t *table) sorted() []*workspace.Row {
	rows := slices.Clone(t.rows)
	slices.SortStableFunc(rows, t.compare)
	return rows
}

// compare orders two rows by the column of the order.
func (t *table) compare(a, b *workspace.Row) int {
	value := t.columns[t.sortBy].value
	va, oka := value(t, a)
	vb, okb := value(t, b)
	switch {
	case oka != okb:
		if oka {
			return -1
		}
		return 1
	case t.reversed:
		return cmp.Compare(vb, va)
	}
	return cmp.Compare(va, vb)
}
