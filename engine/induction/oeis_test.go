package induction

import (
	"context"
	"flag"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bitlens/engine/induction/judge"
)

var (
	oeis    = flag.Bool("oeis", false, "predict the sequences of the benchmark")
	seconds = flag.Float64("seconds", 1, "for each of them")
	budget  = flag.Int64("budget", 0, "programs for each of them, by each search, so that no clock decides; -seconds bounds them still")
	every   = flag.Int("every", 1, "only each n-th of them")
	write   = flag.Bool("write", false, "write the calibration down, for the window to show")
	offset  = flag.Int("offset", 0, "from this one on")
)

// benchmark holds 195 sequences of the OEIS (CC BY-SA 4.0), which are measured
// on and are no part of the program.
const benchmark = "../../../shared/oeis/sequences.tsv"

// TestOEIS shows ten terms of each sequence and asks for what follows.
func TestOEIS(t *testing.T) {
	if !*oeis {
		t.Skip("-oeis predicts the sequences of the benchmark; -seconds S for each")
	}
	b, err := os.ReadFile(benchmark)
	if err != nil {
		t.Skip("the benchmark is not here: ", err)
	}
	var s score
	for i, line := range slices.Collect(strings.Lines(string(b))) {
		if f := strings.Split(line, "\t"); line[0] != '#' && i%*every == *offset%*every {
			s.play(t, f[0], strings.Split(f[2], ","))
		}
	}
	t.Logf("%d sequences, %v s each: next term %d, next three %d; %.0f programs/s; peak memory %s",
		s.n, *seconds, s.one, s.three, float64(s.tried)/s.time.Seconds(), peak())
	t.Log(table(&s.calibration))
	if *write {
		if err := os.WriteFile("judge/benchmark.tsv", []byte(s.calibration.String()), 0o644); err != nil {
			t.Error(err)
		}
	}
	t.Log("missed: ", strings.Join(s.missed, " "))
}

// A score counts what was predicted.
type score struct {
	n, one, three int
	tried         int64
	time          time.Duration
	calibration   judge.Calibration
	missed        []string
}

func (s *score) play(t *testing.T, name string, words []string) {
	s.n++
	terms, err := Parse(strings.Join(words[:shown], ","), false)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(*seconds*float64(time.Second)))
	defer cancel()
	start := time.Now()
	e := Explain(ctx, terms, Options{Budget: *budget}, nil)
	s.time += time.Since(start)
	s.tried += e.Tried
	one := s.right(&e, 1, words)
	if s.one += one; one == 0 {
		s.missed = append(s.missed, name)
	}
	s.three += s.right(&e, 3, words)
}

// right returns 1 if the likeliest bet on the next k terms is right.
func (s *score) right(e *Explanation, k int, words []string) int {
	bets := e.Bets(judge.Solomonoff, k)
	if len(bets) == 0 {
		return 0
	}
	ok := true
	for i, v := range bets[0].Next {
		ok = ok && shown+i < len(words) && v.String() == strings.TrimSpace(words[shown+i])
	}
	if k == 1 {
		s.calibration.Add(bets[0].Probability, ok)
	}
	return map[bool]int{true: 1}[ok]
}

// peak returns the most memory the process has had.
func peak() string {
	status, _ := os.ReadFile("/proc/self/status")
	if m := regexp.MustCompile(`VmHWM:\s*(.*)`).FindSubmatch(status); m != nil {
		return string(m[1])
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return strconv.FormatUint(m.Sys>>20, 10) + " MB in all"
}
