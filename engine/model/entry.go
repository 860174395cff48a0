package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Param is a whole number that a model can be built with.
type Param struct {
	Name    string
	Doc     string // what it does, with its unit
	Default int
	Min     int
	Max     int
	// Words names values that are better known by a word, such as "best".
	Words map[string]int
}

// An Entry describes a model that can be built. Exactly one of New and
// NewCodec is set.
type Entry struct {
	ID      string // canonical: the name, then the parameters that are not default
	Name    string // the id without parameters, such as "ppm"
	Family  string // the folder it comes from, such as "ppm" or "codec"
	Title   string // what it is, in a few English words
	Version int    // raised whenever the bits change
	Params  []Param
	Values  []int // of Params, in their order
	// Nanos is the estimated price of one byte in nanoseconds, encoding alone.
	Nanos float64
	// PriorBytes is knowledge that a decoder must own before it starts, such
	// as a built-in dictionary or trained weights; PriorHash is its SHA-256.
	PriorBytes int64
	PriorHash  []byte
	// Paper is the source: authors, year.
	Paper string

	New      func(values []int) Predictor
	NewCodec func(values []int) Codec
}

// Predictor builds the predictor that e describes, or nil for a codec.
func (e *Entry) Predictor() Predictor {
	if e.New == nil {
		return nil
	}
	return e.New(e.Values)
}

// Codec builds the codec that e describes, or nil for a predictor.
func (e *Entry) Codec() Codec {
	if e.NewCodec == nil {
		return nil
	}
	return e.NewCodec(e.Values)
}

// With returns e with the parameters of an id such as "ppm:order=16:memory=64"
// or "gzip:9": what stands between colons is name=value, or the value alone of
// the first parameter. The id of the result is canonical.
func (e *Entry) With(id string) (*Entry, error) {
	name, rest, has := strings.Cut(id, ":")
	if name != e.Name {
		return nil, fmt.Errorf("model %q is not %q", id, e.Name)
	}
	n := *e
	n.Values = make([]int, len(e.Params))
	for i, p := range e.Params {
		n.Values[i] = p.Default
	}
	if has {
		for part := range strings.SplitSeq(rest, ":") {
			if err := n.set(part); err != nil {
				return nil, fmt.Errorf("model %q: %w", id, err)
			}
		}
	}
	n.ID = n.canonical()
	return &n, nil
}

// set sets one parameter from "name=value" or "value".
func (e *Entry) set(part string) error {
	name, value, named := strings.Cut(part, "=")
	if !named {
		if len(e.Params) == 0 {
			return fmt.Errorf("%s takes no parameter", e.Name)
		}
		name, value = e.Params[0].Name, part
	}
	i := slices.IndexFunc(e.Params, func(p Param) bool { return p.Name == name })
	if i < 0 {
		return fmt.Errorf("unknown parameter %q; known: %s", name, e.paramNames())
	}
	v, err := e.Params[i].parse(value)
	if err != nil {
		return err
	}
	e.Values[i] = v
	return nil
}

func (e *Entry) paramNames() string {
	var names []string
	for _, p := range e.Params {
		names = append(names, p.Name)
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

func (p *Param) parse(value string) (int, error) {
	v, ok := p.Words[value]
	if !ok {
		var err error
		if v, err = strconv.Atoi(value); err != nil {
			return 0, fmt.Errorf("%s=%q is not a whole number", p.Name, value)
		}
	}
	if v < p.Min || v > p.Max {
		return 0, fmt.Errorf("%s=%d is outside %d to %d", p.Name, v, p.Min, p.Max)
	}
	return v, nil
}

// canonical spells the id: defaults left out, the first parameter bare.
func (e *Entry) canonical() string {
	id := e.Name
	for i, p := range e.Params {
		if e.Values[i] == p.Default {
			continue
		}
		id += ":"
		if i > 0 {
			id += p.Name + "="
		}
		id += p.Word(e.Values[i])
	}
	return id
}

// Word spells a value: by its word where it has one.
func (p *Param) Word(v int) string {
	best := strconv.Itoa(v)
	for w, n := range p.Words {
		if n == v && (best == strconv.Itoa(v) || w < best) {
			best = w
		}
	}
	return best
}
