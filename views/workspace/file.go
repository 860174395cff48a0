package workspace

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"bitlens/assets/lang"
	"bitlens/engine/atomic"
	"bitlens/engine/text"
)

// MaxFile is the largest file that the window opens, in bytes: it is held with
// four bytes of cost for each of its own.
const MaxFile = 256 << 20

// LoadFile reads a file apart from the window and opens it, or tells why not.
// encoding is the name of one that the person chose, or "". then, if not nil,
// is called after it has been opened.
//
// Of several files that are being loaded the last one asked for is opened, and
// none where the text has been edited meanwhile.
func (w *Workspace) LoadFile(path, encoding string, then func()) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	var d Document
	w.loading(filepath.Base(path), func() (err error) {
		d, err = readDocument(path, encoding)
		return err
	}, func() {
		w.Open(d)
		if then != nil {
			then()
		}
	})
}

// loading reads what has a name apart from the window, and then opens it, or
// tells why not.
func (w *Workspace) loading(name string, read func() error, open func()) {
	w.loads++
	load, version := w.loads, w.version
	go func() {
		err := read()
		w.do(func() {
			switch {
			case load != w.loads:
			case err != nil:
				w.Fail(err)
			case version != w.version && w.Dirty():
				w.Fail(errors.New(lang.T("%s was not opened: this text was edited meanwhile. Save it and open again.", name)))
			default:
				open()
			}
		})
	}()
}

// readDocument reads a file and recognises its encoding.
func readDocument(path, encoding string) (Document, error) {
	disk, err := readFile(path)
	if err != nil {
		return Document{}, err
	}
	d := Document{Name: filepath.Base(path), Path: path, Disk: len(disk)}
	own := disk
	if encoding == "" {
		d.Encoding, own = text.Detect(disk)
	} else {
		if d.Encoding, err = text.ParseEncoding(encoding); err == nil {
			own, err = d.Encoding.Decode(disk)
		}
		if err != nil {
			return d, errors.New(lang.T("%s is not text in %s: the bytes do not fit. Choose another encoding.", d.Name, encoding))
		}
	}
	d.Text = text.NewSeq(own)
	return d, nil
}

// readFile reads an ordinary file whole.
func readFile(path string) ([]byte, error) {
	name := filepath.Base(path)
	st, err := os.Stat(path)
	if err == nil {
		switch {
		case st.IsDir():
			return nil, errors.New(lang.T("%s is a folder. Open a file in it.", name))
		case !st.Mode().IsRegular():
			return nil, errors.New(lang.T("%s is a pipe or a device, not a file. Save what it gives to a file and open that.", name))
		case st.Size() > MaxFile:
			return nil, errors.New(lang.T("%s is larger than 256 MB. Use bits compress at a terminal.", name))
		}
	}
	var b []byte
	if err == nil {
		b, err = readOpen(path, st.Size())
	}
	return b, saidOfFile(name, err)
}

var errShrank = errors.New("the file became shorter while it was being read")

func readOpen(path string, size int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := make([]byte, size)
	if _, err := io.ReadFull(f, b); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, errShrank
		}
		return nil, err
	}
	return b, nil
}

// saidOfFile puts what went wrong with a file into a sentence.
func saidOfFile(name string, err error) error {
	var path *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return errors.New(lang.T("%s is not there. Was it moved or renamed?", name))
	case errors.Is(err, fs.ErrPermission):
		return errors.New(lang.T("You may not read %s. Change its permissions and try again.", name))
	case errors.Is(err, errShrank):
		return errors.New(lang.T("%s became shorter while it was being read. Try again when it is complete.", name))
	case errors.As(err, &path):
		err = path.Err
	}
	return errors.New(lang.T("%s cannot be read: %v", name, err))
}

// OpenBytes opens a text that has no file, such as a sample or what was pasted.
func (w *Workspace) OpenBytes(name string, b []byte) {
	w.Open(Document{Text: text.NewSeq(b), Name: name, Encoding: text.UTF8, Disk: len(b)})
}

// Reopen reads the open file again in an encoding that the person chose.
func (w *Workspace) Reopen(encoding string) {
	if w.doc.Path == "" {
		w.Fail(errors.New(lang.T("This text has no file to read again.")))
		return
	}
	w.LoadFile(w.doc.Path, encoding, nil)
}

// Save writes the text to path in its own encoding, apart from the window, and
// tells how it went. then, if not nil, is called when it has been written.
func (w *Workspace) Save(path string, then func()) {
	doc, opened := w.doc, w.opened
	go func() {
		n, err := writeDocument(path, doc)
		w.do(func() {
			if err != nil {
				w.Fail(errors.New(lang.T("The text was not saved: %v", err)))
				return
			}
			if opened == w.opened { // else another text is open by now
				w.saved = doc.Text
				w.doc.Path, w.doc.Name, w.doc.Disk = path, filepath.Base(path), n
				if !w.Dirty() {
					w.recovery.forget()
				}
			}
			w.Tell(lang.T("Saved %s", filepath.Base(path)))
			w.tell(TextTopic)
			if then != nil {
				then()
			}
		})
	}()
}

// writeDocument writes a document whole or not at all, and returns its length
// on disk.
func writeDocument(path string, d Document) (int, error) {
	f, err := atomic.Create(path, true)
	if err != nil {
		return 0, err
	}
	defer f.Abort()
	disk, err := d.Encoding.Encode(d.Text.Slice(0, d.Text.Len()))
	if err != nil {
		return 0, err
	}
	if _, err := f.Write(disk); err != nil {
		return 0, err
	}
	return len(disk), f.Commit()
}
