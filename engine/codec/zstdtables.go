package codec

// A format is how a part of a sequence is coded: the numbers of RFC 8878,
// sections 3.1.1.3.2.1 and 3.1.1.3.2.2.
type format struct {
	log   int     // most states, 2^log
	known fse     // the table of who sends none
	extra []uint8 // bits behind each symbol
	base  []int   // the least number of each symbol
}

var parts = [3]format{
	runPart: newFormat(9, 0, []symbols{{16, 0}, {4, 1}, {2, 2}, {2, 3}, {1, 4}, {1, 6}, {1, 7}, {1, 8}, {1, 9},
		{1, 10}, {1, 11}, {1, 12}, {1, 13}, {1, 14}, {1, 15}, {1, 16}}, 6, []int16{
		4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1}),
	matchPart: newFormat(9, 3, []symbols{{32, 0}, {4, 1}, {2, 2}, {2, 3}, {2, 4}, {1, 5}, {1, 7}, {1, 8}, {1, 9},
		{1, 10}, {1, 11}, {1, 12}, {1, 13}, {1, 14}, {1, 15}, {1, 16}}, 6, []int16{
		1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
		1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1}),
	offsetPart: newFormat(8, 1, doubling(32), 5, []int16{
		1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1}),
}

// A symbols is n symbols with the same number of extra bits.
type symbols struct {
	n    int
	bits uint8
}

// doubling returns n symbols, each with a bit more than the last.
func doubling(n int) (all []symbols) {
	for i := range n {
		all = append(all, symbols{1, uint8(i)})
	}
	return all
}

// newFormat computes what follows from the extra bits: each range begins where
// the one before ends.
func newFormat(log, first int, extra []symbols, knownLog int, known []int16) format {
	f := format{log: log, known: newFSE(known, knownLog)}
	for _, s := range extra {
		for range s.n {
			f.extra, f.base = append(f.extra, s.bits), append(f.base, first)
			first += 1 << s.bits
		}
	}
	return f
}
