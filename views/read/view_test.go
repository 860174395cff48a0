package read

import (
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/text"

	"fyne.io/fyne/v2/test"
)

// The receipt says the same in both languages, and nothing before it is true.
func TestReceiptInWords(t *testing.T) {
	const doc = "论语 is read; 论语 is read." // 27 bytes, 23 characters
	defer lang.Set(lang.English)
	for language, want := range map[string][5]string{
		lang.English: {" bytes", " bits/byte", " bits/character", "decoded and equal", "decoder owns 0 bytes"},
		lang.Chinese: {" 字节", " 比特/字节", " 比特/字", "已解码，完全一致", "解码器自带 0 字节"},
	} {
		w, q := open(t, "ppm", doc)
		lang.Set(language)
		v := New(w).(*View)
		v.Shown(true)
		if s := v.status; s.equal.Text() != "" || s.tick.Visible() || s.perChar.Text() != "" {
			t.Errorf("%s: before it is read it says %q %q", language, s.equal.Text(), s.perChar.Text())
		}
		q.Until(t, "the receipt and the count", func() bool { return w.Reading().Receipt() != nil && v.digest.counted == w.Version() })
		r := w.Reading().Receipt()
		s := v.status
		got := [5]string{s.sizes.Text(), s.perByte.Text(), s.perChar.Text(), s.equal.Text(), s.rest.Text()}
		for i := range want {
			if !strings.HasSuffix(got[i], want[i]) {
				t.Errorf("%s: %q, want …%q", language, got[i], want[i])
			}
		}
		perChar := rate(float64(r.CompressedBytes) * 8 / 23)
		if !strings.HasPrefix(got[2], perChar) || !s.tick.Visible() {
			t.Errorf("%s: %q, want %s; the tick shows: %v", language, got[2], perChar, s.tick.Visible())
		}
	}
}

func TestStatusSaysHowACodecCharges(t *testing.T) {
	for model, block := range map[string]bool{"brotli:5": true, "gzip": false} {
		w, q := done(t, model, prose)
		v := New(w).(*View)
		if got := strings.Contains(v.status.rest.Text(), "charged by block"); got != block {
			t.Errorf("%s: %q", model, v.status.rest.Text())
		}
		_ = q
	}
}

func TestStatusOfASelection(t *testing.T) {
	w, _ := done(t, "uniform", "0123456789")
	v := New(w).(*View)
	before := v.status.rest.Text()
	w.SetBrush(2, 6)
	if got, want := v.status.rest.Text(), "selected: 4 bytes, 32 bits, 8.000 bits/byte"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	w.SetBrush(0, 0)
	if got := v.status.rest.Text(); got != before {
		t.Errorf("afterwards it says %q, before %q", got, before)
	}
}

func TestCancelledReadingSaysSo(t *testing.T) {
	w, _ := open(t, "ppm", prose)
	v := New(w).(*View)
	w.Reading().Cancel()
	if got := v.status.rest.Text(); got != "cancelled; what has been read stays" || v.status.tick.Visible() {
		t.Errorf("it says %q", got)
	}
}

func TestEmptyText(t *testing.T) {
	w, q := done(t, "cm", "")
	v := New(w).(*View)
	v.Shown(true)
	if _, ok := factsAt(w, v.shade, 0); ok || v.detail.has {
		t.Error("there are facts about nothing")
	}
	if got := v.status.perByte.Text(); got != "an empty text has no bits/byte" {
		t.Errorf("it says %q", got)
	}
	v.heat.TypedRune('x') // and it can be typed into
	q.Until(t, "the receipt", func() bool { return w.Reading().Receipt() != nil })
	if w.Text().Len() != 1 || w.Reading().Receipt().OriginalBytes != 1 {
		t.Errorf("%d bytes, read %d", w.Text().Len(), w.Reading().Receipt().OriginalBytes)
	}
}

