package atomic

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	f, err := Create(path, false)
	if err != nil {
		t.Fatal(err)
	}
	f.Write([]byte("half"))
	if _, err := os.Stat(path); err == nil {
		t.Error("half a file has its final name")
	}
	f.Abort()
	if left := files(t, dir); len(left) != 0 {
		t.Errorf("left %v", left)
	}
	if err := WriteFile(path, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); string(b) != "whole" || len(files(t, dir)) != 1 {
		t.Errorf("got %q in %v", b, files(t, dir))
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	WriteFile(path, nil)
	if _, err := Create(path, false); !errors.Is(err, ErrExists) {
		t.Errorf("got %v", err)
	}
	if _, err := Create(dir, true); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("got %v", err)
	}
	if _, err := Create(filepath.Join(dir, "none", "b"), true); err == nil || !strings.Contains(err.Error(), "cannot write beside") {
		t.Errorf("got %v", err)
	}
}

// What stood there keeps its rights, and a link keeps being one.
func TestReplaceKeepsRightsAndLinks(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "a.txt"), filepath.Join(dir, "link")
	os.WriteFile(path, []byte("old"), 0o600)
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	if err := WriteFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	st, _ := os.Lstat(link)
	if st.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
	st, _ = os.Stat(path)
	if b, _ := os.ReadFile(path); string(b) != "new" || st.Mode().Perm() != 0o600 {
		t.Errorf("got %q, %v", b, st.Mode())
	}
}

// A device that is always full stands for a full disk.
func TestFullDiskNamesTheFile(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	f := &File{File: full, path: "out.bits"}
	_, err = f.Write([]byte("x"))
	var w *WriteError
	if !errors.As(err, &w) || !strings.Contains(err.Error(), "cannot write out.bits: no space left") {
		t.Errorf("got %v", err)
	}
	full.Close()
}
