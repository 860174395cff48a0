package race

import (
	"os"
	"testing"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
	"bitlens/views/workspace/queue"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestMain(m *testing.M) {
	test.NewApp()
	fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(widgets.Light))
	os.Exit(m.Run())
}

// open returns a workspace with a text that model reads. Nothing that its jobs
// bring arrives before the test asks the queue.
func open(t *testing.T, model, text string) (*workspace.Workspace, *queue.Queue) {
	t.Helper()
	lang.Set(lang.English)
	q := new(queue.Queue)
	w := workspace.New(q.Do)
	if err := w.SetModel(model); err != nil {
		t.Fatal(err)
	}
	w.OpenBytes("test.txt", []byte(text))
	t.Cleanup(w.Close)
	return w, q
}
