package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"bitlens/engine/measure"
)

func isFolder(name string) bool {
	st, err := os.Stat(name)
	return err == nil && st.IsDir()
}

var errSeveral = errors.New("--raw and standard input go with one file")

// several races over the texts of files and folders, one after another. A file
// that is no text is told and left out.
func (c raceCmd) several(s *session) error {
	if c.Raw {
		return usageError{errSeveral}
	}
	for _, f := range c.Files {
		if f == "-" {
			return usageError{errSeveral}
		}
	}
	sources, err := measure.Sources(c.Files)
	if err != nil {
		return err
	}
	entries, err := c.entries(s, largest(sources))
	if err != nil {
		return err
	}
	var failed error
	line := newRaceLine(s.err, "", entries, 0)
	defer func() { line.done() }()
	m := measure.Matrix{
		Entries: entries, Sources: sources, Slots: measure.NewSlots(runtime.GOMAXPROCS(0)),
		Limit: time.Duration(c.Seconds * float64(time.Second)),
		Opened: func(i, n int, err error) {
			line.done()
			line = newRaceLine(s.err, sources[i].Name+": ", entries, n)
			if err != nil {
				fmt.Fprintf(s.err, "%v; left out\n", aboutFile(sources[i].Path, err))
			}
		},
		Progress: func(e int, p measure.Progress) { line.progress(e, p) },
		Done: func(i, e int, r measure.Receipt, err error) {
			line.cameIn(e, func() {
				names := row{{"file", sources[i].Name}}
				failed = errors.Join(failed, s.cameIn(names, entries[e], r, err))
			})
		},
	}
	m.Run(s.ctx)
	return failed
}

// largest returns the bytes of the largest file that will be read.
func largest(sources []measure.Source) int {
	n := 0
	for _, source := range sources {
		if st, err := os.Stat(source.Path); err == nil && st.Size() <= measure.MaxSource {
			n = max(n, int(st.Size()))
		}
	}
	return n
}
