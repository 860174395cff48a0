package measure

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"bitlens/engine/model"
	"bitlens/engine/text"
	"bitlens/engine/zoo"
)

func entriesOf(t *testing.T, ids ...string) (all []*model.Entry) {
	t.Helper()
	for _, id := range ids {
		e, err := zoo.Open(id)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// folder writes files and returns their folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "texts")
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A matrix gives what single races give, and says of each file that is no text
// why.
func TestMatrixEqualsSingleRaces(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": strings.Repeat("one text ", 50), "b/c.txt": strings.Repeat("又一段文字。", 40),
		"empty": "", "zero.bin": "\x00\x01\xff", ".hidden": "no",
	})
	sources, err := Sources([]string{dir, filepath.Join(dir, "missing")})
	if err != nil {
		t.Fatal(err)
	}
	entries := entriesOf(t, "order2", "ppm", "gzip")
	var mu sync.Mutex
	sizes, reasons := map[string]int64{}, map[string]error{}
	m := Matrix{Entries: entries, Sources: sources, Slots: NewSlots(2),
		Opened: func(s, n int, err error) { reasons[sources[s].Name] = err },
		Done: func(s, e int, r Receipt, err error) {
			mu.Lock()
			defer mu.Unlock()
			if err != nil || !r.Verified {
				t.Errorf("%s, %s: %v", sources[s].Name, entries[e].ID, err)
			}
			sizes[sources[s].Name+" "+entries[e].ID] = r.CompressedBytes
		}}
	m.Run(context.Background())
	for name, want := range map[string]error{"texts/a.txt": nil, "texts/b/c.txt": nil, "texts/empty": ErrEmpty,
		"texts/zero.bin": ErrBinary, "missing": fs.ErrNotExist} {
		if got, ok := reasons[name]; !ok || !errors.Is(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	if len(reasons) != 5 || len(sizes) != 6 {
		t.Fatalf("%d files, %d sizes", len(reasons), len(sizes))
	}
	for _, name := range []string{"a.txt", "b/c.txt"} {
		b, _ := os.ReadFile(filepath.Join(dir, name))
		for _, e := range entries {
			r, err := Archive(context.Background(), Job{Entry: e, Text: text.NewSeq(b)})
			if got := sizes["texts/"+name+" "+e.ID]; err != nil || got != r.CompressedBytes {
				t.Errorf("%s, %s: %d bytes in the matrix, %d alone, %v", name, e.ID, got, r.CompressedBytes, err)
			}
		}
	}
}

// What is too large is not read.
func TestLargeSourceIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large")
	f, err := os.Create(path)
	if err == nil {
		err = errors.Join(f.Truncate(MaxSource+1), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (Source{"large", path}).Load(); err != ErrLarge {
		t.Errorf("%v", err)
	}
}

// A cancelled matrix opens no further text.
func TestCancelledMatrixStops(t *testing.T) {
	dir := folder(t, map[string]string{"a": "text", "b": "text", "c": "text"})
	sources, _ := Sources([]string{dir})
	ctx, cancel := context.WithCancel(context.Background())
	opened := 0
	m := Matrix{Entries: entriesOf(t, "order0"), Sources: sources, Slots: NewSlots(1),
		Opened: func(int, int, error) { opened++; cancel() }, Done: func(int, int, Receipt, error) {}}
	m.Run(ctx)
	if opened != 1 {
		t.Errorf("%d texts were opened", opened)
	}
}
