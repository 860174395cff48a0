package read

import (
	"bufio"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"strconv"
	"unicode/utf8"

	"bitlens/engine/measure"
)

// A unitRow is a unit of the text as a row of a table. Its keys, their order and
// their numbers are those of "bits measure --each --json".
type unitRow struct {
	Model    string   `json:"model"`
	Offset   int      `json:"offset"`
	Length   int      `json:"length"`
	Bits     *float64 `json:"bits"`                // nil where it has not been read
	ByteRank *int     `json:"byte_rank,omitempty"` // of the least expected byte, where a survey found it
	Expected *float64 `json:"expected,omitempty"`  // bits
	Text     *string  `json:"text,omitempty"`
	Hex      string   `json:"hex,omitempty"` // in place of Text, where that is not UTF-8
}

// table returns what takes the units for a table.
func (v *View) table(write func(*still, io.Writer) error) func() (func(io.Writer) error, error) {
	return func() (func(io.Writer) error, error) {
		s := v.still()
		return func(w io.Writer) error { return write(s, w) }, nil
	}
}

// rows yields every unit of the text.
func (s *still) rows(yield func(unitRow) bool) {
	t := s.w.Text()
	for lo, hi := range s.w.Unit().All(t) {
		r := unitRow{Model: s.w.Model().ID, Offset: lo, Length: hi - lo}
		if cost, known := s.bits(lo, hi); known {
			bits := measure.Bits(cost)
			r.Bits = &bits
		}
		s.surveyed(&r)
		if b := t.Slice(lo, hi); utf8.Valid(b) {
			text := string(b)
			r.Text = &text
		} else {
			r.Hex = hex.EncodeToString(b)
		}
		if !yield(r) {
			return
		}
	}
}

// surveyed adds what a survey of this model alone has found.
func (s *still) surveyed(r *unitRow) {
	survey := s.w.Survey()
	if survey == nil || survey.Compares() {
		return
	}
	lo, hi := r.Offset, r.Offset+r.Length
	found := survey.Found()
	rank, known := found.Rank(lo, hi)
	if !known || !found.Fresh(lo, hi) {
		return
	}
	sum, _ := found.Bits(lo, hi)
	bits := measure.Bits(sum)
	r.ByteRank, r.Expected = &rank, &bits
}

// writeJSONLines writes an object a line.
func writeJSONLines(s *still, to io.Writer) error {
	w := bufio.NewWriter(to)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for r := range s.rows {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return w.Flush()
}

// writeCSV writes a table with a heading. What is not known is left empty.
func writeCSV(s *still, to io.Writer) error {
	w := csv.NewWriter(to)
	w.Write([]string{"model", "offset", "length", "bits", "byte_rank", "expected", "text", "hex"})
	for r := range s.rows {
		rank, text := "", ""
		if r.ByteRank != nil {
			rank = strconv.Itoa(*r.ByteRank)
		}
		if r.Text != nil {
			text = *r.Text
		}
		w.Write([]string{r.Model, strconv.Itoa(r.Offset), strconv.Itoa(r.Length), exact(r.Bits), rank, exact(r.Expected), text, r.Hex})
	}
	w.Flush()
	return w.Error()
}

// exact writes a number so that it is read back as the same one.
func exact(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
