package workspace

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"bitlens/engine/atomic"
	"bitlens/engine/text"
)

// A recovery keeps unsaved edits in a file of this process, so that a crash
// does not lose them: a line of JSON that says where the text is from, then
// the text. The file goes when the text is saved or given up. It belongs to
// the window's goroutine; one write runs at a time.
type recovery struct {
	path  string // "" for none
	timer *time.Timer
	busy  bool // a write runs
	again bool // another is due after it
	given int  // raised when a text is saved or given up
}

// An origin is the first line of a recovery file.
type origin struct {
	Name     string `json:"name"`
	Path     string `json:"path"`
	Encoding string `json:"encoding"`
}

// keepAfter is how long after an edit the text is kept.
const keepAfter = time.Second

const recoverySuffix = ".recover"

// KeepIn has unsaved edits kept in a folder, in a file that names this process
// and the time.
func (w *Workspace) KeepIn(folder string) {
	if os.MkdirAll(folder, 0o700) == nil {
		name := fmt.Sprintf("%d-%d%s", os.Getpid(), time.Now().UnixNano(), recoverySuffix)
		w.recovery.path = filepath.Join(folder, name)
	}
}

// note has the text kept soon, as it will be then.
func (r *recovery) note(do func(func()), doc func() Document) {
	if r.path == "" || r.timer != nil {
		return
	}
	given := r.given
	r.timer = time.AfterFunc(keepAfter, func() {
		do(func() {
			if given == r.given {
				r.timer = nil
				r.keep(do, doc)
			}
		})
	})
}

// keep writes the text apart from the window. A text that is saved or given up
// meanwhile leaves no file.
func (r *recovery) keep(do func(func()), doc func() Document) {
	if r.busy {
		r.again = true
		return
	}
	r.busy, r.again = true, false
	d, given, path := doc(), r.given, r.path
	go func() {
		writeRecovery(path, d) // a full disk must not stop the typing
		do(func() {
			r.busy = false
			if given != r.given {
				os.Remove(path)
			}
			if r.again {
				r.keep(do, doc)
			}
		})
	}()
}

func writeRecovery(path string, d Document) error {
	head, err := json.Marshal(origin{d.Name, d.Path, d.Encoding.String()})
	if err != nil {
		return err
	}
	f, err := atomic.Create(path, true)
	if err != nil {
		return err
	}
	defer f.Abort()
	w := bufio.NewWriter(f)
	w.Write(append(head, '\n'))
	for part := range d.Text.Parts(0, d.Text.Len()) {
		w.Write(part)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Commit()
}

// forget removes what is kept: the text was saved or given up.
func (r *recovery) forget() {
	r.given++
	r.again = false
	if r.timer != nil {
		r.timer.Stop()
		r.timer = nil
	}
	if r.path != "" && !r.busy {
		os.Remove(r.path)
	}
}

// Kept returns how many texts with unsaved edits lie in a folder, left by
// processes that are gone.
func Kept(folder string) int { return len(left(folder)) }

// left lists the recovery files of processes that are gone.
func left(folder string) []string {
	files, _ := filepath.Glob(filepath.Join(folder, "*"+recoverySuffix))
	var out []string
	for _, file := range files {
		if !alive(file) {
			out = append(out, file)
		}
	}
	return out
}

// Recover opens unsaved edits that a process that is gone left in a folder,
// and reports whether there were any. They stay kept, now as this process's
// own, until they are saved or given up; call KeepIn first.
func (w *Workspace) Recover(folder string) bool {
	for _, file := range left(folder) {
		d, err := readRecovery(file)
		if err != nil || file == w.recovery.path {
			continue // it stays: a newer program may know what to do with it
		}
		w.Open(d)
		os.Rename(file, w.recovery.path)
		w.saved = text.Bytes{}
		if disk, err := readDocument(d.Path, d.Encoding.String()); err == nil {
			w.saved, w.doc.Disk = disk.Text, disk.Disk
		}
		w.tell(TextTopic)
		return true
	}
	return false
}

// alive reports whether the process that a recovery file belongs to still runs.
func alive(file string) bool {
	var pid int
	if _, err := fmt.Sscanf(strings.TrimSuffix(filepath.Base(file), recoverySuffix), "%d-", &pid); err != nil {
		return false
	}
	p, err := os.FindProcess(pid)
	return err == nil && pid != os.Getpid() && p.Signal(syscall.Signal(0)) == nil
}

func readRecovery(file string) (Document, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return Document{}, err
	}
	head, body, _ := bytes.Cut(b, []byte("\n"))
	var from origin
	if err := json.Unmarshal(head, &from); err != nil {
		return Document{}, err
	}
	enc, err := text.ParseEncoding(from.Encoding)
	if err != nil {
		return Document{}, err
	}
	return Document{Text: text.NewSeq(body), Name: from.Name, Path: from.Path, Encoding: enc, Disk: len(body)}, nil
}
