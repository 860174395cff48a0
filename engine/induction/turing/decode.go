package turing

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"slices"
)

// maxOutputs and maxLength bound what a table may hold: D(5) holds 99,608
// strings of up to 49 symbols.
const (
	maxOutputs = 1 << 18
	maxLength  = 62
)

var errDamaged = errors.New("turing: the table of outputs is damaged")

// decode reads a table: DEFLATE of three unsigned varints for each string and
// its images under mirroring and complement, of which it holds the first by
// the alphabet. They are the rise of the length over the string before, the
// rise of its value as a binary number (after a shorter string, the value),
// and half the machines that write it.
func decode(table []byte) ([]Output, error) {
	r := bufio.NewReader(flate.NewReader(bytes.NewReader(table)))
	var all []Output
	length, value := 0, uint64(0)
	for {
		longer, err := binary.ReadUvarint(r)
		if err == io.EOF {
			return all, nil
		}
		rise, err2 := binary.ReadUvarint(r)
		half, err3 := binary.ReadUvarint(r)
		if err := errors.Join(err, err2, err3); err != nil {
			return nil, fmt.Errorf("%w: %w", errDamaged, err)
		}
		if longer > 0 {
			value = 0
		}
		length += int(min(longer, maxLength+1))
		value += min(rise, 1<<maxLength)
		if longer == 0 && rise == 0 || length < 1 || length > maxLength || bits.Len64(value) > length || bits.Len64(half) > 62 {
			return nil, fmt.Errorf("%w: after %d strings", errDamaged, len(all))
		}
		if all = appendImages(all, length, value, 2*half); len(all) > maxOutputs {
			return nil, fmt.Errorf("%w: it has more than %d strings", errDamaged, maxOutputs)
		}
	}
}

// appendImages appends a string and its images, each once.
func appendImages(all []Output, length int, value, machines uint64) []Output {
	symbols := make([]byte, length)
	for i := range symbols {
		symbols[i] = byte(value >> (length - 1 - i) & 1)
	}
	own := len(all)
	for _, image := range images(symbols) {
		if o := (Output{spell(image), machines}); !slices.Contains(all[own:], o) {
			all = append(all, o)
		}
	}
	return all
}
