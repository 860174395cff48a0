package sequences

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
	"bitlens/views"
	"bitlens/views/widgets"
)

// Exports implements views.View.
func (v *View) Exports() []views.Export {
	return []views.Export{
		{What: "Length against steps", Ext: ".png", Write: func(w io.Writer) error { return v.figure().WritePNG(w) }},
		{What: "Length against steps", Ext: ".svg", Write: func(w io.Writer) error { return v.figure().WriteSVG(w) }},
		{What: "Programs", Ext: ".csv", Write: v.writeCSV},
		{What: "Programs", Ext: ".jsonl", Write: v.writeJSON},
	}
}

var _ = []string{lang.T("Length against steps"), lang.T("Programs")}

func (v *View) figure() widgets.Figure {
	return widgets.StepsFigure(v.entry.text(), v.picture.chart.Chart().Series)
}

// A record is a program as it is saved.
type record struct {
	Machine string        `json:"machine,omitempty"` // "" for the language
	Program string        `json:"program"`
	Words   string        `json:"words"`
	Bits    int           `json:"bits"`
	Steps   int64         `json:"steps"`
	Kt      float64       `json:"kt"`
	Next    []integer.Int `json:"next"`
}

func (v *View) records() (all []record) {
	x := v.w.Explaining().Found
	for _, p := range x.Programs {
		all = append(all, recordOf("", p))
	}
	for _, p := range x.Machines {
		all = append(all, recordOf("turing", p))
	}
	return all
}

func recordOf(machine string, r induction.Rule) record {
	n := lineOf(r)
	return record{machine, n.code, n.words, n.bits, n.steps, judge.Kt(r), n.next}
}

func (v *View) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"machine", "program", "words", "bits", "steps", "kt", "next"}}
	for _, r := range v.records() {
		rows = append(rows, []string{r.Machine, r.Program, r.Words, strconv.Itoa(r.Bits), strconv.FormatInt(r.Steps, 10), widgets.Fixed(r.Kt, 3), listed(r.Next, integer.Int.String)})
	}
	return out.WriteAll(rows)
}

func (v *View) writeJSON(w io.Writer) error {
	out := json.NewEncoder(w)
	for _, r := range v.records() {
		if err := out.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
