// Package ensemble mixes predictors of different kinds into one, which is to be
// smaller than the best of them: each is right where the others are not.
//
// A [Mix] takes the opinion of each part on each decision of a byte into the
// logistic domain, where it weighs them (Mahoney 2005). Gates choose the weights
// by what they see: the decision, the last byte, and how sure the parts are and
// whether they agree. What all gates find is averaged, and corrected by what came
// true when as much was said (secondary estimation).
//
// A gate learns when the byte is complete, so that no decision of a byte teaches
// it about another, and the distribution of a byte is found without undoing
// anything. All is float32 in a fixed order with rounded products: every machine
// finds the same.
package ensemble
