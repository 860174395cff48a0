// Package complexity asks several methods how complex a binary string is.
//
// None of them is its Kolmogorov complexity K, the length of the shortest
// program that prints it, which nobody can compute. They come in two kinds,
// and a Measure says which it is:
//
//   - A bound is the length of a code that a decoder reads back, so K is no
//     more, but for what the decoder itself takes: the string as it is, context
//     tree weighting, compressors. The decoder is told the length n; a string
//     that is to say its own takes 2 log2 n + 1 bits more.
//   - An estimate may be above or below: entropy, which counts; the coding
//     theorem method (CTM), which asks how many small Turing machines write
//     the string; block decomposition (BDM), which adds that up for blocks.
//
// Where each fails:
//
//   - Entropy is blind to order: Thue-Morse and the bits of pi have as many 0
//     as 1, and cost it the whole bit. That of blocks sees what repeats within
//     a block, and of long blocks a short string has too few.
//   - CTM has no answer for what no machine of five states writes: most
//     strings of more than 12. Its bits are on a scale of their own, with a
//     constant: 12 equal symbols have 25.6, and no string of 12 more than
//     37.1. They compare strings with each other, not with a literal.
//   - BDM sees order within 12 symbols, and beyond only how often a block
//     stands, not where: the blocks of a text, shuffled, cost it the same. So
//     a run of primes, which has few kinds of blocks, seems simpler to it than
//     any code makes it; Thue-Morse has the same blocks for ever.
//   - CTW sees contexts of up to 16 symbols: that even numbers are not prime,
//     but not what makes a prime.
//   - Compressors see repeats, of bytes; their headers and tables cost more
//     than a short string is long.
//
// All take the bits of pi for chance, and pi has a short program. A small
// bound proves order; a large one proves nothing.
package complexity
