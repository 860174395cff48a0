// Package atomic writes files that appear whole or not at all.
package atomic

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// ErrExists says that a file stands where a new one should, unasked.
var ErrExists = errors.New("already exists; to replace it, say so (--force)")

// A File is written under a temporary name in the folder of its final name,
// so that renaming it cannot cross a file system.
type File struct {
	*os.File
	path string
	done bool
}

// Create opens a temporary file that Commit will give the name path. With
// replace false, path must not exist.
func Create(path string, replace bool) (*File, error) {
	if err := free(path, replace); err != nil {
		return nil, err
	}
	target := path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real // a link is kept, what it points to is replaced
	}
	f, err := createTemp(target)
	if err != nil {
		return nil, fmt.Errorf("cannot write beside %s: %w", path, cause(err))
	}
	if old, err := os.Stat(target); err == nil {
		if err := f.Chmod(old.Mode().Perm()); err != nil {
			f.Close()
			os.Remove(f.Name())
			return nil, fmt.Errorf("cannot set the rights of %s: %w", path, cause(err))
		}
	}
	return &File{File: f, path: target}, nil
}

// createTemp makes a new hidden file beside target, with the rights that the
// person gives new files; os.CreateTemp would give it others.
func createTemp(target string) (*os.File, error) {
	for {
		name := fmt.Sprintf(".%s.%08x", filepath.Base(target), rand.Uint32())
		f, err := os.OpenFile(filepath.Join(filepath.Dir(target), name), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// free reports why path may not be written.
func free(path string, replace bool) error {
	st, err := os.Stat(path)
	switch {
	case err != nil:
		return nil
	case st.IsDir():
		return fmt.Errorf("%s is a folder; name a file", path)
	case !st.Mode().IsRegular():
		return fmt.Errorf("%s is not an ordinary file", path)
	case !replace:
		return fmt.Errorf("%s %w", path, ErrExists)
	}
	return nil
}

// A WriteError says that a file could not be written, and why.
type WriteError struct {
	Path string // the final name
	Err  error
}

// Error implements error.
func (e *WriteError) Error() string { return fmt.Sprintf("cannot write %s: %v", e.Path, e.Err) }

// Unwrap returns the reason.
func (e *WriteError) Unwrap() error { return e.Err }

// Write implements io.Writer; its errors name the file by its final name.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	if err != nil {
		err = &WriteError{f.path, cause(err)}
	}
	return n, err
}

// Commit syncs the file and gives it its final name.
func (f *File) Commit() error {
	err := f.Sync()
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), f.path)
	}
	if err != nil {
		os.Remove(f.Name())
		f.done = true
		return &WriteError{f.path, cause(err)}
	}
	f.done = true
	return nil
}

// Abort removes the temporary file unless Commit has been called. Defer it.
func (f *File) Abort() {
	if f.done {
		return
	}
	f.Close()
	os.Remove(f.Name())
	f.done = true
}

// WriteFile writes data to path whole, replacing what stands there.
func WriteFile(path string, data []byte) error {
	f, err := Create(path, true)
	if err != nil {
		return err
	}
	defer f.Abort()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Commit()
}

// cause strips the temporary name from an error: a person knows only the
// final one.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
