package app

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"
)

// The toolkit's dialog for saving empties the chosen file before it tells its
// name. Ours must stay whole until a new one is complete, so the window gives
// the toolkit files that it may only name.

// files is what the toolkit's own repository of files can do.
type files interface {
	repository.WritableRepository
	repository.ListableRepository
	repository.HierarchicalRepository
}

// A namingRepository is the toolkit's repository of files, but for its writers.
type namingRepository struct{ files }

// Writer returns a writer that opens nothing.
func (namingRepository) Writer(u fyne.URI) (fyne.URIWriteCloser, error) { return named{u}, nil }

// A named is a file that has been named, and is not to be written.
type named struct{ uri fyne.URI }

var errNamed = errors.New("a file that was only named is not to be written")

// Write implements io.Writer.
func (named) Write([]byte) (int, error) { return 0, errNamed }

// Close implements io.Closer.
func (named) Close() error { return nil }

// URI implements fyne.URIWriteCloser.
func (n named) URI() fyne.URI { return n.uri }

// onlyName has the toolkit name files and no more. It is said again for every
// window, and holds for the whole program.
func onlyName() {
	r, err := repository.ForScheme("file")
	if err != nil {
		return // no files, so none to empty
	}
	if _, done := r.(namingRepository); done {
		return
	}
	if own, ok := r.(files); ok {
		repository.Register("file", namingRepository{own})
	}
}
