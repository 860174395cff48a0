package workspace

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"bitlens/engine/measure"
)

// A Survey asks models at every byte what only a whole distribution tells:
// first where the text is on screen, then from its start onwards, in the
// background. It runs only while the chosen measure needs it.
type Survey struct {
	w      *Workspace
	models []*Reading // one, or two that are compared
	// compared says that the bits are those of KL(A||B), not expected ones.
	compared bool
	found    *measure.Insights
	screen   screen
	cancel   context.CancelFunc
	batch    *batch
	busy     bool
	err      error
	began    time.Time
	part     float64 // that was found when it began
}

// A screen is the bytes that are on screen, for a goroutine to ask after.
type screen struct {
	mu     sync.Mutex
	lo, hi int
}

func (s *screen) set(lo, hi int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lo, s.hi = lo, hi
}

func (s *screen) get() (lo, hi int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lo, s.hi
}

// Survey returns the survey that the chosen measure needs, or nil.
func (w *Workspace) Survey() *Survey { return w.survey }

// resurvey has the survey run that the chosen measure needs, or none.
func (w *Workspace) resurvey() {
	models := w.surveyed()
	if !w.measure.Surveyed || w.NoMeasure() != "" {
		w.survey.stop()
		if w.measure.Surveyed {
			w.dropSurvey() // it is of other models
		}
		return
	}
	if w.survey == nil || !slices.Equal(w.survey.models, models) {
		w.dropSurvey()
		w.survey = newSurvey(w, models)
	}
	w.survey.run()
}

// dropSurvey forgets what was surveyed.
func (w *Workspace) dropSurvey() {
	w.survey.stop()
	w.survey = nil
}

// LookAt tells which bytes are on screen: they are surveyed first, and the
// models are brought near them.
func (w *Workspace) LookAt(lo, hi int) {
	if w.survey != nil {
		w.survey.screen.set(lo, hi)
	}
	w.top = lo
	w.approachSoon()
}

func newSurvey(w *Workspace, models []*Reading) *Survey {
	s := &Survey{w: w, models: models, compared: len(models) > 1, found: measure.NewInsights(w.doc.Text.Len()), cancel: func() {}}
	s.batch = &batch{do: w.do, after: func() { w.tell(SurveyTopic) }}
	return s
}

// Found returns what is known so far. It changes with the survey.
func (s *Survey) Found() *measure.Insights { return s.found }

// Compares reports whether it is of two models: then its bits are KL(A||B), else
// those that one model expected.
func (s *Survey) Compares() bool { return s.compared }

// Err returns why the survey ended early, or nil.
func (s *Survey) Err() error { return s.err }

// Busy reports whether the survey runs.
func (s *Survey) Busy() bool { return s != nil && s.busy }

// Progress returns how far the survey is, from 0 to 1, and about how long it
// still takes.
func (s *Survey) Progress() (part float64, left time.Duration) {
	part = s.found.Part()
	if done := part - s.part; done > 0 {
		left = time.Duration(float64(time.Since(s.began)) * (1 - part) / done)
	}
	return part, left
}

// Cancel stops the survey and keeps what was found.
func (s *Survey) Cancel() {
	if !s.Busy() {
		return
	}
	s.stop()
	s.err = context.Canceled
	s.w.tell(SurveyTopic)
}

func (s *Survey) stop() {
	if s != nil {
		s.cancel()
		s.busy = false
	}
}

// edit follows an edit of the text: what lies before it stays, and the survey
// goes on if it ran.
func (s *Survey) edit(lo, hi, n int) {
	if s == nil {
		return
	}
	s.found.Splice(lo, hi, n)
	s.stop()
	if s.w.measure.Surveyed && s.err == nil {
		s.run()
	}
}

// run surveys what is not known yet.
func (s *Survey) run() {
	s.stop()
	s.err = nil
	if s.found.Part() == 1 {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.busy, s.began, s.part = cancel, true, time.Now(), s.found.Part()
	p := &sweep{
		slots: s.w.slots, screen: &s.screen, fresh: s.found.Stretches(), text: s.w.doc.Text.Len(),
		ahead: s.surveyor(), behind: s.surveyor(),
		report: func(at int, found []measure.Found) { s.deliver(ctx, func() { s.found.Put(at, found) }) },
	}
	go func() {
		err := p.run(ctx)
		s.deliver(ctx, func() {
			s.busy = false
			if err != nil && !errors.Is(err, context.Canceled) {
				s.err = err
			}
		})
	}()
}

// deliver brings news to the window's goroutine, unless the run is over.
func (s *Survey) deliver(ctx context.Context, f func()) {
	s.batch.send(ctx, f)
}

func (s *Survey) surveyor() *measure.Surveyor {
	a := s.models[0]
	v := &measure.Surveyor{Entry: a.entry, From: a.points, Text: s.w.doc.Text}
	if len(s.models) > 1 {
		v.Against, v.AgainstFrom = s.models[1].entry, s.models[1].points
	}
	return v
}
