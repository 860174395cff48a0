package complexity

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

// compressor measures by a compressor of the zoo, as files are compressed. None
// that brings knowledge of its own is asked.
func compressor(id string) method {
	return func(_ context.Context, s string) (Measure, error) {
		e, err := zoo.Open(id)
		if err != nil {
			return Measure{}, err
		}
		m, err := compressed(e, s)
		if err != nil {
			err = fmt.Errorf("%s: %w", id, err)
		}
		return m, err
	}
}

// maxSpread bounds the strings that compressors also read a symbol a byte: of
// two letters at random, deflate tries hundreds of matches for each.
const maxSpread = 1 << 14

// compressed is the smaller file of two, and a bit to say which: of eight
// symbols a byte, as files are, and of a byte each, which shows repeats that
// do not keep step with bytes.
func compressed(e *model.Entry, s string) (Measure, error) {
	best, err := size(e.Codec(), pack(s))
	note := "of eight symbols a byte"
	if err == nil && len(s) <= maxSpread {
		var spread int
		if spread, err = size(e.Codec(), []byte(s)); spread < best {
			best, note = spread, "of a symbol a byte"
		}
	}
	code := 8*best + 1
	return inBits(e.ID, float64(code), code, note+"; decoded and equal"), err
}

// pack puts eight symbols in a byte, the first highest; the last byte is
// filled with 0.
func pack(s string) []byte {
	b := make([]byte, (len(s)+7)/8)
	for i := range len(s) {
		b[i/8] |= (s[i] - '0') << (7 - i%8)
	}
	return b
}

// size compresses data, reads it back, and returns how many bytes it took.
func size(c model.Codec, data []byte) (int, error) {
	var file bytes.Buffer
	w, err := c.NewWriter(&file)
	if err != nil {
		return 0, err
	}
	if _, err := w.Write(data); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	n := file.Len()
	r, err := c.NewReader(&file)
	if err != nil {
		return 0, err
	}
	back, err := io.ReadAll(io.LimitReader(r, int64(len(data))+1))
	if err == nil && !bytes.Equal(back, data) {
		err = fmt.Errorf("what was decoded differs")
	}
	return n, err
}
