package race

import (
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"strconv"
	"unicode/utf8"

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

// A stageRecord is a stage as the bits command names it. What is no text stands
// in hexadecimal digits.
type stageRecord struct {
	Model     string  `json:"model"`
	Prompt    string  `json:"prompt_text,omitempty"`
	PromptHex string  `json:"prompt_hex,omitempty"`
	Read      int     `json:"read_bytes"`
	Bits      float64 `json:"bits"`
	PerByte   float64 `json:"bits_per_byte"`
	Seconds   float64 `json:"seconds"`
	Work      int64   `json:"operations,omitempty"` // of a model that counts them
	Text      string  `json:"text,omitempty"`
	Hex       string  `json:"hex,omitempty"`
}

func stageRecords(l *workspace.Learning) (all []stageRecord) {
	for _, s := range l.Stages {
		r := stageRecord{Model: l.Entry.ID, Read: s.Bytes, Bits: s.Bits, PerByte: s.Bits / float64(max(1, s.Bytes)), Seconds: s.Seconds, Work: s.Operations}
		r.Prompt, r.PromptHex = textOrHex(l.Task.Prompt)
		r.Text, r.Hex = textOrHex(s.Text)
		all = append(all, r)
	}
	return all
}

// textOrHex returns b as text if it is that, else in hexadecimal digits.
func textOrHex(b []byte) (text, digits string) {
	if utf8.Valid(b) {
		return string(b), ""
	}
	return "", hex.EncodeToString(b)
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
	rows := [][]string{{"model", "prompt_text", "prompt_hex", "read_bytes", "bits", "bits_per_byte", "seconds", "operations", "text", "hex"}}
	for _, r := range stageRecords(l) {
		work := ""
		if r.Work > 0 {
			work = strconv.FormatInt(r.Work, 10)
		}
		rows = append(rows, []string{r.Model, r.Prompt, r.PromptHex, strconv.Itoa(r.Read), widgets.Fixed(r.Bits, 3), widgets.Fixed(r.PerByte, 4), widgets.Fixed(r.Seconds, 6), work, r.Text, r.Hex})
	}
	return csv.NewWriter(w).WriteAll(rows)
}
