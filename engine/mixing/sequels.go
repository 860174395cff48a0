package mixing

import (
	"slices"

	"bitlens/engine/model"
)

// sequels remembers, by hash of a context longer than those of followers, what
// followed it: bytes, characters or words, the latest lowest.
type sequels struct {
	three []uint32    // four bytes, of the last three bytes
	word  []uint32    // four bytes, of the word that is being read
	one   []uint32    // the ends of two characters, of the last one
	two   []uint32    // and of the last two
	words [][2]uint32 // hashes of two words, of the last one
}

const sequelBits = 16

func newSequels() sequels {
	n := 1 << sequelBits
	return sequels{make([]uint32, n), make([]uint32, n), make([]uint32, n), make([]uint32, n), make([][2]uint32, n)}
}

func (q *sequels) clone() sequels {
	return sequels{
		slices.Clone(q.three), slices.Clone(q.word), slices.Clone(q.one), slices.Clone(q.two), slices.Clone(q.words),
	}
}

// bytes returns the memory that the sequels occupy.
func (q *sequels) bytes() int {
	return 4 * (len(q.three) + len(q.word) + len(q.one) + len(q.two) + 2*len(q.words))
}

// sequelOf returns the place of a context.
func sequelOf(h uint64) int { return int(mixed(h, 0) >> 20 & (1<<sequelBits - 1)) }

// read takes in b, which follows what s saw last.
func (q *sequels) read(b byte, s *scene, j *model.Journal) {
	push(&q.three[sequelOf(s.tail.last(3))], 8, uint32(b), j)
	push(&q.word[sequelOf(s.words.now)], 8, uint32(b), j)
	if c := &s.characters; c.due == 1 || c.due == 0 && b < 0x80 {
		end := uint32(c.part<<8|uint64(b)) & 0xffff
		push(&q.one[sequelOf(c.before[0])], 16, end, j)
		push(&q.two[sequelOf(mixed(c.before[0], c.before[1]))], 16, end, j)
	}
}

// push makes room for v, of so many bits, at the low end of *p.
func push(p *uint32, bits int, v uint32, j *model.Journal) {
	j.Save32(p)
	*p = *p<<bits | v
}

// readWord takes in the word that has ended, the first of words.
func (q *sequels) readWord(words [3]uint64, j *model.Journal) {
	p := &q.words[sequelOf(words[1])]
	j.Save32(&p[0])
	j.Save32(&p[1])
	*p = [2]uint32{uint32(mixed(words[0], 0)), p[0]}
}

// wordsAfter returns hashes of what last followed a word.
func (q *sequels) wordsAfter(word uint64) [2]uint32 { return q.words[sequelOf(word)] }
