// Package search looks for programs that give the terms of a sequence.
//
// # The honest search
//
// [Honest] is the definition made to run: every program, the shorter ones for
// longer, as Levin (1973) describes. It leaves nothing out and knows nothing of
// sequences. In a second it is through the programs of about 20 bits.
//
// # The fast search
//
// [Fast] reaches programs of twice as many bits, since it builds them of parts
// and keeps only parts that can be told apart. It runs in five goroutines: for
// each place of the first term one of the meeting and one of the solvers, and the
// sieve:
//
//   - A meeting, one for each place of the first term. A bank of expressions
//     grows upwards, from leaves, by length; each is worth a vector, its value at
//     every term shown, and one is kept for each vector. As earlier terms are
//     known, a recurrence is worth a vector like a formula is. Goals grow
//     downwards from the terms: if t is wanted and u is in the bank, t - u is a
//     goal, for (t - u) + u is t. Where a vector is both, a program is found that
//     has the bits of both sides. Loops have a bank of their own, of vectors over
//     both indices, and bodies are met with the kernels of the commonest sums;
//     conditionals are put together from expressions that are each
//     right on some of the terms.
//   - Linear systems, for sums of a few simple features with coefficients of any
//     size: linear recurrences, polynomials, and both mixed; quotients of products
//     of earlier terms.
//   - Remainders of what is linear, for periodic sequences with large numbers.
//   - A sieve, for functions of the index alone and for the numbers for which
//     such a function holds. Tests that hold for all the terms are filters, and
//     are also taken two together.
//
// All of them write expressions of the one language, and none of them is
// believed: what they find is run by the language's own machine, from its first
// term, before it is reported. The first terms that the expression does not give
// are given in the program, and paid for.
//
// # Large numbers
//
// Expressions are told apart in 64 bits, which is quick, by the terms before the
// first that has more: what does not fit is no answer there. What agrees with
// these is run on all the terms, by the machine, which knows larger numbers. The
// linear systems, being solved modulo a prime, take large terms as they are.
//
// # Bounds
//
// A search ends with its context, which it looks at every millisecond or so, or
// with its budget. Of the memory that it may take each bank has a fixed share;
// one that is full still meets what it makes, but keeps no more.
package search
