package coder

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"bitlens/engine/model"
)

// even predicts every bit at 1/2, and counts as a model of no knowledge.
type even struct{}

func (even) Code(c model.Coder, b byte) byte {
	var got byte
	for i := 7; i >= 0; i-- {
		got = got<<1 | byte(c.Bit(int(b>>i&1), 1<<31))
	}
	return got
}

type deflate struct{}

func (deflate) NewWriter(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 6) }
func (deflate) NewReader(r io.Reader) (io.Reader, error) {
	// A byte reader, so that nothing behind the stream is taken.
	return flate.NewReader(byteReader{r}), nil
}

type byteReader struct{ io.Reader }

func (b byteReader) ReadByte() (byte, error) {
	var p [1]byte
	_, err := io.ReadFull(b, p[:])
	return p[0], err
}

var entries = map[string]*model.Entry{
	"even":    {ID: "even", Version: 3, New: func([]int) model.Predictor { return even{} }},
	"deflate": {ID: "deflate", Version: 1, NewCodec: func([]int) model.Codec { return deflate{} }},
}

func open(id string) (*model.Entry, error) {
	if e := entries[id]; e != nil {
		return e, nil
	}
	return nil, fmt.Errorf("unknown model %q", id)
}

func compress(t testing.TB, id string, data []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := NewWriter(&buf, entries[id])
	if err != nil {
		t.Fatal(err)
	}
	for len(data) > 0 {
		n := min(len(data), 100_000)
		if _, err := w.Write(data[:n]); err != nil {
			t.Fatal(err)
		}
		data = data[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func decompress(file []byte) ([]byte, error) {
	r, err := NewReader(bytes.NewReader(file), open)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func TestFileRoundTrip(t *testing.T) {
	for id := range entries {
		for _, n := range []int{0, 1, 1000, MaxFrame - 1, MaxFrame, 2*MaxFrame + 5} {
			data := []byte(strings.Repeat("abcdefg\x00\xff", n/9+1))[:n]
			got, err := decompress(compress(t, id, data))
			if err != nil || !bytes.Equal(got, data) {
				t.Fatalf("%s, %d bytes: %v", id, n, err)
			}
		}
	}
}

// Whatever byte changes or is missing, reading fails and never gives other
// bytes as complete.
func TestFileDamage(t *testing.T) {
	data := []byte(strings.Repeat("some text. ", 40))
	for id := range entries {
		file := compress(t, id, data)
		for i := range file {
			bad := bytes.Clone(file)
			bad[i] ^= 0x40
			if _, err := decompress(bad); err == nil {
				t.Fatalf("%s: a change of byte %d was not seen", id, i)
			}
			if _, err := decompress(file[:i]); err == nil {
				t.Fatalf("%s: a cut at byte %d was not seen", id, i)
			}
		}
		if _, err := decompress(append(file, 0)); err == nil {
			t.Fatalf("%s: a byte too many was not seen", id)
		}
	}
}

func TestFileErrorsSayWhy(t *testing.T) {
	file := compress(t, "even", []byte("text"))
	newer := bytes.Clone(file)
	newer[4] = 9
	unknown, _ := Header{ID: "nobody", Version: 1}.encode()
	old, _ := Header{ID: "even", Version: 2}.encode()
	huge, _ := Header{ID: "even", Version: 3}.encode()
	huge = append(huge, 0xff, 0xff, 0xff, 0x7f, 1, 0, 0, 0, 0, 0, 0, 0)
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"empty", nil, "not a .bits file"},
		{"foreign", []byte("PK\x03\x04 a zip file of some length"), "not a .bits file"},
		{"newer", newer, "a newer Bitlens is needed"},
		{"unknown model", unknown, `unknown model "nobody"`},
		{"old version", old, "version 2 of model even and this program has version 3"},
		{"claimed length", huge, "damaged at byte"},
		{"header cut", file[:8], "cut short"},
		{"payload cut", file[:len(file)-60], "cut short"},
	} {
		_, err := decompress(c.file)
		var fe *FormatError
		if !errors.As(err, &fe) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestWriterKeepsTheFilesError(t *testing.T) {
	full := errors.New("no space left on device")
	for id := range entries {
		w, err := NewWriter(&failAfter{n: 20, err: full}, entries[id])
		if err == nil {
			w.Write(make([]byte, 3*MaxFrame))
			err = w.Close()
		}
		if !errors.Is(err, full) {
			t.Errorf("%s: got %v", id, err)
		}
	}
}

type failAfter struct {
	n   int
	err error
}

func (f *failAfter) Write(p []byte) (int, error) {
	if f.n -= len(p); f.n < 0 {
		return 0, f.err
	}
	return len(p), nil
}

func FuzzReader(f *testing.F) {
	for id := range entries {
		f.Add(compress(f, id, []byte("a text to start from, a text")))
	}
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := NewReader(bytes.NewReader(file), open)
		if err != nil {
			return
		}
		io.Copy(io.Discard, io.LimitReader(r, 1<<24))
	})
}
