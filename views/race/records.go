package race

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// A record is one row of the race as it is saved; its names are those of the
// bits command.
type record struct {
	Model      string  `json:"model"`
	Original   int64   `json:"original_bytes"`
	Compressed int64   `json:"compressed_bytes"`
	Header     int64   `json:"header_bytes"`
	Payload    int64   `json:"payload_bytes"`
	PerByte    float64 `json:"bits_per_byte"`
	Encode     float64 `json:"encode_seconds"`
	Decode     float64 `json:"decode_seconds"`
	Peak       int64   `json:"peak_bytes"`
	Verified   bool    `json:"verified"`
	Prior      int64   `json:"prior_bytes"`
	Program    int64   `json:"program_bytes"`
	TwoPart    int64   `json:"two_part_bytes"`
	SpeedPrior float64 `json:"speed_prior_bits"`
}

// records returns the rows that have come in.
func records(rows []*workspace.Row) []record {
	var out []record
	for _, row := range rows {
		if row.State == workspace.Finished {
			out = append(out, recordOf(row.Entry, row.Receipt))
		}
	}
	return out
}

func recordOf(e *model.Entry, r measure.Receipt) record {
	per, _ := r.BitsPerByte()
	return record{r.Model, r.OriginalBytes, r.CompressedBytes, r.HeaderBytes, r.PayloadBytes,
		per, r.EncodeSeconds, r.DecodeSeconds, r.PeakBytes, r.Verified,
		e.PriorBytes, zoo.ProgramBytes(e), measure.TwoPart(e, r.CompressedBytes), r.SpeedPrior()}
}

// writeJSON writes one object a line.
func writeJSON(w io.Writer, rows []*workspace.Row) error {
	e := json.NewEncoder(w)
	for _, r := range records(rows) {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

func writeCSV(w io.Writer, rows []*workspace.Row) error {
	c := csv.NewWriter(w)
	c.Write([]string{"model", "original_bytes", "compressed_bytes", "header_bytes", "payload_bytes",
		"bits_per_byte", "encode_seconds", "decode_seconds", "peak_bytes", "verified",
		"prior_bytes", "program_bytes", "two_part_bytes", "speed_prior_bits"})
	for _, r := range records(rows) {
		whole := func(n int64) string { return strconv.FormatInt(n, 10) }
		c.Write([]string{r.Model, whole(r.Original), whole(r.Compressed), whole(r.Header), whole(r.Payload),
			widgets.Fixed(r.PerByte, 6), widgets.Fixed(r.Encode, 6), widgets.Fixed(r.Decode, 6), whole(r.Peak),
			strconv.FormatBool(r.Verified), whole(r.Prior), whole(r.Program), whole(r.TwoPart), widgets.Fixed(r.SpeedPrior, 6)})
	}
	c.Flush()
	return c.Error()
}
