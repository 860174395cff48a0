package measure

import (
	"bytes"
	"context"
	"slices"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

// A Stage is what a model has become when it has read so much of a text.
type Stage struct {
	Bytes      int     // read
	Bits       float64 // that they cost
	Seconds    float64 // of processor time that reading them took
	Operations int64   // that it took, or 0 from a model that does not count them
	Memory     int64   // bytes that the model then holds, or 0 from one that does not say
	Text       []byte  // what it then writes behind the prompt; nil where it is only measured
}

// A Task is what a model is asked to write at each stage.
type Task struct {
	Prompt   []byte
	Bytes    int
	Sampling Sampling
}

// Stages returns where to look at what a model has learned from n bytes: after
// 1,000 of them, after ten times as many each as long as those end before the
// words that [Prompt] takes, and at the end.
func Stages(n int) (at []int) {
	for b := 1000; b <= promptFrom(n); b *= 10 {
		at = append(at, b)
	}
	return append(at, n)
}

// passages are where a reading of n bytes is measured on its way: after 100 bytes,
// 200, 500, 1,000 and so on.
func passages(n int) (at []int) {
	for unit := 100; unit < n; unit *= 10 {
		for _, b := range []int{unit, 2 * unit, 5 * unit} {
			if b < n {
				at = append(at, b)
			}
		}
	}
	return at
}

// Learn reads the job's text and stops after each of some bytes, in ascending
// order, where a copy of the model does the task; on the way to the last it is
// measured in between. The model itself never sees a prompt, nor what a copy
// wrote. The error is [ErrSilent] for a model that cannot
// be copied, or says nothing of what comes next.
func Learn(ctx context.Context, j Job, at []int, task Task, reached func(Stage)) error {
	s := State{Predictor: j.Entry.Predictor()}
	if _, ok := s.Predictor.(model.Cloner); !ok {
		return ErrSilent
	}
	watch := StartWatch()
	defer watch.Stop()
	stage, whole, total := Stage{}, j.Text, uint64(0)
	tell := j.Progress
	j.Progress = func(p Progress) {
		for _, cost := range p.Costs {
			total += uint64(cost)
		}
		if tell != nil {
			tell(p)
		}
	}
	stops := slices.Concat(passages(at[len(at)-1]), at)
	slices.Sort(stops)
	for _, stage.Bytes = range slices.Compact(stops) {
		watch.Lap()
		j.Text = whole.Prefix(stage.Bytes)
		if err := Predict(ctx, j, &s); err != nil {
			return err
		}
		stage.Bits = Bits(total)
		stage.Seconds += watch.Lap()
		stage.Text = nil
		if c, ok := s.Predictor.(model.Counter); ok {
			stage.Operations = c.Operations()
		}
		if z, ok := s.Predictor.(model.Sizer); ok {
			stage.Memory = z.StateBytes()
		}
		if slices.Contains(at, stage.Bytes) {
			var err error
			if stage.Text, err = task.do(ctx, s.Predictor.(model.Cloner).Clone()); err != nil {
				return err
			}
		}
		reached(stage)
	}
	return nil
}

// do lets p do the task.
func (t Task) do(ctx context.Context, p model.Predictor) ([]byte, error) {
	w := NewWriter(p, t.Sampling)
	w.Read(t.Prompt)
	b, _, err := w.Write(ctx, t.Bytes)
	return append([]byte{}, b...), err
}

// MostPrompt is how many bytes of a prompt are taken at most.
const MostPrompt = 1000

// promptBytes is about how long a prompt is that nobody chose: short, so that the
// text goes on from such words in many ways, and a model that has read it all has
// more to do than to recite.
const promptBytes = 16

// Prompt returns a few words of a text, from nine tenths of it on: only the last
// stage has read what follows them there.
func Prompt(t text.Bytes) []byte {
	n := t.Len()
	lo := promptFrom(n)
	if lo > 0 {
		lo = wordEnd(t, lo)
	}
	hi := min(lo+promptBytes, n)
	if hi < n {
		hi = wordEnd(t, hi)
	}
	return bytes.TrimSpace(t.Slice(lo, hi))
}

// promptFrom returns where the prompt of a text of n bytes is looked for.
func promptFrom(n int) int { return min(n*9/10, max(0, n-promptBytes)) }

// wordEnd returns where the word at a place ends, or a character a little further
// in what has no words, such as digits without end.
func wordEnd(t text.Bytes, at int) int {
	_, end := text.Word.At(t, at)
	if end-at > 2*promptBytes {
		end, _ = text.Char.At(t, at+promptBytes)
	}
	return end
}
