package text

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

const (
	simplified  = "话说宝玉听了这话，不觉怔了半晌，方回过神来，便问道：“你们这里可有什么好去处没有？”"
	traditional = "子曰：「學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？」"
	latin       = "Déjà vu à la façon de l'été: garçon, naïve, Zoë; coût élevé."
)

func mustEncode(t testing.TB, name, text string) []byte {
	t.Helper()
	e, err := ParseEncoding(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := e.Encode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDetect(t *testing.T) {
	for _, c := range []struct{ encoding, text, want string }{
		{"UTF-8", simplified, "UTF-8"},
		{"UTF-8", "\ufeff" + latin, "UTF-8"},
		{"UTF-8", "", "UTF-8"},
		{"GB18030", simplified, "GB18030"},
		{"GB18030", strings.Repeat(traditional, 3), "GB18030"},
		{"GB18030", "<p>" + simplified[:60] + "</p>", "GB18030"},
		{"Big5", traditional, "Big5"},
		{"UTF-16LE", simplified, "UTF-16LE"},
		{"UTF-16BE", latin, "UTF-16BE"},
		{"UTF-16LE without mark", latin, "UTF-16LE without mark"},
		{"UTF-16BE without mark", latin, "UTF-16BE without mark"},
		{"UTF-16LE without mark", simplified, "UTF-16LE without mark"},
		{"UTF-16BE without mark", simplified, "UTF-16BE without mark"},
		{"windows-1252", latin, "bytes"},
		{"windows-1252", strings.Repeat("é à ü ö ñ ", 30), "bytes"},
	} {
		disk := mustEncode(t, c.encoding, c.text)
		e, doc := Detect(disk)
		if e.String() != c.want {
			t.Errorf("%.20q in %s: detected %s", c.text, c.encoding, e)
			continue
		}
		if back, err := e.Encode(doc); err != nil || !bytes.Equal(back, disk) {
			t.Errorf("%s: does not turn back: %v", e, err)
		}
		if !e.Own() && string(doc) != c.text {
			t.Errorf("%s: got %q", e, doc)
		}
	}
}

func TestBinaryIsItsOwnBytes(t *testing.T) {
	for name, disk := range map[string][]byte{
		"elf":       append([]byte("\x7fELF\x02\x01\x01\x00"), bytes.Repeat([]byte{0, 0, 1, 0xe8, 0x90}, 500)...),
		"ff":        bytes.Repeat([]byte{0xff}, 1000),
		"odd utf16": []byte("\xff\xfea\x00b"),
		"cut gbk":   mustEncode(t, "GB18030", simplified)[:41],
		"random":    []byte(hostileTexts()["random"]),
	} {
		if e, doc := Detect(disk); !e.Own() || !bytes.Equal(doc, disk) {
			t.Errorf("%s: taken for %s", name, e)
		}
	}
}

func TestChosenEncodingMustFit(t *testing.T) {
	big5, _ := ParseEncoding("Big5")
	if _, err := big5.Decode([]byte("caf\xe9 \xff")); !errors.Is(err, ErrMisfit) {
		t.Errorf("got %v", err)
	}
	if _, err := UTF8.Decode([]byte("\xff")); !errors.Is(err, ErrMisfit) {
		t.Errorf("got %v", err)
	}
	if _, err := big5.Encode([]byte("这")); err == nil || !strings.Contains(err.Error(), "Big5 lacks") {
		t.Errorf("got %v", err)
	}
	if _, err := ParseEncoding("klingon"); err == nil {
		t.Error("no error")
	}
}

func FuzzDetect(f *testing.F) {
	f.Add([]byte(latin))
	f.Add(mustEncode(f, "GB18030", simplified))
	f.Add(mustEncode(f, "Big5", traditional))
	f.Add(mustEncode(f, "UTF-16LE", latin))
	f.Fuzz(func(t *testing.T, disk []byte) {
		e, doc := Detect(disk)
		if back, err := e.Encode(doc); err != nil || !bytes.Equal(back, disk) {
			t.Fatalf("%s: %v", e, err)
		}
	})
}
