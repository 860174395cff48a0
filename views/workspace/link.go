package workspace

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"bitlens/assets/lang"
	"bitlens/assets/samples"
	"bitlens/engine/text"
)

// Scheme stands before every link.
const Scheme = "bitlens:"

// A Link is a state of a screen, written as
// bitlens:read?sample=alice&model=ppm&unit=word&at=5120.
type Link struct {
	Screen string
	Values url.Values
}

// ParseLink reads a link.
func ParseLink(s string) (Link, error) {
	rest, ok := strings.CutPrefix(s, Scheme)
	screen, query, _ := strings.Cut(rest, "?")
	values, err := url.ParseQuery(query)
	if !ok || screen == "" || err != nil {
		return Link{}, errors.New(lang.T("%q is not a link of the form bitlens:read?sample=alice", s))
	}
	return Link{screen, values}, nil
}

// String writes the link.
func (l Link) String() string {
	s := Scheme + l.Screen
	if len(l.Values) > 0 {
		s += "?" + l.Values.Encode()
	}
	return s
}

// SetGo tells the workspace how to show the screen of a link.
func (w *Workspace) SetGo(f func(Link)) { w.goTo = f }

// Go opens what a link names: the text, the model, the unit, the place, and
// then the screen.
func (w *Workspace) Go(l Link) {
	v := l.Values
	rest := func() { w.goOn(l) }
	switch {
	case v.Get("file") != "":
		w.LoadFile(v.Get("file"), v.Get("encoding"), rest)
	case v.Get("sample") != "":
		s, ok := samples.Find(v.Get("sample"))
		if !ok {
			w.Fail(errors.New(lang.T("There is no sample called %q.", v.Get("sample"))))
			return
		}
		if w.doc.Name != s.Name || w.doc.Path != "" || w.Dirty() {
			w.OpenSample(s)
		}
		rest()
	default:
		rest()
	}
}

// OpenSample opens a bundled text.
func (w *Workspace) OpenSample(s samples.Sample) { w.OpenBytes(s.Name, s.Text()) }

// goOn follows a link when its text is open.
func (w *Workspace) goOn(l Link) {
	w.failAll(w.take(l))
	w.show(l)
}

// show shows the screen of a link.
func (w *Workspace) show(l Link) {
	if w.goTo != nil {
		w.goTo(l)
	}
}

// take takes the state of a link but for its text and screen, and returns what
// of it cannot be had.
func (w *Workspace) take(l Link) (errs []error) {
	v := l.Values
	note := func(value string, err error) {
		if err != nil {
			errs = append(errs, errors.New(lang.T("The link asks for %q: %v", value, err)))
		}
	}
	if id := v.Get("model"); id != "" {
		note(id, w.SetModel(id))
	}
	if v.Has("b") {
		note(v.Get("b"), w.SetRival(v.Get("b")))
	}
	if name := v.Get("unit"); name != "" {
		u, err := text.ParseUnit(name)
		if err == nil {
			w.SetUnit(u)
		}
		note(name, err)
	}
	if name := v.Get("measure"); name != "" {
		m, err := ParseMeasure(name)
		if err == nil {
			w.SetMeasure(m)
		}
		note(name, err)
	}
	w.takePlace(v)
	return errs
}

// takePlace takes the cursor and the brush of a link.
func (w *Workspace) takePlace(v url.Values) {
	if at, err := strconv.Atoi(v.Get("at")); err == nil {
		w.SetCursor(at)
	}
	if lo, hi, ok := parseBrush(v.Get("brush"), w.doc.Text.Len()); ok {
		w.SetBrush(lo, hi)
	}
}

// parseBrush reads a byte range of a text of n bytes: "100-200" is from 100 to
// before 200.
func parseBrush(s string, n int) (lo, hi int, ok bool) {
	first, last, _ := strings.Cut(s, "-")
	lo, errLo := strconv.Atoi(first)
	hi, errHi := strconv.Atoi(last)
	if errLo != nil || errHi != nil || lo < 0 || lo > hi {
		return 0, 0, false
	}
	return min(lo, n), min(hi, n), true
}

// Link returns the link to the text as it stands, on a screen.
func (w *Workspace) Link(screen string) Link {
	v := url.Values{"model": {w.model.ID}, "unit": {w.unit.Name()}, "at": {strconv.Itoa(w.cursor)}}
	if !w.measure.Is(Bits) {
		v.Set("measure", w.measure.Name)
	}
	if w.rival != nil {
		v.Set("b", w.rival.entry.ID)
	}
	if lo, hi := w.Brush(); lo < hi {
		v.Set("brush", fmt.Sprintf("%d-%d", lo, hi))
	}
	if s, ok := samples.Named(w.doc.Name); ok && w.doc.Path == "" {
		v.Set("sample", s.ID)
	}
	if w.doc.Path != "" {
		v.Set("file", w.doc.Path)
		if e := w.doc.Encoding.String(); e != text.UTF8.String() {
			v.Set("encoding", e)
		}
	}
	return Link{screen, v}
}
