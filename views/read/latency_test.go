package read

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// pace is the time between two events: a fast typist, or a wheel.
const pace = 30 * time.Millisecond

var latency = flag.Bool("latency", false, "print how long events on a 10 MB text take")

// TestLatency prints how long the window's thread is kept by a scroll, a hover
// and a key press on a text of 10 MB, the whole screen's handling included and
// the toolkit's painting not, while the model reads in the background:
// go test -tags ci -v -run Latency ./views/read -latency
func TestLatency(t *testing.T) {
	if !*latency {
		t.Skip("asked for with -latency")
	}
	a := test.NewApp()
	defer a.Quit()
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	queue := make(chan func(), 10000)
	w := workspace.New(func(f func()) { queue <- f })
	defer w.Close()
	v := New(w).(*View)
	win := a.NewWindow("")
	win.SetContent(v.Content())
	win.Resize(fyne.NewSize(1212, 724))
	v.Shown(true)
	ten := tenMegabytes(t)
	opened := time.Now()
	w.OpenBytes("ten", ten)
	for w.Reading().Trace().Known() == 0 {
		(<-queue)()
	}
	v.heat.Refresh()
	t.Logf("first colour %s after opening", time.Since(opened).Round(time.Millisecond))
	var pumped []time.Duration
	pump := func() {
		for {
			select {
			case f := <-queue:
				start := time.Now()
				f()
				pumped = append(pumped, time.Since(start))
			default:
				return
			}
		}
	}
	watch := measure.StartWatch()
	defer watch.Stop()
	try := func(name string, do func(i int)) {
		var took, worked []time.Duration
		for i := range 300 {
			pump()
			watch.Lap()
			start := time.Now()
			do(i)
			v.heat.Refresh()
			took, worked = append(took, time.Since(start)), append(worked, time.Duration(watch.Lap()*1e9))
			time.Sleep(pace)
		}
		t.Logf("%-8s %s; of the thread's own time %s", name, percentiles(took), percentiles(worked))
	}
	try("scroll", func(int) { v.heat.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}) })
	try("hover", func(i int) {
		v.heat.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(100+i*2), float32(60+i))}})
	})
	v.heat.SetCursor(w.Text().Len() / 2)
	try("key", func(i int) { v.heat.TypedRune(rune('a' + i%26)) })
	t.Logf("%-8s %s", "news", percentiles(pumped))
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("heap %d MB, from the system %d MB", m.HeapAlloc>>20, m.Sys>>20)
}

// TestAlternativesLatency prints how long the alternatives to a character and to a
// word take to come, at places all over a text of 1 MB that cm has read, when the
// place has been on screen for a while:
// go test -tags ci -v -run Latency ./views/read -latency
func TestAlternativesLatency(t *testing.T) {
	if !*latency {
		t.Skip("asked for with -latency")
	}
	queue := make(chan func(), 10000)
	w := workspace.New(func(f func()) { queue <- f })
	defer w.Close()
	w.OpenBytes("one", tenMegabytes(t)[:1<<20])
	wait := func(ok func() bool) {
		for !ok() {
			(<-queue)()
		}
	}
	rest := func(d time.Duration) {
		for over := time.After(d); ; {
			select {
			case f := <-queue:
				f()
			case <-over:
				return
			}
		}
	}
	wait(func() bool { return w.Reading().Receipt() != nil })
	for _, unit := range []text.Unit{text.Char, text.Word} {
		w.SetUnit(unit)
		far := func(i int) int { return (i*7919 + 13) * 9973 % w.Text().Len() }
		for _, walk := range []struct {
			name string
			at   func(i int) int
			look time.Duration // how long the place has been on screen
		}{
			{"nearby", func(i int) int { return w.Text().Len()/2 + 37*i }, 0},
			{"at once", far, 0},
			{"after .5s", far, time.Second / 2},
			{"after 1s", far, time.Second},
			{"after 2s", far, 2 * time.Second},
		} {
			var took []time.Duration
			dear := 0 // so far from a copy that they wait for a click
			for i := range 24 {
				at, _ := unit.At(w.Text(), walk.at(i))
				w.LookAt(max(0, at-2000), at+2000)
				rest(walk.look)
				start := time.Now()
				w.PeekAt(at)
				wait(func() bool { return w.Peek().Got != nil || w.Peek().Dear > 0 })
				if w.Peek().Dear > 0 {
					dear++
					w.PeekAnyway()
					wait(func() bool { return w.Peek().Got != nil })
					continue
				}
				took = append(took, time.Since(start))
			}
			if took != nil {
				t.Logf("%s, %-9s %s", unit.Name(), walk.name, percentiles(took))
			}
			t.Logf("%s, %-9s %d of 24 wait for a click", unit.Name(), walk.name, dear)
		}
	}
}

func percentiles(d []time.Duration) string {
	slices.Sort(d)
	at := func(p float64) string { return d[int(p*float64(len(d)-1))].Round(10 * time.Microsecond).String() }
	return "p50 " + at(0.5) + "  p95 " + at(0.95) + "  p99 " + at(0.99)
}

// tenMegabytes is prose in two scripts, from the corpus where that is there.
func tenMegabytes(t *testing.T) []byte {
	var all []byte
	for _, name := range []string{"book1", "hongloumeng-1m.txt", "enwik6"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", name))
		if err != nil {
			t.Log("the corpus is not there; a made text takes its place")
			b = []byte(strings.Repeat("Some words in a row, 一些中文字, and more of them.\n", 20000))
		}
		all = append(all, b...)
	}
	return bytes.Repeat(all, 1+10<<20/len(all))[:10<<20]
}
