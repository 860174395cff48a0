package workspace

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"bitlens/assets/lang"
	"bitlens/assets/samples"
	"bitlens/engine/text"
	"bitlens/engine/zoo"
)

// SessionExt is how the name of a session file ends.
const SessionExt = ".bitlens"

// sessionFormat is the format that this program writes, and the last that it
// reads.
const sessionFormat = 1

// A Session is a state of the window that is kept in a file, as JSON: which
// text, which models, and a link that says all else.
//
// The text is a bundled sample, a file that holds the same text still, or else
// stands in the session itself.
type Session struct {
	Format   int     `json:"bitlens"`
	Link     string  `json:"link"`
	Models   []Pin   `json:"models"` // A, and B if there is one
	Name     string  `json:"name"`
	Sample   string  `json:"sample,omitempty"`
	Path     string  `json:"path,omitempty"`
	Encoding string  `json:"encoding"`
	SHA256   string  `json:"sha256"`           // of the text as it is measured
	Text     *string `json:"text,omitempty"`   // where it is UTF-8
	Base64   []byte  `json:"base64,omitempty"` // where it is not
}

// A Pin is a model with the version that it had.
type Pin struct {
	ID      string `json:"id"`
	Version int    `json:"version"`
}

// ParseSession reads a session.
func ParseSession(b []byte) (Session, error) {
	var s Session
	if err := json.Unmarshal(b, &s); err != nil || s.Format < 1 {
		return s, errors.New(lang.T("this is no session of Bitlens, or it is damaged"))
	}
	if s.Format > sessionFormat {
		return s, errors.New(lang.T("it was written by a newer Bitlens"))
	}
	return s, nil
}

// Session takes what is open now, on the screen and in the state of a link, and
// returns what writes it, apart from the window.
func (w *Workspace) Session(l Link) func(io.Writer) error {
	doc := w.doc
	s := Session{Format: sessionFormat, Models: w.pins(), Name: doc.Name, Encoding: doc.Encoding.String()}
	l.Values.Set("measure", w.measure.Name) // what a link leaves out is to be as it is now
	if w.rival == nil {
		l.Values.Set("b", "")
	}
	for _, key := range []string{"sample", "file", "encoding"} {
		l.Values.Del(key)
	}
	s.Link = l.String()
	return func(to io.Writer) error {
		s.keep(doc)
		return s.write(to)
	}
}

// pins returns the models that read.
func (w *Workspace) pins() []Pin {
	pins := []Pin{{w.model.ID, w.model.Version}}
	if w.rival != nil {
		pins = append(pins, Pin{w.rival.entry.ID, w.rival.entry.Version})
	}
	return pins
}

// keep says where the text is: in a sample or a file that has it still, else
// here.
func (s *Session) keep(d Document) {
	s.SHA256 = hashOf(d.Text)
	if sample, ok := samples.Named(d.Name); ok && d.Path == "" && text.Equal(text.NewSeq(sample.Text()), d.Text) {
		s.Sample = sample.ID
		return
	}
	s.Path = d.Path
	if disk, err := readDocument(d.Path, s.Encoding); d.Path != "" && err == nil && text.Equal(disk.Text, d.Text) {
		return
	}
	own := d.Text.Slice(0, d.Text.Len())
	if utf8.Valid(own) {
		t := string(own)
		s.Text = &t
	} else {
		s.Base64 = own
	}
}

