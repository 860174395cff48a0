package zoo

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"regexp"
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

// However wrong a model is, a byte costs something and no more than 22 bits a
// decision, the code is as long as the costs say, and it decodes.
func TestAdversary(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		n := 600
		if testing.Short() {
			n = 60
		}
		text := adversary(e, n)
		code, costs := encode(t, e.Predictor(), text)
		counting := &counter{}
		q := e.Predictor()
		for i, c := range costs {
			counting.n = 0
			q.Code(counting, text[i])
			if bits := float64(c) / (1 << coder.CostBits); bits <= 0 || bits > float64(22*counting.n)+0.001 {
				t.Fatalf("byte %d costs %v bits in %d decisions", i, bits, counting.n)
			}
		}
		if sum := bits(costs) / 8; math.Abs(float64(len(code))-sum) > 16 {
			t.Errorf("costs add up to %.1f bytes, the code has %d", sum, len(code))
		}
		d, back := coder.NewDecoder(bytes.NewReader(code)), make([]byte, n)
		q = e.Predictor()
		for i := range back {
			back[i] = q.Code(d, 0)
		}
		if !bytes.Equal(back, text) {
			t.Error("decodes to something else")
		}
	})
}

// A counter counts decisions.
type counter struct{ n int }

func (c *counter) Bit(bit int, _ uint32) int {
	c.n++
	return bit
}

// A model holds no more memory than it says, on the heap or, where it keeps
// room that it has not touched, in pages.
func TestStateBytesIsABound(t *testing.T) {
	if testing.Short() {
		t.Skip("measures memory, which the race detector changes; without -short")
	}
	const pages = 8 << 20 // some large pages are touched in part
	text := bytes.Join([][]byte{english(150000), random(20000), chinese(60000)}, nil)
	for _, e := range All() {
		if e.New == nil {
			continue
		}
		t.Run(e.ID, func(t *testing.T) {
			if os.Getenv(alone) == "" {
				inProcess(t)
				return
			}
			heapBefore, before := heap(), resident(t)
			q := e.Predictor()
			measure(q, affordable(e, text, 6000))
			onHeap, held, said := heap()-heapBefore, resident(t)-before, q.(model.Sizer).StateBytes()
			if onHeap > said+said/20+64<<10 && held > said+said/20+pages {
				t.Errorf("holds %d bytes on the heap and %d in pages, says %d", onHeap, held, said)
			}
			runtime.KeepAlive(q)
		})
	}
}

// alone is set in the environment of a process that measures one model.
const alone = "BITLENS_ALONE"

// inProcess runs the test again in a process of its own: memory that another
// model has left is cleared when it is used again, and then all of it is touched.
func inProcess(t *testing.T) {
	name := "^" + strings.ReplaceAll(regexp.QuoteMeta(t.Name()), "/", "$/^") + "$"
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run", name, "-test.v")
	cmd.Env = append(os.Environ(), alone+"=1")
	out, err := cmd.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("--- PASS: "+t.Name())) && !bytes.Contains(out, []byte("--- SKIP: "+t.Name())) {
		t.Errorf("%v: %s", err, out)
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

// heap returns the bytes that are reachable.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
