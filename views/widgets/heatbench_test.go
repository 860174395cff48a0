package widgets

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"bitlens/engine/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// documents of 10 MB: English lines, Chinese paragraphs, and one endless line.
var documents = map[string][]byte{
	"lines": bytes.Repeat([]byte(alice+"\n"), 10<<20/(len(alice)+1)),
	"han":   bytes.Repeat([]byte(stone+"\n"), 10<<20/(len(stone)+1)),
	"line":  bytes.Repeat([]byte("one line without an end, "), 10<<20/25),
}

// eachDocument runs a benchmark in the middle of every document.
func eachDocument(b *testing.B, run func(b *testing.B, h *HeatText)) {
	for name, doc := range documents {
		b.Run(name, func(b *testing.B) {
			h, _ := newHeat(b, Light, "", 1280, 800)
			h.SetText(text.NewSeq(bytes.Clone(doc)))
			h.SetShading(fakeCosts{doc: h.Text()})
			h.ScrollTo(len(doc) / 2)
			h.SetCursor(len(doc) / 2)
			h.drawn.paint(1280, 800)
			b.ReportAllocs()
			b.ResetTimer()
			run(b, h)
		})
	}
}

// BenchmarkPaint scrolls by a row a frame.
func BenchmarkPaint(b *testing.B) {
	eachDocument(b, func(b *testing.B, h *HeatText) {
		var frames []time.Duration
		for range b.N {
			start := time.Now()
			h.view.scrollRows(1)
			h.Repaint()
			h.drawn.paint(1280, 800)
			frames = append(frames, time.Since(start))
		}
		slices.Sort(frames)
		b.ReportMetric(float64(frames[len(frames)*99/100].Microseconds()), "µs-p99")
	})
}

// BenchmarkKeyPress10MB types a letter and draws it.
func BenchmarkKeyPress10MB(b *testing.B) {
	eachDocument(b, func(b *testing.B, h *HeatText) {
		for range b.N {
			h.TypedRune('x')
			h.drawn.paint(1280, 800)
		}
	})
}

// BenchmarkHover moves the pointer over one character after the other.
func BenchmarkHover(b *testing.B) {
	eachDocument(b, func(b *testing.B, h *HeatText) {
		for i := range b.N {
			at := fyne.NewPos(float32(100+i*9%1000), float32(40+i*31%700))
			h.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		}
	})
}
