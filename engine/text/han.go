package text

import (
	"bytes"
	"fmt"
	"math"
	"sort"
	"strconv"
	"sync"
	"unicode/utf8"

	"bitlens/assets/words"

	"github.com/klauspost/compress/zstd"
)

// A dictionary knows the words of a language and how often each occurs. Words
// are sorted by their bytes, so that all words with one prefix are neighbours.
type dictionary struct {
	text  []byte   // all words, end to end
	ends  []uint32 // ends[i] is where word i ends in text
	score []float32
	// unknown is the score of a single character that is not a word.
	unknown float32
}

// chinese returns the Chinese dictionary; the first call reads it, 50 ms.
var chinese = sync.OnceValue(func() *dictionary {
	d, err := readDictionary(words.Chinese)
	if err != nil {
		panic(fmt.Sprintf("the embedded Chinese word list: %v", err))
	}
	return d
})

// readDictionary reads lines of "word count", sorted, compressed with zstd.
// A word's score is the logarithm of its share of all counts.
func readDictionary(compressed []byte) (*dictionary, error) {
	z, err := zstd.NewReader(nil)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	list, err := z.DecodeAll(compressed, nil)
	if err != nil {
		return nil, err
	}
	d := new(dictionary)
	total := 0.0
	for line := range bytes.Lines(list) {
		word, count, _ := bytes.Cut(bytes.TrimSpace(line), []byte(" "))
		n, err := strconv.Atoi(string(count))
		if err != nil {
			return nil, err
		}
		d.text = append(d.text, word...)
		d.ends = append(d.ends, uint32(len(d.text)))
		d.score = append(d.score, float32(math.Log(float64(max(n, 1)))))
		total += float64(n)
	}
	log := float32(math.Log(total))
	for i := range d.score {
		d.score[i] -= log
	}
	d.unknown = -log
	return d, nil
}

// word returns the i-th word.
func (d *dictionary) word(i int) []byte {
	start := uint32(0)
	if i > 0 {
		start = d.ends[i-1]
	}
	return d.text[start:d.ends[i]]
}

// prefixes calls yield with the length and score of each word that b starts
// with, the shortest first.
func (d *dictionary) prefixes(b []byte, yield func(n int, score float32)) {
	lo, hi := 0, len(d.ends)
	for n := 0; n < len(b) && lo < hi; {
		_, size := utf8.DecodeRune(b[n:])
		n += size
		prefix := b[:n]
		lo += sort.Search(hi-lo, func(i int) bool { return bytes.Compare(d.word(lo+i), prefix) >= 0 })
		hi = lo + sort.Search(hi-lo, func(i int) bool { return !bytes.HasPrefix(d.word(lo+i), prefix) })
		if lo < hi && len(d.word(lo)) == n {
			yield(n, d.score[lo])
		}
	}
}

// begins reports whether b begins a word that is longer.
func (d *dictionary) begins(b []byte) bool {
	i := sort.Search(len(d.ends), func(i int) bool { return bytes.Compare(d.word(i), b) > 0 })
	return i < len(d.ends) && bytes.HasPrefix(d.word(i), b)
}

// cutHan cuts a run of Han characters into words: of all ways to cut it, the
// one whose words' probabilities have the largest product (a Viterbi search
// over the graph of words, as jieba does).
func cutHan(starts []int, run []byte, at int) []int {
	d := chinese()
	best := make([]float32, len(run)+1) // of run[i:]
	next := make([]int, len(run)+1)     // end of the first word of run[i:]
	for i := len(run); i > 0; {
		_, size := utf8.DecodeLastRune(run[:i])
		i -= size
		best[i], next[i] = d.unknown+best[i+size], i+size
		d.prefixes(run[i:], func(n int, score float32) {
			if s := score + best[i+n]; s > best[i] {
				best[i], next[i] = s, i+n
			}
		})
	}
	for i := 0; i < len(run); i = next[i] {
		starts = append(starts, at+i)
	}
	return starts
}
