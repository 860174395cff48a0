package widgets

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

const alice = "The rabbit-hole went straight on like a tunnel for some way,\r\nand then dipped suddenly down, so suddenly that " +
	"Alice had not a\r\nmoment to think about stopping herself before she found herself\r\nfalling down a very deep well.\r\n\r\n" +
	"  Either the well was very deep, or she fell very slowly, for she\r\nhad plenty of time as she went down to look about her.\r\n" +
	"\tOne tab, “quoted” ‘words’ … and a fi\u0301n naïve café."

const stone = "却说甄士隐俱听得明白，但不知所云“蠢物”系何东西．遂不禁上前施礼，笑问道：“二仙师请了。”那僧道也忙答礼相问．" +
	"士隐因说道：“适闻仙师所谈因果，实人世罕闻者．但弟子愚浊，不能洞悉明白，若蒙大开痴顽，备细一闻，弟子则洗耳谛听，" +
	"稍能警省，亦可免沉伦之苦。”\n\n　　假作真时真亦假，无为有处有还无．"

const mixed = "עברית שלום (123) and English, then العربية سلام 45.6% لا.\nשלום עולם 42, fin\n" +
	"Emoji 😀 👩‍👩‍👧‍👦 🇨🇳 1️⃣ ok; marks e\u0301 a\u0323\u0302 n\u0303 Ελλάδα Москва\n" +
	"bytes \xff\xfe\xe4\xb8 controls \x00\x1b\x7f\r zero\u200bwidth \u202e tag \U000E0001 lone \u0301\nno face \U00012345 ไทย\n"

func TestHeatTextPictures(t *testing.T) {
	for name, c := range map[string]struct {
		look Appearance
		doc  string
		size float32
	}{
		"latin-light":  {Light, alice, 16},
		"chinese-dark": {Dark, stone, 17},
		"mixed-light":  {Light, mixed, 16},
	} {
		t.Run(name, func(t *testing.T) {
			h, win := newHeat(t, c.look, c.doc, 640, 260)
			h.SetTextSize(c.size)
			h.FocusGained()
			h.Select(20, 27)
			h.SetHover(h.snap(70))
			h.SetUnderline(h.snap(96), h.snap(108))
			test.AssertRendersToImage(t, "heattext/"+name+".png", win.Canvas())
		})
	}
}

// Any bytes are shown, pointed at, walked through and edited.
func FuzzHeatText(f *testing.F) {
	for _, s := range []string{alice, stone, mixed, ""} {
		f.Add([]byte(s), uint16(20))
	}
	f.Fuzz(func(t *testing.T, doc []byte, off uint16) {
		h, _ := newHeat(t, Light, string(doc), 200, 120)
		h.SetCursor(int(off))
		h.drawn.paint(200, 120)
		h.MouseMoved(mouse(at(float32(off%30), 2)))
		h.MouseDown(mouse(at(float32(off%30), 1)))
		for _, key := range []string{"Down", "Shift+Up", "Ctrl+Right", "x", "BackSpace", "Delete", "Undo", "Undo", "Undo", "Undo"} {
			press(h, key)
		}
		h.drawn.paint(200, 120)
		if got := string(h.doc.Slice(0, h.doc.Len())); got != string(doc) {
			t.Fatalf("undone, it is %q", got)
		}
	})
}
