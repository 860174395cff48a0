//go:build window

package windowtest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"bitlens/assets/samples"
)

// patience is how long anything may take on a slow machine.
const patience = 90 * time.Second

// A program is the running Bitlens of a test.
type program struct {
	t    *testing.T
	cmd  *exec.Cmd
	log  *output
	home string
	id   string // of the window
	gone chan error
}

// An output is what a program has said so far.
type output struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.said.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.said.String()
}

// start opens the program with a home of its own, and its window.
func start(t *testing.T, home string, args ...string) *program {
	t.Helper()
	p := launch(t, home, nil, args...)
	p.wait("a window", func() bool {
		out, _ := exec.Command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid)).Output()
		ids := strings.Fields(string(out))
		if len(ids) > 0 {
			p.id = ids[len(ids)-1]
		}
		return p.id != ""
	})
	p.do("windowactivate", "--sync", p.id)
	return p
}

// launch runs the program with a home of its own, and in as its input.
func launch(t *testing.T, home string, in io.Reader, args ...string) *program {
	t.Helper()
	path := os.Getenv("BITLENS")
	if path == "" || os.Getenv("DISPLAY") == "" {
		t.Skip("BITLENS and DISPLAY name no program and display")
	}
	for _, dir := range []string{"cache", "config"} {
		if err := os.MkdirAll(filepath.Join(home, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	p := &program{t: t, log: new(output), home: home, gone: make(chan error, 1)}
	p.cmd = exec.Command(path, append([]string{"--lang", "en", "--theme", "light", "--size", "1200x700"}, args...)...)
	p.cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+home+"/cache", "XDG_CONFIG_HOME="+home+"/config", "LANG=C.UTF-8")
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = in, p.log, p.log
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.gone <- p.cmd.Wait() }()
	t.Cleanup(p.kill)
	return p
}

// kill ends the program at once, as a crash does.
func (p *program) kill() {
	p.cmd.Process.Signal(syscall.SIGKILL)
	select {
	case err := <-p.gone:
		p.gone <- err
	case <-time.After(patience):
	}
	if strings.Contains(p.log.String(), "Error in Fyne call thread") || strings.Contains(p.log.String(), "panic") {
		p.t.Errorf("the program said:\n%s", p.log)
	}
}

func (p *program) wait(what string, ok func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if ok() {
			return
		}
	}
	p.t.Fatalf("waited too long for %s; the title is %q, the program said:\n%s", what, p.title(), p.log)
}

func (p *program) do(args ...string) {
	p.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		p.t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
}

func (p *program) key(keys ...string) {
	p.t.Helper()
	p.do(append([]string{"key", "--delay", "60"}, keys...)...)
}
func (p *program) typed(s string) { p.t.Helper(); p.do("type", "--delay", "40", s) }

func (p *program) title() string {
	out, _ := exec.Command("xdotool", "getwindowname", p.id).Output()
	return strings.TrimSpace(string(out))
}

// receipt waits until the title shows what the text became.
func (p *program) receipt() string {
	p.t.Helper()
	p.wait("the receipt", func() bool { return strings.Contains(p.title(), "→") })
	return p.title()
}

func (p *program) alive() bool {
	return p.cmd.Process.Signal(syscall.Signal(0)) == nil && len(p.gone) == 0
}

// ends waits until the program has ended, and well.
func (p *program) ends() {
	p.t.Helper()
	select {
	case err := <-p.gone:
		p.gone <- err
		if err != nil {
			p.t.Error(err)
		}
	case <-time.After(patience):
		p.t.Fatal("it did not close")
	}
}

// link copies the link to what is on display and returns it.
func (p *program) link() string {
	p.t.Helper()
	setClipboard(p.t, "nothing yet")
	link := ""
	p.wait("the link", func() bool {
		p.key("ctrl+l")
		time.Sleep(200 * time.Millisecond)
		out, _ := exec.Command("xclip", "-o", "-selection", "clipboard").Output()
		link = string(out)
		return strings.HasPrefix(link, "bitlens:")
	})
	return link
}

