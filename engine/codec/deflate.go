package codec

import (
	"io"

	"github.com/klauspost/compress/flate"

	"bitlens/engine/model"
)

// deflateLevel is the parameter of deflate and gzip. Two levels look for no
// match: one codes each byte by itself, the other stores it.
var deflateLevel = []model.Param{{
	Name: "level", Doc: "effort; -1 is the encoder's own choice, 5", Default: 6, Min: deflateMin, Max: 9,
	Words: map[string]int{"huffman": -2, "stored": 0},
}}

const deflateMin = -2

func deflateEntry() *model.Entry {
	return &model.Entry{
		Name: "deflate", Title: "Deflate without a frame, Go encoder", Paper: "Ziv and Lempel 1977; Katz 1991",
		Params:   deflateLevel,
		NewCodec: func(v []int) model.Codec { return newDeflate(v[0]) },
	}
}

// deflateState is measured: window, hash tables and tokens of each level, from
// deflateMin.
var deflateState = [12]int64{0.32e6, 1.1e6, 0.35e6, 0.8e6, 1.2e6, 1.2e6, 0.95e6, 1.1e6, 1.1e6, 1.1e6, 1.1e6, 1.4e6}

func newDeflate(level int) *codec {
	return &codec{
		write:  func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, level) },
		read:   func(r io.Reader) (io.Reader, error) { return flate.NewReader(r), nil },
		charge: chargeDeflate,
		state:  deflateState[level-deflateMin],
	}
}

// chargeDeflate bills each byte of a deflate stream for its own codes.
func chargeDeflate(stream []byte, n int) (costs []uint32, exact bool, err error) {
	costs = make([]uint32, n)
	used, err := newBill(stream, costs).run()
	if err == nil && used != len(stream) {
		err = errTrailing
	}
	return costs, true, err
}
