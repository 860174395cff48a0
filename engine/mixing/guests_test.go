package mixing

import (
	"strings"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

// An oracle is a guest that knows the text.
type oracle struct {
	text string
	at   int
}

func (o *oracle) Name() string { return "oracle" }

func (o *oracle) P(node int) uint32 {
	depth := 0
	for n := node; n > 1; n >>= 1 {
		depth++
	}
	if o.text[o.at%len(o.text)]>>(7-depth)&1 == 1 {
		return 15 << 28
	}
	return 1 << 28
}

func (o *oracle) Likeliest() (b, share byte) { return o.text[o.at%len(o.text)], 240 }

// costBeside returns what the text of a guest costs, in bits, beside that guest.
func costBeside(m *Max, o *oracle) float64 {
	var meter coder.Meter
	for o.at = 0; o.at < len(o.text); {
		b := o.text[o.at]
		for shift := 7; shift >= 0; shift-- {
			bit := meter.Bit(int(b>>shift&1), m.P())
			if shift == 0 {
				o.at++ // a guest has read a byte before the host has
			}
			m.Update(bit)
		}
	}
	return meter.Bits()
}

// A host believes a guest that is right, and says so.
func TestGuestIsHeard(t *testing.T) {
	o := &oracle{text: english(2000)}
	m := NewHost(o)
	alone, beside := 8*bytesOf(NewMax(), []byte(o.text)), costBeside(m, o)
	if beside > 0.6*alone {
		t.Errorf("%.0f bits beside one who knows, %.0f alone", beside, alone)
	}
	o.at = len(o.text) - 1
	for _, w := range m.Explain().Inputs[:3] {
		if w.Name == o.Name() {
			return
		}
	}
	t.Errorf("the guest is not among the first of %v", m.Explain().Inputs[:3])
}

// A copy with other guests goes on as the original would.
func TestCloneWith(t *testing.T) {
	o := &oracle{text: english(300)}
	m := NewHost(o)
	costBeside(m, o)
	twin := &oracle{text: o.text, at: o.at}
	c := m.CloneWith(twin)
	if was, is := costBeside(m, o), costBeside(c, twin); was != is {
		t.Errorf("the original takes %f bits, its copy %f", was, is)
	}
}

// A run tells the byte that followed a context last, and grows while the same
// one follows; another byte starts anew, and another context knows nothing.
func TestRuns(t *testing.T) {
	r := newRuns(8)
	x := make([]float32, 8)
	hashes := [8]uint64{1 << 40, 2 << 40, 3 << 40, 4 << 40, 5 << 40, 6 << 40, 7 << 40, 8 << 40}
	say := func() float32 {
		r.aim(hashes[:], new(model.Journal))
		r.recall(x, 1)
		return x[0]
	}
	if got := say(); got != 0 {
		t.Fatalf("a new context says %f", got)
	}
	last := float32(0)
	for range 5 {
		r.read('a', new(model.Journal))
		if got := say(); got >= last { // the first bit is 0
			t.Fatalf("a longer run says %f, the shorter one said %f", got, last)
		}
		last = x[0]
	}
	r.read(0xe5, new(model.Journal))
	if got := say(); got <= 0 {
		t.Fatalf("after another byte the first bit is said to be 0: %f", got)
	}
	if r.recall(x, 2); x[0] != 0 {
		t.Fatalf("a run that does not fit the bits says %f", x[0])
	}
}

// A walk over what may come next leaves a host as it was, runs and guests too.
func TestHostIsUnchangedByLooking(t *testing.T) {
	text := strings.Repeat("山高, low; ", 8) + english(200)
	o, p := &oracle{text: text}, &oracle{text: text}
	m, twin := NewHost(o), NewHost(p)
	for o.at < len(text) {
		var all [256]float64
		m.Distribution(&all)
		m.Explain()
		b := text[o.at]
		o.at, p.at = o.at+1, p.at+1
		model.Teach(m, b)
		model.Teach(twin, b)
		if m.P() != twin.P() {
			t.Fatalf("byte %d: looking changed the model", o.at)
		}
	}
}
