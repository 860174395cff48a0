// Package ngram holds the models of the textbooks, which count what followed.
//
// A context is the last few bytes, its order their number. An order-k model
// predicts a byte by how often it followed the last k before. What never
// followed must still get something, and each model is one answer to how much:
//
//   - uniform: 1/256 for everything; 8 bits a byte, the break-even;
//   - Laplace (1814): (n+1) / (N+256), as if each byte had been seen once;
//   - Krichevsky and Trofimov (1981): (n+1/2) / (N+128), which costs the least
//     above the best fixed probabilities in the worst case;
//   - Witten and Bell (1991), method C: a context that was seen n times with d
//     different bytes leaves d / (n+d) to the context one byte shorter, for a
//     new byte has come d times out of n;
//   - Kneser and Ney (1995), interpolated: a part of a count, D, is left over
//     from each byte seen, and shorter contexts count not how often a byte
//     came but after how many different bytes it came.
//
// The last two mix all orders down to uniform, which is order -1.
//
// All weights are integers out of 2^31, cut into eight decisions by a
// model.Tree, so every byte keeps at least 2^-31 and the bits are equal on
// every machine.
package ngram
