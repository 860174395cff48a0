package turing

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// nth returns a machine by number, below choices(states, 2*states).
func nth(states int, number uint64) Machine {
	m := Machine{States: states}
	for s := range states {
		for read := range 2 {
			k := number % uint64(4*states+2)
			number /= uint64(4*states + 2)
			if k < 2 {
				m.Table[s][read] = Transition{Next: Halt, Write: byte(k)}
				continue
			}
			m.Table[s][read] = Transition{Next: int8((k-2)/4 + 1), Write: byte(k & 1), Move: int8(k&2) - 1}
		}
	}
	return m
}

// The lazy tree counts what running every machine to the end counts.
func TestEveryMachine(t *testing.T) {
	for states := 1; states <= 3; states++ {
		if states == 3 && testing.Short() {
			return
		}
		halting, written := uint64(0), map[string]uint64{}
		clean := [2]configuration{start(0), start(1)}
		for number := range choices(states, 2*states) {
			m := nth(states, number)
			for blank := range byte(2) {
				c := clean[blank]
				if c.run(&m, steps[states]) == nil && c.state == Halt {
					halting++
					written[spell(c.visited())]++
				}
			}
		}
		d := D(states)
		if d.Halting != halting || d.Len() != len(written) {
			t.Errorf("D(%d) has %d strings of %d machines, not %d of %d", states, d.Len(), d.Halting, len(written), halting)
		}
		for s, n := range written {
			if d.Count(s) != n {
				t.Errorf("D(%d) counts %d machines that write %s, not %d", states, d.Count(s), s, n)
			}
		}
	}
}

// No machine that is said to go on for ever halts, and what halts is seen.
func TestLoopIsSound(t *testing.T) {
	r := rand.New(rand.NewPCG(1965, 1980))
	halted, machines := 0, 200_000
	if testing.Short() {
		machines /= 10
	}
	for range machines {
		states := 2 + r.IntN(4)
		m := nth(states, r.Uint64N(choices(states, 2*states)))
		c := start(0)
		if err := c.run(&m, MaxSteps); err != nil {
			t.Fatal(err)
		}
		var l loop
		d := start(0)
		l.begin(&d)
		for d.state != Halt && d.steps < MaxSteps {
			d.step(d.next(&m))
			if d.state != Halt && l.closes(&d) {
				break
			}
		}
		if c.state == Halt {
			halted++
		}
		if (c.state == Halt) != (d.state == Halt) || c.state == Halt && c.head != d.head {
			t.Errorf("%v halts: %v; by proof: %v", m, c.state == Halt, d.state == Halt)
		}
	}
	if halted < machines/20 {
		t.Errorf("only %d machines halted", halted)
	}
}

// What is known of the distributions: the steps of busy beavers, how many
// machines halt, how many strings they write.
func TestPublished(t *testing.T) {
	for _, c := range []struct {
		states, strings   int
		machines, halting uint64
	}{
		{1, 2, 72, 24},
		{2, 22, 20_000, 6_088},
		{3, 128, 15_059_072, 4_294_368},
		{4, 1_832, 22_039_921_152, 5_970_768_960},
		{5, 99_608, 53_119_845_582_848, 13_794_527_777_344},
	} {
		d := D(c.states)
		if d.Len() != c.strings || d.Machines() != c.machines || d.Halting != c.halting {
			t.Errorf("D(%d): %d strings, %d machines, %d halt; want %+v", c.states, d.Len(), d.Machines(), d.Halting, c)
		}
	}
	// The value of twelve equal symbols in the published table of D(5).
	if got, want := D(5).Bits("111111111111"), 25.610413747641715; math.Abs(got-want) > 1e-12 {
		t.Errorf("twelve 1 take %.15f bits, and %.15f in the published table", got, want)
	}
}

// Every row of the table of D(2) to D(4) is ours, and no row is missing.
func TestTable(t *testing.T) {
	path := filepath.Join("..", "..", "..", "..", "shared", "ctm", "tables.tsv")
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("needs the table of counts: %v", err)
	}
	defer f.Close()
	rows := map[int]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		rows[checkRow(t, lines.Text())]++
	}
	for states := 2; states <= 4; states++ {
		if rows[states] != D(states).Len() {
			t.Errorf("D(%d) has %d strings, the table %d", states, D(states).Len(), rows[states])
		}
	}
}

// checkRow compares a row with the distribution it is of, and returns its states.
func checkRow(t *testing.T, line string) (states int) {
	field := strings.Split(line, "\t")
	if _, err := fmt.Sscanf(field[0], "D(%d)", &states); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	d, s := D(states), field[1]
	want, err := strconv.ParseUint(field[2], 10, 64)
	if err != nil || d.Count(s) != want {
		t.Errorf("%q: we count %d (%v)", line, d.Count(s), err)
	}
	for i, got := range []float64{d.Probability(s), d.Bits(s)} {
		want, err := strconv.ParseFloat(field[3+i], 64)
		if err != nil || math.Abs(got-want) > 1e-9*want {
			t.Errorf("%q: we have %v (%v)", line, got, err)
		}
	}
	return states
}

