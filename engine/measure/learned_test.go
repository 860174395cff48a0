package measure

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

func TestStages(t *testing.T) {
	for n, want := range map[int][]int{0: {0}, 17: {17}, 1000: {1000}, 1001: {1001}, 1112: {1000, 1112}, 1111: {1111}, 100003: {1000, 10000, 100003}, 152089: {1000, 10000, 100000, 152089}} {
		if got := Stages(n); !slices.Equal(got, want) {
			t.Errorf("of %d bytes %v, want %v", n, got, want)
		}
	}
}

// What a stage says is what a model says that has read just so much; the prompts
// of earlier stages and what was written there leave no trace.
func TestStagesAreWhatWasRead(t *testing.T) {
	prose := strings.Repeat("the cat sat on the mat; 猫坐在垫子上; ", 70)
	task := Task{Prompt: []byte("the dog"), Bytes: 30, Sampling: Sampling{Temperature: 0.8, Seed: 3}}
	for _, id := range []string{"order3", "ppm", "cm"} {
		at := []int{100, 1000, len(prose)}
		var stages []Stage
		err := Learn(context.Background(), Job{Entry: entry(t, id), Text: text.NewSeq([]byte(prose))}, at, task, func(s Stage) {
			if s.Text != nil {
				stages = append(stages, s)
			}
		})
		if err != nil || len(stages) != len(at) {
			t.Fatalf("%s: %d stages, %v", id, len(stages), err)
		}
		for i, s := range stages {
			q := entry(t, id).Predictor()
			w := NewWriter(q, task.Sampling)
			var sum uint64
			for _, c := range w.Read([]byte(prose)[:at[i]]) {
				sum += uint64(c)
			}
			model.Teach(q, task.Prompt...)
			want, _, err := w.Write(context.Background(), task.Bytes)
			if err != nil || s.Bytes != at[i] || s.Bits != Bits(sum) || !bytes.Equal(s.Text, want) {
				t.Errorf("%s after %d bytes: %v bits and %q, want %v and %q, %v", id, at[i], s.Bits, s.Text, Bits(sum), want, err)
			}
			if i > 0 && s.Seconds < stages[i-1].Seconds {
				t.Errorf("%s: the seconds fall: %v", id, stages)
			}
		}
	}
}

func TestLearnRefuses(t *testing.T) {
	j := Job{Entry: entry(t, "gzip"), Text: text.NewSeq([]byte("abc"))}
	if err := Learn(context.Background(), j, []int{3}, Task{Bytes: 3}, func(Stage) {}); !errors.Is(err, ErrSilent) {
		t.Errorf("a codec learned, %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	j.Entry = entry(t, "ppm")
	err := Learn(ctx, j, []int{1, 2, 3}, Task{Bytes: 3}, func(Stage) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it went on after it was cancelled, %v", err)
	}
}

// A prompt is whole words from near the end of a text.
func TestPrompt(t *testing.T) {
	for in, want := range map[string]string{
		"":               "",
		"to be or not\n": "to be or not",
		"Whether tis nobler in the mind to suffer the slings and arrows.\n": "and arrows.",
		strings.Repeat("猫坐在垫子上", 9):                                         "坐在垫子上",
		strings.Repeat("12345", 100):                                        strings.Repeat("12345", 100)[466:],
	} {
		if got := string(Prompt(text.NewSeq([]byte(in)))); got != want {
			t.Errorf("of %q the prompt is %q, want %q", in, got, want)
		}
	}
}

// Between the stages that write a reading is measured, and its operations are
// those of a model that has read just so much.
func TestLearningIsMeasuredOnItsWay(t *testing.T) {
	prose := []byte(strings.Repeat("the cat sat on the mat; ", 30))
	var at []int
	err := Learn(context.Background(), Job{Entry: entry(t, "cm"), Text: text.NewSeq(prose)}, Stages(len(prose)), Task{Bytes: 3}, func(s Stage) {
		at = append(at, s.Bytes)
		q := entry(t, "cm").Predictor()
		model.Teach(q, prose[:s.Bytes]...)
		if want := q.(model.Counter).Operations(); s.Operations != want || want == 0 || s.Memory != q.(model.Sizer).StateBytes() {
			t.Errorf("after %d bytes %d operations, want %d", s.Bytes, s.Operations, want)
		}
	})
	if want := []int{100, 200, 500, len(prose)}; err != nil || !slices.Equal(at, want) {
		t.Errorf("measured at %v, want %v, %v", at, want, err)
	}
}
