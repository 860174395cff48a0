package codec

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"hash"
	"hash/crc32"
	"hash/crc64"
	"io"

	"github.com/ulikunitz/xz/lzma"
)

// The frame of an .xz file of one stream and one block, as our writer makes
// it. The library's own reader takes whatever memory a header asks for, so
// the frame is read here, and only LZMA2 by the library.
const (
	xzStreamHeader = 12
	xzBlockHeader  = 12 // size, flags, filter, its property, padding, CRC-32
	xzMagic        = "\xfd7zXZ\x00"
	xzCheckCRC64   = 4
	lzma2          = 0x21
)

var errXZ = errors.New("not an xz stream of one LZMA2 block with CRC-64")

// An xzReader reads one block and what frames it.
type xzReader struct {
	in    *bufio.Reader
	body  io.Reader
	check hash.Hash64
	count counter
	size  uint64 // bytes read from body
	end   error
}

// A counter counts the bytes that the body takes from the file.
type counter struct {
	*bufio.Reader
	n uint64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += uint64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.Reader.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

func newXZReader(r io.Reader, dictionary int) (io.Reader, error) {
	x := &xzReader{in: bufio.NewReader(r), check: crc64.New(crc64.MakeTable(crc64.ECMA))}
	if err := x.header(dictionary); err != nil {
		return nil, err
	}
	x.count.Reader = x.in
	body, err := lzma.Reader2Config{DictCap: dictionary}.NewReader2(&x.count)
	x.body = body
	return x, err
}

// header reads the headers of stream and block. The size of a dictionary is
// rounded up there.
func (x *xzReader) header(dictionary int) error {
	var h [xzStreamHeader + xzBlockHeader]byte
	if _, err := io.ReadFull(x.in, h[:]); err != nil {
		return noEOF(err)
	}
	stream, block := h[:xzStreamHeader], h[xzStreamHeader:]
	flags := stream[len(xzMagic):]
	ok := bytes.HasPrefix(stream, []byte(xzMagic)) && flags[0] == 0 && flags[1] == xzCheckCRC64 &&
		crc32.ChecksumIEEE(flags[:2]) == binary.LittleEndian.Uint32(flags[2:]) &&
		block[0] == xzBlockHeader/4-1 && block[1] == 0 && block[2] == lzma2 && block[3] == 1 &&
		crc32.ChecksumIEEE(block[:8]) == binary.LittleEndian.Uint32(block[8:])
	if !ok || block[4] > lzma.EncodeDictCap(int64(dictionary)) {
		return errXZ
	}
	return nil
}

// Read implements io.Reader.
func (x *xzReader) Read(p []byte) (int, error) {
	if x.end != nil {
		return 0, x.end
	}
	n, err := x.body.Read(p)
	x.size += uint64(n)
	x.check.Write(p[:n])
	if err == io.EOF {
		err = x.trailer()
		if err == nil {
			err = io.EOF
		}
	}
	x.end = err
	return n, err
}

// trailer reads padding, check, index and footer, and compares them with what
// they must be.
func (x *xzReader) trailer() error {
	unpadded := xzBlockHeader + x.count.n + 8
	want := make([]byte, -x.count.n&3, 64)
	want = binary.LittleEndian.AppendUint64(want, x.check.Sum64())
	start := len(want)
	want = append(want, 0, 1) // an index of one record
	want = binary.AppendUvarint(want, unpadded)
	want = binary.AppendUvarint(want, x.size)
	want = append(want, make([]byte, (start-len(want))&3)...)
	want = binary.LittleEndian.AppendUint32(want, crc32.ChecksumIEEE(want[start:]))
	index := len(want) - start
	footer := binary.LittleEndian.AppendUint32(nil, uint32(index/4-1))
	footer = append(footer, 0, xzCheckCRC64)
	want = binary.LittleEndian.AppendUint32(want, crc32.ChecksumIEEE(footer))
	want = append(append(want, footer...), "YZ"...)
	got := make([]byte, len(want))
	if _, err := io.ReadFull(x.in, got); err != nil {
		return noEOF(err)
	}
	if !bytes.Equal(got, want) {
		return errors.New("the end of the xz stream does not fit its text")
	}
	return nil
}

// noEOF says that the end came too early.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
