package main

import (
	"fmt"
	"io"
	"sync"

	"bitlens/engine/measure"
	"bitlens/engine/model"
)

// A raceLine is the progress of a race on a terminal, in bytes put through all
// models together, there and back.
type raceLine struct {
	mu   sync.Mutex
	p    *progress
	text string  // its name, where there are several
	n    int     // bytes of the text
	at   []int64 // of each model
	open int     // models that have not come in
}

func newRaceLine(errs io.Writer, text string, entries []*model.Entry, n int) *raceLine {
	l := &raceLine{text: text, n: n, at: make([]int64, len(entries)), open: len(entries)}
	l.p = newProgress(errs, "", 2*int64(n)*int64(len(entries)))
	l.name()
	return l
}

// name says how many models are still on their way.
func (l *raceLine) name() { l.p.what = fmt.Sprintf("%sracing, %d to come in:", l.text, l.open) }

// progress takes news of model i.
func (l *raceLine) progress(i int, p measure.Progress) {
	at := int64(p.Bytes)
	if p.Phase == measure.Decoding {
		at += int64(l.n)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.at[i] = at
	var sum int64
	for _, n := range l.at {
		sum += n
	}
	l.p.at(sum)
}

// cameIn clears the line and has the row of model i printed, which has come in.
func (l *raceLine) cameIn(i int, print func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.open--
	l.at[i] = 2 * int64(l.n)
	l.name()
	l.p.done()
	print()
}

func (l *raceLine) done() { l.p.done() }