func hashOf(t text.Bytes) string {
	h := sha256.New()
	for part := range t.Parts(0, t.Len()) {
		h.Write(part)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// write writes a session that can be read again.
func (s *Session) write(to io.Writer) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(s); err != nil {
		return err
	}
	if b.Len() > MaxFile {
		return errors.New(lang.T("The text is too large to stand in a session. Save it in a file of its own first."))
	}
	_, err := to.Write(b.Bytes())
	return err
}

// OpenSession reads a session apart from the window and shows what it says, or
// tells what of it cannot be had.
func (w *Workspace) OpenSession(path string) {
	name := filepath.Base(path)
	var s Session
	var o opening
	w.loading(name, func() error {
		b, err := readFile(path)
		if err != nil {
			return err
		}
		if s, err = ParseSession(b); err != nil {
			return errors.New(lang.T("%s was not opened: %v", name, err))
		}
		o.find(s, filepath.Dir(path))
		return nil
	}, func() { w.restore(s, &o) })
}

// An opening is the text of a session, and what is to be said about it.
type opening struct {
	doc    Document
	saved  text.Bytes // as it stands on disk
	has    bool
	errors []error
}

// find finds the text of a session that lies in a folder.
func (o *opening) find(s Session, folder string) {
	sample, known := samples.Find(s.Sample)
	switch {
	case s.Text != nil || s.Base64 != nil:
		o.within(s)
	case known:
		b := sample.Text()
		o.doc, o.has = Document{Text: text.NewSeq(b), Name: sample.Name, Encoding: text.UTF8, Disk: len(b)}, true
		o.saved = o.doc.Text
	case s.Path != "":
		o.file(s, folder)
	default:
		o.fail(lang.T("The session has no text that this Bitlens knows."))
	}
	if o.has && hashOf(o.doc.Text) != s.SHA256 {
		o.fail(lang.T("%s has changed since the session was saved, so its places may be others.", o.doc.Name))
	}
}

func (o *opening) fail(said string) { o.errors = append(o.errors, errors.New(said)) }

// within takes the text that stands in the session. Edits of a file are edits
// still.
func (o *opening) within(s Session) {
	own := s.Base64
	if s.Text != nil {
		own = []byte(*s.Text)
	}
	o.has = true
	o.doc = Document{Text: text.NewSeq(own), Name: s.Name, Path: s.Path, Encoding: text.UTF8, Disk: len(own)}
	if enc, err := text.ParseEncoding(s.Encoding); err == nil {
		o.doc.Encoding = enc
	}
	o.saved = o.doc.Text
	if s.Path != "" {
		disk, _ := readDocument(s.Path, s.Encoding)
		o.saved, o.doc.Disk = disk.Text, disk.Disk
	}
}

// file reads the file of a session: where it was, or beside the session.
func (o *opening) file(s Session, folder string) {
	d, err := readDocument(s.Path, s.Encoding)
	if err != nil {
		if beside, also := readDocument(filepath.Join(folder, filepath.Base(s.Path)), s.Encoding); also == nil {
			d, err = beside, nil
		}
	}
	if err != nil {
		o.errors = append(o.errors, err)
		return
	}
	o.doc, o.saved, o.has = d, d.Text, true
}

// restore shows what a session says, as far as it can be had, and tells the
// rest.
func (w *Workspace) restore(s Session, o *opening) {
	l, err := ParseLink(s.Link)
	if err != nil {
		o.errors = append(o.errors, err)
		l = w.Link("read")
	}
	if o.has {
		w.Open(o.doc)
		w.saved = o.saved
		w.tell(TextTopic)
	} else {
		l.Values.Del("at")
		l.Values.Del("brush")
	}
	o.errors = append(o.errors, w.take(l)...)
	o.errors = append(o.errors, otherVersions(s.Models)...)
	w.show(l)
	w.failAll(o.errors)
}

// otherVersions returns a sentence for each model that has another version by
// now.
func otherVersions(pins []Pin) (errs []error) {
	for _, p := range pins {
		if e, err := zoo.Open(p.ID); err == nil && e.Version != p.Version {
			errs = append(errs, errors.New(lang.T("The session was saved with version %d of %s, this is version %d: its bits may differ.", p.Version, e.ID, e.Version)))
		}
	}
	return errs
}

// failAll tells all that went wrong as one notice.
func (w *Workspace) failAll(errs []error) {
	if len(errs) == 0 {
		return
	}
	var said []string
	for _, err := range errs {
		said = append(said, err.Error())
	}
	w.Fail(errors.New(strings.Join(said, "\n")))
}
