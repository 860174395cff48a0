package race

import (
	"os"
	"sync"
	"testing"
	"time"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestMain(m *testing.M) {
	test.NewApp()
	fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(widgets.Light))
	os.Exit(m.Run())
}

// A queue is the window's goroutine of a test: what jobs bring waits until the
// test runs it.
type queue struct {
	mu   sync.Mutex
	work []func()
}

func (q *queue) do(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.work = append(q.work, f)
}

func (q *queue) take() []func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	work := q.work
	q.work = nil
	return work
}

// until runs what jobs bring until ok.
func (q *queue) until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !ok(); time.Sleep(time.Millisecond) {
		for _, f := range q.take() {
			f()
		}
		if time.Now().After(end) {
			t.Fatalf("waited a minute for %s", what)
		}
	}
}

// open returns a workspace with a text that model reads. Nothing that its jobs
// bring arrives before the test asks the queue.
func open(t *testing.T, model, text string) (*workspace.Workspace, *queue) {
	t.Helper()
	lang.Set(lang.English)
	q := new(queue)
	w := workspace.New(q.do)
	if err := w.SetModel(model); err != nil {
		t.Fatal(err)
	}
	w.OpenBytes("test.txt", []byte(text))
	t.Cleanup(w.Close)
	return w, q
}
