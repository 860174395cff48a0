package codec

import (
	"io"

	"bitlens/engine/model"
)

// maxWindow bounds the memory that a stream can make a reader take.
const maxWindow = 64 << 20

// A codec is a model.Codec made of functions.
type codec struct {
	write  func(w io.Writer) (io.WriteCloser, error)
	read   func(r io.Reader) (io.Reader, error)
	charge func(stream []byte, n int) (costs []uint32, exact bool, err error)
	state  int64 // bytes that an encoder holds at its peak
}

// NewWriter implements model.Codec.
func (c *codec) NewWriter(w io.Writer) (io.WriteCloser, error) { return c.write(w) }

// NewReader implements model.Codec.
func (c *codec) NewReader(r io.Reader) (io.Reader, error) { return c.read(r) }

// StateBytes implements model.Sizer.
func (c *codec) StateBytes() int64 { return c.state }

// Charge implements model.Charger.
func (c *codec) Charge(stream []byte, n int) (costs []uint32, exact bool, err error) {
	return c.charge(stream, n)
}

// Entries returns the codecs with their default levels.
func Entries() []*model.Entry {
	entries := []*model.Entry{
		s2Entry(), zstdEntry(), deflateEntry(), gzipEntry(), lzwEntry(), bzip2Entry(), xzEntry(), brotliEntry(),
	}
	for _, e := range entries {
		e.Family, e.Version = "codec", 1
	}
	return entries
}
