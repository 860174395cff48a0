package samples

import "testing"

func TestEverySampleOpens(t *testing.T) {
	for _, s := range All() {
		if len(s.Text()) < 10_000 || s.English == "" || s.Chinese == "" {
			t.Errorf("%s: %d bytes", s.ID, len(s.Text()))
		}
		if got, ok := Find(s.ID); !ok || got != s {
			t.Errorf("%s is not found", s.ID)
		}
	}
}
