// Package turing runs small Turing machines, all of them, and counts what they
// write.
//
// How likely is it that a machine taken by chance writes a string? By Levin's
// coding theorem (1974) -log2 of that probability is the complexity of the
// string, up to a constant. For short strings it can be counted: the coding
// theorem method (Delahaye and Zenil 2012).
//
// # Machines
//
// A machine has n states and two symbols. For each state and symbol a
// transition says what to write, 0 or 1, and either where to move, left or
// right, and to which of the n states to go; or to halt, and then the head
// stays. That is 4n+2 choices for each of 2n transitions: (4n+2)^2n machines.
// Each is run on a tape of 0, and on a tape of 1. It starts in state 1, and
// what it writes is the cells that its head has visited when it halts.
//
// D(n) gives each string its share of what the machines of n states write
// (Soler-Toscano, Zenil, Delahaye and Gauvrit 2014). Up to four states it is
// exact: all are given the steps of the busy beaver. D(5) is cut at 500 steps,
// as theirs is, and holds the same 99,608 strings.
//
// # Enumeration
//
// The 5.3 * 10^13 runs of five states are done by 10^8, since much is alike:
//
//   - A transition that is not needed is not chosen. A machine that halts with
//     k transitions undefined stands for (4n+2)^k (Machlin and Stout 1990).
//   - States that were never in use are alike; so are a machine and its mirror
//     image, and a tape of 0 and one of 1 with all symbols exchanged.
//   - A machine that provably turns in a loop need not run to its last step
//     (see loop).
//
// Four states take 0.2 s of one core, five about a minute; D(5) is therefore
// kept as a table. Memory: 1.1 KB for each of the 1,828 nodes of five states
// that goroutines share, and what they count.
package turing
