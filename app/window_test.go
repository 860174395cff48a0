package app

import (
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/assets/samples"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// Every screen can be put on display, in every language, by the rail, its key
// and its link.
func TestEveryScreenShows(t *testing.T) {
	for _, language := range []string{lang.English, lang.Chinese} {
		b := newBench(t, "--lang", language)
		b.ws.OpenBytes("text", []byte("a text to show, 一段文字"))
		for i, s := range b.list {
			for way, show := range map[string]func(){
				"rail": func() { test.Tap(b.rail[i]) },
				"link": func() { b.follow("bitlens:" + s.ID) },
				"key":  func() { b.shortcut(fmt.Sprintf("Ctrl+%d", i+1)) },
			} {
				b.show((i + 1) % len(b.list))
				show()
				if b.shown != i || b.middle.Objects[0] == nil || b.views[i].Link().Screen != s.ID {
					t.Errorf("%s, by its %s: screen %d is on display", s.ID, way, b.shown)
				}
			}
			all := words(b.win.Content())
			if !slices.Contains(all, lang.T(s.Title)) {
				t.Errorf("%s: %q is not on the rail", language, lang.T(s.Title))
			}
		}
		b.ws.StopRace()
	}
}

func TestLinkToNoScreen(t *testing.T) {
	b := newBench(t)
	for link, want := range map[string]string{
		"bitlens:nowhere":            `There is no screen called "nowhere".`,
		"http://elsewhere":           `"http://elsewhere" is not a link`,
		"bitlens:read?sample=none":   `There is no sample called "none".`,
		"bitlens:read?model=laplase": "did you mean",
	} {
		b.follow(link)
		if got := b.ws.Notice().Text; !strings.Contains(got, want) || !b.notes.box.Visible() {
			t.Errorf("%s: %q, want %q; it shows: %v", link, got, want, b.notes.box.Visible())
		}
	}
}

// Another language makes the content anew; the text, the place and the screen
// stay.
func TestLanguageIsSwitched(t *testing.T) {
	defer lang.Set(lang.English)
	b := newBench(t)
	b.ws.OpenBytes("text", []byte("a text that stays where it is"))
	b.ws.SetCursor(7)
	b.show(0)
	menu := b.item(b.moreMenu(), "Language").ChildMenu
	if en := b.item(menu, "English"); !en.Checked {
		t.Error("English is not marked")
	}
	b.item(menu, "中文").Action()
	all := words(b.win.Content())
	for english, chinese := range map[string]string{"Open": "打开", "Paste": "粘贴", "Read": "阅读", "Race": "竞赛", "Model": "模型", "Unit": "单位"} {
		if slices.Contains(all, english) || !slices.Contains(all, chinese) {
			t.Errorf("%q stands there: %v; %q: %v", english, slices.Contains(all, english), chinese, slices.Contains(all, chinese))
		}
	}
	if b.ws.Cursor() != 7 || b.text() != "a text that stays where it is" || b.shown != 0 {
		t.Errorf("the cursor is at %d of %q, screen %d", b.ws.Cursor(), b.text(), b.shown)
	}
	if got := b.app.Preferences().String(languagePreference); got != lang.Chinese {
		t.Errorf("remembered is %q", got)
	}
	b.receipt()
	b.until("the status", func() bool { return slices.Contains(words(b.left), "已解码，完全一致") })
	b.item(b.item(b.moreMenu(), "Language").ChildMenu, "English").Action()
	if all := words(b.win.Content()); slices.Contains(all, "打开") || !slices.Contains(all, "Open") {
		t.Error("English did not come back")
	}
}

func TestAppearanceIsSwitched(t *testing.T) {
	b := newBench(t)
	background := func() color.Color { return theme.Color(theme.ColorNameBackground) }
	light := background()
	told := 0
	b.ws.On(workspace.LookTopic, func() { told++ })
	b.item(b.item(b.moreMenu(), "Light or dark").ChildMenu, "Dark").Action()
	if background() == light || told != 1 {
		t.Errorf("the background is %v, told %d times", background(), told)
	}
	again := b.item(b.moreMenu(), "Light or dark").ChildMenu
	if !b.item(again, "Dark").Checked || b.item(again, "Light").Checked {
		t.Error("what is chosen is not marked")
	}
	b.item(again, "Light").Action()
	if background() != light || b.app.Preferences().String(appearancePreference) != string(widgets.Light) {
		t.Errorf("the background is %v, remembered is %q", background(), b.app.Preferences().String(appearancePreference))
	}
}

// edited returns a bench with a file that has an edit, and another file.
func edited(t *testing.T) (b *bench, mine, other string) {
	b = newBench(t)
	mine, other = b.file("mine.txt", "before"), b.file("other.txt", "another text")
	b.drop(mine)
	b.until("the file", func() bool { return b.ws.Document().Path == mine })
	b.ws.Edit(0, 0, []byte("edited "))
	return b, mine, other
}

func content(t *testing.T, path string) string {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

func TestUnsavedEditsAskFirst(t *testing.T) {
	for _, c := range []struct {
		press   string
		onDisk  string
		opens   bool
		remains string
	}{
		{"Save", "edited before", true, ""},
		{"Give them up", "before", true, ""},
		{"Cancel", "before", false, "edited before"},
	} {
		b, mine, other := edited(t)
		b.drop(other)
		if b.top() == nil || b.text() != "edited before" {
			t.Fatalf("%s: nobody asked; the text is %q", c.press, b.text())
		}
		if asked := strings.Join(words(b.top()), " "); !strings.Contains(asked, "mine.txt has edits that are not saved.") {
			t.Errorf("it asks %q", asked)
		}
		b.press(c.press)
		if b.top() != nil {
			t.Errorf("%s: the question stays", c.press)
		}
		if c.opens {
			b.until("the other text", func() bool { return b.ws.Document().Path == other })
			if b.text() != "another text" || b.ws.Dirty() {
				t.Errorf("%s: %q", c.press, b.text())
			}
		} else if b.text() != c.remains || !b.ws.Dirty() {
			t.Errorf("%s: %q is open", c.press, b.text())
		}
		if got := content(t, mine); got != c.onDisk {
			t.Errorf("%s: on disk is %q, want %q", c.press, got, c.onDisk)
		}
	}
}

// Everything that gives up the text asks; a text that is saved is given up at
// once.
func TestWhatAsks(t *testing.T) {
	for name, act := range map[string]func(b *bench){
		"paste":    func(b *bench) { b.app.Clipboard().SetContent("pasted"); b.pasteNew() },
		"sample":   func(b *bench) { b.sampleMenu().Items[0].Action() },
		"encoding": func(b *bench) { b.bar().encodings().Items[1].Action() },
		"quit":     func(b *bench) { b.shortcut("Ctrl+Q") },
	} {
		b, _, _ := edited(t)
		act(b)
		if b.top() == nil || b.text() != "edited before" {
			t.Errorf("%s: nobody asked, the text is %q", name, b.text())
			continue
		}
		b.key(fyne.KeyEscape)
		if b.top() != nil || b.text() != "edited before" {
			t.Errorf("%s: after Escape the question stays: %v; the text is %q", name, b.top() != nil, b.text())
		}
		saved := false
		b.saveThen(func() { saved = true })
		b.until("saving", func() bool { return saved })
		act(b)
		if b.top() != nil {
			t.Errorf("%s: it asks about a text that is saved", name)
		}
	}
}

// A text that cannot be saved is not given up.
func TestFailedSavingKeepsTheText(t *testing.T) {
	b, mine, other := edited(t)
	if err := os.RemoveAll(filepath.Dir(mine)); err != nil {
		t.Fatal(err)
	}
	b.drop(other)
	b.press("Save")
	b.until("the notice", func() bool { return b.ws.Notice().Error })
	if b.text() != "edited before" || !b.ws.Dirty() || !strings.Contains(b.ws.Notice().Text, "The text was not saved") {
		t.Errorf("%q is open; %q", b.text(), b.ws.Notice().Text)
	}
}

// The file dialogs open where the last one was. (An entry that has the keyboard
// keeps Escape to itself.)
func TestFileDialogsOpen(t *testing.T) {
	b := newBench(t)
	b.ws.Edit(0, 0, []byte("typed"))
	b.remember(b.file("here.txt", ""))
	for name, ask := range map[string]func(){
		"save":    b.save,
		"save as": func() { b.shortcut("Ctrl+Shift+S") },
		"export":  func() { b.export("race.csv", views.Export{}) },
		"open":    func() { b.shortcut("Ctrl+O"); b.press("Give them up") },
	} {
		ask()
		if b.top() == nil {
			t.Errorf("%s: nobody asks where", name)
			continue
		}
		b.escape()
		if b.top() != nil || b.text() != "typed" || !b.ws.Dirty() {
			t.Errorf("%s: after Escape it stays: %v; the text is %q", name, b.top() != nil, b.text())
		}
	}
}

func TestDroppedFiles(t *testing.T) {
	b := newBench(t)
	b.drop()
	if b.ws.Notice().Text != "" {
		t.Errorf("nothing was dropped, it says %q", b.ws.Notice().Text)
	}
	first, second := b.file("第一 100%.txt", "first 文"), b.file("second.txt", "second")
	b.drop(first, second)
	b.until("both", func() bool { return len(b.ws.Matrix().Texts) == 2 && !b.ws.Matrix().Busy() })
	if got := b.ws.Matrix().Texts[0].Name; got != "第一 100%.txt" || b.list[b.shown].ID != "race" {
		t.Errorf("two files dropped: it races over %q on the screen %s", got, b.list[b.shown].ID)
	}
	b.drop(first)
	b.until("the file", func() bool { return b.ws.Document().Path == first })
	if b.text() != "first 文" {
		t.Errorf("%q is open", b.text())
	}
	b.receipt()
	if title := b.win.Title(); !strings.HasPrefix(title, "第一 100%.txt: 9 → ") || !strings.HasSuffix(title, " bytes · Bitlens") {
		t.Errorf("the title is %q", title)
	}
	b.ws.Edit(0, 1, nil)
	if title := b.win.Title(); !strings.HasPrefix(title, "第一 100%.txt *") {
		t.Errorf("after an edit the title is %q", title)
	}
	b.drop(filepath.Dir(second))
	b.until("the folder", func() bool { return len(b.ws.Matrix().Texts) == 1 && !b.ws.Matrix().Busy() })
	if b.text() != "irst 文" {
		t.Errorf("a folder was dropped, and %q is open", b.text())
	}
}

// A notice says itself above everything and goes when it is dismissed; Escape
// takes what lies on top first.
func TestEscapeClosesFromTheTop(t *testing.T) {
	b := newBench(t)
	b.ws.OpenBytes("text", []byte(strings.Repeat("text ", 2000)))
	b.ws.Fail(errors.New("something went wrong"))
	if all := words(b.notes.layer); !b.notes.box.Visible() || !slices.Contains(all, "something went wrong") {
		t.Fatalf("it says %q, visible %v", all, b.notes.box.Visible())
	}
	b.showKeys()
	if b.top() == nil || !strings.Contains(strings.Join(words(b.top()), "\n"), "Ctrl+Shift+V") {
		t.Fatal("the keys are not listed")
	}
	for _, want := range []struct{ above, notice, busy bool }{{false, true, true}, {false, false, true}, {false, false, false}} {
		b.key(fyne.KeyEscape)
		_, _, busy := b.ws.Reading().Progress()
		if got := (struct{ above, notice, busy bool }{b.top() != nil, b.notes.box.Visible(), busy}); got != want {
			t.Errorf("after Escape %+v, want %+v", got, want)
		}
	}
	b.ws.Tell("done")
	if !b.notes.box.Visible() {
		t.Error("the next notice does not show")
	}
	test.Tap(b.notes.close)
	if b.notes.box.Visible() {
		t.Error("it stays when it is dismissed")
	}
}

// The bar says what runs while it runs, and cancels it.
func TestJobBar(t *testing.T) {
	b := newBench(t)
	b.receipt()
	if b.jobs.content.Visible() {
		t.Error("it shows when nothing runs")
	}
	b.ws.OpenBytes("text", []byte(strings.Repeat("text ", 2000)))
	if !b.jobs.content.Visible() || !strings.HasPrefix(words(b.jobs.content)[0], "order2 0% · ") {
		t.Errorf("it says %q, visible %v", words(b.jobs.content), b.jobs.content.Visible())
	}
	test.Tap(b.jobs.cancel)
	if b.jobs.content.Visible() || b.ws.Busy() {
		t.Error("it goes on after Cancel")
	}
	b.ws.StartRace()
	if !b.jobs.content.Visible() || !strings.HasPrefix(words(b.jobs.content)[0], "race 0% · ") {
		t.Errorf("it says %q", words(b.jobs.content))
	}
	test.Tap(b.jobs.cancel)
	if b.jobs.content.Visible() || b.ws.Busy() {
		t.Error("the race goes on after Cancel")
	}
}

func TestKeysOfTheWindow(t *testing.T) {
	b := newBench(t)
	b.ws.OpenBytes("text", []byte("text"))
	b.receipt()
	b.key(fyne.KeyF5)
	if b.ws.Reading().Receipt() != nil {
		t.Error("F5 does not run again")
	}
	b.key(fyne.KeyF1)
	if b.top() == nil {
		t.Error("F1 shows nothing")
	}
	b.key(fyne.KeyEscape)
	seen := map[string]string{}
	for _, k := range b.bindings() {
		if other, ok := seen[k.name]; ok {
			t.Errorf("%s is %q and %q", k.name, other, k.what)
		}
		seen[k.name] = k.what
	}
}

func TestCopiedLinkLeadsBack(t *testing.T) {
	b := newBench(t)
	s, _ := samples.Find("analects")
	b.ws.OpenSample(s)
	b.ws.SetCursor(300)
	b.copyLink()
	link := b.app.Clipboard().Content()
	b.ws.OpenBytes("another", []byte("another text"))
	b.follow(link)
	if b.ws.Document().Name != s.Name || b.ws.Cursor() != 300 || b.ws.Model().ID != "order2" {
		t.Errorf("%s leads to %q at %d", link, b.ws.Document().Name, b.ws.Cursor())
	}
}

// What the command line names is opened, else a sample of the language.
func TestFirstText(t *testing.T) {
	defer lang.Set(lang.English)
	file := newBench(t).file("book.txt", "a book")
	for _, c := range []struct{ args, name string }{
		{"", "alice29.txt"}, {"--lang zh", "论语.txt"}, {file, "book.txt"}, {"bitlens:race?sample=pi", "pi.txt"},
	} {
		b := newBench(t, strings.Fields(c.args)...)
		o, _ := parse(strings.Fields(c.args))
		b.open(o)
		b.until(c.name, func() bool { return b.ws.Document().Name == c.name })
		b.ws.StopRace()
	}
}

// What is saved of a screen appears whole or not at all.
func TestWriteWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "table.csv")
	bad := errors.New("broken")
	if err := writeWhole(path, func(w io.Writer) error { io.WriteString(w, "half"); return bad }); !errors.Is(err, bad) {
		t.Errorf("%v", err)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 0 {
		t.Errorf("%d files are left behind", len(files))
	}
	if err := writeWhole(path, func(w io.Writer) error { _, err := io.WriteString(w, "whole"); return err }); err != nil || content(t, path) != "whole" {
		t.Errorf("%v, %q", err, content(t, path))
	}
}

// The menu offers what each screen can save, under names of their own.
func TestExportMenu(t *testing.T) {
	b := newBench(t)
	for i, v := range b.views {
		b.show(i)
		item := b.item(b.moreMenu(), "Save a picture or table")
		var labels []string
		for _, i := range item.ChildMenu.Items {
			labels = append(labels, i.Label)
		}
		slices.Sort(labels)
		if len(labels) != len(v.Exports()) || len(slices.Compact(labels)) != len(v.Exports()) {
			t.Errorf("%s: the menu has %q", b.list[i].ID, labels)
		}
	}
	b.ws.StopRace()
}

func TestTopBarNamesTheText(t *testing.T) {
	b := newBench(t)
	for name, want := range map[string]string{
		"short.txt": "short.txt · 4 bytes",
		"a name that is much too long to stand there.txt": "a name that is much …ere.txt · 4 bytes",
		strings.Repeat("长", 40) + ".txt":                  strings.Repeat("长", 20) + "…长长长.txt · 4 bytes",
	} {
		b.ws.OpenBytes(name, []byte("text"))
		if got := b.bar().name.Text(); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// Presenting leaves the screen alone, and everything comes back.
func TestPresenting(t *testing.T) {
	b := newBench(t)
	b.ws.OpenBytes("text", []byte("a text for a class"))
	b.receipt()
	b.key(fyne.KeyF11)
	for i, o := range b.chrome {
		if o.Visible() {
			t.Errorf("part %d of the frame is still there", i)
		}
	}
	if !b.win.FullScreen() {
		t.Error("the window is not as large as the display")
	}
	b.item(b.item(b.moreMenu(), "Language").ChildMenu, "中文").Action()
	if b.chrome[0].Visible() {
		t.Error("another language brings the bars back")
	}
	b.until("rest", func() bool { return !b.ws.Busy() })
	b.key(fyne.KeyEscape)
	if b.presenting || !b.chrome[0].Visible() || b.win.FullScreen() {
		t.Error("Escape does not end it")
	}
	lang.Set(lang.English)
}
