package app

import (
	"slices"
	"strings"
	"testing"

	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
)

func TestOptions(t *testing.T) {
	usual := fyne.NewSize(1280, 800)
	for _, c := range []struct {
		args string
		want options
		err  string
	}{
		{"", options{size: usual}, ""},
		{"book.txt", options{size: usual, file: "book.txt"}, ""},
		{"bitlens:race bitlens:read?at=5", options{size: usual, links: []string{"bitlens:race", "bitlens:read?at=5"}}, ""},
		{"bitlens:race book.txt", options{size: usual, links: []string{"bitlens:race"}, file: "book.txt"}, ""},
		{"--size 800x600 --theme dark --lang zh", options{size: fyne.NewSize(800, 600), theme: widgets.Dark, language: "zh"}, ""},
		{"--theme system", options{size: usual, theme: widgets.System}, ""},
		{"--walk --times bitlens:read", options{size: usual, walk: true, times: true, links: []string{"bitlens:read"}}, ""},
		{"-- --size", options{size: usual, file: "--size"}, ""},
		{"--size 800", options{}, `the size "800" is not of the form 1280x800`},
		{"--size 399x300", options{}, "is not of the form"},
		{"--size 400x299", options{}, "is not of the form"},
		{"--size 800x600x2", options{}, `the size "800x600x2" is not of the form 1280x800`},
		{"--theme blue", options{}, `the theme "blue" is not light, dark or system`},
		{"--lang fr", options{}, `the language "fr" is not en or zh`},
		{"one two", options{}, "open one file at a time"},
		{"--colour", options{}, "usage: bitlens"},
		{"--help", options{}, "usage: bitlens"},
	} {
		got, err := parse(strings.Fields(c.args))
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: %v, want %q", c.args, err, c.err)
			}
			continue
		}
		if err != nil || !slices.Equal(got.links, c.want.links) {
			t.Errorf("%q: links %q, %v", c.args, got.links, err)
		}
		got.links, c.want.links = nil, nil
		if got.file != c.want.file || got.size != c.want.size || got.theme != c.want.theme ||
			got.language != c.want.language || got.walk != c.want.walk || got.times != c.want.times {
			t.Errorf("%q: %+v, want %+v", c.args, got, c.want)
		}
	}
}
