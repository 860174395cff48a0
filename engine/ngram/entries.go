package ngram

import (
	"fmt"

	"bitlens/engine/model"
)

// Entries returns the models of this package, cheapest first.
func Entries() []*model.Entry {
	entries := []*model.Entry{
		{Name: "uniform", Title: "Every byte alike: 8 bits a byte",
			New: func([]int) model.Predictor { return &Uniform{} }},
		{Name: "laplace", Title: "Byte counts plus one", Paper: "Laplace 1814",
			New: func([]int) model.Predictor { return NewLaplace() }},
		{Name: "kt", Title: "Byte counts plus one half", Paper: "Krichevsky and Trofimov 1981",
			New: func([]int) model.Predictor { return NewKT() }},
	}
	for order := range 7 {
		entries = append(entries, wittenBell(order))
	}
	entries = append(entries, &model.Entry{
		Name: "kneser-ney", Title: "Interpolated Kneser-Ney over bytes", Paper: "Kneser and Ney 1995",
		Params: []model.Param{{Name: "order", Doc: "longest context, in bytes", Default: 5, Min: 1, Max: MaxOrder}},
		New:    func(v []int) model.Predictor { return NewKneserNey(v[0]) },
	})
	for _, e := range entries {
		e.Family, e.Version = "ngram", 1
	}
	return entries
}

func wittenBell(order int) *model.Entry {
	title := fmt.Sprintf("Counts after the last %d bytes, mixed with shorter contexts", order)
	switch order {
	case 0:
		title = "Byte counts, no context"
	case 1:
		title = "Counts after the last byte, mixed with order 0"
	}
	return &model.Entry{
		Name: fmt.Sprintf("order%d", order), Title: title, Paper: "Witten and Bell 1991",
		New: func([]int) model.Predictor { return NewWittenBell(order) },
	}
}
