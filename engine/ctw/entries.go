package ctw

import "bitlens/engine/model"

// Entries returns the one model of this package.
func Entries() []*model.Entry {
	return []*model.Entry{{
		Name: "ctw", Family: "ctw", Version: 1,
		Title: "Context-tree weighting", Paper: "Willems, Shtarkov and Tjalkens 1995",
		Params: []model.Param{
			{Name: "depth", Doc: "longest context, in bytes", Default: 6, Min: 1, Max: MaxDepth},
			{Name: "memory", Doc: "limit, in MB; a full model is built anew from the last 256 bytes of the text for each", Default: 128, Min: 1, Max: 1024},
			{Name: "alpha", Doc: "what each outcome counts for before it was seen, in 1/64; 32 is the KT estimator", Default: 8, Min: 1, Max: shares},
		},
		New: func(v []int) model.Predictor { return New(v[0], v[1], v[2]) },
	}}
}
