package workspace

import (
	"errors"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
)

// Said says what went wrong in the current language.
func Said(err error) string {
	if errors.Is(err, measure.ErrSilent) {
		return lang.T("This model does not say what it expects next.")
	}
	return err.Error()
}
