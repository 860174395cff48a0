package text_test

import (
	"fmt"

	"bitlens/engine/text"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Units follow one another without gaps, whatever they are.
func ExampleUnit_All() {
	doc := text.NewSeq([]byte("Cafe\u0301 in 北京大学.\n"))
	for _, u := range []text.Unit{text.Char, text.Word} {
		var pieces []string
		for lo, hi := range u.All(doc) {
			pieces = append(pieces, string(doc.Slice(lo, hi)))
		}
		fmt.Printf("%q\n", pieces)
	}
	// Output:
	// ["C" "a" "f" "é" " " "i" "n" " " "北" "京" "大" "学" "." "\n"]
	// ["Café" " " "in" " " "北京大学" "." "\n"]
}

// A pattern makes units of its matches and of what stands between them.
func ExampleParseUnit() {
	u, err := text.ParseUnit("/[0-9]+/")
	if err != nil {
		panic(err)
	}
	doc := text.NewSeq([]byte("1948 and 1964."))
	for lo, hi := range u.All(doc) {
		fmt.Printf("%q ", doc.Slice(lo, hi))
	}
	// Output: "1948" " and " "1964" "."
}

// A file that is not UTF-8 is converted only where that loses nothing.
func ExampleDetect() {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String("有朋自远方来，不亦乐乎。")
	for _, disk := range []string{"plain text", gb, "caf\xe9"} {
		encoding, doc := text.Detect([]byte(disk))
		fmt.Printf("%s: %d bytes on disk, %q\n", encoding, len(disk), doc)
	}
	// Output:
	// UTF-8: 10 bytes on disk, "plain text"
	// GB18030: 24 bytes on disk, "有朋自远方来，不亦乐乎。"
	// bytes: 4 bytes on disk, "caf\xe9"
}

// An edit makes a new text that shares what it can with the old one.
func ExampleSeq_Splice() {
	before := text.NewSeq([]byte("to predict is to know"))
	after := before.Splice(17, 21, []byte("compress"))
	fmt.Printf("%s\n%s\n", before.Slice(0, before.Len()), after.Slice(0, after.Len()))
	// Output:
	// to predict is to know
	// to predict is to compress
}
