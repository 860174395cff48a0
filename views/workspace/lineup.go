package workspace

import (
	"errors"
	"slices"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

// lineup returns the models that race.
func (w *Workspace) lineup() []*model.Entry {
	if w.racers == nil {
		w.racers = zoo.All()
	}
	return w.racers
}

// AddModel has one more model race, by its id, now and from now on.
func (w *Workspace) AddModel(id string) error {
	e, err := zoo.Open(id)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(w.lineup(), func(o *model.Entry) bool { return o.ID == e.ID }) {
		return errors.New(lang.T("%s is in the race already.", e.ID))
	}
	w.racers = append(slices.Clone(w.lineup()), e)
	if len(w.race.Rows) == 0 {
		w.StartRace()
		return nil
	}
	n := w.doc.Text.Len()
	row := newRow(e, n, int64(n)*4*int64(len(w.racers)) <= traceBudget)
	w.race.Rows = append(w.race.Rows, row)
	w.run([]*Row{row})
	w.tell(RaceTopic)
	return nil
}

// RemoveModel takes a row out of the race, now and from now on. One that runs
// stays until it has come in or is cancelled.
func (w *Workspace) RemoveModel(row *Row) error {
	if row.State == Waiting || row.State == Running {
		return errors.New(lang.T("%s is still running. Cancel it first.", row.Entry.ID))
	}
	w.racers = slices.DeleteFunc(slices.Clone(w.lineup()), func(e *model.Entry) bool { return e.ID == row.Entry.ID })
	w.race.Rows = slices.DeleteFunc(slices.Clone(w.race.Rows), func(r *Row) bool { return r == row })
	w.tell(RaceTopic)
	return nil
}

// AllModels has all models of the zoo race again, and no others.
func (w *Workspace) AllModels() {
	w.racers = nil
	w.StartRace()
}

// Leads returns who leads each window of the text, as indexes of the rows. A
// model whose costs are spread evenly over the text says nothing of places,
// and takes no part.
func (r *Race) Leads() []measure.Lead {
	all := make([]*measure.Windows, len(r.Rows))
	for i, row := range r.Rows {
		if row.Entry.New != nil || row.State == Finished && row.Receipt.Exact {
			all[i] = row.Windows
		}
	}
	return measure.Leads(all)
}