// What stands before an edit stays known; what stands behind shows what it
// cost before, and says so, until it has been read again.
func TestEditKeepsWhatStandsBefore(t *testing.T) {
	w, q := done(t, "ppm", prose)
	v := New(w).(*View)
	before, _ := factsAt(w, v.shade, 10)
	v.heat.SetCursor(20)
	v.heat.TypedRune('Z')
	if got := string(w.Text().Slice(19, 22)); got != prose[19:20]+"Z"+prose[20:21] {
		t.Fatalf("typed %q", got)
	}
	after, _ := factsAt(w, v.shade, 10)
	if !after.known || !after.current || after.bits != before.bits {
		t.Errorf("before the edit: %+v, was %+v", after, before)
	}
	if typed, _ := factsAt(w, v.shade, 20); typed.known {
		t.Errorf("what was typed is known before it is read: %+v", typed)
	}
	if behind, _ := factsAt(w, v.shade, 30); !behind.known || behind.current {
		t.Errorf("behind the edit: %+v", behind)
	}
	q.Until(t, "the receipt", func() bool { return w.Reading().Receipt() != nil })
	if behind, _ := factsAt(w, v.shade, 30); !behind.known || !behind.current {
		t.Errorf("behind the edit, when it has been read: %+v", behind)
	}
}

func TestDigestCountsCharacters(t *testing.T) {
	for doc, want := range map[string]int{"": 0, "abc": 3, "论语": 2, "e\u0301👩\u200d👧\r\n": 3, "\xff\xfe": 2} {
		w, q := done(t, "uniform", doc)
		v := New(w).(*View)
		q.Until(t, "the count", func() bool { return v.digest.counted == w.Version() })
		if v.digest.chars != want {
			t.Errorf("%q has %d characters, want %d", doc, v.digest.chars, want)
		}
		w.Edit(0, 0, []byte("新a"))
		q.Until(t, "the next count", func() bool { return v.digest.counted == w.Version() })
		if v.digest.chars != want+2 {
			t.Errorf("%q with two more has %d characters", doc, v.digest.chars)
		}
	}
}

// The screen follows what is chosen elsewhere.
func TestViewFollowsTheWorkspace(t *testing.T) {
	w, q := done(t, "ppm", prose)
	v := New(w).(*View)
	win := test.NewWindow(v.Content())
	defer win.Close()
	v.Shown(true)
	if win.Canvas().Focused() != v.heat {
		t.Error("the text has no keyboard")
	}
	w.SetCursor(40)
	if caret, _ := v.heat.Selection(); caret != 40 || v.at() != 40 {
		t.Errorf("the caret stands at %d, looked at is %d", caret, v.at())
	}
	q.Until(t, "the answer at the caret", func() bool { return w.Peek().Got != nil })
	if len(v.detail.facts.guesses) == 0 || v.detail.facts.lo != 40 {
		t.Errorf("the detail shows %d guesses at %d", len(v.detail.facts.guesses), v.detail.facts.lo)
	}
	w.SetUnit(text.Word)
	if v.charts.unit != "word" || v.detail.facts.hi-v.detail.facts.lo != 3 {
		t.Errorf("unit %q; the detail shows [%d,%d)", v.charts.unit, v.detail.facts.lo, v.detail.facts.hi)
	}
	if err := w.SetModel("gzip"); err != nil {
		t.Fatal(err)
	}
	q.Until(t, "gzip's receipt", func() bool { return w.Reading().Receipt() != nil })
	if got := v.charts.line.Chart().Series[0].Name; got != "gzip" {
		t.Errorf("the curve is that of %s", got)
	}
	for _, e := range v.Exports() {
		if out := exported(t, q, e); len(out) < 100 {
			t.Errorf("%s %s: %d bytes", e.What, e.Ext, len(out))
		}
	}
}

// What was read while another screen was on display is there when this one
// comes back.
func TestReadUnseen(t *testing.T) {
	w, q := open(t, "ppm", prose)
	v := New(w).(*View)
	q.Until(t, "the receipt", func() bool { return w.Reading().Receipt() != nil && !v.digest.busy })
	v.Shown(true)
	if !v.detail.facts.known {
		t.Error("the detail shows what was known before")
	}
	q.Until(t, "the count", func() bool { return v.digest.counted == w.Version() })
	if !strings.HasSuffix(v.status.perChar.Text(), " bits/character") || len(v.digest.stats.at) == 0 {
		t.Errorf("it says %q, and knows %d units", v.status.perChar.Text(), len(v.digest.stats.at))
	}
}

func TestUnitNames(t *testing.T) {
	defer lang.Set(lang.English)
	for language, want := range map[string]string{
		lang.English: "byte character word token sentence line paragraph",
		lang.Chinese: "字节 字 词 词元 句 行 段",
	} {
		lang.Set(language)
		var names []string
		for _, u := range text.Units {
			names = append(names, unitName(u))
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
