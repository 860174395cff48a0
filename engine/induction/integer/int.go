package integer

import (
	"cmp"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// An Int is a whole number. Its zero value is 0. It is told from others by
// [Int.Equal]; == does not compile, since large ones are kept elsewhere.
type Int struct {
	_     [0]func() // so that == does not compile
	small int64
	large *big.Int // nil where small holds the number; never changed
}

// Of returns v as an Int.
func Of(v int64) Int { return Int{small: v} }

// All returns each of some numbers as an Int.
func All(vs ...int64) []Int {
	out := make([]Int, len(vs))
	for i, v := range vs {
		out[i] = Of(v)
	}
	return out
}

// OfBig returns v as an Int; v may not change from then on.
func OfBig(v *big.Int) Int {
	if v.IsInt64() {
		return Of(v.Int64())
	}
	return Int{large: v}
}

// Parse reads decimal digits, behind a sign or not. It takes time that grows
// faster than their number, so that who asks has to bound it.
func Parse(s string) (x Int, ok bool) {
	if v, err := strconv.ParseInt(s, 10, 64); err == nil {
		return Of(v), true
	}
	v, ok := new(big.Int).SetString(s, 10)
	if !ok {
		return Int{}, false
	}
	return OfBig(v), true
}

// Int64 returns the number, if it fits.
func (x Int) Int64() (v int64, ok bool) { return x.small, x.large == nil }

// Big returns the number; it may not be changed.
func (x Int) Big() *big.Int {
	if x.large != nil {
		return x.large
	}
	return big.NewInt(x.small)
}

// Sign is -1, 0 or 1.
func (x Int) Sign() int {
	if x.large != nil {
		return x.large.Sign()
	}
	return cmp.Compare(x.small, 0)
}

// Cmp is -1, 0 or 1 as x is below, equal to or above y.
func (x Int) Cmp(y Int) int {
	if x.large == nil && y.large == nil {
		return cmp.Compare(x.small, y.small)
	}
	return x.Big().Cmp(y.Big())
}

// Equal reports whether x and y are one number.
func (x Int) Equal(y Int) bool {
	return x.small == y.small && x.large == y.large || x.large != nil && y.large != nil && x.large.Cmp(y.large) == 0
}

// BitLen is how many binary digits the number has, without its sign; 0 has none.
func (x Int) BitLen() int {
	if x.large != nil {
		return x.large.BitLen()
	}
	return bits.Len64(uint64(max(x.small, -x.small)))
}

// String writes all the decimal digits.
func (x Int) String() string {
	if x.large != nil {
		return x.large.String()
	}
	return strconv.FormatInt(x.small, 10)
}

// maxExact is the largest whole number that every JSON reader keeps exact.
const maxExact = 1 << 53

// MarshalJSON writes a number; as a string where a reader may not keep it.
func (x Int) MarshalJSON() ([]byte, error) {
	if x.large == nil && x.small <= maxExact && x.small >= -maxExact {
		return []byte(x.String()), nil
	}
	return []byte(`"` + x.String() + `"`), nil
}

// Cut writes all the digits if there are no more than most, and else the first
// and the last of them, and returns how many there are; 0 if it left out none.
func (x Int) Cut(most int) (text string, digits int) {
	all := x.String()
	sign := len(all) - len(strings.TrimPrefix(all, "-"))
	if digits = len(all) - sign; digits <= most {
		return all, 0
	}
	last := most / 3
	return all[:sign+most-1-last] + "…" + all[len(all)-last:], digits
}
