package generators

import (
	"crypto/sha256"
	"fmt"
)

// MaxKey bounds the key of a cipher, in bits.
const MaxKey = 256

// A Cipher is a word that is repeated, encrypted: added, modulo 2, to a key
// stream, the SHA-256 of the key and of 0, 1, 2... It looks like chance to
// whoever lacks the key, and is no more complex than the key and the word. With
// the word 0 it is the hashes themselves.
type Cipher struct {
	Key   string // of 0 and 1
	Plain string // the word
}

// Program implements Generator: the cipher is part of the machine.
func (Cipher) Program() string { return "" }

// Input implements Generator.
func (c Cipher) Input() string { return word(c.Key) + word(c.Plain) }

func readCipher(r *reader) Generator {
	return Cipher{Key: r.word(MaxKey), Plain: r.word(MaxWord)}
}

// Output implements Generator.
func (c Cipher) Output(n int) (string, error) {
	if err := check(c, n); err != nil {
		return "", err
	}
	all := make([]byte, n)
	var stream [sha256.Size]byte
	for i := range all {
		at := i / 8 % sha256.Size
		if i%(8*sha256.Size) == 0 {
			stream = sha256.Sum256(fmt.Appendf(nil, "%s/%d", c.Key, i/(8*sha256.Size)))
		}
		all[i] = c.Plain[i%len(c.Plain)] ^ stream[at]>>(7-i%8)&1
	}
	return string(all), nil
}

func (Cipher) kind() int { return 3 }

func (c Cipher) check() error {
	if err := checkWord("the key", c.Key, MaxKey); err != nil {
		return err
	}
	return checkWord("the plain word", c.Plain, MaxWord)
}
