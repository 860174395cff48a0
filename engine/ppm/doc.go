// Package ppm predicts by partial matching.
//
// The longest context that was seen before predicts the next byte by how often
// each byte followed it. A byte that never did costs an escape, and the
// context one byte shorter is asked, which knows more; bytes that the longer
// one has ruled out are left out of its account (exclusion). At the end stands
// the empty context, which knows all 256. (Cleary and Witten 1984; Moffat 1990.)
//
// What an escape should cost, and what a byte is worth in a context that has
// just met it, makes the difference between models of this kind. This one
// follows Shkarin's PPMII ("PPM: one step to practicality", 2002):
//
//   - a new byte's frequency in a long context is inherited from what the
//     shorter context thinks of it;
//   - a context with one state, the commonest kind, predicts it by an adaptive
//     probability that depends on the state's frequency and on circumstances:
//     was the last byte expected, does the text repeat itself, how many states
//     has the shorter context;
//   - escapes from larger contexts are estimated from what happened in
//     contexts of similar shape (secondary estimation);
//   - only contexts that did not know the byte, the one that did, and a little
//     the next shorter one, learn it (update exclusion).
//
// Each decision is binary: is it one of the first few states of a context,
// those that have half of its frequencies? Among those that it may still be
// the question is asked again, until one is left. An escape from a context of
// several states is the last of them; later escapes are decided first.
//
// Memory: 12 bytes a context, which holds its only state; 6 a state from the
// second on, when the first moves out; 1 a byte of text. A model that reaches
// its limit is built anew from the end of the text: 1/256 of the limit.
package ppm
