package language

import "fmt"

// An Op is one token of a program: a leaf, or an operator and what it takes.
type Op uint8

// The tokens. Index and Outer are the indices of the innermost loop and of what
// lies around it; outside any loop, Index is the place of the term.
const (
	Index Op = iota
	Last
	One
	Add
	Two
	Sub
	Mul
	Prev
	Div
	Mod
	Const
	At
	Sum
	Divisors
	Weigh
	Pow
	Equal
	Nth
	Back
	Choose
	If
	Product
	Row
	Outer
	Zero
	Divides
	GCD
	Less
	Sqrt
	Digits
	Total
	Neg
	Reverse
	Column
	Xor
	Count
	Say
	Join
	ops // how many there are
)

// A rule is what the language says of a token.
type rule struct {
	name  string // in the code form
	bits  int    // of its code
	arity int
	loop  bool // its argument is a body with an index of its own
}

// rules are in order of code length, so that the codes can be counted up: see
// codes. The shortest are of what recurrences and simple formulas are made of;
// the others follow how often a token was in a program that predicted rightly,
// on sequences made to develop the language.
var rules = [ops]rule{
	Index:    {"i", 3, 0, false},
	Last:     {"last", 3, 0, false},
	One:      {"1", 3, 0, false},
	Add:      {"+", 3, 2, false},
	Two:      {"2", 4, 0, false},
	Sub:      {"-", 4, 2, false},
	Mul:      {"*", 4, 2, false},
	Prev:     {"prev", 5, 0, false},
	Div:      {"/", 5, 2, false},
	Mod:      {"mod", 5, 2, false},
	Const:    {"const", 5, 0, false},
	At:       {"at", 5, 1, false},
	Sum:      {"sum", 6, 1, true},
	Divisors: {"divisors", 6, 1, true},
	Weigh:    {"weigh", 6, 1, true},
	Pow:      {"pow", 6, 2, false},
	Equal:    {"eq", 6, 2, false},
	Nth:      {"nth", 7, 1, true},
	Back:     {"back", 7, 1, false},
	Choose:   {"choose", 7, 2, false},
	If:       {"if", 7, 3, false},
	Product:  {"product", 8, 1, true},
	Row:      {"row", 8, 1, false},
	Outer:    {"o", 8, 0, false},
	Zero:     {"0", 8, 0, false},
	Divides:  {"divides", 8, 2, false},
	GCD:      {"gcd", 8, 2, false},
	Less:     {"less", 8, 2, false},
	Sqrt:     {"sqrt", 8, 1, false},
	Digits:   {"digits", 8, 2, false},
	Total:    {"total", 9, 1, true},
	Neg:      {"neg", 9, 1, false},
	Reverse:  {"reverse", 9, 2, false},
	Column:   {"column", 9, 1, false},
	Xor:      {"xor", 9, 2, false},
	Count:    {"count", 10, 1, false},
	Say:      {"say", 11, 1, false},
	Join:     {"join", 11, 2, false},
}

// codes are the tokens' code words, as strings of 0 and 1. Counting up by
// length makes them a canonical prefix code (Schwartz and Kallick 1964).
var codes = func() (c [ops]string) {
	next, width := 0, 0
	for op, r := range rules {
		next <<= r.bits - width
		width = r.bits
		c[op] = fmt.Sprintf("%0*b", width, next)
		next++
	}
	return c
}()

// All returns every token, the cheapest first.
func All() []Op {
	all := make([]Op, ops)
	for i := range all {
		all[i] = Op(i)
	}
	return all
}

// String returns the token's name in the code form.
func (op Op) String() string { return rules[op].name }

// Bits returns the length of the token's code word. The value of a Const comes
// on top: see [ConstBits].
func (op Op) Bits() int { return rules[op].bits }

// Arity returns how many arguments the token takes, 0 for a leaf.
func (op Op) Arity() int { return rules[op].arity }

// Loop reports whether the argument is a body, run once for each value of an
// index of its own.
func (op Op) Loop() bool { return rules[op].loop }

// Code returns the token's code word as a string of 0 and 1.
func (op Op) Code() string { return codes[op] }

// Commutes reports whether the two arguments may be exchanged.
func (op Op) Commutes() bool {
	return op == Add || op == Mul || op == Equal || op == GCD || op == Xor
}
