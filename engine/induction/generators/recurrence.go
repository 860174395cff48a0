package generators

import "fmt"

// MaxOrder bounds the order of a recurrence.
const MaxOrder = 64

// A Recurrence is a linear one over two elements, a shift register with
// feedback (Golomb 1967): each term is the sum, modulo 2, of those before it at
// the taps. Of order k it repeats after at most 2^k - 1 terms.
type Recurrence struct {
	Taps  string // 1 at i, from 0, for the term i+1 before
	Start string // the first terms, as many as taps
}

// Program implements Generator.
func (r Recurrence) Program() string { return word(r.Taps) }

// Input implements Generator.
func (r Recurrence) Input() string { return r.Start }

func readRecurrence(r *reader) Generator {
	taps := r.word(MaxOrder)
	return Recurrence{Taps: taps, Start: r.take(len(taps))}
}

// Output implements Generator.
func (r Recurrence) Output(n int) (string, error) {
	if err := check(r, n); err != nil {
		return "", err
	}
	all := []byte(r.Start)
	for len(all) < n {
		next := byte('0')
		for i := range len(r.Taps) {
			next ^= r.Taps[i] & all[len(all)-1-i] & 1
		}
		all = append(all, next)
	}
	return string(all[:n]), nil
}

func (Recurrence) kind() int { return 1 }

func (r Recurrence) check() error {
	if err := checkWord("the taps", r.Taps, MaxOrder); err != nil {
		return err
	}
	if len(r.Start) != len(r.Taps) {
		return fmt.Errorf("a recurrence of order %d starts from as many terms, not %d", len(r.Taps), len(r.Start))
	}
	return checkWord("the start", r.Start, MaxOrder)
}
