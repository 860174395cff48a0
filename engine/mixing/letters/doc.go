// Package letters predicts the next character of a text from the last few by
// interpolated Kneser-Ney smoothing: behind each context, of five characters
// down to none, a character has been seen so often, less a discount; what the
// discounts leave over is spread as the next shorter context says, where a
// character counts once for each longer context that it was new in (Kneser,
// Ney 1995; the three discounts: Chen, Goodman 1998). It gives its opinion bit
// by bit, so that a mixer can weigh it.
//
// Two things are learned on the way, both as how often something came over how
// often it was said, which is a step of expectation maximization: how far what
// is left over for shorter contexts was right, by how much a context has seen
// (as in the escape estimation of PPM: Bloom 1998), and how much more or less
// likely a character is by when and how often it was seen (a cache: Kuhn, De
// Mori 1990). Characters as of Chinese, of which there are thousands, gain most
// from it; bits alone, as of a [bitlens/engine/mixing.CM], do not tell how many
// different ones have followed.
//
// A character is a code point of UTF-8, or what its bytes have in its place.
// All sums are of float32 in a fixed order, their products rounded, so that
// every machine finds the same.
package letters
