package mixing

// prose follows sentences: what begins one and what its words look like. A line
// that ends within a paragraph ends nothing.
type prose struct {
	first    uint64 // hash of the first word of this sentence
	letters  uint64 // hash of the letters of this paragraph's last words, without what stands between
	capital  uint64 // 1 if the word that is being read starts with a capital, 2 if it goes on so
	length   uint64 // letters of that word
	suffix   uint64 // the last letters of the word before
	ending   uint64 // the last letters of the word that is being read
	sentence uint64 // words of this sentence
	phrase   uint64 // words since the last mark
	marks    uint64 // the last two marks: what is neither letter nor blank, and ends of paragraphs
	initials uint32 // the first letters of the last four words
	broken   bool   // the line has ended, and nothing but blanks came since
}

const (
	mostLetters  = 31 // where length stays
	mostSentence = 63
	endingBits   = 24 // three letters
)

// read reads the next byte. The word before it is given.
func (p *prose) read(b byte, before uint64) {
	if kind := kindOf[b]; kind == lower || kind == upper || kind >= leading {
		p.letter(b, kind)
		return
	}
	if before != 0 {
		p.end(before)
	}
	paragraph := b == '\n' && p.broken
	if b == '\n' || b > ' ' {
		p.broken = b == '\n'
	}
	if paragraph || b > ' ' {
		p.phrase, p.marks = 0, (p.marks<<8|uint64(b))&0xffff
	}
	if paragraph || b == '.' || b == '!' || b == '?' {
		p.first, p.sentence = 0, 0
	}
}

// letter reads a letter, or a byte of a wide character.
func (p *prose) letter(b, kind byte) {
	p.broken = false
	if kind == upper {
		p.capital = 1 + min(p.length, 1)
	}
	if p.length == 0 {
		p.initials = p.initials<<8 | uint32(b|0x20)
	}
	p.length = min(p.length+1, mostLetters)
	p.ending = (p.ending<<8 | uint64(b|0x20)) & (1<<endingBits - 1)
	p.letters = (p.letters + uint64(b|0x20)) * (wordHash << 4)
}

// end ends a word.
func (p *prose) end(word uint64) {
	if p.sentence == 0 {
		p.first = word
	}
	p.sentence = min(p.sentence+1, mostSentence)
	p.phrase = min(p.phrase+1, mostPhrase)
	p.suffix, p.ending, p.length, p.capital = p.ending, 0, 0, 0
}
