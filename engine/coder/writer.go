package coder

import (
	"bytes"
	"crypto/sha256"
	"hash"
	"io"

	"bitlens/engine/model"
)

// A Writer compresses what is written to it into a .bits file.
type Writer struct {
	// Charge, if set, is given the cost of each byte in 2^-20 bit as a
	// predictor codes it. A codec charges nothing here.
	Charge func(cost uint32)

	w       io.Writer
	sum     hash.Hash
	length  int64
	payload int64
	total   int64
	err     error

	pred  model.Predictor
	tee   Tee
	frame bytes.Buffer // payload of the frame under way
	count int          // original bytes in it

	codec io.WriteCloser
}

// NewWriter writes the header of a .bits file for model e to w.
func NewWriter(w io.Writer, e *model.Entry) (*Writer, error) {
	z := &Writer{w: w, sum: sha256.New()}
	head, err := Header{e.ID, e.Version, e.PriorHash}.encode()
	if err != nil {
		return nil, err
	}
	if z.write(head); z.err != nil {
		return nil, z.err
	}
	if c := e.Codec(); c != nil {
		if z.codec, err = c.NewWriter(codecFrames{z}); err != nil {
			return nil, err
		}
		return z, nil
	}
	z.pred = e.Predictor()
	z.tee = Tee{NewEncoder(&z.frame), new(Meter)}
	return z, nil
}

// write hands b to the file and keeps the first error.
func (z *Writer) write(b []byte) {
	if z.err == nil {
		_, z.err = z.w.Write(b)
		z.total += int64(len(b))
	}
}

// Write codes p. It returns early with the error of the file behind it.
func (z *Writer) Write(p []byte) (int, error) {
	if z.err != nil {
		return 0, z.err
	}
	z.sum.Write(p)
	z.length += int64(len(p))
	if z.codec != nil {
		n, err := z.codec.Write(p)
		if z.err == nil {
			z.err = err
		}
		return n, z.err
	}
	for i, b := range p {
		if z.code(b); z.err != nil {
			return i, z.err
		}
	}
	return len(p), nil
}

// frameSlack is more than one byte can add to a payload: a predictor takes
// few decisions a byte, and each costs at most 22 bits.
const frameSlack = 4096

// code codes one byte, and ends the frame when it is full.
func (z *Writer) code(b byte) {
	if z.Charge != nil {
		z.pred.Code(z.tee, b)
		z.Charge(z.tee.Take())
	} else {
		z.pred.Code(z.tee.Encoder, b)
	}
	z.count++
	if z.count == MaxFrame || z.frame.Len() > MaxFrame-frameSlack {
		z.endFrame()
	}
}

// endFrame writes the frame under way.
func (z *Writer) endFrame() {
	if z.count == 0 {
		return
	}
	if err := z.tee.Encoder.Close(); err != nil && z.err == nil {
		z.err = err
	}
	if z.frame.Len() == 0 {
		z.frame.WriteByte(0) // an empty payload would be the end mark
	}
	z.putFrame(z.frame.Bytes(), z.count)
	z.frame.Reset()
	z.count = 0
}

func (z *Writer) putFrame(payload []byte, original int) {
	z.payload += int64(len(payload))
	z.write(appendFrame(nil, payload, original))
}

// codecFrames cuts a codec's stream into frames.
type codecFrames struct{ z *Writer }

func (c codecFrames) Write(p []byte) (int, error) {
	z := c.z
	n := len(p)
	for len(p) > 0 && z.err == nil {
		k := min(len(p), MaxFrame-z.frame.Len())
		z.frame.Write(p[:k])
		p = p[k:]
		if z.frame.Len() == MaxFrame {
			c.flush()
		}
	}
	return n - len(p), z.err
}

func (c codecFrames) flush() {
	if c.z.frame.Len() > 0 {
		c.z.putFrame(c.z.frame.Bytes(), 0)
		c.z.frame.Reset()
	}
}

// Close completes the file. It does not close what it writes to.
func (z *Writer) Close() error {
	if z.codec != nil {
		if err := z.codec.Close(); err != nil && z.err == nil {
			z.err = err
		}
		codecFrames{z}.flush()
	} else {
		z.endFrame()
	}
	t := trailer{original: uint64(z.length)}
	z.sum.Sum(t.sum[:0])
	z.write(t.encode())
	return z.err
}

// Sizes returns the bytes taken in, the bytes written so far, and how many of
// those are payload: what the model's predictions bought. The rest is header.
func (z *Writer) Sizes() (original, compressed, payload int64) {
	return z.length, z.total, z.payload
}

// Buffered returns the payload bytes of the frame under way, which Sizes does
// not count yet.
func (z *Writer) Buffered() int { return z.frame.Len() }

// State returns the predictor at work, nil for a codec, which may be cloned but
// not taught, and the meter.
func (z *Writer) State() (model.Predictor, Meter) {
	if z.pred == nil {
		return nil, Meter{}
	}
	return z.pred, *z.tee.Meter
}

// StateBytes returns the memory of the model, or 0 where it does not say.
func (z *Writer) StateBytes() int64 {
	if s, ok := z.pred.(model.Sizer); ok {
		return s.StateBytes()
	}
	return 0
}
