package codec

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// The way through the column of a block is its text, so each byte pays for its
// own place.
func TestBzip2Column(t *testing.T) {
	text := []byte(strings.Repeat("she sells sea shells by the sea shore; ", 20) + "the shells she sells are surely sea shells")
	b := bzip2Bill{
		bits:   bitReader{data: packed(t, newBzip2(1), text), at: 32 + 48 + 32, high: true},
		ledger: ledger{costs: make([]uint32, len(text))},
		limit:  bzip2Unit,
	}
	if _, err := b.block(); err != nil {
		t.Fatal(err)
	}
	next := successors(b.column)
	at := uint32(0) // any row gives the text, turned
	var got []byte
	for range next {
		at = next[at]
		got = append(got, b.column[at])
	}
	if !bytes.Contains(slices.Concat(got, got), text) {
		t.Fatalf("the column is that of %q", got)
	}
}

// A letter that is new pays more than most. (So does the first byte of each run
// in the column, wherever in the text it stands.)
func TestBzip2ChargesTheNewLetter(t *testing.T) {
	text := []byte(strings.Repeat("she sells sea shells by the sea shore; ", 40))
	text[len(text)/2] = 'Z'
	costs, _, err := newBzip2(9).Charge(packed(t, newBzip2(9), text), len(text))
	if err != nil {
		t.Fatal(err)
	}
	mean := total(costs) / uint64(len(costs))
	if z := uint64(costs[len(text)/2]); z < 4*mean {
		t.Fatalf("the new letter pays %d units, the mean is %d", z, mean)
	}
}

// A run of any length is charged to the last unit, a count of 0 and the longest
// among them.
func TestBzip2Runs(t *testing.T) {
	for n := 1; n < 600; n++ {
		text := slices.Concat([]byte("ab"), bytes.Repeat([]byte("c"), n), []byte("d"))
		stream := packed(t, newBzip2(1), text)
		costs, _, err := chargeBzip2(stream, len(text))
		if err != nil || total(costs) != uint64(len(stream))*8<<costBits {
			t.Fatalf("run of %d: %d units for %d bytes: %v", n, total(costs), len(stream), err)
		}
	}
}
