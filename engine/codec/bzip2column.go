package codec

// Symbols of the code: two digits of the length of a run of the byte in front,
// then how far from the front a byte stands, then the end of the block.
const (
	bzip2RunA = 0
	bzip2RunB = 1
)

// codes fills the column of a block and what each of its bytes paid, and
// returns the sum in bits.
func (b *bzip2Bill) codes(t bzip2Tables) (paid int, ok bool) {
	b.column, b.paid = b.column[:0], b.paid[:0]
	end := len(t.used) + 1
	run, digit, bits := 0, 1, 0 // of the run that is being read
	for i := 0; i/bzip2Group < len(t.selectors); i++ {
		at := b.bits.at
		symbol := t.codes[t.selectors[i/bzip2Group]].decode(&b.bits)
		cost := b.bits.at - at
		switch {
		case symbol < 0 || b.bits.past || run > b.limit:
			return 0, false
		case symbol <= bzip2RunB:
			run += digit << symbol
			digit, bits = digit<<1, bits+cost
			continue
		}
		if !b.bring(t.used[0], run, bits) {
			return 0, false
		}
		paid += bits
		run, digit, bits = 0, 1, 0
		if symbol == end {
			return paid, true
		}
		if !b.bring(toFront(t.used, symbol-1), 1, cost) {
			return 0, false
		}
		paid += cost
	}
	return 0, false
}

// bring adds n times a byte to the column, which together paid some bits.
func (b *bzip2Bill) bring(value byte, n, bits int) (ok bool) {
	start := len(b.column)
	if n > b.limit-start {
		return false
	}
	for range n {
		b.column, b.paid = append(b.column, value), append(b.paid, 0)
	}
	return spread(b.paid[start:], bits) == nil
}

// unsort goes through the column in the order of the text, which begins at row
// first of the sorted rotations, and charges each byte.
func (b *bzip2Bill) unsort(next []uint32, first int) (err error) {
	equal, last := 0, byte(0) // how many of the last bytes are equal, up to 4
	at := uint32(first)
	for i := 0; i < len(next) && err == nil; i++ {
		at = next[at]
		value, paid := b.column[at], uint64(b.paid[at])
		if equal == bzip2Equal {
			err = b.repeat(int(value), paid)
			equal = 0
			continue
		}
		if value != last {
			equal = 0
		}
		equal, last = equal+1, value
		err = b.chargeUnits(1, paid)
	}
	return err
}

// bzip2Equal is the number of equal bytes that a count follows, of how many more
// of them there are.
const bzip2Equal = 4

// repeat charges a count to the n bytes that it stands for, or to those before.
func (b *bzip2Bill) repeat(n int, units uint64) error {
	if n == 0 {
		return spreadUnits(b.costs[b.out-bzip2Equal:b.out], units)
	}
	return b.chargeUnits(n, units)
}

// successors returns for each row of the sorted rotations of a text the row of
// the one that begins a byte later: the k-th row that begins with a byte is the
// k-th whose last byte it is, turned by one.
func successors(column []byte) []uint32 {
	var row [256]uint32 // the next that begins with each byte
	for _, b := range column {
		row[b]++
	}
	sum := uint32(0)
	for b, n := range row {
		row[b], sum = sum, sum+n
	}
	next := make([]uint32, len(column))
	for i, b := range column {
		next[row[b]] = uint32(i)
		row[b]++
	}
	return next
}

// inOneRound reports whether the way from a row back to it leads over all.
func inOneRound(next []uint32, first int) bool {
	at := first
	for i := range next {
		if at = int(next[at]); at == first {
			return i == len(next)-1
		}
	}
	return true
}
