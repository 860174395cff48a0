package generators

import "fmt"

// MaxWord bounds the words of a rewriting, in symbols.
const MaxWord = 64

// A Rewriting replaces all symbols of a word at once by words, over and over (a
// D0L system: Lindenmayer 1968), until it is long enough. With 0 for 01 and 1
// for 10 it writes Thue-Morse; with 0 for 01 and 1 for 0 the Fibonacci word.
type Rewriting struct {
	Words [2]string // for 0 and for 1
	Axiom string    // the word to begin with
}

// Program implements Generator.
func (r Rewriting) Program() string { return word(r.Words[0]) + word(r.Words[1]) }

// Input implements Generator.
func (r Rewriting) Input() string { return word(r.Axiom) }

func readRewriting(r *reader) Generator {
	return Rewriting{Words: [2]string{r.word(MaxWord), r.word(MaxWord)}, Axiom: r.word(MaxWord)}
}

// maxRewritings bounds how often a word is rewritten. One that multiplies has
// 2^20 symbols after at most 41 times; one to which each time adds a few has
// at most 2^16, and 2^25 were written.
const maxRewritings = 1 << 10

// Output implements Generator. It fails where the word does not grow so far.
func (r Rewriting) Output(n int) (string, error) {
	if err := check(r, n); err != nil {
		return "", err
	}
	all := []byte(r.Axiom)
	for range maxRewritings {
		if len(all) >= n {
			return string(all[:n]), nil
		}
		all = r.rewrite(all, n)
	}
	return "", fmt.Errorf("the word does not reach %d symbols: it has %d after it was rewritten %d times", n, len(all), maxRewritings)
}

// rewrite replaces the symbols of a word, until it has n: what stands there
// does not depend on those behind.
func (r Rewriting) rewrite(all []byte, n int) []byte {
	next := make([]byte, 0, min(n, MaxWord*len(all))+MaxWord)
	for _, b := range all {
		if next = append(next, r.Words[b&1]...); len(next) >= n {
			break
		}
	}
	return next
}

func (Rewriting) kind() int { return 2 }

func (r Rewriting) check() error {
	for i, what := range []string{"the word for 0", "the word for 1"} {
		if err := checkWord(what, r.Words[i], MaxWord); err != nil {
			return err
		}
	}
	return checkWord("the axiom", r.Axiom, MaxWord)
}
