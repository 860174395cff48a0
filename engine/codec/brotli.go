package codec

import (
	"io"

	brrr "github.com/molecule-man/go-brrr"

	"bitlens/engine/model"
)

// brotliDictionary is the size of the words that RFC 7932 builds in, half of
// them English.
const brotliDictionary = 122784

func brotliEntry() *model.Entry {
	return &model.Entry{
		Name: "brotli", Title: "Brotli, with its built-in dictionary", Paper: "Alakuijala and Szabadka 2016",
		PriorBytes: brotliDictionary,
		Params:     []model.Param{{Name: "level", Doc: "effort", Default: 6, Min: 0, Max: 11}},
		NewCodec:   func(v []int) model.Codec { return newBrotli(v[0]) },
	}
}

// brotliState is measured: ring buffer of 4 MB and the hash tables or trees
// of each level.
var brotliState = [12]int64{
	11e6, 13e6, 26e6, 26e6, 31e6, 32e6, 33e6, 36e6, 44e6, 63e6, 95e6, 98e6,
}

func newBrotli(level int) *codec {
	return &codec{
		write:  func(w io.Writer) (io.WriteCloser, error) { return brrr.NewWriter(w, level) },
		read:   func(r io.Reader) (io.Reader, error) { return brrr.NewReader(r), nil },
		charge: chargeEvenly,
		state:  brotliState[level],
	}
}
