package zoo

import (
	"bytes"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

// An adversary writes the byte that a model holds least likely, over and over:
// the dearest text there is for it.
func adversary(e *model.Entry, n int) []byte {
	q := e.Predictor()
	text := make([]byte, n)
	var p [256]float64
	for i := range text {
		model.Next(q, &p)
		for b := range p {
			if p[b] < p[text[i]] {
				text[i] = byte(b)
			}
		}
		model.Teach(q, text[i])
	}
	return text
}

// However wrong a model is, a byte costs something and no more than eight
// decisions can, the code is as long as the costs say, and it decodes.
func TestAdversary(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		n := 600
		if testing.Short() {
			n = 60
		}
		text := adversary(e, n)
		code, costs := encode(t, e.Predictor(), text)
		for i, c := range costs {
			if bits := float64(c) / (1 << coder.CostBits); bits <= 0 || bits > 10*22 {
				t.Fatalf("byte %d costs %v bits", i, bits)
			}
		}
		if sum := bits(costs) / 8; math.Abs(float64(len(code))-sum) > 16 {
			t.Errorf("costs add up to %.1f bytes, the code has %d", sum, len(code))
		}
		d, q, back := coder.NewDecoder(bytes.NewReader(code)), e.Predictor(), make([]byte, n)
		for i := range back {
			back[i] = q.Code(d, 0)
		}
		if !bytes.Equal(back, text) {
			t.Error("decodes to something else")
		}
	})
}

// A strict coder takes no decision that is certain, or whose cost is not
// finite, after the bounds that every coder keeps.
type strict struct {
	t *testing.T
	coder.Meter
}

func (s *strict) Bit(bit int, p uint32) int {
	if p = model.Clamp(p); p == 0 || float64(p)/(1<<32) >= 1 {
		s.t.Fatalf("a decision has probability %d / 2^32", p)
	}
	return s.Meter.Bit(bit, p)
}

// No input makes a probability 0 or 1, however often it repeats.
func TestNothingIsCertain(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		q, s := e.Predictor(), &strict{t: t}
		for range 20000 {
			q.Code(s, 'a')
		}
		var p [256]float64
		model.Next(q, &p)
		for b, v := range p {
			if !(v > 0 && v < 1) {
				t.Fatalf("byte %d has probability %v after 20000 of another", b, v)
			}
		}
	})
}

// A model holds no more memory than it says. Room that it keeps but has not
// touched is none.
func TestStateBytesIsABound(t *testing.T) {
	if testing.Short() {
		t.Skip("measures memory, which the race detector changes; without -short")
	}
	const pages = 8 << 20 // some large pages are touched in part, and the heap has its own
	text := bytes.Join([][]byte{english(150000), random(20000), chinese(60000)}, nil)
	for _, e := range All() {
		if e.New == nil {
			continue
		}
		t.Run(e.ID, func(t *testing.T) {
			before := resident(t)
			q := e.Predictor()
			measure(q, text)
			held, said := resident(t)-before, q.(model.Sizer).StateBytes()
			if held > said+said/20+pages {
				t.Errorf("holds %d bytes, says %d", held, said)
			}
			runtime.KeepAlive(q)
		})
	}
}

// resident returns the bytes of memory that this process has.
func resident(t *testing.T) int64 {
	t.Helper()
	debug.FreeOSMemory()
	stat, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("this system does not tell a process its memory")
	}
	n, err := strconv.ParseInt(strings.Fields(string(stat))[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n * int64(os.Getpagesize())
}
