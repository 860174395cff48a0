// Package generators holds simple systems that write binary strings, and shows
// that a simple system cannot make a complex thing.
//
// Whatever a program prints can be said by saying the program, what it starts
// from, and how much of its output is meant:
//
//	K(output) <= |program| + |input| + 2 log2(length) + c
//
// (Kolmogorov 1965). Measures that look at the output alone, such as entropy,
// may rise to a bit a symbol all the same: what looks complex need not be.
//
// # Descriptions
//
// A description is a string of 0 and 1 that [Decode] reads, and a [Generator]
// then writes the string it stands for:
//
//	kind     2 bits: 00 automaton, 01 recurrence, 10 rewriting, 11 cipher
//	program  |program| bits
//	input    |input| bits
//	length   2 floor(log2 length) + 1 bits: Elias gamma (1975)
//
// No part needs a mark where it ends. A number is written in gamma, a word as
// its length in gamma and then its symbols.
//
//	            program                          input
//	automaton   the rule, 8 bits                 the first row: its width; 0 for a single 1
//	                                             in the middle, or 1 and the cells
//	recurrence  order k, and k taps              k terms
//	rewriting   the words for 0 and for 1        the word to begin with
//	cipher      none                             the key and the word that is repeated
//
// # The constant
//
// The machine that K is meant for reads this: 1 and a description; or 0, three
// bits for a method of package complexity, the length in gamma, and its code.
// With a generator that is
//
//	1 + 2 + |program| + |input| + 2 floor(log2 length) + 1 bits
//
// so c is 4. It holds what is the same for all outputs; what the machine itself
// takes, such as the rounds of SHA-256, is in the choice of the machine.
package generators
