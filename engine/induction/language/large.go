package language

import (
	"math/big"
	"slices"

	"bitlens/engine/induction/integer"
)

// MaxBits is how many binary digits a number may have, without its sign: some
// 1,233 decimal ones.
const MaxBits = 4096

// applyLarge returns the value of an operator of two numbers, or of one, of which
// some do not fit 64 bits, or the value; ok is false where it has none, or one
// that has too many digits.
func applyLarge(op Op, x, y integer.Int) (z integer.Int, ok bool) {
	v := (*big.Int)(nil)
	if op.Arity() == 1 {
		v = largeOne[op](x.Big())
	} else {
		v = large[op](x.Big(), y.Big())
	}
	if v == nil || v.BitLen() > MaxBits {
		return integer.Int{}, false
	}
	return integer.OfBig(v), true
}

// The operators on numbers that do not fit 64 bits, or whose value does not. None
// makes a number of more than twice MaxBits digits; nil is no answer. What they
// say of numbers that fit is what arithmetic.go says, which a test holds.
var large = [ops]func(x, y *big.Int) *big.Int{
	Add:     func(x, y *big.Int) *big.Int { return new(big.Int).Add(x, y) },
	Sub:     func(x, y *big.Int) *big.Int { return new(big.Int).Sub(x, y) },
	Mul:     func(x, y *big.Int) *big.Int { return new(big.Int).Mul(x, y) },
	Div:     func(x, y *big.Int) *big.Int { q, _ := divided(x, y); return q },
	Mod:     func(x, y *big.Int) *big.Int { _, r := divided(x, y); return r },
	Equal:   func(x, y *big.Int) *big.Int { return largeTruth(x.Cmp(y) == 0) },
	Less:    func(x, y *big.Int) *big.Int { return largeTruth(x.Cmp(y) < 0) },
	Divides: largeDivides,
	GCD:     func(x, y *big.Int) *big.Int { return new(big.Int).GCD(nil, nil, magnitude(x), magnitude(y)) },
	Pow:     largePow,
	Choose:  largeChoose,
	Digits:  largeDigits,
	Reverse: largeReverse,
	Xor:     largeXor,
	Join:    func(x, y *big.Int) *big.Int { return largeDecimal(x.String()+y.String(), x.Sign(), y.Sign()) },
}

// largeOne are those of one number.
var largeOne = [ops]func(x *big.Int) *big.Int{
	Neg:    func(x *big.Int) *big.Int { return new(big.Int).Neg(x) },
	Sqrt:   largeSqrt,
	Row:    largeRow,
	Column: largeColumn,
	Say:    func(x *big.Int) *big.Int { return largeDecimal(runs(x.String()), x.Sign()) },
}

func largeTruth(b bool) *big.Int {
	v, _ := truth(b)
	return big.NewInt(v)
}

func magnitude(x *big.Int) *big.Int { return new(big.Int).Abs(x) }

// divided returns what div and mod are.
func divided(x, y *big.Int) (q, r *big.Int) {
	if y.Sign() == 0 {
		return new(big.Int), x
	}
	q, r = new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 && r.Sign() != y.Sign() { // it was rounded towards 0
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	return q, r
}

func largeDivides(x, y *big.Int) *big.Int {
	_, r := divided(y, x)
	return largeTruth(x.Sign() != 0 && r.Sign() == 0)
}

// largePow looks first how many digits there will be.
func largePow(x, y *big.Int) *big.Int {
	if y.Sign() < 0 {
		return nil
	}
	if magnitude(x).Cmp(big.NewInt(1)) <= 0 {
		y = big.NewInt(int64(y.Bit(0)) + 2*int64(min(y.BitLen(), 1))) // as odd, or even, or 0
	}
	if n := x.BitLen() - 1; !y.IsInt64() || n > 0 && y.Int64() > MaxBits/int64(n) {
		return nil
	}
	return new(big.Int).Exp(x, y, nil)
}

// largeChoose ends within MaxBits rounds: the coefficient doubles at each.
func largeChoose(x, y *big.Int) *big.Int {
	y = fewer(x, y)
	if y.Sign() < 0 {
		return new(big.Int)
	}
	if !y.IsInt64() {
		return nil
	}
	c, from := big.NewInt(1), new(big.Int).Set(x)
	for i := range y.Int64() {
		c.Mul(c, from)
		if c.Quo(c, big.NewInt(i+1)); c.BitLen() > MaxBits {
			return nil
		}
		from.Sub(from, big.NewInt(1))
	}
	return c
}

// fewer is how many are to be chosen, or left, whichever is less.
func fewer(x, y *big.Int) *big.Int {
	if left := new(big.Int).Sub(x, y); left.Cmp(y) < 0 {
		return left
	}
	return y
}

func largeSqrt(x *big.Int) *big.Int {
	if x.Sign() < 0 {
		return nil
	}
	return new(big.Int).Sqrt(x)
}

func largeRow(x *big.Int) *big.Int {
	if x.Sign() < 0 {
		return nil
	}
	r := new(big.Int).Lsh(x, 3)
	r.Sqrt(r.Add(r, big.NewInt(1)))
	return r.Rsh(r.Sub(r, big.NewInt(1)), 1)
}

func largeColumn(x *big.Int) *big.Int {
	r := largeRow(x)
	if r == nil {
		return nil
	}
	begins := new(big.Int).Add(r, big.NewInt(1))
	return r.Sub(x, begins.Rsh(begins.Mul(begins, r), 1))
}

func largeXor(x, y *big.Int) *big.Int {
	if x.Sign() < 0 || y.Sign() < 0 {
		return nil
	}
	return new(big.Int).Xor(x, y)
}

// eachDigit calls f with the digits of x in base y, the lowest first, and reports
// whether there are any.
func eachDigit(x, y *big.Int, f func(d *big.Int)) bool {
	if x.Sign() < 0 || y.Cmp(big.NewInt(2)) < 0 {
		return false
	}
	d := new(big.Int)
	for x = new(big.Int).Set(x); x.Sign() > 0; f(d) {
		x.QuoRem(x, y, d)
	}
	return true
}

func largeDigits(x, y *big.Int) *big.Int {
	sum := new(big.Int)
	if !eachDigit(x, y, func(d *big.Int) { sum.Add(sum, d) }) {
		return nil
	}
	return sum
}

func largeReverse(x, y *big.Int) *big.Int {
	v := new(big.Int)
	if !eachDigit(x, y, func(d *big.Int) { v.Add(v.Mul(v, y), d) }) {
		return nil
	}
	return v
}

// largeDecimal reads what was made of the digits of numbers with these signs.
func largeDecimal(digits string, signs ...int) *big.Int {
	if slices.Min(signs) < 0 {
		return nil
	}
	v, _ := new(big.Int).SetString(digits, 10)
	return v
}

// work returns the steps of an operator where numbers do not fit 64 bits: about
// how many words of 64 bits it reads, each as often as it does.
func work(op Op, x, y integer.Int) int64 {
	words, rounds := 1+max(x.BitLen(), y.BitLen())/64, 1
	switch op {
	case GCD, Sqrt, Row, Column, Say, Join:
		rounds = words
	case Digits, Reverse:
		rounds += x.BitLen() / max(1, y.BitLen()-1)
	case Choose:
		rounds = 1 << min(fewer(x.Big(), y.Big()).BitLen(), 12)
		words = 1 + min(rounds*x.BitLen(), MaxBits)/64
	case Pow:
		rounds = MaxBits / 64
	}
	return int64(words * rounds)
}
