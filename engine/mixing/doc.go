// Package mixing predicts by mixing many contexts.
//
// PPM believes the longest context it knows. Context mixing asks them all, bit
// by bit, and learns whom to trust (Mahoney 2002, 2005). In the logistic
// domain, x = ln(p / (1-p)), predictions of a 1 add up:
//
//	p = squash(sum of w_i x_i),  w_i += rate x_i (bit - p)
//
// so that confident predictions weigh more and what costs bits loses weight.
//
// For each of nine contexts (orders 0 to 6, the word, the word with the one
// before it) a hash table keeps a bit history: one byte that tells how many
// zeros and ones came there lately. A state map learns what each history
// really means in that context. A match model adds what followed the last
// place where the recent bytes stood. Four mixers with weight sets selected by
// different circumstances weigh these, a fifth weighs the four, and two
// adaptive probability maps correct the result for the last one and two bytes.
//
// The order of calls for a bit: predict leaves in the model which histories,
// weights and steps it used; learn teaches just those; then the next.
//
// Memory: 13 MB at first, of which 8 are the maps'; the table takes 128 bytes
// for each byte of text and stops at 64 MB, the text at 32 MB, the places of
// the match model at 16 MB.
//
// Constants without a reason beside them were found by trying, over all texts
// of the corpus together; none changes the size by more than a third of a
// percent within a factor of two.
package mixing
