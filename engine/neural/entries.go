package neural

import "bitlens/engine/model"

// sizes are the words for the plans.
var sizes = map[string]int{"s": 0, "m": 1, "l": 2}

// Entries returns the models of this package.
func Entries() []*model.Entry {
	return []*model.Entry{
		entry("lstm", "Recurrent network with long short-term memory", "Hochreiter and Schmidhuber 1997; Graves 2013", lstm{}),
		entry("gru", "Gated recurrent network", "Cho et al. 2014", gru{}),
	}
}

func entry(name, title, paper string, c cell) *model.Entry {
	return &model.Entry{
		Name: name, Family: "neural", Version: 1, Title: title, Paper: paper,
		Params: []model.Param{{Name: "size", Doc: "small, medium or large: s, m or l", Default: 1, Min: 0, Max: len(plans) - 1, Words: sizes}},
		New:    func(v []int) model.Predictor { return newNetwork(c, &plans[v[0]]) },
	}
}
