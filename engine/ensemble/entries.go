package ensemble

import (
	"bitlens/engine/ctw"
	"bitlens/engine/model"
	"bitlens/engine/neural"
	"bitlens/engine/ppm"
)

// Entries returns the one model of this package.
func Entries() []*model.Entry {
	return []*model.Entry{{
		Name: "mix", Family: "ensemble", Version: 3,
		Title: "Ensemble of context mixing, prediction by partial matching, context-tree weighting and a network",
		Paper: "Mahoney 2005; Knoll 2014",
		New:   func([]int) model.Predictor { return newMix(guests()...) },
	}}
}

// guests returns what is mixed beside the host, the network last.
func guests() []*guest {
	return []*guest{byDefault(ppm.Entries()), byDefault(ctw.Entries()), byDefault(neural.Entries())}
}

// byDefault makes a guest of the first of some entries, with its own parameters.
func byDefault(e []*model.Entry) *guest {
	entry, err := e[0].With(e[0].Name)
	if err != nil {
		panic(err) // a name alone is an id
	}
	return newGuest(entry.ID, entry.Predictor().(whole))
}
