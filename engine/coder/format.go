package coder

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
)

// A .bits file is a header, frames, an end mark and a trailer. Numbers are
// little-endian; every CRC is CRC-32 (IEEE) of the bytes of its part before it.
//
//	header   magic       4  8b 42 54 53
//	         format      1  formatVersion
//	         flags       1  bit 0: a prior hash follows the model
//	         id length   1  at most 255
//	         id             the model's canonical id
//	         version     2  the model's version
//	         prior hash 32  SHA-256 of the knowledge that the model owns, if flagged
//	         crc         4
//	frame    payload     4  length, 1 to MaxFrame
//	         original    4  how many bytes a predictor decodes from it; 0 for a codec
//	         crc         4  of the two lengths and the payload
//	         payload
//	end      zero        4
//	trailer  original    8  length of the original
//	         sha-256    32  of the original
//	         crc         4
//
// A predictor's arithmetic code ends with each frame, while what it has
// learned goes on, so that a frame can be checked before it is decoded. A
// codec's frames are pieces of its one stream.
const (
	magic         = "\x8bBTS"
	formatVersion = 1
	flagPrior     = 1

	// MaxFrame is the most payload bytes of a frame, and the most original
	// bytes that a predictor's frame decodes to.
	MaxFrame = 1 << 20

	trailerLen = 8 + 32 + 4
)

// A Header says which model wrote the file.
type Header struct {
	ID      string
	Version int
	Prior   []byte // SHA-256 of the model's prior knowledge, or empty
}

// encode returns the header as it stands in the file.
func (h Header) encode() ([]byte, error) {
	if len(h.ID) > 255 || h.Version < 0 || h.Version > 1<<16-1 || len(h.Prior) != 0 && len(h.Prior) != 32 {
		return nil, fmt.Errorf("model %q version %d does not fit a header", h.ID, h.Version)
	}
	b := append([]byte(magic), formatVersion, 0, byte(len(h.ID)))
	b = append(b, h.ID...)
	b = binary.LittleEndian.AppendUint16(b, uint16(h.Version))
	if len(h.Prior) != 0 {
		b[5] |= flagPrior
		b = append(b, h.Prior...)
	}
	return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)), nil
}

// readHeader reads and checks a header. It returns the bytes it took.
func readHeader(r io.Reader) (h Header, size int, err error) {
	fixed := make([]byte, 7)
	if n, err := io.ReadFull(r, fixed); err != nil || string(fixed[:4]) != magic {
		if isCut(err) && n < 4 || err == nil {
			return h, 0, fault("this is not a .bits file", nil)
		}
		return h, 0, fault("the header cannot be read", err)
	}
	if fixed[4] != formatVersion {
		return h, 0, fault(fmt.Sprintf("the file has format version %d and this program reads version %d; "+
			"a newer Bitlens is needed", fixed[4], formatVersion), nil)
	}
	rest := int(fixed[6]) + 2 + 4
	if fixed[5]&flagPrior != 0 {
		rest += 32
	}
	all := append(fixed, make([]byte, rest)...)
	if _, err := io.ReadFull(r, all[7:]); err != nil {
		return h, 0, fault("the header cannot be read", err)
	}
	body := all[:len(all)-4]
	if crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(all[len(body):]) || fixed[5] > flagPrior {
		return h, 0, fault("the header is damaged", nil)
	}
	id := body[7 : 7+int(fixed[6])]
	h.ID = string(id)
	h.Version = int(binary.LittleEndian.Uint16(body[7+len(id):]))
	h.Prior = body[7+len(id)+2:]
	return h, len(all), nil
}

// A frame is one checked piece of the payload.
type frame struct {
	payload  []byte
	original int
}

// appendFrame appends the frame to b as it stands in the file.
func appendFrame(b, payload []byte, original int) []byte {
	start := len(b)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(payload)))
	b = binary.LittleEndian.AppendUint32(b, uint32(original))
	crc := crc32.Update(crc32.ChecksumIEEE(b[start:]), crc32.IEEETable, payload)
	b = binary.LittleEndian.AppendUint32(b, crc)
	return append(b, payload...)
}

// readFrame reads a frame; at the end mark the frame has no payload. at is the
// offset of the frame in the file, for the error. Nothing is allocated beyond
// MaxFrame.
func readFrame(r io.Reader, at int64) (frame, error) {
	var head [12]byte
	if _, err := io.ReadFull(r, head[:4]); err != nil {
		return frame{}, damage(at, err)
	}
	n := binary.LittleEndian.Uint32(head[:])
	if n == 0 {
		return frame{}, nil
	}
	if _, err := io.ReadFull(r, head[4:]); err != nil {
		return frame{}, damage(at, err)
	}
	original := binary.LittleEndian.Uint32(head[4:])
	if n > MaxFrame || original > MaxFrame {
		return frame{}, damage(at, nil)
	}
	payload := make([]byte, n)
	if _, err := io.ReadFull(r, payload); err != nil {
		return frame{}, damage(at, err)
	}
	crc := crc32.Update(crc32.ChecksumIEEE(head[:8]), crc32.IEEETable, payload)
	if crc != binary.LittleEndian.Uint32(head[8:]) {
		return frame{}, damage(at, nil)
	}
	return frame{payload, int(original)}, nil
}

// A trailer says what the whole must decode to.
type trailer struct {
	original uint64
	sum      [32]byte
}

func (t trailer) encode() []byte {
	b := binary.LittleEndian.AppendUint32(nil, 0)
	b = binary.LittleEndian.AppendUint64(b, t.original)
	b = append(b, t.sum[:]...)
	return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// readTrailer reads the trailer behind the end mark, and checks that nothing
// follows it.
func readTrailer(r io.Reader, at int64) (t trailer, err error) {
	var b [trailerLen]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return t, damage(at, err)
	}
	if crc32.ChecksumIEEE(b[:40]) != binary.LittleEndian.Uint32(b[40:]) {
		return t, damage(at, nil)
	}
	if n, _ := r.Read(make([]byte, 1)); n > 0 {
		return t, fault(fmt.Sprintf("more bytes follow the end of the file, at byte %d", at+trailerLen), nil)
	}
	t.original = binary.LittleEndian.Uint64(b[:])
	copy(t.sum[:], b[8:40])
	return t, nil
}
