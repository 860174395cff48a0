package codec

import (
	stdbzip2 "compress/bzip2"
	"io"

	"github.com/dsnet/compress/bzip2"

	"bitlens/engine/model"
)

func bzip2Entry() *model.Entry {
	return &model.Entry{
		Name: "bzip2", Title: "bzip2 format, Go encoder", Paper: "Burrows and Wheeler 1994; Seward 1996",
		Params:   []model.Param{{Name: "level", Doc: "block size, in 100,000 bytes", Default: 9, Min: 1, Max: 9}},
		NewCodec: func(v []int) model.Codec { return newBzip2(v[0]) },
	}
}

// bzip2Block is measured: what an encoder holds for each 100,000 bytes of block.
const bzip2Block = 2.2e6

func newBzip2(level int) *codec {
	return &codec{
		write: func(w io.Writer) (io.WriteCloser, error) {
			return bzip2.NewWriter(w, &bzip2.WriterConfig{Level: level})
		},
		read:   func(r io.Reader) (io.Reader, error) { return stdbzip2.NewReader(r), nil },
		charge: chargeBzip2,
		state:  int64(level) * bzip2Block,
	}
}
