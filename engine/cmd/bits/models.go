package main

import (
	"fmt"
	"strings"

	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

type modelsCmd struct{}

// Run lists the models.
func (modelsCmd) Run(s *session) error {
	for _, e := range zoo.All() {
		r := row{
			{"id", e.ID}, {"family", e.Family}, {"version", int64(e.Version)},
			{"parameters", parameters(e)}, {"prior_bytes", e.PriorBytes},
		}
		if !s.out.asJSON {
			r = append(r, cell{"title", e.Title})
		}
		s.out.print(r)
	}
	return nil
}

// parameters spells what can be set, as it would be typed.
func parameters(e *model.Entry) string {
	var out []string
	for i, p := range e.Params {
		out = append(out, fmt.Sprintf("%s=%s (%d to %d)", p.Name, p.Word(e.Values[i]), p.Min, p.Max))
	}
	return strings.Join(out, " ")
}

// openModels returns the models of ids; "all" is every model of the zoo.
func openModels(ids []string) ([]*model.Entry, error) {
	var out []*model.Entry
	for _, id := range ids {
		if id == "all" {
			out = append(out, zoo.All()...)
			continue
		}
		e, err := zoo.Open(id)
		if err != nil {
			return nil, usageError{err}
		}
		out = append(out, e)
	}
	return out, nil
}
