// Package language is a machine for sequences of whole numbers: a small
// language whose programs have a length in bits and take a number of steps.
//
// A program says how a sequence goes on. It computes the term at place n from n,
// the terms before and constants, by one expression:
//
//	program    = place of the first term, given terms, expression
//	expression = leaf | operator expression ...
//
// The expression is in Polish notation, so that it tells its own end, and each
// token has a code word of a prefix code. So no program is the beginning of
// another, and the sum of 2^-length over all programs is at most 1 (Kraft 1949):
// 2^-length is a prior over programs, as Solomonoff (1964) asks for.
//
// # The tokens
//
//	bits  token      value
//	   3  i          the innermost index; outside of loops, the place of the term
//	   3  last       the term before
//	   3  1          1
//	   3  + x y      x + y
//	   4  2          2
//	   4  - x y      x - y
//	   4  * x y      x * y
//	   5  prev       the term before the term before
//	   5  / x y      x / y rounded down; 0 where y is 0
//	   5  mod x y    what / leaves, with the sign of y; x where y is 0
//	   5  const      a number from 3 on, written as itself; its value costs extra
//	   5  at x       the term at place x; 0 before the first, and where unknown
//	   6  sum b      the sum of b over i = 0 to the index around
//	   6  divisors b  the sum of b over the divisors i of the index around
//	   6  weigh b    the sum over i = 1 to the index around of b times the term
//	                 i before
//	   6  pow x y    x to the y; 1 where y is 0
//	   6  eq x y     1 where x = y, else 0
//	   7  nth b      of the numbers from 1 on for which b is above 0, the one
//	                 that the index around counts; 0 for the 0th
//	   7  back x     the term with x terms between it and this one
//	   7  choose x y the binomial coefficient; 0 outside 0 <= y <= x
//	   7  if c x y   x where c is above 0, else y
//	   8  product b  the product of b over i = 1 to the index around
//	   8  row x      the row of number x in a triangle with 1, 2, 3, ... numbers
//	                 in its rows, all counted from 0; x from 0 on
//	   8  o          the index around the innermost loop
//	   8  0          0
//	   8  divides x y  1 where y is a multiple of x, else 0; 0 divides nothing
//	   8  gcd x y    the greatest common divisor
//	   8  less x y   1 where x < y, else 0
//	   8  sqrt x     the square root rounded down
//	   8  digits x y the sum of the digits of x in base y; x from 0, y from 2 on
//	   9  total b    the sum of b over i = 1 to the index around
//	   9  neg x      -x
//	   9  reverse x y  the number with the digits of x in base y from behind
//	   9  column x   the place of number x in its row of that triangle
//	   9  xor x y    the sum of x and y in binary without carrying; both from 0 on
//	  10  count x    how many of the terms before are x
//	  11  say x      the decimal digits of x read off by runs, how many and which:
//	                 of 1211, one 1, one 2, two 1, it is 111221 (Conway 1986); x from
//	                 0 on
//	  11  join x y   the decimal digits of x, then those of y; both from 0 on
//
// The body b of a loop has an index of its own, and sees that around it as o.
// The codes fill all the room there is: Kraft's sum is 1.
//
// # The rest of a program
//
// The place of the first term is 0 or 1 and costs one bit. The given terms cost
// their count, a bit that says whether any is negative, and each its value.
// Counts, values and constants are written in a code like those of Elias (1975):
// 1 takes one bit, 2 and 3 three, up to 7 five, up to 15 seven, and a number of n
// binary digits about n + 2 log2 n. A term v is written as v+1, or folded first
// where some are negative; a constant v as v-2.
// Given terms alone make the literal program, the one that knows no rule: see
// [LiteralBits].
//
// # Answers and steps
//
// Numbers have up to [MaxBits] binary digits. Where one has more, and where a root,
// a power or digits are not defined, the program has no answer; it never has a wrong
// one. What is told in the table of division by 0 and terms unknown is defined so
// that sums may begin at 0 and recurrences need no terms that are 0. One step is one
// token evaluated, one number tried by nth or divisors, or one term looked at by
// count; what works on numbers of more than 64 bits takes a step for each 64. So a
// limit of steps is one of time and, with that of digits, of memory.
//
// # Three examples
//
//	0 [] + last 2          0 to start with is free: 2, 4, 6, 8, ...
//	                       1 place, 1 no given terms, 3 +, 3 last, 4 the number 2: 12 bits
//	0 [1] weigh at - i 1   1, 1, 2, 5, 14, ...: the numbers of Catalan
//	                       1, 3 one given term, 1 sign, 3 the term 1; 6 weigh, 5 at,
//	                       4 -, 3 i, 3 the number 1: 29 bits
//	1 [] nth eq 2 divisors 1
//	                       2, 3, 5, 7, ...: numbers with two divisors
//	                       1, 1; 7 nth, 6 eq, 4 the number 2, 6 divisors, 3 the number 1:
//	                       28 bits
package language
