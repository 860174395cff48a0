// Package model is the contract that every model of text keeps.
//
// A model says how probable each next byte is. What it is charged for a byte
// is its surprise, -log2 p bits (Shannon 1948), and the sum of the surprises
// is the size of the text once a coder has written it. Everything that
// computes in Bitlens is one of three kinds:
//
//   - a [Predictor] codes one byte at a time through the [Coder] it is handed;
//   - a [Codec] turns a whole stream into a smaller one and back;
//   - an [Entry] describes either of them: id, version, parameters, price.
//
// The other interfaces are optional faces, found by type assertion.
package model

import "io"

// A Coder takes the binary decisions of a predictor.
//
// Bit codes one decision. p is the probability that the decision is 1, times
// 2^32. An encoder and a meter return bit as given; a decoder ignores it and
// returns the decision that was written. Every coder clamps p alike, to
// [2^-22, 1-2^-22], so a predictor may hand it 0.
type Coder interface {
	Bit(bit int, p uint32) int
}

// A Predictor predicts a text byte by byte.
//
// Code codes b, the next byte, through c, learns it and returns it. When c
// decodes, b is ignored and the byte that was written is returned. Encoding,
// decoding, measuring and sampling are therefore one line of code.
//
// A predictor knows only the bytes it has coded: the same bytes in the same
// order cost the same on every machine, whatever follows them. It takes any
// byte at any time, since a damaged archive decodes to anything.
type Predictor interface {
	Code(c Coder, b byte) byte
}

// A Codec encodes and decodes whole streams.
type Codec interface {
	// NewWriter returns a writer whose Close completes the stream on w.
	NewWriter(w io.Writer) (io.WriteCloser, error)
	// NewReader returns a reader of the stream that NewWriter wrote. It ends
	// with io.EOF only where the stream ends, and is harmed by no input.
	NewReader(r io.Reader) (io.Reader, error)
}

// A Charger is a codec whose format tells which bytes a code bought.
//
// Charge divides the bits of an encoded stream among the n bytes it decodes
// to: costs[i] is the price of byte i in units of 2^-20 bit, and their sum is
// the length of the stream. Exact says that every byte was charged from the
// code that bought it; otherwise all bytes of a block share its bits evenly.
type Charger interface {
	Charge(stream []byte, n int) (costs []uint32, exact bool, err error)
}

// A Rewinder can undo.
//
// Mark starts to remember, Rewind undoes every byte coded since Mark and goes
// on remembering from there, so several futures can be tried from one past.
// Forget stops remembering and keeps what has been learned. Marks do not nest.
type Rewinder interface {
	Predictor
	Mark()
	Rewind()
	Forget()
}

// A Distribution knows the probability of every next byte.
//
// Distribution fills p with the 256 probabilities, each greater than 0, that
// sum to 1 within 1e-6; -log2 p[b] is what Code would charge for b. It teaches
// nothing: the state before and after is equal.
type Distribution interface {
	Distribution(p *[256]float64)
}

// A Bitwise predictor takes exactly eight decisions a byte, highest bit first,
// and can be asked for one decision at a time, as a mixer wants it.
type Bitwise interface {
	Predictor
	// P returns the probability that the next bit is 1, times 2^32.
	P() uint32
	// Update tells the predictor the bit that came.
	Update(bit int)
}

// A Cloner can be copied. The copy and the original continue alike and
// share nothing that either may change.
type Cloner interface {
	Predictor
	Clone() Predictor
}

// A Counter counts its work.
type Counter interface {
	// Operations returns how many times it has multiplied by a weight that it
	// learns, or moved one, and added: what reading so far took, whatever the
	// machine.
	Operations() int64
}

// A Sizer knows what it occupies.
type Sizer interface {
	// StateBytes is the memory that the predictor or codec holds now (for a
	// codec: at its peak), in bytes.
	StateBytes() int64
}
