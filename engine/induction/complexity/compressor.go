package complexity

import (
	"bytes"
	"fmt"
	"io"

	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

// compressorIDs are the models that files are compressed with: a family of
// formats each. None brings knowledge of its own.
var compressorIDs = []string{"deflate:9", "bzip2", "zstd:best", "xz"}

// compressors measures by the compressors of the zoo, as they are used.
func compressors(s string) ([]Measure, error) {
	var all []Measure
	for _, id := range compressorIDs {
		e, err := zoo.Open(id)
		if err != nil {
			return nil, err
		}
		m, err := compressed(e, s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		all = append(all, m)
	}
	return all, nil
}

// compressed is the smaller file of two, and a bit to say which: of eight
// symbols a byte, as files are, and of a byte each, which shows repeats that
// do not keep step with bytes.
func compressed(e *model.Entry, s string) (Measure, error) {
	packed, err := size(e.Codec(), pack(s))
	if err != nil {
		return Measure{}, err
	}
	spread, err := size(e.Codec(), []byte(s))
	if err != nil {
		return Measure{}, err
	}
	note := "of eight symbols a byte"
	if spread < packed {
		note = "of a symbol a byte"
	}
	code := 8*min(packed, spread) + 1
	return inBits(e.ID, float64(code), code, note+"; decoded and equal"), nil
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
