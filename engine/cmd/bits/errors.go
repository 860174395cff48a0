package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"bitlens/engine/atomic"
)

// A usageError is the caller's fault: exit status 2.
type usageError struct{ error }

func status(err error) int {
	var usage usageError
	if errors.As(err, &usage) {
		return 2
	}
	return 1
}

// aboutFile says in a sentence what happened to a file.
func aboutFile(name string, err error) error {
	if name == "-" {
		name = "standard input"
	}
	var path *fs.PathError
	var write *atomic.WriteError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &write):
		return write // the other file's fault
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("%s: cancelled", name)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: you may not read it", name)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Errorf("%s is a folder; name a file", name)
	case errors.As(err, &path):
		return fmt.Errorf("%s: %w", name, path.Err)
	}
	return fmt.Errorf("%s: %w", name, err)
}
