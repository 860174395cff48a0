package letters

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"bitlens/engine/model"
)

// read lets m read a text of characters, whole or not.
func read(m *Model, text string, j *model.Journal) {
	for i := range len(text) {
		last := i+1 == len(text) || text[i+1]>>6 != 2
		m.Read(text[i], last, j)
	}
}

// cost returns what text costs behind what m has read, which it learns.
func cost(m *Model, text string) (sum float64) {
	var j model.Journal
	for i := range len(text) {
		partial := 1
		for shift := 7; shift >= 0; shift-- {
			bit := int(text[i] >> shift & 1)
			p, ok := m.P(partial)
			one := float64(p) / (1 << 32)
			if !ok {
				one = 0.5
			}
			sum -= math.Log2(math.Abs(float64(1-bit) - one))
			partial = partial<<1 | bit
		}
		m.Read(text[i], i+1 == len(text) || text[i+1]>>6 != 2, &j)
	}
	return sum
}

func TestModelLearns(t *testing.T) {
	m := New()
	first := cost(m, "白日依山尽，")
	again := cost(m, "白日依山尽，")
	if again > first/3 {
		t.Errorf("what was read once takes %.1f bits, and %.1f the first time", again, first)
	}
	for range 20 {
		again = cost(m, "白日依山尽，")
	}
	if again > 1 {
		t.Errorf("what was read often takes %.2f bits", again)
	}
}

// The probabilities of order 1 behind "ab ab ac", by hand: b was new behind a
// and then came again, c was new.
func TestInterpolation(t *testing.T) {
	m := New()
	var j model.Journal
	c := m.contexts.add(7, &j)
	for _, l := range []letter{1, 1, 2} {
		m.contexts.count(c, l, &j)
	}
	s := m.weights.share(1, c)
	passed := (0.65 + 0.9) / 3
	if got := float64(s.passed); math.Abs(got-passed) > 1e-6 {
		t.Errorf("passed %v, want %v", got, passed)
	}
	all := s.last + s.own*discounted(2) + s.own*discounted(1) + s.passed
	if math.Abs(float64(all)-1) > 1e-6 {
		t.Errorf("the shares sum to %v", all)
	}
}

// A character counts in a shorter context once for each longer one it was new
// in.
func TestShorterContextsCountNewOnes(t *testing.T) {
	m := New()
	read(m, "xaxaxaxaya", new(model.Journal))
	if got := m.alphabet.records[m.alphabet.find('a'<<24, 1)].zero; got != 2 {
		t.Errorf("a was new %d times, want 2: behind x and behind y", got)
	}
}

func TestTreeIsSums(t *testing.T) {
	m := New()
	var j model.Journal
	for _, b := range []byte(mixedText()) {
		m.Read(b, b < 0x80 || b>>6 == 2, &j)
		for n := 1; n < 256; n++ {
			if m.tree[n] != m.tree[2*n]+m.tree[2*n+1] || m.tree[n] < 0 {
				t.Fatalf("node %d is %v, not the sum of %v and %v", n, m.tree[n], m.tree[2*n], m.tree[2*n+1])
			}
		}
	}
}

// mixedText is characters of all lengths, and some cut short.
func mixedText() string {
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range 3000 {
		switch r.IntN(8) {
		case 0:
			b.WriteByte(byte(r.IntN(256)))
		case 1:
			b.WriteRune(rune(0x1F600 + r.IntN(60)))
		case 2:
			b.WriteRune(rune(0xE0 + r.IntN(30)))
		case 3, 4:
			b.WriteRune(rune('a' + r.IntN(6)))
		default:
			b.WriteRune(rune(0x4E00 + r.IntN(40)*r.IntN(40)))
		}
	}
	return b.String()
}

func TestRewindPutsBack(t *testing.T) {
	text := mixedText()
	half := len(text) / 2
	plain, undone := New(), New()
	var j model.Journal
	read(plain, text[:half], &j)
	read(undone, text[:half], &j)
	j.Mark()
	for n := 1; n < half; n *= 3 {
		read(undone, text[half:half+n], &j)
		j.Rewind()
		if plain.tree != undone.tree || plain.Guess != undone.Guess {
			t.Fatalf("%d bytes undone leave another prediction", n)
		}
	}
	j.Forget()
	if a, b := cost(plain, text[half:]), cost(undone, text[half:]); a != b {
		t.Errorf("the rest takes %v bits, and %v after what was undone", a, b)
	}
}

func TestCloneIsApart(t *testing.T) {
	text := mixedText()
	half := len(text) / 2
	m := New()
	var j model.Journal
	read(m, text[:half], &j)
	c := m.Clone()
	want := cost(m, text[half:])
	if got := cost(c, text[half:]); got != want {
		t.Errorf("a clone takes %v bits, the model %v", got, want)
	}
}

func FuzzModel(f *testing.F) {
	f.Add([]byte("说不尽\xe4\xb8 a\xff\xf0\x9f\x98\x80"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m := New()
		var j model.Journal
		for i, b := range text {
			m.Read(b, i%3 == 0 || b < 0x80, &j)
			for n := 1; n < 256; n++ {
				if p, ok := m.P(n); ok && (p == 0 || p == math.MaxUint32) {
					t.Fatalf("node %d is certain", n)
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := mixedText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(New(), text, new(model.Journal))
	}
}
