package workspace

import (
	"errors"
	"io/fs"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
)

// saidOfSource says in the person's language why a file is no text of a
// matrix.
func saidOfSource(err error) error {
	switch {
	case errors.Is(err, measure.ErrEmpty):
		return errors.New(lang.T("empty"))
	case errors.Is(err, measure.ErrBinary):
		return errors.New(lang.T("not text"))
	case errors.Is(err, measure.ErrLarge):
		return errors.New(lang.T("larger than 64 MB; race over it alone"))
	case errors.Is(err, measure.ErrMany):
		return errors.New(lang.T("This folder has more than 1,000 files. Choose a smaller one."))
	case errors.Is(err, fs.ErrNotExist):
		return errors.New(lang.T("not there"))
	case errors.Is(err, fs.ErrPermission):
		return errors.New(lang.T("may not be read"))
	}
	return errors.New(lang.T("cannot be read: %v", err))
}
