package generators

import (
	"errors"
	"fmt"
	"math/bits"
	"strings"
)

// gamma returns a number, from 1 on, in the code of Elias (1975): as many 0 as
// it has binary digits after the first, and its digits.
func gamma(n int) string {
	return strings.Repeat("0", bits.Len(uint(n))-1) + fmt.Sprintf("%b", n)
}

// fixed returns a number in so many digits.
func fixed(n, digits int) string { return fmt.Sprintf("%0*b", digits, n) }

// word returns a word that says its length; it is not empty.
func word(w string) string { return gamma(len(w)) + w }

// A reader reads descriptions. After an error it returns nothing of use.
type reader struct {
	rest string
	err  error
}

var errShort = errors.New("the description ends too early")

// take reads n symbols.
func (r *reader) take(n int) string {
	if len(r.rest) < n && r.err == nil {
		r.err = errShort
	}
	if r.err != nil {
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

// fixed reads a number of so many digits.
func (r *reader) fixed(digits int) (n int) {
	for _, b := range r.take(digits) {
		n = n<<1 | int(b-'0')
	}
	return n
}

// gamma reads a number of at most most.
func (r *reader) gamma(most int) int {
	zeros := len(r.rest) - len(strings.TrimLeft(r.rest, "0"))
	if zeros >= bits.Len(uint(most)) && r.err == nil {
		r.err = fmt.Errorf("the description holds a number of more than %d", most)
	}
	r.take(min(zeros, len(r.rest)))
	n := r.fixed(zeros + 1)
	if n > most && r.err == nil {
		r.err = fmt.Errorf("the description holds a number of more than %d", most)
	}
	return n
}

// word reads a word of at most most symbols.
func (r *reader) word(most int) string { return r.take(r.gamma(most)) }

// checkWord holds a word against what may be described.
func checkWord(what, w string, most int) error {
	if len(w) < 1 || len(w) > most {
		return fmt.Errorf("%s has %d symbols, and 1 to %d are possible", what, len(w), most)
	}
	if strings.Trim(w, "01") != "" {
		return fmt.Errorf("%s is %q, and may hold 0 and 1", what, w)
	}
	return nil
}
