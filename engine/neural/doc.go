// Package neural predicts with networks that know nothing when they begin, and
// learn from what they read, while they read it.
//
// A network turns each byte, and what it carries from the bytes before, into a
// logit for each of the 256 bytes that may come; their softmax is its prediction.
// There are three: recurrent networks (Mikolov et al. 2010) of long short-term
// memory or of gated recurrent units, in layers that all lead to the logits
// (Graves 2013), as in Knoll's lstm-compress and in NNCP (Bellard 2019), and a
// transformer.
//
// What is rare is text: in 150 KB each byte counts. After some bytes comes a
// lesson. It goes back through the latest of them (truncated backpropagation
// through time), and beside them, as further streams of one batch, through parts
// of the past that are read again. The weights then take one step of Adam.
// Dropout keeps the network from learning by heart what it reads often: much of
// it at first, less as there is more to read.
//
// Beside the network stand direct connections from contexts of one to six bytes
// (Mikolov et al. 2011, there trained jointly), which need to see a thing once.
// They are a parameter: lstm:direct=0 is the network alone.
//
// All arithmetic is float32 in one fixed order, by package num: a file that one
// computer wrote decodes on any other, if more slowly where there are no
// kernels. The compiler may fuse a product and a sum, across statements too; only
// a conversion, float32(x*y), forbids it.
//
// Small, medium and large networks have 75,000, 640,000 and 1,580,000 weights in
// each family, give or take a tenth, so that families can be compared.
//
// Memory: 16 bytes a weight, 20 for those of a matrix, what a lesson computes, 60
// bytes a context of direct connections, and the text that is read again, 4 to
// 8 MB of it at most.
package neural
