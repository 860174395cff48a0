package workspace

import (
	"context"
	"slices"

	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

// A Matrix is a race of models over several texts. It keeps sizes alone.
type Matrix struct {
	Paths   []string // files and folders
	Entries []*model.Entry
	Texts   []*MatrixText
	cancel  context.CancelFunc
	busy    bool
}

// A MatrixText is one text of a matrix.
type MatrixText struct {
	measure.Source
	Opened bool
	Bytes  int   // of the text, once it has been opened
	Err    error // why it is left out
	Cells  []Cell
}

// A Cell is what one model made of one text.
type Cell struct {
	Done    bool
	Err     error
	Receipt measure.Receipt
}

// Good reports whether the cell has a size to show.
func (c Cell) Good() bool { return c.Done && c.Err == nil && c.Receipt.Verified }

// matrixModels are one of each kind: what a matrix has columns for.
var matrixModels = []string{"cm", "ppm", "ctw", "kneser-ney", "order2", "xz", "brotli:11", "bzip2", "zstd:best", "gzip:9"}

// Matrix returns the race over several texts; it has no texts before
// StartMatrix.
func (w *Workspace) Matrix() *Matrix { return w.matrix }

// Open reports whether a matrix was asked for.
func (m *Matrix) Open() bool { return len(m.Paths) > 0 }

// Busy reports whether the matrix is being filled.
func (m *Matrix) Busy() bool { return m.busy }

// Progress returns how far the matrix is, from 0 to 1.
func (m *Matrix) Progress() float64 {
	done, all := 0, max(len(m.Texts)*len(m.Entries), 1)
	for _, t := range m.Texts {
		if t.Err != nil {
			done += len(t.Cells)
			continue
		}
		for _, c := range t.Cells {
			if c.Done {
				done++
			}
		}
	}
	return float64(done) / float64(all)
}

// Best returns the model that makes the least of a text, or -1. A text of
// which some model failed still has a best.
func (t *MatrixText) Best() int {
	best := -1
	for i, c := range t.Cells {
		if c.Good() && (best < 0 || c.Receipt.CompressedBytes < t.Cells[best].Receipt.CompressedBytes) {
			best = i
		}
	}
	return best
}

// Total returns what a model made of all texts that it has finished, and how
// many bytes these have.
func (m *Matrix) Total(entry int) (compressed, original int64) {
	for _, t := range m.Texts {
		if c := t.Cells[entry]; c.Good() {
			compressed += c.Receipt.CompressedBytes
			original += c.Receipt.OriginalBytes
		}
	}
	return compressed, original
}

// StartMatrix races one model of each kind, and those that were added to the
// race, over all texts in files and folders.
func (w *Workspace) StartMatrix(paths []string) {
	w.StopMatrix()
	ctx, cancel := context.WithCancel(context.Background())
	m := &Matrix{Paths: paths, Entries: w.matrixEntries(), cancel: cancel, busy: true}
	w.matrix = m
	w.tell(MatrixTopic)
	b := &batch{do: w.do, after: func() { w.tell(MatrixTopic) }}
	deliver := func(f func()) {
		b.add(func() bool {
			if ctx.Err() != nil {
				return false
			}
			f()
			return true
		})
	}
	go func() {
		sources, err := measure.Sources(paths)
		deliver(func() { w.takeSources(sources, err) })
		run := measure.Matrix{Entries: m.Entries, Sources: sources, Slots: w.slots,
			Opened: func(s, n int, err error) { deliver(func() { m.Texts[s].open(n, err) }) },
			Done: func(s, e int, r measure.Receipt, err error) {
				deliver(func() { m.Texts[s].Cells[e] = Cell{true, err, r} })
			}}
		run.Run(ctx)
		deliver(func() { m.busy = false })
	}()
}

// takeSources makes a row for each file.
func (w *Workspace) takeSources(sources []measure.Source, err error) {
	if err != nil {
		w.Fail(saidOfSource(err))
	}
	for _, s := range sources {
		w.matrix.Texts = append(w.matrix.Texts, &MatrixText{Source: s, Cells: make([]Cell, len(w.matrix.Entries))})
	}
}

func (t *MatrixText) open(n int, err error) {
	t.Opened, t.Bytes = true, n
	if err != nil {
		t.Err = saidOfSource(err)
	}
}

// matrixEntries returns the columns of a matrix: one of each kind, in that
// order, as far as they race, and then what a person added to the race.
func (w *Workspace) matrixEntries() []*model.Entry {
	known := idsOf(zoo.All())
	var kinds, added []*model.Entry
	for _, e := range w.lineup() {
		switch {
		case slices.Contains(matrixModels, e.ID):
			kinds = append(kinds, e)
		case !slices.Contains(known, e.ID):
			added = append(added, e)
		}
	}
	slices.SortFunc(kinds, func(a, b *model.Entry) int {
		return slices.Index(matrixModels, a.ID) - slices.Index(matrixModels, b.ID)
	})
	return append(kinds, added...)
}

func idsOf(entries []*model.Entry) (ids []string) {
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids
}

// StopMatrix cancels what waits or runs; finished cells stay.
func (w *Workspace) StopMatrix() {
	if w.matrix.cancel == nil {
		return
	}
	w.matrix.cancel()
	w.matrix.cancel, w.matrix.busy = nil, false
	w.tell(MatrixTopic)
}

// CloseMatrix forgets the matrix.
func (w *Workspace) CloseMatrix() {
	w.StopMatrix()
	w.matrix = &Matrix{}
	w.tell(MatrixTopic)
}
