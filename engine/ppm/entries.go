package ppm

import "bitlens/engine/model"

// Entries returns the one model of this package.
func Entries() []*model.Entry {
	return []*model.Entry{{
		Name: "ppm", Family: "ppm", Version: 2,
		Title: "Prediction by partial matching", Paper: "Cleary and Witten 1984; Shkarin 2002",
		Params: []model.Param{
			{Name: "order", Doc: "longest context, in bytes", Default: 8, Min: MinOrder, Max: MaxOrder},
			{Name: "memory", Doc: "limit, in MB; a full model is built anew from the last 4 KB of the text for each", Default: 64, Min: 1, Max: 1024},
		},
		New: func(v []int) model.Predictor { return New(v[0], v[1]) },
	}}
}
