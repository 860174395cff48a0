package codec

// The parts of a sequence, in the order in which their tables and first states
// stand.
const (
	runPart    = iota // how many literals
	offsetPart        // where the match begins
	matchPart         // how many bytes it copies
)

// A part reads one number of each sequence: a symbol tells its range, and extra
// bits its place there.
type part struct {
	table *fse
	state int
	paid  int // bits that led to the state
}

// The ways to tell the table of a part.
const (
	tableKnown = iota
	tableSame  // one symbol
	tableSent
	tableAgain // that of the block before
)

// sequences charges the bytes of a block, whose literals are known, and returns
// how many bits its sequences paid.
func (b *zstdBill) sequences(data []byte) (paid int, err error) {
	n, used := sequenceCount(data)
	if used == 0 {
		return 0, errZstd
	}
	data = data[used:]
	if n == 0 {
		if len(data) > 0 {
			return 0, errZstd
		}
		return 0, b.chargeLiterals(len(b.literals), 0)
	}
	used, ok := b.tables(data)
	if !ok {
		return 0, errZstd
	}
	r, ok := newBackReader(data[used:])
	if !ok {
		return 0, errZstd
	}
	paid = r.left
	for i := range b.parts {
		b.parts[i].begin(&r)
	}
	for i := range n {
		if err := b.sequence(&r); err != nil {
			return 0, err
		}
		if i < n-1 {
			for _, p := range [3]int{runPart, matchPart, offsetPart} {
				b.parts[p].move(&r)
			}
		}
	}
	if r.left != 0 {
		return 0, errZstd
	}
	return paid, b.chargeLiterals(len(b.literals), 0)
}

// sequenceCount reads how many sequences a block has, and how many bytes tell.
func sequenceCount(b []byte) (n, used int) {
	switch {
	case len(b) > 0 && b[0] < 128:
		return int(b[0]), 1
	case len(b) > 1 && b[0] < 255:
		return int(b[0]-128)<<8 + int(b[1]), 2
	case len(b) > 2:
		return int(b[1]) + int(b[2])<<8 + 0x7f00, 3
	}
	return 0, 0
}

// tables reads the tables of all parts, and returns how many bytes they take.
func (b *zstdBill) tables(data []byte) (used int, ok bool) {
	if len(data) == 0 || data[0]&3 != 0 {
		return 0, false
	}
	modes := data[0]
	used = 1
	for i := range b.parts {
		n, ok := b.parts[i].read(data[used:], modes>>(6-2*i)&3, &parts[i])
		if !ok {
			return 0, false
		}
		used += n
	}
	return used, true
}

// read reads the table of a part.
func (p *part) read(data []byte, mode uint8, f *format) (used int, ok bool) {
	switch mode {
	case tableKnown:
		p.table = &f.known
	case tableSame:
		if len(data) == 0 || int(data[0]) >= len(f.extra) {
			return 0, false
		}
		t := fseOf(data[0])
		p.table, used = &t, 1
	case tableSent:
		t, n, ok := readFSE(data, len(f.extra), f.log)
		if !ok {
			return 0, false
		}
		p.table, used = &t, n
	}
	return used, p.table != nil
}

// begin reads the first state.
func (p *part) begin(r *backReader) {
	p.state, p.paid = r.take(p.table.log), p.table.log
}

// move goes on to the next state.
func (p *part) move(r *backReader) {
	s := p.table.states[p.state]
	p.state, p.paid = int(s.base)+r.take(int(s.bits)), int(s.bits)
}

// value reads the number that the state stands for, with its extra bits.
func (p *part) value(r *backReader, f *format) int {
	symbol := p.table.states[p.state].symbol
	extra := int(f.extra[symbol])
	p.paid += extra
	return f.base[symbol] + r.take(extra)
}

// sequence charges the literals and the match of one sequence.
func (b *zstdBill) sequence(r *backReader) error {
	run, offset, match := &b.parts[runPart], &b.parts[offsetPart], &b.parts[matchPart]
	offset.value(r, &parts[offsetPart])
	copied := match.value(r, &parts[matchPart])
	literals := run.value(r, &parts[runPart])
	if r.left < 0 {
		return errZstd
	}
	bits := offset.paid + match.paid
	if literals == 0 {
		bits += run.paid
	}
	if err := b.chargeLiterals(literals, run.paid); err != nil {
		return err
	}
	return b.charge(copied, bits)
}

// chargeLiterals charges the next n literals their codes, and evenly the bits
// that told how many they are.
func (b *zstdBill) chargeLiterals(n, bits int) error {
	if n > len(b.literals) {
		return errZstd
	}
	start := b.out
	for _, units := range b.literals[:n] {
		if err := b.chargeUnits(1, uint64(units)); err != nil {
			return err
		}
	}
	b.literals = b.literals[n:]
	return spread(b.costs[start:b.out], bits)
}
