// Package induction explains a sequence of whole numbers by programs, and bets
// on how it goes on.
//
// [Parse] reads the terms, of up to 1,000 digits each. [Explain] runs two searches side by side: an honest
// one, that of Levin, which runs every program for its share of the time, and a
// fast one, which finds longer programs sooner but tries only what it can build
// (engine/induction/search). Both write programs of one language
// (engine/induction/language), and each program found was run by its machine.
// What programs weigh and bet is engine/induction/judge.
//
// Terms of 0 and 1 are also explained by a second machine: all Turing machines
// of up to four states are run, and those that write the terms, and go on, are a
// list of their own (engine/induction/turing). A [Rule] is a program of either;
// how much shorter the one says it than the other is [Explanation.Constant].
//
// # Bounds
//
// The length of the shortest program of a sequence, K, cannot be computed. What
// is found is a bound from above that more time can only lower: [Explanation]
// keeps the curve. It is held against the literal program, which gives the terms
// one by one and knows no rule. A gain under 10 bits is within what chance does
// in a search through millions of programs, and is told as such; where nothing
// shorter was found, nothing was found within this budget. That a sequence is
// random cannot be known.
package induction
