// Package samples holds the texts that come with the program. SOURCES says
// where each is from and why it is free.
package samples

import (
	"embed"
	"math/rand/v2"
)

//go:embed texts
var texts embed.FS

// A Sample is a text that comes with the program.
type Sample struct {
	ID      string // in links
	Name    string // of the text when it is open
	English string // what it is
	Chinese string
	file    string // in texts, or "" for random bytes
}

var all = []Sample{
	{"alice", "alice29.txt", "English prose: Alice in Wonderland", "英文小说：爱丽丝漫游奇境", "alice.txt"},
	{"hamlet", "hamlet.txt", "English verse: Hamlet", "英文戏剧：哈姆雷特", "hamlet.txt"},
	{"analects", "论语.txt", "Classical Chinese: the Analects", "文言文：论语", "analects.txt"},
	{"sunzi", "孙子兵法.txt", "Classical Chinese: The Art of War", "文言文：孙子兵法", "sunzi.txt"},
	{"tang", "唐诗三百首.txt", "Chinese verse: 300 Tang poems", "诗歌：唐诗三百首", "tang.txt"},
	{"go", "bzip2.go", "Source code: Go's bzip2", "源代码：Go 的 bzip2", "bzip2.go.txt"},
	{"zones", "zones.tab", "A table: time zones", "表格：时区", "zones.tab"},
	{"pi", "pi.txt", "100,000 digits of pi", "圆周率十万位", "pi.txt"},
	{"random", "random.bin", "Random bytes: ChaCha8, seed 0", "随机字节：ChaCha8，种子 0", ""},
}

// All returns every sample.
func All() []Sample { return all }

// Find returns the sample of an id.
func Find(id string) (Sample, bool) {
	return first(func(s Sample) bool { return s.ID == id })
}

// Named returns the sample that has a name when it is open.
func Named(name string) (Sample, bool) {
	return first(func(s Sample) bool { return s.Name == name })
}

func first(is func(Sample) bool) (Sample, bool) {
	for _, s := range all {
		if is(s) {
			return s, true
		}
	}
	return Sample{}, false
}

// randomLen is the length of the random sample in bytes.
const randomLen = 16 << 10

// Text returns the bytes of a sample.
func (s Sample) Text() []byte {
	if s.file == "" {
		b := make([]byte, randomLen)
		rand.NewChaCha8([32]byte{}).Read(b)
		return b
	}
	b, err := texts.ReadFile("texts/" + s.file)
	if err != nil {
		panic(err) // the list names what is embedded; a test opens each
	}
	return b
}
