// Package zoo lists every model of Bitlens by its id. It is the only place
// that imports all families; a new model is a line in families.
package zoo

import (
	"fmt"
	"slices"
	"strings"

	"bitlens/engine/codec"
	"bitlens/engine/ctw"
	"bitlens/engine/ensemble"
	"bitlens/engine/mixing"
	"bitlens/engine/model"
	"bitlens/engine/neural"
	"bitlens/engine/ngram"
	"bitlens/engine/ppm"
)

// families returns one entry a model, with its default parameters.
func families() []*model.Entry {
	return slices.Concat(
		ngram.Entries(),
		codec.Entries(),
		ppm.Entries(),
		ctw.Entries(),
		mixing.Entries(),
		neural.Entries(),
		ensemble.Entries(),
	)
}

// Families returns one entry for each name, with default parameters, cheapest
// first.
func Families() []*model.Entry {
	var all []*model.Entry
	for _, f := range families() {
		all = append(all, mustOpen(f.Name))
	}
	sortByPrice(all)
	return all
}

// All returns the models of a race, cheapest first.
func All() []*model.Entry {
	var all []*model.Entry
	for _, id := range race {
		all = append(all, mustOpen(id))
	}
	sortByPrice(all)
	return all
}

// Open returns the entry of an id such as "ppm", "gzip:9" or
// "ppm:order=16:memory=64".
func Open(id string) (*model.Entry, error) {
	name, _, _ := strings.Cut(id, ":")
	for _, f := range families() {
		if f.Name == name {
			e, err := f.With(id)
			if err == nil {
				e.Nanos = price(e)
			}
			return e, err
		}
	}
	return nil, fmt.Errorf("unknown model %q%s; `bits models` lists all", id, hint(name))
}

func mustOpen(id string) *model.Entry {
	e, err := Open(id)
	if err != nil {
		panic(err)
	}
	return e
}

func sortByPrice(all []*model.Entry) {
	slices.SortStableFunc(all, func(a, b *model.Entry) int {
		switch {
		case a.Nanos < b.Nanos:
			return -1
		case a.Nanos > b.Nanos:
			return 1
		}
		return 0
	})
}
