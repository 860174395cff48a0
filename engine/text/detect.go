package text

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// detectLen is how much of a file is looked at to recognise its encoding;
// the choice is then checked on the whole.
const detectLen = 64 << 10

// Detect recognises how a file is encoded and returns the document. UTF-8, and
// whatever is not surely another encoding, is its own bytes. Only UTF-16,
// GB18030 and Big5 that turn back into the same bytes are converted.
func Detect(disk []byte) (Encoding, []byte) {
	if utf8.Valid(disk) {
		return UTF8, disk
	}
	for _, e := range candidates(disk) {
		if doc, err := e.Decode(disk); err == nil {
			return e, doc
		}
	}
	return Raw, disk
}

// candidates returns the encodings that a file that is not UTF-8 may have,
// the likeliest first.
func candidates(disk []byte) []Encoding {
	var marked, likely []Encoding
	best := 0.0
	for _, e := range encodings {
		if e.Own() {
			continue
		}
		if e.bom != "" {
			if bytes.HasPrefix(disk, []byte(e.bom)) {
				marked = append(marked, e)
			}
			continue
		}
		switch score := e.score(disk); {
		case score < minScore:
		case score > best:
			likely, best = append([]Encoding{e}, likely...), score
		default:
			likely = append(likely, e)
		}
	}
	return append(marked, likely...)
}

// minScore is the share of common characters from which a text is taken to be
// in an encoding: Chinese prose has half its Han characters among the most
// common, and bytes read in a wrong encoding hardly any.
const minScore = 0.2

// score decodes the first bytes and returns the share of common characters
// among those that a wrong encoding would scramble.
func (e Encoding) score(disk []byte) float64 {
	head := disk[:min(len(disk), detectLen)&^1]
	doc, err := e.codec.NewDecoder().Bytes(head)
	if err != nil {
		return 0
	}
	wide := strings.HasPrefix(e.name, "UTF-16")
	n, common, bad := 0, 0, 0
	for _, r := range string(doc) {
		switch {
		case r == utf8.RuneError || unicode.Is(unicode.Co, r) || r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r):
			bad++
		case r < utf8.RuneSelf && !wide:
			continue
		case r < 0x250 && wide || strings.ContainsRune(commonHan, r):
			common++
		}
		n++
	}
	if bad > 1+n/100 { // a character may be cut at the end
		return 0
	}
	return float64(common) / float64(max(n, 1))
}

// commonHan are the most common characters of Chinese prose, modern and
// classical, simplified and traditional, with the punctuation.
const commonHan = "，。、；：？！“”「」『』　" +
	"的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后" +
	"小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长" +
	"知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最" +
	"這個來國們說為時會後過學對裡還發當無開經頭從動兩長與見現將實進樣業機話兒問給幾點種聲氣東車門馬風書" +
	"曰矣焉乎何若故夫非則则卷第"
