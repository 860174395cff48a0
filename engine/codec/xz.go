package codec

import (
	"io"

	"github.com/ulikunitz/xz"

	"bitlens/engine/model"
)

func xzEntry() *model.Entry {
	return &model.Entry{
		Name: "xz", Title: "xz format (LZMA2), Go encoder", Paper: "Pavlov 1998; Collin 2009",
		Params: []model.Param{{
			Name: "dictionary", Doc: "how far back a match may reach, in MB", Default: 8, Min: 1, Max: maxWindow >> 20,
		}},
		NewCodec: func(v []int) model.Codec { return newXZ(v[0]) },
	}
}

// What an encoder holds is measured: buffers, and the dictionary with its hash
// table for each MB. (The library's other way to find matches, a binary tree,
// takes minutes for a text that repeats itself, and is not offered.)
const (
	xzBuffers    = 4e6
	xzDictionary = 5.4e6
)

func newXZ(dictionary int) *codec {
	return &codec{
		write: func(w io.Writer) (io.WriteCloser, error) {
			return xz.WriterConfig{DictCap: dictionary << 20}.NewWriter(w)
		},
		read:   func(r io.Reader) (io.Reader, error) { return newXZReader(r, dictionary<<20) },
		charge: chargeXZ,
		state:  xzBuffers + int64(dictionary)*xzDictionary,
	}
}

// chargeXZ bills the chunks of LZMA2, each a few kilobytes of code, evenly to
// their bytes, and what frames them evenly to all.
func chargeXZ(stream []byte, n int) (costs []uint32, exact bool, err error) {
	costs = make([]uint32, n)
	out, at, paid := 0, xzStreamHeader, 0
	if at < len(stream) {
		at += (int(stream[at]) + 1) * 4
	}
	for {
		c, ok := readChunk(stream[min(at, len(stream)):])
		if !ok {
			return nil, false, errXZ
		}
		if c.size == 0 {
			break
		}
		if c.size > n-out {
			return nil, false, errLength
		}
		if err := spread(costs[out:out+c.size], c.coded*8); err != nil {
			return nil, false, err
		}
		out, at, paid = out+c.size, at+c.coded, paid+c.coded
	}
	if out != n && at < len(stream) && stream[at] == 0 {
		return nil, false, errLength
	}
	return costs, false, spread(costs, (len(stream)-paid)*8)
}

// A chunk is a part of an LZMA2 stream.
type chunk struct {
	size  int // bytes it decodes to, 0 for the end
	coded int // bytes it takes, with its header
}

// readChunk reads the header of the chunk that b starts with.
func readChunk(b []byte) (c chunk, ok bool) {
	if len(b) == 0 {
		return c, false
	}
	control := int(b[0])
	header := 3 // control and size
	switch {
	case control == 0:
		return chunk{0, 1}, true
	case control >= 0xc0: // also new properties
		header = 6
	case control >= 0x80:
		header = 5
	case control > 2:
		return c, false
	}
	if len(b) < header {
		return c, false
	}
	c.size = int(b[1])<<8 + int(b[2]) + 1
	c.coded = header + c.size
	if control >= 0x80 {
		c.size += control & 0x1f << 16
		c.coded = header + int(b[3])<<8 + int(b[4]) + 1
	}
	return c, c.coded <= len(b)
}
