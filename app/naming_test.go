package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

// To name a file for saving must not change it.
func TestNamingEmptiesNoFile(t *testing.T) {
	test.NewApp()
	onlyName()
	path := filepath.Join(t.TempDir(), "precious.txt")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := storage.Writer(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
	if b, _ := os.ReadFile(path); string(b) != "precious" || w.URI().Path() != path {
		t.Errorf("the file holds %q", b)
	}
	if l, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(path))); err != nil || l == nil {
		t.Errorf("folders cannot be listed: %v", err)
	}
}
