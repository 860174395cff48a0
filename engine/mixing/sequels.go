package mixing

import (
	"slices"

	"bitlens/engine/model"
)

// sequels remembers, by hash of a context longer than those of followers, the
// last bytes that followed it.
type sequels struct {
	three []uint32 // of the last three bytes
	word  []uint32 // of the word that is being read
	char  []uint32 // of the last character: the hash of the one that followed
}

const sequelBits = 16

func newSequels() sequels {
	return sequels{make([]uint32, 1<<sequelBits), make([]uint32, 1<<sequelBits), make([]uint32, 1<<sequelBits)}
}

func (q *sequels) clone() sequels {
	return sequels{slices.Clone(q.three), slices.Clone(q.word), slices.Clone(q.char)}
}

// sequelOf returns the place of a context.
func sequelOf(h uint64) int { return int(mixed(h, 0) >> 20 & (1<<sequelBits - 1)) }

// read takes in b, which follows what s saw last.
func (q *sequels) read(b byte, s *scene, j *model.Journal) {
	for _, p := range []*uint32{&q.three[sequelOf(s.tail.last(3))], &q.word[sequelOf(s.words.now)]} {
		j.Save32(p)
		*p = *p<<8 | uint32(b)
	}
	if c := &s.characters; c.due == 0 && b < 0x80 || c.due == 1 {
		p := &q.char[sequelOf(c.before[0])]
		j.Save32(p)
		*p = *p<<16 | uint32(c.part<<8|uint64(b))&0xffff
	}
}

// bytes returns the memory that the sequels occupy.
func (q *sequels) bytes() int { return 4 * (len(q.three) + len(q.word) + len(q.char)) }
