package race

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// exports offers the matrix as tables: CSV as it is seen, JSON Lines with a
// row for each cell.
func (m *matrixView) exports() []views.Export {
	return []views.Export{
		{What: "Table of the race", Ext: ".csv", Write: func(w io.Writer) error { return writeMatrixCSV(w, m.w.Matrix()) }},
		{What: "Table of the race", Ext: ".jsonl", Write: func(w io.Writer) error { return writeMatrixJSON(w, m.w.Matrix()) }},
	}
}

// writeMatrixCSV writes a line a text: bits/byte of each model, and why a file
// was left out.
func writeMatrixCSV(w io.Writer, m *workspace.Matrix) error {
	c := csv.NewWriter(w)
	head := []string{"file", "bytes"}
	for _, e := range m.Entries {
		head = append(head, e.ID)
	}
	c.Write(append(head, "error"))
	for _, t := range m.Texts {
		line := []string{t.Name, strconv.Itoa(t.Bytes)}
		for _, cell := range t.Cells {
			s := ""
			if v, ok := cell.Receipt.BitsPerByte(); ok && cell.Good() {
				s = widgets.Fixed(v, 6)
			}
			line = append(line, s)
		}
		reason := ""
		if t.Err != nil {
			reason = t.Err.Error()
		}
		c.Write(append(line, reason))
	}
	c.Flush()
	return c.Error()
}

// A matrixRecord is one cell as the bits command names it.
type matrixRecord struct {
	File  string `json:"file"`
	Error string `json:"error,omitempty"`
	*record
}

func writeMatrixJSON(w io.Writer, m *workspace.Matrix) error {
	e := json.NewEncoder(w)
	for _, t := range m.Texts {
		if t.Err != nil {
			if err := e.Encode(matrixRecord{t.Name, t.Err.Error(), nil}); err != nil {
				return err
			}
		}
		for i, cell := range t.Cells {
			if !cell.Good() {
				continue
			}
			r := recordOf(m.Entries[i], cell.Receipt)
			if err := e.Encode(matrixRecord{t.Name, "", &r}); err != nil {
				return err
			}
		}
	}
	return nil
}
