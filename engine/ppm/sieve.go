package ppm

// A sieve keeps, of the states of a context, those whose bytes no longer
// context has ruled out. Nothing in it needs to be cleared for the next use:
// a byte is ruled out if its stamp is the present one.
type sieve struct {
	stamps [256]uint8
	stamp  uint8
	place  [256]uint8  // in list, of a byte that was kept; of others it means nothing
	list   [256]packed // a state, with its place in the context for its link
}

// clear rules nothing out.
func (v *sieve) clear() {
	if v.stamp++; v.stamp == 0 {
		v.stamps, v.stamp = [256]uint8{}, 1
	}
}

// close rules the bytes of states out.
func (v *sieve) close(states []packed) {
	for i := range states {
		v.stamps[states[i].symbol()] = v.stamp
	}
}

// open keeps those of states that are not ruled out. It returns them and the
// sum of their frequencies. Not all of 256 states may be open.
//
// There is no branch on what is ruled out: it could not be foreseen.
func (v *sieve) open(states []packed) (kept []packed, sum uint32) {
	n, stamp := uint8(0), v.stamp
	for i := range states {
		s := &states[i]
		b := s.symbol()
		v.list[n][0], v.list[n][2] = uint16(i), s[2]
		v.place[b] = n
		is := uint8(0)
		if v.stamps[b] != stamp {
			is = 1
		}
		n += is
		sum += s.freq() & -uint32(is)
	}
	return v.list[:n], sum
}

// knows returns 1 if b is in kept, what open returned last, else 0.
func (v *sieve) knows(kept []packed, b byte) int {
	if i := int(v.place[b]); i < len(kept) {
		return hit(kept[i].symbol(), b)
	}
	return 0
}
