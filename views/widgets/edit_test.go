package widgets

import (
	"math/rand/v2"
	"strings"
	"testing"

	"bitlens/engine/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// editing is what keys do: the text before, the keys, the text after. A bar is the caret, a caret sign the anchor of the
// selection. A key is a name, with Shift+ or Ctrl+ before it; anything else is typed.
const editing = `
ab|c        x                       abx|c
|           红楼                    红楼|
a红|b       BackSpace               a|b
a红|b       Left                    a|红b
é|x         Left                    |éx
é|x         BackSpace               |x
a|👩‍👩‍👧b      Delete                  a|b
a|👩‍👩‍👧b      Right                   a👩‍👩‍👧|b
a|b         Return                  a⏎|b
a|⏎b        Delete                  a|b
a^bc|d      x                       ax|d
a^bc|d      BackSpace               a|d
a|bc^d      Right                   abc|d
a|bc^d      Left                    a|bcd
ab|cd       Shift+Left              a|b^cd
ab|cd       Shift+Left,Shift+Right  ab|cd
ab|cd       Home                    |abcd
ab⏎cd|e⏎f   Home                    ab⏎|cde⏎f
ab⏎c|de⏎f   End                     ab⏎cde|⏎f
ab⏎c|de     End                     ab⏎cde|
ab⏎c|de     Ctrl+Home               |ab⏎cde
ab⏎c|de     Ctrl+End                ab⏎cde|
abcd⏎e⏎ab|c Up,Up                   ab|cd⏎e⏎abc
abc|d⏎e⏎abc Down                    abcd⏎e|⏎abc
abc|d⏎e⏎abc Down,Down               abcd⏎e⏎abc|
a|b         Up                      |ab
a|b         Down                    ab|
abcdef|     Ctrl+Left               abcd|ef
|abcdef     Ctrl+Right              abcd|ef
|abcdef     Ctrl+Shift+Right        ^abcd|ef
|ab         x,y,Undo                |ab
|ab         x,y,Undo,Redo           xy|ab
|ab         x,Right,y,Undo          xa|b
a^bc|d      x,Undo                  a^bc|d
abc|        BackSpace,BackSpace     a|
abc|        BackSpace,BackSpace,Undo abc|
a^bc|d      Cut                     a|d
a^bc|d      Copy,Right,Paste        abcbc|d
ab|c        SelectAll,x             x|
|ab         F5                      |ab
`

// parse reads a text with its caret and anchor.
func parse(s string) (doc string, caret, anchor int) {
	s = strings.ReplaceAll(s, "⏎", "\n")
	anchor = strings.Index(strings.ReplaceAll(s, "|", ""), "^")
	s = strings.ReplaceAll(s, "^", "")
	if caret = strings.Index(s, "|"); anchor < 0 {
		anchor = caret
	}
	return strings.ReplaceAll(s, "|", ""), caret, anchor
}

// state writes the text as parse reads it.
func state(h *HeatText) string {
	doc := string(h.doc.Slice(0, h.doc.Len()))
	at, anchor := h.caret.at, h.caret.anchor
	marks := map[int]string{anchor: "^"}
	if at == anchor {
		marks = map[int]string{}
	}
	marks[at] = "|"
	var b strings.Builder
	for i := range len(doc) + 1 {
		b.WriteString(marks[i])
		if i < len(doc) {
			b.WriteByte(doc[i])
		}
	}
	return strings.ReplaceAll(b.String(), "\n", "⏎")
}

var clipboard = test.NewClipboard()

var shortcuts = map[string]fyne.Shortcut{
	"Undo": &fyne.ShortcutUndo{}, "Redo": &fyne.ShortcutRedo{}, "SelectAll": &fyne.ShortcutSelectAll{},
	"Cut": &fyne.ShortcutCut{Clipboard: clipboard}, "Copy": &fyne.ShortcutCopy{Clipboard: clipboard},
	"Paste": &fyne.ShortcutPaste{Clipboard: clipboard},
}

// press does one key as the driver would.
func press(h *HeatText, key string) {
	if s, ok := shortcuts[key]; ok {
		h.TypedShortcut(s)
		return
	}
	if name, ok := strings.CutPrefix(key, "Ctrl+"); ok {
		s := &desktop.CustomShortcut{Modifier: fyne.KeyModifierShortcutDefault}
		if name, ok = strings.CutPrefix(name, "Shift+"); ok {
			s.Modifier |= fyne.KeyModifierShift
		}
		s.KeyName = fyne.KeyName(name)
		h.TypedShortcut(s)
		return
	}
	name, shift := strings.CutPrefix(key, "Shift+")
	switch name {
	case "Left", "Right", "Up", "Down", "Home", "End", "BackSpace", "Delete", "Return", "F5", "Prior", "Next":
		h.shift = shift
		h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(name)})
	default:
		for _, r := range key {
			h.TypedRune(r)
		}
	}
}