func setClipboard(t *testing.T, s string) {
	t.Helper()
	c := exec.Command("xclip", "-i", "-selection", "clipboard")
	c.Stdin = strings.NewReader(s)
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
}

// alice writes a sample to a file of the test's own.
func alice(t *testing.T) string {
	t.Helper()
	s, _ := samples.Find("alice")
	path := filepath.Join(t.TempDir(), "alice.txt")
	if err := os.WriteFile(path, s.Text(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenReadEditSave(t *testing.T) {
	path := alice(t)
	before, _ := os.ReadFile(path)
	p := start(t, t.TempDir(), path)
	if title := p.receipt(); !strings.HasPrefix(title, "alice.txt: 152,089 → ") {
		t.Fatalf("the title is %q", title)
	}

	p.key("ctrl+Home", "Down", "Down", "Down", "Down", "Right", "Right", "Right")
	if link := p.link(); !strings.Contains(link, "at=11") { // four lines of CR LF, three spaces
		t.Errorf("the cursor is at %s", link)
	}

	p.key("ctrl+Home")
	p.typed("hello ")
	setClipboard(t, "中文 ")
	p.key("ctrl+v")
	p.wait("the mark of an edit", func() bool { return strings.Contains(p.title(), "*") })
	p.key("ctrl+s")
	p.wait("the file", func() bool { return !strings.Contains(p.title(), "*") })
	after, _ := os.ReadFile(path)
	if want := append([]byte("hello 中文 "), before...); !bytes.Equal(after, want) {
		t.Errorf("the file begins %q", after[:min(len(after), 40)])
	}
	p.receipt()
	p.key("ctrl+z", "ctrl+z")
	p.wait("undo", func() bool { return strings.Contains(p.title(), "*") })
	p.wait("the receipt of the first text", func() bool { return strings.Contains(p.title(), "*: 152,089 → ") })
}

func TestRaceOnTheSameText(t *testing.T) {
	p := start(t, t.TempDir(), alice(t))
	p.receipt()
	p.key("ctrl+2")
	p.wait("the race", func() bool { return strings.HasPrefix(p.link(), "bitlens:race") })
	p.key("ctrl+1")
	p.wait("the text", func() bool { return strings.HasPrefix(p.link(), "bitlens:read") })
}

func TestCloseAsksAboutEdits(t *testing.T) {
	p := start(t, t.TempDir(), alice(t))
	p.receipt()
	p.typed("x")
	p.wait("the mark of an edit", func() bool { return strings.Contains(p.title(), "*") })
	p.key("ctrl+q")
	time.Sleep(time.Second)
	p.key("Escape")
	time.Sleep(500 * time.Millisecond)
	if !p.alive() {
		t.Fatal("it closed and lost an edit")
	}
	p.key("ctrl+z")
	p.wait("undo", func() bool { return !strings.Contains(p.title(), "*") })
	p.key("ctrl+q")
	p.ends()
}

func TestCrashLosesNothing(t *testing.T) {
	home, path := t.TempDir(), alice(t)
	p := start(t, home, path)
	p.receipt()
	p.typed("precious ")
	p.wait("what is kept", func() bool {
		files, _ := filepath.Glob(filepath.Join(home, "config", "bitlens", "unsaved", "[0-9]*"))
		return len(files) == 1
	})
	time.Sleep(1500 * time.Millisecond) // all of it
	p.kill()
	again := start(t, home)
	again.wait("the edits", func() bool { return strings.HasPrefix(again.title(), "alice.txt *") })
	again.key("ctrl+s")
	again.wait("the file", func() bool { return !strings.Contains(again.title(), "*") })
	if b, _ := os.ReadFile(path); !bytes.HasPrefix(b, []byte("precious ")) {
		t.Errorf("the file begins %q", b[:20])
	}
}

// What cannot be opened leaves the window as it is, and alive.
func TestBadFilesAreTold(t *testing.T) {
	dir := t.TempDir()
	fifo := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, fifo, filepath.Join(dir, "none")} {
		p := start(t, t.TempDir(), path)
		p.typed("still here")
		p.wait("the typing", func() bool { return strings.Contains(p.title(), "*") })
		p.kill()
	}
}

// A session is opened from the command line, and what of it is not so any more
// is told without losing the rest.
func TestSessionIsOpened(t *testing.T) {
	s, _ := samples.Find("analects")
	path := filepath.Join(t.TempDir(), "kept.bitlens")
	session := fmt.Sprintf(`{"bitlens":1,"link":"bitlens:read?at=300&brush=300-360&model=order2&unit=word&size=20",
		"models":[{"id":"order2","version":99}],"name":"x","sample":"analects","encoding":"UTF-8","sha256":"%x"}`, sha256.Sum256(s.Text()))
	if err := os.WriteFile(path, []byte(session), 0o600); err != nil {
		t.Fatal(err)
	}
	p := start(t, t.TempDir(), path)
	p.wait("the text", func() bool { return strings.HasPrefix(p.title(), s.Name) })
	p.receipt()
	link := p.link()
	for _, want := range []string{"sample=analects", "model=order2", "unit=word", "at=300", "brush=300-360"} {
		if !strings.Contains(link, want) {
			t.Errorf("%s lacks %s", link, want)
		}
	}
}

func TestLinksAreOpened(t *testing.T) {
	p := start(t, t.TempDir(), "bitlens:read?sample=analects&model=order2&unit=word&at=300")
	if title := p.receipt(); !strings.HasPrefix(title, "论语.txt") {
		t.Errorf("the title is %q", title)
	}
	link := p.link()
	for _, want := range []string{"sample=analects", "model=order2", "unit=word", "at=300"} {
		if !strings.Contains(link, want) {
			t.Errorf("%s lacks %s", link, want)
		}
	}
}

// A sequence is typed on its own screen and the link tells it; what is no
// sequence is told, and stays to be mended.
func TestSequenceIsTyped(t *testing.T) {
	p := start(t, t.TempDir(), "bitlens:sequences?sequence=2,+4,+6,+8&seconds=1")
	has := func(s string) func() bool { return func() bool { return strings.Contains(p.link(), s) } }
	p.wait("the sequence of the link", has("sequence=2%2C+4%2C+6%2C+8"))
	p.key("ctrl+a")
	p.typed("1 4 9 16 25")
	p.key("Return")
	p.wait("the sequence that was typed", has("sequence=1+4+9+16+25"))
	p.key("ctrl+a")
	p.typed("4 b 9")
	p.key("Return", "ctrl+1")
	p.wait("the other screen", func() bool { return strings.HasPrefix(p.link(), "bitlens:read") })
	p.key("ctrl+3")
	p.wait("what was typed", has("sequence=4+b+9"))
}

// Every screen comes to rest in each of its states, and the program ends well.
func TestWalkThroughTheScreens(t *testing.T) {
	note := filepath.Join(t.TempDir(), "note.txt")
	if err := os.WriteFile(note, bytes.Repeat([]byte("rivals read this line. 对手也读这一行。\n"), 40), 0o600); err != nil {
		t.Fatal(err)
	}
	links := []string{
		"bitlens:read?sample=analects&model=order2&unit=word&measure=rank&at=300",
		"bitlens:read?model=ppm&b=gzip&measure=a-b&brush=10-90",
		"bitlens:read?file=" + note + "&model=ctw&measure=running&unit=line",
		"bitlens:race?file=" + note + "&twopart=1&families=1",
		"bitlens:race?texts=" + note,
		"bitlens:sequences?sequence=1,+2,+3,+5,+8&seconds=1",
		"bitlens:sequences?sequence=011010011001&seconds=1",
		"bitlens:sequences?sequence=rule+30&seconds=1",
	}
	next, rest, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer rest.Close()
	p := launch(t, t.TempDir(), next, append([]string{"--walk"}, links...)...)
	for _, link := range links {
		p.wait("rest at "+link, func() bool { return strings.Contains(p.log.String(), link+"\n") })
		fmt.Fprintln(rest)
	}
	p.ends()
}
