package codec

import (
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"

	"bitlens/engine/model"
)

func gzipEntry() *model.Entry {
	return &model.Entry{
		Name: "gzip", Title: "gzip format, Go encoder", Paper: "Ziv and Lempel 1977; Gailly and Adler 1992",
		Params:   deflateLevel,
		NewCodec: func(v []int) model.Codec { return newGzip(v[0]) },
	}
}

func newGzip(level int) *codec {
	return &codec{
		write:  func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, level) },
		read:   func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		charge: chargeGzip,
		state:  deflateState[level-deflateMin],
	}
}

const (
	gzipHeader  = 10 // magic, method, flags, time, effort, system
	gzipTrailer = 8  // CRC-32 and length
	gzipFlags   = 3  // offset of the flags: file name, comment and such
)

var (
	errGzip     = errors.New("not a gzip stream of one member without a file name")
	errTrailing = errors.New("bytes follow the end of the stream")
)

// chargeGzip bills header and trailer evenly to all bytes, and the deflate
// stream between them exactly.
func chargeGzip(stream []byte, n int) (costs []uint32, exact bool, err error) {
	body := len(stream) - gzipHeader - gzipTrailer
	if body < 0 || stream[gzipFlags] != 0 {
		return nil, false, errGzip
	}
	costs, _, err = chargeDeflate(stream[gzipHeader:][:body], n)
	if err == nil {
		err = spread(costs, (gzipHeader+gzipTrailer)*8)
	}
	return costs, true, err
}
