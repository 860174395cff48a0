package workspace

import (
	"bitlens/engine/zoo"
)

// Rival returns the reading of the same text by a second model, B, or nil
// where none is chosen. The reading by the chosen model is A.
func (w *Workspace) Rival() *Reading { return w.rival }

// SetRival has a second model read the text, by its id; "" has none. Where that
// is the chosen model, the two change places.
func (w *Workspace) SetRival(id string) error {
	if id == "" {
		w.noRival()
		return nil
	}
	e, err := zoo.Open(id)
	if err != nil {
		return err
	}
	if e.ID == w.model.ID {
		w.Swap()
		return nil
	}
	w.setRival(id)
	w.resurvey()
	w.tell(ModelTopic, ReadingTopic)
	return nil
}

// noRival has no second model, and no measure that needs one.
func (w *Workspace) noRival() {
	if w.rival == nil {
		return
	}
	w.stopRival()
	w.rival = nil
	if w.measure.Compared {
		w.measure = Bits
		w.tell(UnitTopic)
	}
	w.resurvey()
	w.tell(ModelTopic, ReadingTopic)
}

// setRival has a model of the zoo read beside the chosen one.
func (w *Workspace) setRival(id string) {
	e, err := zoo.Open(id)
	if err != nil || w.rival != nil && w.rival.entry.ID == e.ID {
		return
	}
	w.stopRival()
	w.rival = newReading(w, e)
	w.rival.begin()
}

// readRival begins the second reading, if there is one, anew.
func (w *Workspace) readRival() {
	if w.rival != nil {
		w.stopRival()
		w.rival = newReading(w, w.rival.entry)
		w.rival.start()
	}
}

func (w *Workspace) stopRival() {
	if w.rival != nil {
		w.rival.stop()
	}
}

// Busy reports whether the reading is under way; none is not.
func (r *Reading) Busy() bool { return r != nil && r.busy }

// Swap makes B the chosen model and A the second one. Nothing is read again.
func (w *Workspace) Swap() {
	if w.rival == nil {
		return
	}
	w.reading, w.rival = w.rival, w.reading
	w.model = w.reading.entry
	w.dropPeek()
	w.DropDraft()
	w.StopPlay()
	w.resurvey()
	w.tell(ModelTopic, ReadingTopic)
}
