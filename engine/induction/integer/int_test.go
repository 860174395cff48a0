package integer

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"
)

// in order, with what JSON makes of them
var ordered = []struct{ text, json string }{
	{"-340282366920938463463374607431768211456", `"-340282366920938463463374607431768211456"`},
	{"-9223372036854775809", `"-9223372036854775809"`},
	{"-9223372036854775808", `"-9223372036854775808"`},
	{"-9007199254740992", `-9007199254740992`},
	{"-1", `-1`},
	{"0", `0`},
	{"7", `7`},
	{"9007199254740993", `"9007199254740993"`},
	{"9223372036854775807", `"9223372036854775807"`},
	{"9223372036854775808", `"9223372036854775808"`},
	{"18446744073709551616", `"18446744073709551616"`},
}

func TestOrder(t *testing.T) {
	for i, a := range ordered {
		x, ok := Parse(a.text)
		if !ok || x.String() != a.text {
			t.Fatalf("%s is read as %v", a.text, x)
		}
		for k, b := range ordered {
			y, _ := Parse(b.text)
			if want := big.NewInt(int64(i)).Cmp(big.NewInt(int64(k))); x.Cmp(y) != want || x.Equal(y) != (want == 0) {
				t.Errorf("%v and %v compare as %d", x, y, x.Cmp(y))
			}
		}
		if x.Sign() != x.Cmp(Of(0)) || x.BitLen() != x.Big().BitLen() || !OfBig(x.Big()).Equal(x) {
			t.Errorf("%v has the sign %d, %d bits, and is again %v", x, x.Sign(), x.BitLen(), OfBig(x.Big()))
		}
		if b, err := json.Marshal(x); err != nil || string(b) != a.json {
			t.Errorf("%v is %s in JSON, want %s", x, b, a.json)
		}
	}
}

// A number that fits is kept as it is, however it came about.
func TestFits(t *testing.T) {
	for _, v := range []int64{0, 1, -1, math.MaxInt64, math.MinInt64} {
		for _, x := range append(All(v), OfBig(big.NewInt(v))) {
			if got, ok := x.Int64(); !ok || got != v {
				t.Errorf("%d is %d, %v", v, got, ok)
			}
		}
	}
	if _, ok := OfBig(new(big.Int).Lsh(big.NewInt(1), 63)).Int64(); ok {
		t.Error("2 to the 63 fits 64 bits")
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "-", "1.5", "1e3", "0x10", "1_000", "12345678901234567890x", " 1"} {
		if x, ok := Parse(s); ok {
			t.Errorf("%q is read as %v", s, x)
		}
	}
}

// Long numbers are cut in their middle, and their digits counted.
func TestCut(t *testing.T) {
	for text, want := range map[string]string{"0": "0", "-1234567890": "-1234567890", "12345678901": "123456…901", "-12345678901": "-123456…901"} {
		x, _ := Parse(text)
		got, digits := x.Cut(10)
		if got != want || (digits > 0) != (got != text) || digits > 0 && digits != len(strings.TrimPrefix(text, "-")) {
			t.Errorf("%s is cut to %s with %d digits, want %s", text, got, digits, want)
		}
	}
}
