// Package sequences is the screen that looks for programs behind a sequence of
// numbers, bits or letters, and has three judges bet on what comes next.
//
// It shows what the search found, shortest first, in words and as code; the
// length of each program against its steps; the best bound on the complexity
// of the sequence, which is never K itself; and, for bits, what other methods
// make of them.
package sequences
