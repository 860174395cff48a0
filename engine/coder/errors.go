package coder

import (
	"errors"
	"fmt"
	"io"
)

// A FormatError says why a .bits file cannot be read: the file's fault, or
// this program's age, not the caller's.
type FormatError struct {
	What string // a sentence for a person, without the file's name
	Err  error  // what the reader said, if it was the reader
}

// Error implements error.
func (e *FormatError) Error() string {
	if e.Err != nil {
		return e.What + ": " + e.Err.Error()
	}
	return e.What
}

// Unwrap returns the reader's error.
func (e *FormatError) Unwrap() error { return e.Err }

// isCut reports whether err says that the input ended.
func isCut(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// fault returns a FormatError; a reader that merely ended is told in words.
func fault(what string, err error) error {
	if isCut(err) {
		return &FormatError{What: "the file is cut short: " + what}
	}
	return &FormatError{What: what, Err: err}
}

// damage is the fault of a frame or trailer that starts at offset at.
func damage(at int64, err error) error {
	if isCut(err) {
		return &FormatError{What: fmt.Sprintf("the file is cut short at or after byte %d", at)}
	}
	return fault(fmt.Sprintf("the file is damaged at byte %d", at), err)
}
