package measure

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bitlens/engine/text"
)

// A Source is a file that may be a text.
type Source struct {
	Name string // as a person knows it: below the folder that was named
	Path string
}

// MaxSource is the largest text of a Matrix, in bytes.
const MaxSource = 64 << 20

// maxSources bounds how many files a folder gives.
const maxSources = 1000

// looked is how far a file is searched for a zero byte, which no text has: git's
// rule. An odd byte in a long text makes it no less a text.
const looked = 8000

// Reasons why a file is left out.
var (
	ErrEmpty  = errors.New("it is empty")
	ErrBinary = errors.New("it is not text")
	ErrLarge  = errors.New("it is larger than 64 MB")
	ErrMany   = errors.New("there are more than 1,000 files")
)

// Sources lists files, and of folders all files below them, in the order of
// their names. What a dot hides is left out, and links to folders are not
// followed. A path that cannot be read is a source that says so when loaded.
func Sources(paths []string) ([]Source, error) {
	var all []Source
	for _, p := range paths {
		root := filepath.Dir(filepath.Clean(p))
		err := filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			hidden := path != p && strings.HasPrefix(filepath.Base(path), ".")
			switch {
			case err != nil && d == nil, err == nil && !d.IsDir() && !hidden:
				name, _ := filepath.Rel(root, path)
				all = append(all, Source{filepath.ToSlash(name), path})
			case hidden && d.IsDir(), err != nil:
				return fs.SkipDir
			}
			if len(all) > maxSources {
				return ErrMany
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Load reads the text as the window would open it, or says why it is none.
func (s Source) Load() (text.Bytes, error) {
	disk, err := s.read()
	if err != nil {
		return text.Bytes{}, err
	}
	encoding, own := text.Detect(disk)
	switch {
	case len(own) == 0:
		err = ErrEmpty
	case encoding.Own() && bytes.IndexByte(own[:min(len(own), looked)], 0) >= 0:
		err = ErrBinary
	}
	return text.NewSeq(own), err
}

// read reads an ordinary file of at most MaxSource bytes.
func (s Source) read() ([]byte, error) {
	st, err := os.Stat(s.Path)
	switch {
	case err != nil:
		return nil, err
	case !st.Mode().IsRegular():
		return nil, ErrBinary
	case st.Size() > MaxSource:
		return nil, ErrLarge
	}
	f, err := os.Open(s.Path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, MaxSource+1))
	if len(b) > MaxSource {
		err = ErrLarge
	}
	return b, err
}
