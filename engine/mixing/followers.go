package mixing

import (
	"slices"

	"bitlens/engine/model"
)

// followers remembers the last bytes that followed each byte and each pair of
// bytes: what a table repeats at no fixed distance (Mahoney 2007).
type followers struct {
	one, two []uint32 // the latest in the lowest byte
}

func newFollowers() followers {
	return followers{make([]uint32, 1<<8), make([]uint32, 1<<16)}
}

func (f *followers) clone() followers { return followers{slices.Clone(f.one), slices.Clone(f.two)} }

// read takes in b, which follows the bytes in recent.
func (f *followers) read(b byte, recent uint64, j *model.Journal) {
	for _, p := range []*uint32{&f.one[byte(recent)], &f.two[uint16(recent)]} {
		j.Save32(p)
		*p = *p<<8 | uint32(b)
	}
}
