package judge

import (
	"math"
	"strings"
	"testing"

	"bitlens/engine/induction/integer"
)

// A fixed program has the figures that a test gives it.
type fixed struct {
	bits  int
	steps int64
	next  []integer.Int
}

func (f fixed) Length() int              { return f.bits }
func (f fixed) Steps() int64             { return f.steps }
func (f fixed) Next(k int) []integer.Int { return f.next[:min(k, len(f.next))] }

var rivals = []Program{
	fixed{30, 1 << 10, integer.All(13, 21)},
	fixed{30, 1 << 20, integer.All(12, 20)},
	fixed{31, 1 << 4, integer.All(13, 22)},
	fixed{31, 1 << 4, integer.All(13, 21)},
	fixed{20 + 30, 1, integer.All(99)},
}

func TestProgramsThatAgreeAreOneBet(t *testing.T) {
	bets := Solomonoff.Bets(rivals, 1, 60)
	if len(bets) != 3 || !bets[0].Next[0].Equal(integer.Of(13)) || len(bets[0].Programs) != 3 {
		t.Fatalf("bets are %+v", bets)
	}
	if bets = Solomonoff.Bets(rivals, 2, 60); len(bets) != 3 || len(bets[0].Programs) != 2 {
		t.Errorf("of two terms they are %+v", bets)
	}
}

// What is left over is the literal program's, and nothing is lost.
func TestBetsAndRestAreOne(t *testing.T) {
	for _, j := range All() {
		sum := 0.0
		for _, b := range j.Bets(rivals, 1, 60) {
			sum += b.Probability
		}
		if sum <= 0 || sum >= 1 {
			t.Errorf("%v bets %v in all", j, sum)
		}
		near, far := j.Bets(rivals, 1, 35)[0].Probability, j.Bets(rivals, 1, 300)[0].Probability
		if near >= far {
			t.Errorf("%v bets %v near the literal program, and %v far below it", j, near, far)
		}
	}
}

func TestJudgesDiffer(t *testing.T) {
	for _, b := range Occam.Bets(rivals, 1, 60) {
		if b.Probability > 0.5 || len(b.Programs) != 1 {
			t.Errorf("of two that are shortest Occam bets %+v", b)
		}
	}
	solomonoff, speed := Solomonoff.Bets(rivals, 1, 60), Speed.Bets(rivals, 1, 60)
	share := func(bets []Bet) float64 { return bets[0].Probability / bets[1].Probability }
	if share(speed) <= share(solomonoff) {
		t.Errorf("time does not count: %+v, %+v", solomonoff, speed)
	}
}

// Whatever the gain, a bet is no surer than what was proven.
func TestNoBetIsSurerThanProven(t *testing.T) {
	for _, j := range All() {
		if p := j.Bets(rivals[2:4], 1, 10_000)[0].Probability; p > Surest || p < Surest-1e-9 {
			t.Errorf("%v bets %v", j, p)
		}
	}
}

func TestNoPrograms(t *testing.T) {
	if bets := Solomonoff.Bets(nil, 1, 60); bets != nil {
		t.Errorf("bets are %v", bets)
	}
}

func TestAddIsThatOfWeights(t *testing.T) {
	for _, c := range [][2]float64{{3, 3}, {1, 9}, {9, 1}, {2000, 2001}, {5, math.Inf(1)}} {
		got := add(c[0], c[1])
		want := math.Exp2(-(c[0] - got)) + math.Exp2(-(c[1] - got))
		if math.Abs(want-1) > 1e-12 {
			t.Errorf("add(%v) is %v", c, got)
		}
	}
}

// The interval is that of the literature: 9 of 10 is 0.596 to 0.982.
func TestInterval(t *testing.T) {
	var c Calibration
	for i := range 10 {
		c.Add(0.9, i > 0)
	}
	b := c.Bins()[9]
	lo, hi := b.Interval()
	if math.Abs(lo-0.596) > 0.001 || math.Abs(hi-0.982) > 0.001 || !b.Honest() {
		t.Errorf("9 of 10: %v to %v", lo, hi)
	}
	if lo, hi := c.Bins()[0].Interval(); lo != 0 || hi != 1 {
		t.Errorf("0 of 0: %v to %v", lo, hi)
	}
	if c.Add(1, true); c.Bins()[9].N != 11 {
		t.Error("a bet of 1 has no bin")
	}
}

// A calibration is written down and read again as it was; the one of the
// benchmark is no other.
func TestCalibrationIsWritten(t *testing.T) {
	var c Calibration
	for i := range 100 {
		c.Add(float64(i)/100, i%3 == 0)
	}
	got, err := read(c.String())
	if err != nil || got.String() != c.String() {
		t.Errorf("%v, %v, want %v", got, err, c)
	}
	for _, bad := range []string{"", "1\t2\t3", strings.Repeat("1\t2\t0.5\n", bins), strings.Repeat("x\n", bins)} {
		if _, err := read(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
	if b := Benchmark(); b.String() != strings.TrimLeft(benchmark, "\n") {
		t.Errorf("the benchmark is %v", b)
	}
}