// Strings come in order, each once, and all are those of D.
func TestOrder(t *testing.T) {
	d := D(5)
	seen, last, sum := map[string]bool{}, uint64(math.MaxUint64), uint64(0)
	for s, n := range d.All() {
		if seen[s] || n > last || n != d.Count(s) {
			t.Fatalf("%s, written by %d machines, comes after %d", s, n, last)
		}
		seen[s], last, sum = true, n, sum+n
	}
	if len(seen) != d.Len() || sum != d.Halting {
		t.Errorf("%d strings of %d, %d machines of %d", len(seen), d.Len(), sum, d.Halting)
	}
	if b := d.Bits("2"); !math.IsInf(b, 1) {
		t.Errorf("what is not written takes %v bits", b)
	}
}

// D refuses numbers of states that it has no table of.
func TestNoSuchDistribution(t *testing.T) {
	for _, states := range []int{-1, 0, 6} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("D(%d) is answered", states)
				}
			}()
			D(states)
		}()
	}
}

// A witness writes its string, in the steps it says; the one that is found at
// last is always the same.
func TestWitness(t *testing.T) {
	most, few := 3, []string{"0101010101", "0000000000", "01001011"} // four states
	if testing.Short() {
		most, few = 2, few[:1]
	}
	for states := 1; states <= most; states++ {
		for s := range D(states).All() {
			checkWitness(t, s)
		}
	}
	if *again {
		few = append(few, "010010111010") // five
	}
	for _, s := range few {
		checkWitness(t, s)
	}
}

func checkWitness(t *testing.T, s string) {
	t.Helper()
	var last Witness
	w, err := Find(t.Context(), s, func(w Witness) {
		if last.Steps > 0 && w.Steps >= last.Steps {
			t.Errorf("%s: %v after %v", s, w, last)
		}
		last = w
	})
	if err != nil || last.Steps != w.Steps {
		t.Fatalf("%s: %v, and at last better was %v: %v", s, w, last, err)
	}
	trace, err := Run(w.Machine, w.Blank, w.Steps)
	if err != nil || !trace.Halted || trace.Output() != s || len(trace.Rows) != w.Steps+1 {
		t.Errorf("%s: %v on %d for %d steps: %+v, %v", s, w.Machine, w.Blank, w.Steps, trace, err)
	}
	if again, _ := Find(t.Context(), s, nil); again != w {
		t.Errorf("%s: found %v, then %v", s, w, again)
	}
}

func TestNoWitness(t *testing.T) {
	for _, s := range []string{"", "012", strings.Repeat("01", 40)} {
		if w, err := Find(t.Context(), s, nil); !errors.Is(err, ErrNotWritten) {
			t.Errorf("%q: %v, %v", s, w, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Find(ctx, "010010111010", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled search ends with %v", err)
	}
}

// A trace shows each step: one cell at most changes, where the head stands.
func TestTrace(t *testing.T) {
	beaver := Machine{States: 2, Table: [MaxStates][2]Transition{
		{{2, 1, 1}, {2, 1, -1}}, {{1, 1, -1}, {Halt, 1, 0}},
	}}
	trace, err := Run(beaver, 0, MaxSteps)
	if err != nil || !trace.Halted || trace.Output() != "1111" || len(trace.Rows) != 7 {
		t.Fatalf("%v: %+v, %v", beaver, trace, err)
	}
	for i, row := range trace.Rows[1:] {
		before := trace.Rows[i]
		for j, b := range row.Cells {
			if b != before.Cells[j] && j != before.Head {
				t.Errorf("step %d changes cell %d, and the head is at %d", i+1, j, before.Head)
			}
		}
	}
	if got, want := beaver.String(), "1RB1LB_1LA1-H"; got != want {
		t.Errorf("the busy beaver is %s, want %s", got, want)
	}
}

// Run refuses what is no machine, and stops what does not halt.
func TestRunRefuses(t *testing.T) {
	for _, m := range []Machine{
		{}, {States: 6}, {States: -1}, {States: 1},
		{States: 1, Table: [MaxStates][2]Transition{{{Next: 2, Move: 1}, {}}}},
		{States: 1, Table: [MaxStates][2]Transition{{{Next: -2, Move: 1}, {}}}},
		{States: 1, Table: [MaxStates][2]Transition{{{Next: 1, Move: 2}, {}}}},
		{States: 1, Table: [MaxStates][2]Transition{{{Next: 1, Write: 2, Move: 1}, {}}}},
		{States: 1, Table: [MaxStates][2]Transition{{{Next: Halt, Move: 1}, {}}}},
	} {
		if trace, err := Run(m, 0, 10); err == nil {
			t.Errorf("%+v runs: %+v", m, trace)
		}
	}
	right := Machine{States: 1, Table: [MaxStates][2]Transition{{{Next: 1, Move: 1}, {}}}}
	if _, err := Run(right, 2, 10); err == nil {
		t.Error("a tape of 2 is taken")
	}
	for limit, rows := range map[int]int{-5: 1, 0: 1, 7: 8, 1 << 40: MaxSteps + 1} {
		trace, err := Run(right, 0, limit)
		if err != nil || trace.Halted || len(trace.Rows) != rows {
			t.Errorf("limit %d: %d rows, %v", limit, len(trace.Rows), err)
		}
	}
}

// All machines of four states, run and counted.
func BenchmarkD4(b *testing.B) {
	for b.Loop() {
		count(b.Context(), 4, steps[4])
	}
}
