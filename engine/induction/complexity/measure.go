package complexity

import (
	"context"
	"fmt"
	"math"
	"strings"
)

// MaxBits bounds the strings that are measured: 2^20 symbols.
const MaxBits = 1 << 20

// A Measure is what a method says of a string.
type Measure struct {
	Method string  // as in "ctm" or "deflate:9"
	Value  float64 // NaN where the method has no answer
	Unit   string  // "bits"
	Code   int     // of a bound: the bits of a file that a decoder reads back; else 0
	Note   string  // what to know of this value, in plain English
	// Depths is, of context-tree weighting alone, how many symbols before matter:
	// see ContextTree.
	Depths []float64
}

// Bound reports whether K is no more than the value, up to what the decoder
// takes. What is no bound is an estimate.
func (m Measure) Bound() bool { return m.Code > 0 }

// Measures returns what each method says of a string of 0 and 1: the literal
// first, then estimates, then the other bounds. The error says what is wrong
// with the string, or is that of ctx, which is asked before each method and by
// CTW: of the largest strings a compressor takes about a tenth of a second.
func Measures(ctx context.Context, s string) ([]Measure, error) {
	if err := check(s); err != nil {
		return nil, err
	}
	var all []Measure
	for _, method := range methods {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		m, err := method(ctx, s)
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

// A method measures a string of 0 and 1.
type method func(ctx context.Context, s string) (Measure, error)

// methods measure, in the order of their rows.
var methods = []method{
	sure(literal), sure(entropy), sure(blockEntropy), sure(ctm), sure(blockDecomposition), contextTree,
	compressor("deflate:9"), compressor("bzip2"), compressor("zstd:best"), compressor("xz"),
}

// sure makes a method of one that is quick and cannot fail.
func sure(quick func(string) Measure) method {
	return func(_ context.Context, s string) (Measure, error) { return quick(s), nil }
}

// check holds a string against what can be measured.
func check(s string) error {
	if s == "" {
		return fmt.Errorf("there is nothing to measure: the string is empty")
	}
	if len(s) > MaxBits {
		return tooLong("the string")
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return r != '0' && r != '1' }); i >= 0 {
		return fmt.Errorf("a binary string holds 0 and 1, and this one %q at place %d", []rune(s[i:])[0], i)
	}
	return nil
}

// inBits is a measure in bits.
func inBits(method string, value float64, code int, note string) Measure {
	return Measure{Method: method, Value: value, Unit: "bits", Code: code, Note: note}
}

// unanswered is an estimate that a method cannot give.
func unanswered(method, why string) Measure { return inBits(method, math.NaN(), 0, why) }

// literal is the string as it is.
func literal(s string) Measure {
	return inBits("literal", float64(len(s)), len(s), "a bit for each symbol")
}
