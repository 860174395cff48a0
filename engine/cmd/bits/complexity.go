package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"bitlens/engine/induction/complexity"
)

type complexityCmd struct {
	As     string `enum:"auto,bits,bytes,letters" default:"auto" help:"How STRING is turned into bits: bits, bytes, letters, or auto (${default}): bits, if it holds only 0, 1 and white space; else bytes."`
	Width  int    `help:"Take the bits for the rows of a picture, each of N, and decompose it by rows and by columns too; rows typed as 011/101/110 need no N." placeholder:"N"`
	String string `arg:"" help:"What to measure; - for standard input."`
}

// Help says what the figures are.
func (complexityCmd) Help() string {
	return `A row a method. A bound is the length of a code that a decoder reads back, so the shortest program is no longer, up to what the decoder takes; it is told how many bits there are, which would take 2 log2 n + 1 more. An estimate may be too high or too low. No method sees all order: the digits of pi look like chance to each.

Bytes are eight bits each, the highest first. Letters are numbered in the order of Unicode, each in the fewest bits that tell them apart. At most 2^20 bits are measured.`
}

// Run measures a string by each method.
func (c complexityCmd) Run(s *session) error {
	text, err := c.text(s)
	if err != nil {
		return err
	}
	bits, rows, err := c.parse(text)
	if err != nil {
		return err
	}
	all, err := complexity.Measures(s.ctx, bits)
	if err == nil && rows != nil {
		var grid []complexity.Measure
		grid, err = complexity.Grid(rows)
		all = append(all, grid...)
	}
	for _, m := range all {
		s.out.print(measureRow(m))
	}
	return err
}

// parse returns the bits of a text, and the rows of a picture, nil for none.
func (c complexityCmd) parse(text string) (bits string, rows []string, err error) {
	form := complexity.Form(c.As)
	if c.As == "auto" {
		form = complexity.FormOf(text)
		if rows = complexity.Rows(text); rows != nil && c.Width == 0 {
			return strings.Join(rows, ""), rows, nil
		}
	}
	if bits, err = complexity.Parse(text, form); err == nil {
		rows, err = cut(bits, c.Width)
	}
	return bits, rows, err
}

// maxTyped bounds what is read of standard input, in bytes: white space among
// bits is not measured, but is read.
const maxTyped = 8 * complexity.MaxBits

// text returns what is to be measured.
func (c complexityCmd) text(s *session) (string, error) {
	if c.String != "-" {
		return c.String, nil
	}
	b, err := io.ReadAll(io.LimitReader(s.in, maxTyped+1))
	if err == nil && len(b) > maxTyped {
		err = fmt.Errorf("it has more than %d bytes; take a part of it", maxTyped)
	}
	return string(b), aboutFile("-", err)
}

// cut returns the rows of a picture, or nil for a width of 0.
func cut(bits string, width int) (rows []string, err error) {
	if width == 0 {
		return nil, nil
	}
	if width < 0 || len(bits)%width != 0 {
		return nil, usageError{fmt.Errorf("%d bits are not rows of %d", len(bits), width)}
	}
	for ; len(bits) > 0; bits = bits[width:] {
		rows = append(rows, bits[:width])
	}
	return rows, nil
}

// measureRow is what a method says, as it is printed.
func measureRow(m complexity.Measure) row {
	r := row{{"method", m.Method}, {"value", m.Value}, {"unit", m.Unit}, {"kind", "estimate"}, {"note", m.Note}}
	if math.IsNaN(m.Value) {
		r[1].value = nil
	}
	if m.Bound() {
		r[3].value = "bound"
	}
	return r
}
