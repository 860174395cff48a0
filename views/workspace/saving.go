package workspace

import (
	"context"
	"io"
	"slices"
)

// A Saving is a file that is being written apart from the window.
type Saving struct {
	name   string
	cancel context.CancelFunc
}

// SaveApart runs write in a goroutine of its own, and then after on the window's,
// with what went wrong. Cancel ends it at the next write through Until.
func (w *Workspace) SaveApart(name string, write func(ctx context.Context) error, after func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Saving{name, cancel}
	w.savings = append(w.savings, s)
	w.tell(SavingTopic)
	go func() {
		err := write(ctx)
		w.do(func() {
			w.forgetSaving(s)
			after(err)
		})
	}()
}

// Saving returns the name of a file that is being written, or "".
func (w *Workspace) Saving() string {
	if len(w.savings) == 0 {
		return ""
	}
	return w.savings[0].name
}

// StopSaving gives up the files that are being written.
func (w *Workspace) StopSaving() {
	for _, s := range slices.Clone(w.savings) {
		s.cancel()
		w.forgetSaving(s)
	}
}

func (w *Workspace) forgetSaving(s *Saving) {
	s.cancel()
	if i := slices.Index(w.savings, s); i >= 0 {
		w.savings = slices.Delete(w.savings, i, i+1)
		w.tell(SavingTopic)
	}
}

// Until returns a writer to out that fails once ctx has ended.
func Until(ctx context.Context, out io.Writer) io.Writer { return until{ctx, out} }

type until struct {
	ctx context.Context
	out io.Writer
}

func (u until) Write(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.out.Write(b)
}
