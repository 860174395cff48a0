package generators

import (
	"errors"
	"fmt"
	"strings"

	"bitlens/engine/induction/complexity"
)

// A Generator writes a binary string by a rule.
type Generator interface {
	// Program returns the rule, and Input what it starts from, as they stand
	// in a description.
	Program() string
	Input() string
	// Output returns the first n symbols, n from 1 to complexity.MaxBits. It
	// fails if the generator breaks a bound, or does not write as many.
	Output(n int) (string, error)

	kind() int
	check() error
}

// kindBits is what it takes to say which of kinds.
const kindBits = 2

// kinds read what follows the number of the kind, which is the index here.
var kinds = [1 << kindBits]func(*reader) Generator{readAutomaton, readRecurrence, readRewriting, readCipher}

// Describe returns the description of the first n symbols of a generator.
func Describe(g Generator, n int) (string, error) {
	if err := check(g, n); err != nil {
		return "", err
	}
	return fixed(g.kind(), kindBits) + g.Program() + g.Input() + gamma(n), nil
}

// Decode returns the generator and the length that a description says.
func Decode(description string) (Generator, int, error) {
	if strings.Trim(description, "01") != "" {
		return nil, 0, errors.New("a description holds 0 and 1")
	}
	r := &reader{rest: description}
	g := kinds[r.fixed(kindBits)](r)
	n := r.gamma(complexity.MaxBits)
	switch {
	case r.err != nil:
		return nil, 0, r.err
	case r.rest != "":
		return nil, 0, fmt.Errorf("%d symbols follow the description", len(r.rest))
	}
	return g, n, check(g, n)
}

// check holds a generator and a length against their bounds.
func check(g Generator, n int) error {
	if n < 1 || n > complexity.MaxBits {
		return fmt.Errorf("a length of %d, and 1 to %d are possible", n, complexity.MaxBits)
	}
	return g.check()
}