func TestEditing(t *testing.T) {
	h, _ := newHeat(t, Light, "", 400, 300)
	for _, line := range strings.Split(strings.TrimSpace(editing), "\n") {
		f := strings.Fields(line)
		doc, at, anchor := parse(f[0])
		h.SetText(text.NewSeq([]byte(doc)))
		h.SetShading(fakeCosts{doc: h.Text(), unit: 4})
		h.caret = caret{at: at, anchor: anchor, column: -1}
		for _, key := range strings.Split(f[1], ",") {
			press(h, key)
		}
		if got := state(h); got != f[2] {
			t.Errorf("%s: after %s it is %s, expected %s", f[0], f[1], got, f[2])
		}
	}
}

// randomKeys are all that changes a text or moves in it.
var randomKeys = []string{
	"x", "红", "é", "\u0301", "👩", "\u200d", "ש", " ", "Return", "BackSpace", "BackSpace", "Delete", "Left", "Right", "Up", "Down", "Home",
	"End", "Prior", "Next", "Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Ctrl+Right", "Ctrl+Shift+Left", "Ctrl+Home",
	"Cut", "Copy", "Paste", "Undo", "Redo",
}

// What callbacks tell, applied to plain bytes, is what the text is; undo goes back to the start and redo to the end.
func TestRandomEditingIsWhatItTells(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 20 {
		first := mixed[:r.IntN(len(mixed))]
		h, _ := newHeat(t, Light, first, 300, 200)
		told, cursor, lo, hi := []byte(first), 0, 0, 0
		h.OnEdit = func(lo, hi int, with []byte) {
			told = []byte(string(told[:lo]) + string(with) + string(told[hi:]))
			h.SetShading(fakeCosts{doc: h.Text()})
		}
		h.OnCursor = func(at int) { cursor = at }
		h.OnSelect = func(l, h int) { lo, hi = l, h }
		for range 200 {
			key := randomKeys[r.IntN(len(randomKeys))]
			press(h, key)
			check(t, h, key, string(told), cursor, lo, hi)
		}
		exhaust(h, "Redo") // the last key may have been Undo
		last := string(told)
		exhaust(h, "Undo")
		if string(told) != first {
			t.Fatalf("undone, it is %q, at first %q", told, first)
		}
		exhaust(h, "Redo")
		if string(told) != last {
			t.Fatalf("redone, it is %q, before %q", told, last)
		}
	}
}

// exhaust presses a key until it changes nothing.
func exhaust(h *HeatText, key string) {
	for range 1000 {
		press(h, key)
	}
}

func check(t *testing.T, h *HeatText, key, told string, cursor, lo, hi int) {
	t.Helper()
	if got := string(h.doc.Slice(0, h.doc.Len())); got != told {
		t.Fatalf("after %s it is %q, but told is %q", key, got, told)
	}
	if h.caret.at != cursor || h.caret.at != h.snap(h.caret.at) {
		t.Fatalf("after %s the caret is at %d, told %d, a cell starts at %d", key, h.caret.at, cursor, h.snap(h.caret.at))
	}
	if l, r := h.Selection(); l != r && (l != lo || r != hi) || l == r && lo != hi {
		t.Fatalf("after %s the selection is %d to %d, told %d to %d", key, l, r, lo, hi)
	}
	if row := h.view.layout.Row(h.caret.at); h.view.top != h.view.layout.Row(h.view.top).Lo() || !h.view.onScreen(row) {
		t.Fatalf("after %s the caret at %d is not on screen, which starts at %d", key, h.caret.at, h.view.top)
	}
}

func TestReadOnlyTextDoesNotChange(t *testing.T) {
	h, _ := newHeat(t, Light, alice, 300, 200)
	press(h, "x")
	h.ReadOnly = true
	for _, key := range []string{"y", "Return", "BackSpace", "Delete", "Paste", "SelectAll", "Cut", "Undo"} {
		press(h, key)
	}
	if got := string(h.doc.Slice(0, h.doc.Len())); got != "x"+alice {
		t.Errorf("it changed to %q", got)
	}
}

func TestUndoIsBounded(t *testing.T) {
	h, _ := newHeat(t, Light, "", 300, 200)
	big := strings.Repeat("a line that is pasted\n", 50_000)
	clipboard.SetContent(big)
	for range 80 {
		press(h, "Paste")
	}
	if h.undo.bytes > maxHistory || len(h.undo.done) < 10 {
		t.Errorf("%d changes hold %d bytes", len(h.undo.done), h.undo.bytes)
	}
}
