package search

// Hashes is a set of hashes. That two vectors share one of 64 bits is less
// likely than a flipped bit of memory, and would only hide an expression.
type hashes struct {
	slots []uint64
	n     int
}

func newHashes() hashes { return hashes{slots: make([]uint64, tableRows)} }

// add adds h, which is not 0, and reports whether it is new.
func (s *hashes) add(h uint64) bool {
	if !s.place(h) {
		return false
	}
	if s.n++; 2*s.n > len(s.slots) {
		old := s.slots
		s.slots = make([]uint64, 2*len(old))
		for _, h := range old {
			if h != 0 {
				s.place(h)
			}
		}
	}
	return true
}

func (s *hashes) place(h uint64) bool {
	mask := uint64(len(s.slots) - 1)
	at := h & mask
	for ; s.slots[at] != 0; at = (at + 1) & mask {
		if s.slots[at] == h {
			return false
		}
	}
	s.slots[at] = h
	return true
}

// has reports whether h is in the set.
func (s *hashes) has(h uint64) bool {
	mask := uint64(len(s.slots) - 1)
	for at := h & mask; s.slots[at] != 0; at = (at + 1) & mask {
		if s.slots[at] == h {
			return true
		}
	}
	return false
}
