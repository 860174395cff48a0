package workspace

import (
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
// the text. The file goes when the text is saved or given up.
type recovery struct {
	path  string // "" for none
	timer *time.Timer
	turn  *keeper
}

// A keeper writes one text, unless that is given up first.
type keeper struct{ given chan struct{} }

// An origin is the first line of a recovery file.
type origin struct {
	Name     string `json:"name"`
	Path     string `json:"path"`
	Encoding string `json:"encoding"`
}

// keepAfter is how long after an edit the text is kept.
const keepAfter = time.Second

const recoverySuffix = ".recover"

// KeepIn has unsaved edits kept in a folder.
func (w *Workspace) KeepIn(folder string) {
	if os.MkdirAll(folder, 0o700) == nil {
		w.recovery.path = filepath.Join(folder, fmt.Sprintf("%d%s", os.Getpid(), recoverySuffix))
	}
}

// note has the text kept soon.
func (r *recovery) note(w *Workspace) {
	if r.path == "" || r.timer != nil {
		return
	}
	path := r.path
	r.timer = time.AfterFunc(keepAfter, func() {
		w.do(func() {
			if r.timer == nil {
				return
			}
			r.timer = nil
			k := &keeper{make(chan struct{})}
			r.turn = k
			go k.keep(path, w.doc)
		})
	})
}

// keep writes the text. A text that was given up meanwhile leaves no file.
func (k *keeper) keep(path string, d Document) {
	head, err := json.Marshal(origin{d.Name, d.Path, d.Encoding.String()})
	if err != nil {
		return
	}
	if atomic.WriteFile(path, append(append(head, '\n'), d.Text.Slice(0, d.Text.Len())...)) != nil {
		return // a full disk must not stop the typing
	}
	select {
	case <-k.given:
		os.Remove(path)
	default:
	}
}

// forget removes what is kept: the text was saved or given up.
func (r *recovery) forget() {
	if r.timer != nil {
		r.timer.Stop()
		r.timer = nil
	}
	if r.turn != nil {
		close(r.turn.given)
		r.turn = nil
	}
	if r.path != "" {
		os.Remove(r.path)
	}
}

// Recover opens unsaved edits that a process that is gone left in a folder,
// and reports whether there were any.
func (w *Workspace) Recover(folder string) bool {
	files, _ := filepath.Glob(filepath.Join(folder, "*"+recoverySuffix))
	for _, file := range files {
		if alive(file) {
			continue
		}
		d, err := readRecovery(file)
		os.Remove(file)
		if err != nil || d.Text.Len() == 0 {
			continue
		}
		w.Open(d)
		if disk, err := readDocument(d.Path, d.Encoding.String()); err == nil {
			w.saved, w.doc.Disk = disk.Text, disk.Disk
		} else {
			w.saved = text.Bytes{}
		}
		w.recovery.note(w)
		w.tell(TextTopic)
		return true
	}
	return false
}

// alive reports whether the process that a recovery file belongs to still runs.
func alive(file string) bool {
	var pid int
	if _, err := fmt.Sscanf(strings.TrimSuffix(filepath.Base(file), recoverySuffix), "%d", &pid); err != nil {
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
