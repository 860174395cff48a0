package neural

import "bitlens/engine/model"

// sizes are the words for the plans of a family.
var sizes = map[string]int{"s": 0, "m": 1, "l": 2}

// Entries returns the models of this package.
func Entries() []*model.Entry {
	return []*model.Entry{
		entry("lstm", "Recurrent network with long short-term memory", "Hochreiter and Schmidhuber 1997; Graves 2013",
			func(size, orders int) model.Predictor { return newRecurrent(lstm{}, &recurrent[size], orders) }),
		entry("gru", "Gated recurrent network", "Cho et al. 2014",
			func(size, orders int) model.Predictor { return newRecurrent(gru{}, &gated[size], orders) }),
		entry("transformer", "Transformer that sees the last 64 bytes and what it drew from those before", "Vaswani et al. 2017; Dai et al. 2019",
			func(size, orders int) model.Predictor { return newAttending(&attentive[size], orders) }),
	}
}

func entry(name, title, paper string, make func(size, orders int) model.Predictor) *model.Entry {
	return &model.Entry{
		Name: name, Family: "neural", Version: 2, Title: title, Paper: paper,
		Params: []model.Param{
			{Name: "size", Doc: "small, medium or large: s, m or l", Default: 1, Min: 0, Max: len(recurrent) - 1, Words: sizes},
			{Name: "direct", Doc: "longest context that leads to the next byte past the network, in bytes; 0 for none", Default: maxOrder, Min: 0, Max: maxOrder},
		},
		New: func(v []int) model.Predictor { return make(v[0], v[1]) },
	}
}
