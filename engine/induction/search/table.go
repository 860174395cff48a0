package search

// A table finds vectors by value. It holds rows of width numbers in slabs, and
// an index of those from skip on: rows that differ before only are found
// together. Bytes: 8 a number and 48 a row.
type table struct {
	width, skip int
	slabs       [][]int64
	rows        int
	seen        hashes
	index       []slot
	mask        uint64
}

// A slot of the index is a row, from 1 on, and the upper half of its hash. The
// index has open addressing (Knuth, The Art of Computer Programming 3, 6.4).
type slot struct{ row, hash uint32 }

const (
	slabRows  = 1 << 12
	tableRows = 1 << 10 // of a new index
)

func newTable(width, skip int) *table {
	return &table{width: width, skip: skip, seen: newHashes(), index: make([]slot, tableRows), mask: tableRows - 1}
}

// row returns the numbers of a row.
func (t *table) row(r int) []int64 {
	at := r % slabRows * t.width
	return t.slabs[r/slabRows][at : at+t.width : at+t.width]
}

// bytes is what the table takes.
func (t *table) bytes() int64 { return int64(t.rows) * (int64(8*t.width) + 48) }

// fresh reports whether no row is equal to v; if it is to be kept, v counts as
// one from now on.
func (t *table) fresh(v []int64, keep bool) bool {
	if h := hash(v); keep {
		return t.seen.add(h)
	} else {
		return !t.seen.has(h)
	}
}

// all calls f with the rows that are equal to v from skip on, the oldest
// first, until it returns false. h is the hash of v from skip on.
func (t *table) all(v []int64, h uint64, f func(row int) bool) {
	for at := h & t.mask; t.index[at].row != 0; at = (at + 1) & t.mask {
		s := t.index[at]
		if s.hash == uint32(h>>32) && same(t.row(int(s.row - 1))[t.skip:], v[t.skip:]) && !f(int(s.row-1)) {
			return
		}
	}
}

// add adds a row and returns its place.
func (t *table) add(v []int64) int {
	if t.rows%slabRows == 0 {
		t.slabs = append(t.slabs, make([]int64, slabRows*t.width))
	}
	r := t.rows
	t.rows++
	copy(t.row(r), v)
	if uint64(t.rows)*2 > t.mask {
		t.rehash()
	}
	t.place(r, hash(v[t.skip:]))
	return r
}

func (t *table) place(r int, h uint64) {
	at := h & t.mask
	for t.index[at].row != 0 {
		at = (at + 1) & t.mask
	}
	t.index[at] = slot{uint32(r + 1), uint32(h >> 32)}
}

// rehash doubles the index, the rows in their order.
func (t *table) rehash() {
	t.index = make([]slot, 2*len(t.index))
	t.mask = uint64(len(t.index) - 1)
	for r := range t.rows - 1 {
		t.place(r, hash(t.row(r)[t.skip:]))
	}
}

func same(x, y []int64) bool {
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}
