package mixing

import "bitlens/engine/model"

// Entries returns the models of this package.
func Entries() []*model.Entry {
	return []*model.Entry{{
		Name: "cm", Family: "mixing", Version: 2,
		Title: "Context mixing: bytes, words, lines and matches", Paper: "Mahoney 2005",
		New: func([]int) model.Predictor { return New() },
	}, {
		Name: "cm-max", Family: "mixing", Version: 3,
		Title: "Context mixing at its strongest: text, code, tables, characters", Paper: "Mahoney 2005; Kneser and Ney 1995",
		New: func([]int) model.Predictor { return NewMax() },
	}}
}
