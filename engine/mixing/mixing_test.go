package mixing

import (
	"math/rand/v2"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
	"bitlens/engine/num"
)

func TestHistoriesFitAByte(t *testing.T) {
	if n := len(histories); n > 256 {
		t.Fatalf("%d histories", n)
	}
	if histories[0] != (history{}) {
		t.Fatal("0 has seen something")
	}
}

// A run of one bit grows surer; its opposite takes that back.
func TestHistoryOfARun(t *testing.T) {
	h := uint8(0)
	last := uint32(even)
	for range mostSeen[0] {
		h = nextHistory[1][h]
		if p := firstEstimates()[h]; p <= last {
			t.Fatalf("%+v says %d after %d", histories[h], p, last)
		} else {
			last = p
		}
	}
	if h != nextHistory[1][h] {
		t.Fatal("the run has no end")
	}
	after := histories[nextHistory[0][h]]
	if after.n != [2]int{1, mostOpposite} {
		t.Fatalf("after a run and its break: %+v", after)
	}
}

// A fresh apm says what it is asked.
func TestAPMStartsAsIdentity(t *testing.T) {
	a := newAPM(2)
	for x := int32(-1900); x <= 1900; x += 7 {
		got, want := int(a.refine(x, 1)), int(num.Squash(x)>>16)
		if got < want-800 || got > want+800 {
			t.Fatalf("refine(%d) = %d, want about %d", x, got, want)
		}
	}
}

// What a table held before it was doubled is found after.
func TestDoubledTableFinds(t *testing.T) {
	table := newHashTable()
	r := rand.New(rand.NewPCG(2, 2))
	var hs [50]uint64
	for i := range hs {
		hs[i] = r.Uint64()
		slot, _ := table.find(table.line(hs[i]), byte(hs[i]))
		table.take(slot, byte(hs[i]))
		table[slot+1] = 200
	}
	table = table.doubled(maxTable)
	for _, h := range hs {
		if slot, found := table.find(table.line(h), byte(h)); !found || table[slot+1] != 200 {
			t.Fatalf("%x is lost", h)
		}
	}
}

// The ring forgets what is older than it is long.
func TestTailWraps(t *testing.T) {
	tail := newTail()
	for i := range 3 * minTail {
		tail.append(byte(i % 251))
	}
	if got := tail.at(tail.n - minTail); got != byte(2*minTail%251) {
		t.Fatal(got)
	}
	if tail.recent&0xff != uint64((3*minTail-1)%251) {
		t.Fatal(tail.recent)
	}
}

// Asked bit by bit, it is the same model.
func TestBitwise(t *testing.T) {
	text := []byte("mississippi river, mississippi mud")
	a, b := New(), New()
	var ma, mb coder.Meter
	for _, c := range text {
		a.Code(&ma, c)
		for shift := 7; shift >= 0; shift-- {
			bit := int(c >> shift & 1)
			mb.Bit(bit, model.Bitwise(b).P())
			b.Update(bit)
		}
	}
	if ma != mb {
		t.Fatalf("%v bits and %v", ma.Bits(), mb.Bits())
	}
}

// What is certain costs next to nothing: a map that stopped short of 0 and 1
// would charge for it for ever.
func TestCertaintyIsCheap(t *testing.T) {
	q := New()
	var m coder.Meter
	line := []byte("hello, this is a line of a log\n")
	for range 3000 {
		for _, b := range line {
			q.Code(&m, b)
		}
	}
	if bytes := m.Bits() / 8; bytes > 60 {
		t.Fatalf("a line and its 2,999 repeats take %.1f bytes", bytes)
	}
}
