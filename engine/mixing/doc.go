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
// There are two models: [CM], for every day, and [Max], the strongest. In CM,
// for each of sixteen contexts a hash table keeps a bit history: one byte that
// tells how many zeros and ones came there lately. Estimates learn what each
// history really means in that context. A match model adds what followed the
// last place where the recent bytes stood, and two tables count what comes
// after one and three bytes without a history. Six mixers with weights selected
// by different circumstances weigh these, two more weigh the six, and two
// adaptive probability maps correct the mean of the two.
//
// A reader finds each part where its name says: contexts.go (and past.go,
// words.go, lines.go, followers.go, tail.go that contexts are made of),
// hashtable.go, history.go, estimate.go, match.go, selectors.go, apm.go; the
// mixers and the lanes of histories and estimates are num.Mixers and num.Lanes,
// where they have vector kernels. cm.go is the order of calls: predict leaves
// in the model which histories, weights and steps it used; learn teaches just
// those; then the next.
//
// [Max] is the same idea, wide. Its seventy-two contexts come in families, each in
// a file of its own (family_orders.go and so on) and made of what a scene holds:
// beside the past of cm, the tokens of code, sentences, the layout of lines and
// fields, where lines are wrapped, brackets and markup, characters of UTF-8, and
// what followed of late. In wide characters, as of Chinese, thirty-two others
// stand in for them (family_wide.go), with mixers of their own. Each lane gives
// three inputs; three matches of different lengths, four tables of counts, and
// what is likely by characters ([bitlens/engine/mixing/letters]) give two each.
// Thirteen mixers weigh them, three weigh the thirteen, and six adaptive
// probability maps correct their mean. max.go is the order of calls, maxinputs.go
// lists the inputs, maxselectors.go what selects weights. TestAblation prints what
// each family is worth, and what the characters are.
//
// A Max may have guests, predictors of other kinds ([NewHost], guests.go): what
// they say are inputs, and the last one chooses weights too. Beside networks time
// is cheap, so such a Max has more: four more mixers, an adaptive map by what the
// last guest expects, for each context also the byte that followed it last and how
// often in a row (runs.go), and in the first layer a learning rate for each weight.
//
// Memory of CM: 26 MB at first; the table takes 256 bytes for each byte of text and
// stops at 128 MB, the text at 32 MB, the places of the match model at 16 MB.
// Of Max: 60 MB at first; the table takes 1 KB for each byte, in wide characters
// 256, and stops at 512 MB, each of three match models takes up to 16 MB, the
// characters up to 150 MB. Of a Max with guests: 200 MB at first; the table stops
// at 1 GB.
//
// Constants without a reason beside them were found by trying, over all texts
// of the corpus together: rates, limits and first weights move the size by a
// few parts in a thousand within a factor of two.
package mixing
