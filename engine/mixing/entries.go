package mixing

import "bitlens/engine/model"

// Entries returns the one model of this package.
func Entries() []*model.Entry {
	return []*model.Entry{{
		Name: "cm", Family: "mixing", Version: 2,
		Title: "Context mixing: bytes, words, lines and matches", Paper: "Mahoney 2005",
		New: func([]int) model.Predictor { return New() },
	}}
}
