// Package ensemble mixes predictors of different kinds into one, which is to be
// smaller than the best of them: each is right where the others are not.
//
// A [Mix] has a host, the context mixing of [mixing.NewHost], and guests: ppm,
// ctw and a network. The host takes what the guests say among the inputs of its
// own mixers, where its contexts choose the weights; what the network expects
// chooses some, too. Then gates take the opinion of the host and of each guest on
// each decision of a byte into the logistic domain, where they weigh them (Mahoney
// 2005): the host learns at its own rates, and a guest that knows better at once
// is heard here. Gates choose the weights by what they see: the decision, the last
// byte, and how sure the host and the network are and whether they agree. What all
// gates find is averaged, and corrected by what came true when as much was said
// (secondary estimation).
//
// A gate learns when the byte is complete, so that no decision of a byte teaches
// it about another, and the distribution of a byte is found without undoing
// anything. All is float32 in a fixed order with rounded products: every machine
// finds the same.
package ensemble
