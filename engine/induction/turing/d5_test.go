package turing

import (
	"bytes"
	"cmp"
	"compress/flate"
	"context"
	"encoding/binary"
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	again = flag.Bool("again", false, "enumerate the machines of five states, and compare with d5.bin")
	write = flag.Bool("write", false, "enumerate the machines of five states, and write d5.bin")
)

// D(5) is what the enumerator finds.
func TestD5(t *testing.T) {
	if !*again && !*write {
		t.Skip("takes a minute or two; ask with -again, or go generate")
	}
	table, err := encode(count(context.Background(), 5, steps[5]).outputs())
	if err != nil {
		t.Fatal(err)
	}
	if *write {
		if err := os.WriteFile("d5.bin", table, 0o666); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(table, d5) {
		t.Error("d5.bin is not what the machines write; see go generate")
	}
}

// encode is the inverse of decode.
func encode(all []Output) ([]byte, error) {
	all = slices.DeleteFunc(slices.Clone(all), func(o Output) bool { return !first(o.String) })
	slices.SortFunc(all, func(a, b Output) int {
		return cmp.Or(cmp.Compare(len(a.String), len(b.String)), strings.Compare(a.String, b.String))
	})
	var plain []byte
	length, value := 0, uint64(0)
	for _, o := range all {
		if len(o.String) > length {
			value = 0
		}
		v, err := strconv.ParseUint(o.String, 2, maxLength)
		if err != nil {
			return nil, err
		}
		for _, n := range []uint64{uint64(len(o.String) - length), v - value, o.Machines / 2} {
			plain = binary.AppendUvarint(plain, n)
		}
		length, value = len(o.String), v
	}
	return deflated(plain)
}

// first reports whether s is the first of its images.
func first(s string) bool {
	for _, image := range images([]byte(s)) {
		if string(image) < s {
			return false
		}
	}
	return true
}

func deflated(plain []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(plain)
	if e := w.Close(); err == nil {
		err = e
	}
	return b.Bytes(), err
}
