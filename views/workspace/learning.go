package workspace

import (
	"context"
	"unicode/utf8"

	"bitlens/engine/measure"
	"bitlens/engine/model"
)

// A Learning is what a model has learned at stages of its reading of the open
// text: what it writes there behind one prompt.
type Learning struct {
	Entry  *model.Entry // nil where none is asked for
	Task   measure.Task
	At     []int           // the stages, in bytes read
	Stages []measure.Stage // those that were reached, and what was measured between
	Read   int             // bytes
	Err    error
	cancel context.CancelFunc
	busy   bool
}

// What a model writes at each stage: about two sentences, of what it holds
// likely more often than it does, or they would be hard to read.
const (
	learnedBytes       = 240
	learnedTemperature = 0.7
)

// Learning returns what is known of the last model that was asked for.
func (w *Workspace) Learning() *Learning { return w.learning }

// Written returns the stages that were reached where the model wrote.
func (l *Learning) Written() (all []measure.Stage) {
	for _, s := range l.Stages {
		if s.Text != nil {
			all = append(all, s)
		}
	}
	return all
}

// Open reports whether one was asked for.
func (l *Learning) Open() bool { return l.Entry != nil }

// Busy reports whether stages are still to come.
func (l *Learning) Busy() bool { return l.busy }

// Progress returns how much of the text has been read, from 0 to 1.
func (l *Learning) Progress() float64 {
	return float64(l.Read) / float64(max(1, l.At[len(l.At)-1]))
}

// StartLearning lets a model read the open text anew, and write behind a prompt
// at each stage; without one, behind some words of the text. Of a long prompt it
// takes the end. Another seed writes another text.
func (w *Workspace) StartLearning(e *model.Entry, prompt []byte, seed uint64) {
	w.StopLearning()
	for len(prompt) > measure.MostPrompt {
		_, n := utf8.DecodeRune(prompt)
		prompt = prompt[n:]
	}
	if len(prompt) == 0 {
		prompt = measure.Prompt(w.doc.Text)
	}
	task := measure.Task{Prompt: prompt, Bytes: learnedBytes, Sampling: measure.Sampling{Temperature: learnedTemperature, Seed: seed}}
	ctx, cancel := context.WithCancel(context.Background())
	l := &Learning{Entry: e, Task: task, At: measure.Stages(w.doc.Text.Len()), cancel: cancel, busy: true}
	w.learning = l
	b := &batch{do: w.do, after: func() { w.tell(LearningTopic) }}
	job := measure.Job{Entry: e, Text: w.doc.Text, Progress: func(p measure.Progress) { b.send(ctx, func() { l.Read = p.Bytes }) }}
	go w.slots.Do(ctx, measure.Foreground, func(yield func(context.Context)) {
		job.Yield = yield
		err := measure.Learn(ctx, job, l.At, task, func(s measure.Stage) {
			b.send(ctx, func() { l.Stages = append(l.Stages, s) })
		})
		b.send(ctx, func() { l.busy, l.Err = false, err })
	})
	w.tell(LearningTopic)
}

// StopLearning ends the reading and keeps the stages that were reached.
func (w *Workspace) StopLearning() {
	if w.learning.cancel == nil {
		return
	}
	w.learning.cancel()
	w.learning.cancel, w.learning.busy = nil, false
	w.tell(LearningTopic)
}

// CloseLearning forgets it.
func (w *Workspace) CloseLearning() { w.tell(w.dropLearning()...) }

// dropLearning forgets it and returns what is to be told, once the workspace is
// of one piece again.
func (w *Workspace) dropLearning() []Topic {
	if !w.learning.Open() {
		return nil
	}
	if w.learning.cancel != nil {
		w.learning.cancel()
	}
	w.learning = &Learning{}
	return []Topic{LearningTopic}
}
