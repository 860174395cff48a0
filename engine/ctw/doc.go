// Package ctw predicts by context-tree weighting.
//
// How many bytes of context should predict? PPM decides, context mixing learns;
// this model takes every answer at once and weighs each by how well it would
// have done. A context s of d bytes has an estimate Pe of all that came there,
// and its longer contexts have theirs; their weighted probability is
//
//	Pw(s) = 1/2 Pe(s) + 1/2 product of Pw over the contexts one byte longer
//
// and Pw = Pe at the greatest depth. At the empty context this is a mixture
// over all trees of contexts, the smaller ones likelier, and costs at most one
// bit more for each context of the best of them (Willems, Shtarkov and Tjalkens
// 1995). A byte is eight binary decisions, and each of the 255 that may be asked
// has a context tree over the bytes before (Tjalkens, Volf and Willems 1997).
//
// The code length is that of the definition, within 0.001 bit on texts of some
// hundred bytes, as a test shows. A decision keeps one number, the ratio of Pe
// to the product, as a logarithm in 2^-20 bit; each step rounds it by at most
// two units, up or down alike. A probability has 32 binary places, a weight 23.
// Past 65,535 a count is halved or stops.
//
// Two things that are equal are kept once: what lies between forks of a trie
// (see cell), and contexts that the text has not told apart (see node).
//
// The default estimator counts 1/8 for each outcome before it was seen, in
// place of the 1/2 of KT: of 1/32, 1/16, 1/8, 3/16, 1/4 and 1/2 the best by
// the mean over the texts of the corpus, and 2.3 percent below 1/2.
//
// Memory: 32 bytes a node, 20 a cell, about 40 in all for each byte of text at
// depth 6. A model that reaches its limit is built anew from the end of the
// text: 1/4096 of the limit.
package ctw
