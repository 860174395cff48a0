package turing

import (
	"context"
	_ "embed" // d5.bin
	"fmt"
	"sync"
)

//go:generate go test -run ^TestD5$ . -write

//go:embed d5.bin
var d5 []byte

// steps is what machines of n states are given: of up to four the steps of the
// busy beaver, after which none halts (Brady 1983), of five those that the
// published table gave.
var steps = [MaxStates + 1]int{1: 1, 2: 6, 3: 21, 4: 107, 5: MaxSteps}

var distributions [MaxStates + 1]struct {
	once sync.Once
	*Distribution
}

// D returns what the machines of some states write, 1 to MaxStates; it panics
// on other numbers. Up to four states it runs all machines, which takes a
// fraction of a second the first time; D(5) is kept as a table of 10 MB.
func D(states int) *Distribution {
	if states < 1 || states > MaxStates {
		panic(fmt.Sprintf("turing: D(%d) is not among D(1) to D(%d)", states, MaxStates))
	}
	d := &distributions[states]
	d.once.Do(func() { d.Distribution = newDistribution(states, steps[states], outputs(states)) })
	return d.Distribution
}

func outputs(states int) []Output {
	if states < MaxStates {
		return count(context.Background(), states, steps[states]).outputs()
	}
	all, err := decode(d5)
	if err != nil {
		panic(err) // the program was built with a damaged table
	}
	return all
}

// outputs spells what was counted.
func (t tally) outputs() []Output {
	all := make([]Output, 0, len(t))
	for written, n := range t {
		all = append(all, Output{spell([]byte(written)), *n})
	}
	return all
}

// spell returns symbols as characters.
func spell(symbols []byte) string {
	s := make([]byte, len(symbols))
	for i, b := range symbols {
		s[i] = '0' + b
	}
	return string(s)
}
