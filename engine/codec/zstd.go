package codec

import (
	"bufio"
	"io"

	"github.com/klauspost/compress/zstd"

	"bitlens/engine/model"
)

func zstdEntry() *model.Entry {
	return &model.Entry{
		Name: "zstd", Title: "Zstandard format, Go encoder", Paper: "Collet 2016",
		Params: []model.Param{{
			Name: "level", Doc: "effort", Default: 2, Min: 1, Max: 4,
			Words: map[string]int{"fastest": 1, "default": 2, "better": 3, "best": 4},
		}},
		NewCodec: func(v []int) model.Codec { return newZstd(v[0]) },
	}
}

// zstdState is measured: window, history and tables of each level.
var zstdState = [5]int64{1: 9e6, 2: 19e6, 3: 22e6, 4: 53e6}

func newZstd(level int) *codec {
	return &codec{
		write: func(w io.Writer) (io.WriteCloser, error) {
			return zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.EncoderLevel(level)),
				zstd.WithEncoderConcurrency(1), zstd.WithZeroFrames(true))
		},
		read: func(r io.Reader) (io.Reader, error) {
			in := bufio.NewReader(r)
			if _, err := in.Peek(1); err != nil { // the library takes no bytes for no frame
				return nil, noEOF(err)
			}
			return zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		},
		charge: chargeZstd,
		state:  zstdState[level],
	}
}
