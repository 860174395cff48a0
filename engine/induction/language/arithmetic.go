package language

import (
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// The arithmetic is that of whole numbers with 64 bits. Every function is told
// apart from a wrong answer by ok: where the value does not fit, or there is
// none, there is no answer here, and large.go is asked.

func add(x, y int64) (int64, bool) {
	z := x + y
	return z, (z > x) == (y > 0)
}

func sub(x, y int64) (int64, bool) {
	z := x - y
	return z, (z < x) == (y > 0)
}

func mul(x, y int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	signed := hi - uint64(x>>63)&uint64(y) - uint64(y>>63)&uint64(x)
	return int64(lo), signed == uint64(int64(lo)>>63)
}

// div rounds down; a number divided by 0 is 0, so that sums may begin at 0.
func div(x, y int64) (int64, bool) {
	if y == 0 {
		return 0, true
	}
	if y == -1 {
		return -x, x != math.MinInt64
	}
	q := x / y
	if x%y != 0 && (x < 0) != (y < 0) {
		q--
	}
	return q, true
}

// mod is what div leaves, with the sign of y; by 0 it is the number itself.
func mod(x, y int64) (int64, bool) {
	if y == 0 {
		return x, true
	}
	if y == -1 {
		return 0, true
	}
	r := x % y
	if r != 0 && (r < 0) != (y < 0) {
		r += y
	}
	return r, true
}

// pow has no answer for an exponent below 0.
func pow(x, y int64) (int64, bool) {
	if y < 0 {
		return 0, false
	}
	z, ok := int64(1), true
	for {
		if y&1 == 1 {
			if z, ok = mul(z, x); !ok {
				return 0, false
			}
		}
		if y >>= 1; y == 0 {
			return z, true
		}
		if x, ok = mul(x, x); !ok {
			return 0, false
		}
	}
}

func truth(b bool) (int64, bool) {
	if b {
		return 1, true
	}
	return 0, true
}

func equal(x, y int64) (int64, bool) { return truth(x == y) }
func less(x, y int64) (int64, bool)  { return truth(x < y) }

// xor adds binary digits without a carry: the sum of Nim (Bouton 1901).
func xor(x, y int64) (int64, bool) { return x ^ y, x >= 0 && y >= 0 }

// divides says whether y is a multiple of x; 0 divides nothing.
func divides(x, y int64) (int64, bool) {
	r, _ := mod(y, x)
	return truth(x != 0 && r == 0)
}

func gcd(x, y int64) (int64, bool) {
	for y != 0 {
		r, _ := mod(x, y)
		x, y = y, r
	}
	if x < 0 {
		x = -x
	}
	return x, x >= 0
}

// choose is the binomial coefficient, 0 outside 0 <= y <= x. It ends within 63
// rounds: the middle coefficient of a row past 66 does not fit.
func choose(x, y int64) (int64, bool) {
	if y < 0 || y > x {
		return 0, true
	}
	y = min(y, x-y)
	c, ok := int64(1), true
	for i := range y {
		if c, ok = mulDiv(c, x-i, i+1); !ok {
			return 0, false
		}
	}
	return c, true
}

// mulDiv returns x*y/d, which is whole, of positive numbers.
func mulDiv(x, y, d int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	if hi >= uint64(d) {
		return 0, false
	}
	q, _ := bits.Div64(hi, lo, uint64(d))
	return int64(q), q <= math.MaxInt64
}

// sqrt rounds down; a negative number has none.
func sqrt(x int64) (int64, bool) {
	if x < 0 {
		return 0, false
	}
	r := int64(math.Sqrt(float64(x)))
	for r > 0 && r > x/r { // the float may be off by one either way
		r--
	}
	for r+1 <= x/(r+1) {
		r++
	}
	return r, true
}

// row is that of the x-th number of a triangle with rows of 1, 2, 3, ...
// numbers, all counted from 0: the inverse of Cantor's pairing (1878).
func row(x int64) (int64, bool) {
	if x < 0 || x > math.MaxInt64/8-1 {
		return 0, false
	}
	r, _ := sqrt(8*x + 1)
	return (r - 1) / 2, true
}

// column is the place in that row.
func column(x int64) (int64, bool) {
	r, ok := row(x)
	return x - r*(r+1)/2, ok
}

func neg(x int64) (int64, bool) { return -x, x != math.MinInt64 }

// digits adds up the digits of x in base y.
func digits(x, y int64) (sum int64, ok bool) {
	if x < 0 || y < 2 {
		return 0, false
	}
	for ; x > 0; x /= y {
		sum += x % y
	}
	return sum, true
}

// reverse reads the digits of x in base y from behind.
func reverse(x, y int64) (v int64, ok bool) {
	if x < 0 || y < 2 {
		return 0, false
	}
	for ; x > 0; x /= y {
		if v > (math.MaxInt64-x%y)/y {
			return 0, false
		}
		v = v*y + x%y
	}
	return v, true
}

// say reads the decimal digits of x off by runs: how many, and which (Conway,
// The Weird and Wonderful Chemistry of Audioactive Decay, 1986).
func say(x int64) (int64, bool) { return decimal(runs(strconv.FormatInt(x, 10)), x) }

// join is x and y written side by side.
func join(x, y int64) (int64, bool) {
	return decimal(strconv.FormatInt(x, 10)+strconv.FormatInt(y, 10), min(x, y))
}

// decimal reads what was made of the digits of a number, which is no answer for
// one below 0.
func decimal(digits string, of int64) (int64, bool) {
	if of < 0 {
		return 0, false
	}
	v, err := strconv.ParseInt(digits, 10, 64)
	return v, err == nil
}

// runs writes for each run of equal digits its length and the digit.
func runs(digits string) string {
	var out []byte
	for digits != "" {
		rest := strings.TrimLeft(digits, digits[:1])
		out = strconv.AppendInt(out, int64(len(digits)-len(rest)), 10)
		out = append(out, digits[0])
		digits = rest
	}
	return string(out)
}

// binary are the operators of two numbers.
var binary = [ops]func(x, y int64) (int64, bool){
	Add: add, Sub: sub, Mul: mul, Div: div, Mod: mod, Pow: pow,
	Equal: equal, Less: less, Divides: divides, GCD: gcd, Choose: choose,
	Digits: digits, Reverse: reverse, Xor: xor, Join: join,
}

// monadic are those of one.
var monadic = [ops]func(x int64) (int64, bool){Sqrt: sqrt, Neg: neg, Row: row, Column: column, Say: say}

// Apply returns the value of an operator of two numbers that is no look-back
// and no loop; ok is false where it has none.
func Apply(op Op, x, y int64) (value int64, ok bool) { return binary[op](x, y) }

// ApplyOne returns the value of an operator of one number that is no look-back
// and no loop; ok is false where it has none.
func ApplyOne(op Op, x int64) (value int64, ok bool) { return monadic[op](x) }
