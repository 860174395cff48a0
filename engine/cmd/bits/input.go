package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// An input is an open file that is read once from its start.
type input struct {
	io.Reader
	name   string
	size   int64 // 0 if unknown
	closer io.Closer
}

// open opens FILE, or standard input for "-".
func (s *session) open(name string) (*input, error) {
	if name == "-" {
		return &input{Reader: s.in, name: name}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, aboutFile(name, err)
	}
	st, err := f.Stat()
	switch {
	case err != nil:
	case st.IsDir():
		err = fmt.Errorf("it is a folder; name a file")
	case st.Mode().IsRegular():
		return &input{Reader: f, name: name, size: st.Size(), closer: f}, nil
	default:
		return &input{Reader: f, name: name, closer: f}, nil
	}
	f.Close()
	return nil, aboutFile(name, err)
}

// Close closes the file.
func (in *input) Close() {
	if in.closer != nil {
		in.closer.Close()
	}
}

var errShrank = errors.New("it became shorter while it was being read")

// check holds what was read against the size at the start.
func (in *input) check(n int64) error {
	if n < in.size {
		return errShrank
	}
	return nil
}

// maxDocument is the largest text that is measured, in bytes: it is held in
// memory whole, with its costs.
const maxDocument = 1 << 30

var errLarge = errors.New("it is larger than 1 GB; compress takes files of any length, measure and race do not")

// all reads the whole file.
func (in *input) all() ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(in, maxDocument+1))
	if len(b) > maxDocument {
		err = errLarge
	}
	if err == nil {
		err = in.check(int64(len(b)))
	}
	return b, aboutFile(in.name, err)
}
