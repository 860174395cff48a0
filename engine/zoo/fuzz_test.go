package zoo

import (
	"bytes"
	"testing"

	"bitlens/engine/coder"
)

// FuzzRoundTrip codes any text with any model and decodes it again.
func FuzzRoundTrip(f *testing.F) {
	families := Families()
	for i := range families {
		f.Add([]byte("abracadabra, abracadabra"), uint8(i))
		f.Add(bytes.Repeat([]byte("\xe4\xb8\xad\xff\x00"), 40), uint8(i))
	}
	f.Fuzz(func(t *testing.T, text []byte, which uint8) {
		e := families[int(which)%len(families)]
		if e.New == nil {
			got, err := unpack(e.Codec(), pack(t, e.Codec(), text, 1<<20))
			if err != nil || !bytes.Equal(got, text) {
				t.Fatalf("%s: %d bytes come back as %d: %v", e.ID, len(text), len(got), err)
			}
			return
		}
		code, _ := encode(t, e.Predictor(), text)
		d := coder.NewDecoder(bytes.NewReader(code))
		q := e.Predictor()
		for i, want := range text {
			if got := q.Code(d, 0); got != want {
				t.Fatalf("%s: byte %d is %d, want %d", e.ID, i, got, want)
			}
		}
		if d.Err() != nil {
			t.Fatalf("%s: %v", e.ID, d.Err())
		}
	})
}
