package codec

import (
	"io"

	"github.com/klauspost/compress/s2"

	"bitlens/engine/model"
)

func s2Entry() *model.Entry {
	return &model.Entry{
		Name: "s2", Title: "S2, Snappy's successor: speed before size", Paper: "Post 2019",
		Params: []model.Param{{
			Name: "level", Doc: "effort", Default: 1, Min: 1, Max: 3,
			Words: map[string]int{"default": 1, "better": 2, "best": 3},
		}},
		NewCodec: func(v []int) model.Codec { return newS2(v[0]) },
	}
}

// s2State is measured: the block and the tables of each level.
var s2State = [4]int64{1: 2.2e6, 2: 2.7e6, 3: 6.8e6}

func newS2(level int) *codec {
	effort := [4][]s2.WriterOption{2: {s2.WriterBetterCompression()}, 3: {s2.WriterBestCompression()}}
	return &codec{
		write: func(w io.Writer) (io.WriteCloser, error) {
			return s2.NewWriter(w, append(effort[level], s2.WriterConcurrency(1))...), nil
		},
		read:   func(r io.Reader) (io.Reader, error) { return s2.NewReader(r), nil },
		charge: chargeS2,
		state:  s2State[level],
	}
}
