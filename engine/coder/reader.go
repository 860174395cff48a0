package coder

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"

	"bitlens/engine/model"
)

// An Open finds the model of an id.
type Open func(id string) (*model.Entry, error)

// A Reader decompresses a .bits file. It returns io.EOF only after the whole
// has been found equal in length and SHA-256 to the original; nothing is
// decoded from a frame whose CRC is wrong.
type Reader struct {
	r    counter
	sum  hash.Hash
	n    int64
	err  error
	head Header

	pred  model.Predictor
	dec   *Decoder
	count int // original bytes left in the frame

	codec  io.Reader
	frames *frameReader
	ended  bool // the codec's stream has; the trailer is next
}

// A counter counts what is read.
type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

// NewReader reads and checks the header of a .bits file and asks open for its
// model.
func NewReader(r io.Reader, open Open) (*Reader, error) {
	z := &Reader{r: counter{Reader: r}, sum: sha256.New()}
	var err error
	if z.head, _, err = readHeader(&z.r); err != nil {
		return nil, err
	}
	e, err := open(z.head.ID)
	if err != nil {
		return nil, &FormatError{What: "the file needs a model that this program does not have", Err: err}
	}
	if err := z.head.check(e); err != nil {
		return nil, err
	}
	if c := e.Codec(); c != nil {
		z.frames = &frameReader{r: &z.r}
		if z.codec, err = c.NewReader(z.frames); err != nil {
			return nil, z.codecFault(err)
		}
		return z, nil
	}
	z.pred = e.Predictor()
	return z, nil
}

// check holds the header against the model that open found.
func (h Header) check(e *model.Entry) error {
	switch {
	case e.ID != h.ID:
		return fault(fmt.Sprintf("the model id %q is not spelled canonically (%q)", h.ID, e.ID), nil)
	case e.Version != h.Version:
		return fault(fmt.Sprintf("the file was written by version %d of model %s and this program has version %d",
			h.Version, h.ID, e.Version), nil)
	case !bytes.Equal(h.Prior, e.PriorHash):
		return fault(fmt.Sprintf("the file needs other prior knowledge than this program's model %s has", h.ID), nil)
	}
	return nil
}

// Header returns what the file says of its model.
func (z *Reader) Header() Header { return z.head }

// Read implements io.Reader.
func (z *Reader) Read(p []byte) (int, error) {
	if z.err != nil {
		return 0, z.err
	}
	n := 0
	switch {
	case z.ended:
		z.finish()
	case z.codec != nil:
		n = z.readCodec(p)
	default:
		n = z.decode(p)
	}
	z.sum.Write(p[:n])
	z.n += int64(n)
	if n > 0 || z.err == nil {
		return n, nil // an error waits for the next call
	}
	return 0, z.err
}

// decode decodes up to len(p) bytes of the frame at hand.
func (z *Reader) decode(p []byte) int {
	for z.count == 0 {
		if z.nextFrame(); z.err != nil {
			return 0
		}
	}
	n := min(len(p), z.count)
	for i := range p[:n] {
		p[i] = z.pred.Code(z.dec, 0)
		if err := z.dec.Err(); err != nil {
			z.err = damage(z.r.n, io.ErrUnexpectedEOF)
			return i
		}
	}
	z.count -= n
	return n
}

// nextFrame reads a predictor's next frame, or the trailer.
func (z *Reader) nextFrame() {
	f, err := readFrame(&z.r, z.r.n)
	switch {
	case err != nil:
		z.err = err
	case f.payload == nil:
		z.finish()
	case f.original == 0:
		z.err = damage(z.r.n, nil)
	default:
		z.dec, z.count = NewDecoder(bytes.NewReader(f.payload)), f.original
	}
}

// finish reads the trailer and holds what was decoded against it.
func (z *Reader) finish() {
	t, err := readTrailer(&z.r, z.r.n)
	switch {
	case err != nil:
		z.err = err
	case t.original != uint64(z.n) || !bytes.Equal(t.sum[:], z.sum.Sum(nil)):
		z.err = fault("what the file decodes to is not the original: its length or SHA-256 differs", nil)
	default:
		z.err = io.EOF
	}
}

// readCodec reads up to len(p) bytes of a codec's stream.
func (z *Reader) readCodec(p []byte) int {
	n, err := z.codec.Read(p)
	switch {
	case err == io.EOF:
		z.endCodec()
	case err != nil:
		z.err = z.codecFault(err)
	}
	return n
}

// codecFault prefers what is wrong with a frame to what a codec makes of it.
func (z *Reader) codecFault(err error) error {
	if z.frames.err != nil && z.frames.err != io.EOF {
		return z.frames.err
	}
	return &FormatError{What: "the compressed data is damaged", Err: err}
}

// endCodec checks that the frames ended with the codec's stream. The bytes of
// this Read are not yet summed, so the trailer is read by the next one.
func (z *Reader) endCodec() {
	rest, err := io.Copy(io.Discard, z.frames)
	switch {
	case err != nil:
		z.err = z.codecFault(err)
	case rest > 0:
		z.err = fault("more bytes follow the end of the compressed data", nil)
	default:
		z.ended = true
	}
}

// A frameReader joins the payloads of a codec's frames, up to the end mark.
type frameReader struct {
	r    *counter
	rest []byte
	err  error
}

func (f *frameReader) Read(p []byte) (int, error) {
	for len(f.rest) == 0 && f.err == nil {
		at := f.r.n
		var fr frame
		fr, f.err = readFrame(f.r, at)
		switch {
		case f.err != nil:
		case fr.payload == nil:
			f.err = io.EOF
		case fr.original != 0:
			f.err = damage(at, nil)
		}
		f.rest = fr.payload
	}
	if len(f.rest) == 0 {
		return 0, f.err
	}
	n := copy(p, f.rest)
	f.rest = f.rest[n:]
	return n, nil
}

// Payload returns the joined payloads of the frames of a whole .bits file.
func Payload(file []byte) ([]byte, error) {
	r := counter{Reader: bytes.NewReader(file)}
	if _, _, err := readHeader(&r); err != nil {
		return nil, err
	}
	return io.ReadAll(&frameReader{r: &r})
}
