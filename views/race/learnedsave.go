package race

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// exports offers the stages as tables.
func (v *learnedView) exports() []views.Export {
	return []views.Export{
		{What: "What it learned", Ext: ".csv", Write: func(w io.Writer) error { return writeStagesCSV(w, v.w.Learning()) }},
		{What: "What it learned", Ext: ".jsonl", Write: func(w io.Writer) error { return writeStagesJSON(w, v.w.Learning()) }},
	}
}

var _ = lang.T("What it learned")

// A stageRecord is a stage as the bits command names it. What was written may be
// no text: readable writes it.
type stageRecord struct {
	Model   string  `json:"model"`
	Prompt  string  `json:"prompt_text"`
	Read    int     `json:"read_bytes"`
	Bits    float64 `json:"bits"`
	Seconds float64 `json:"seconds"`
	Work    int64   `json:"operations"`
	Text    string  `json:"text"`
}

func stageRecords(l *workspace.Learning) (all []stageRecord) {
	for _, s := range l.Stages {
		all = append(all, stageRecord{l.Entry.ID, readable(l.Task.Prompt), s.Bytes, s.Bits, s.Seconds, s.Operations, readable(s.Text)})
	}
	return all
}

func writeStagesJSON(w io.Writer, l *workspace.Learning) error {
	e := json.NewEncoder(w)
	for _, r := range stageRecords(l) {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

func writeStagesCSV(w io.Writer, l *workspace.Learning) error {
	rows := [][]string{{"model", "prompt_text", "read_bytes", "bits", "seconds", "operations", "text"}}
	for _, r := range stageRecords(l) {
		rows = append(rows, []string{r.Model, r.Prompt, strconv.Itoa(r.Read), widgets.Fixed(r.Bits, 3), widgets.Fixed(r.Seconds, 6), strconv.FormatInt(r.Work, 10), r.Text})
	}
	return csv.NewWriter(w).WriteAll(rows)
}
