package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cell is one figure of a row: its key in JSON, which is also its heading,
// and its value.
type cell struct {
	key   string
	value any
}

// A row is printed as one line.
type row []cell

// maxExact is the largest whole number that every JSON reader keeps exact.
const maxExact = 1 << 53

// json returns the row as a JSON object whose keys keep their order.
func (r row) json() []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, c := range r {
		if i > 0 {
			b.WriteByte(',')
		}
		v := c.value
		if n, ok := v.(int64); ok && (n > maxExact || n < -maxExact) {
			v = strconv.FormatInt(n, 10)
		}
		key, _ := json.Marshal(c.key)
		b.Write(key)
		b.WriteByte(':')
		var value bytes.Buffer
		e := json.NewEncoder(&value)
		e.SetEscapeHTML(false)
		if err := e.Encode(v); err != nil {
			panic(err) // rows hold strings, numbers, booleans and rows
		}
		b.Write(bytes.TrimSpace(value.Bytes()))
	}
	b.WriteByte('}')
	return b.Bytes()
}

// MarshalJSON implements json.Marshaler: a row may be a value in another.
func (r row) MarshalJSON() ([]byte, error) { return r.json(), nil }

// A printer prints rows: as JSON, or as a table with headings.
type printer struct {
	w       *bufio.Writer
	asJSON  bool
	heading string
	begun   bool // a block was printed
	err     error
}

func newPrinter(w io.Writer, asJSON bool) *printer {
	return &printer{w: bufio.NewWriter(w), asJSON: asJSON}
}

// print prints a row at once. A row with other keys than the one before gets
// headings of its own.
func (p *printer) print(r row) {
	if p.asJSON {
		p.w.Write(append(r.json(), '\n'))
	} else {
		p.table(r)
	}
	p.keep(p.w.Flush())
}

// finding prints a finding: as JSON, or as a block.
func (p *printer) finding(f *finding) {
	if p.asJSON {
		p.print(f.row())
	} else {
		p.block(f.block())
	}
}

// block prints lines that belong together, apart from those before.
func (p *printer) block(s string) {
	if p.begun {
		fmt.Fprintln(p.w)
	}
	p.begun = true
	fmt.Fprint(p.w, s)
	p.keep(p.w.Flush())
}

// keep keeps the first error.
func (p *printer) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *printer) table(r row) {
	var heading, line strings.Builder
	for i, c := range r {
		if i > 0 {
			heading.WriteString("  ")
			line.WriteString("  ")
		}
		text, left := format(c.value)
		width := max(len(c.key), minWidth(c.value))
		if left {
			width = -width
		}
		if i == len(r)-1 && left {
			width = 0
		}
		fmt.Fprintf(&heading, "%*s", width, c.key)
		fmt.Fprintf(&line, "%*s", width, text)
	}
	if h := heading.String(); h != p.heading {
		p.heading = h
		fmt.Fprintln(p.w, strings.TrimRight(h, " "))
	}
	fmt.Fprintln(p.w, strings.TrimRight(line.String(), " "))
}

// minWidth is the room a column of such values takes.
func minWidth(v any) int {
	switch v.(type) {
	case string:
		return 14
	case float64, int64, nil:
		return 10
	}
	return 0
}

// format returns a value for a table; text stands on the left.
func format(v any) (text string, left bool) {
	switch v := v.(type) {
	case float64:
		return strconv.FormatFloat(v, 'f', 3, 64), false
	case bool:
		if v {
			return "yes", true
		}
		return "no", true
	case nil:
		return "-", false
	case string:
		return escaped(v), true
	}
	return fmt.Sprint(v), false
}

// escaped writes control characters, and bytes that are not text, as Go does, so
// that a text keeps its row to one line and sends the terminal no commands.
func escaped(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		_, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsControl(r) || r == utf8.RuneError && n == 1 {
			q := strconv.Quote(s[i : i+n])
			b.WriteString(q[1 : len(q)-1])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// flush returns the first error of printing.
func (p *printer) flush() error {
	if p.err != nil {
		return fmt.Errorf("cannot print: %w", p.err)
	}
	return nil
}
