// Package words holds a list of Chinese words with how often each occurs, for
// cutting Chinese text into words.
//
// The list is jieba's, as package gse carries it (MIT, see LICENSE), less its
// parts of speech, sorted by bytes. Run make.sh to make it again.
package words

import (
	_ "embed"
)

// Chinese is lines of "word count", sorted by the bytes of the word,
// compressed with zstd.
//
//go:embed chinese.txt.zst
var Chinese []byte
