package ppm

// count adds to the frequency of a state that was found in context at without
// an escape, and keeps likely ones in front. It returns where the state is then.
func (m *PPM) count(at, found uint32) uint32 {
	m.success = 0
	body := m.own(at + 1)
	body.add(gain)
	s := m.own(found)
	s.hit(gain)
	freq := s.freq()
	if found != body.link() {
		if before := m.units[found-1]; before.freq() < freq {
			found--
			*m.own(found), *s = *s, before
		}
	} else if 2*freq > body.count()+gain {
		m.success = 1
		m.run++
	}
	if freq > maxFreq {
		return m.rescale(at, found)
	}
	return found
}

// countMasked does so after an escape.
func (m *PPM) countMasked(at, found uint32) uint32 {
	m.run = m.firstRun
	m.own(at + 1).add(gain)
	s := m.own(found)
	s.hit(gain)
	if s.freq() > maxFreq {
		return m.rescale(at, found)
	}
	return found
}

// rescale halves the frequencies of a context and sorts its states. The found
// one goes first.
func (m *PPM) rescale(at, found uint32) uint32 {
	first, n := m.states(at)
	m.keepAll(first, n)
	all := m.units[first:][:n]
	i := found - first
	s := all[i]
	copy(all[1:i+1], all[:i])
	all[0] = s
	round := uint32(0)
	if m.fall != 0 {
		round = 1
	}
	escape := m.units[at+1].count()
	sum := uint32(0)
	for i := range all {
		s := &all[i]
		f := s.freq()
		escape -= f
		if i == 0 {
			f += gain
		}
		f = (f + round) >> 1
		sum += f
		s.set(newState(s.link(), s.symbol(), f))
		for j := i; j > 1 && all[j].freq() > all[j-1].freq(); j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	return m.forget(at, sum, escape)
}

// forget drops the states of frequency 0, which are last, from a context whose
// frequencies add up to sum, and sets its own sum with what is left of that of
// an escape. It returns where its first state is.
func (m *PPM) forget(at, sum, escape uint32) uint32 {
	first, all := m.states(at)
	n := all
	for m.units[first+n-1].freq() == 0 {
		n--
	}
	escape += all - n
	if n == 1 {
		return m.single(at, escape)
	}
	if roomOf[n] != roomOf[all] {
		first = m.move(first, all, n)
	}
	m.own(at).set(newHalf(m.units[at].link(), n))
	m.own(at + 1).set(newHalf(first, sum+escape-escape>>1))
	return first
}

// single leaves a context its first state only, which takes the place of its
// body, and returns where it is then.
func (m *PPM) single(at, escape uint32) uint32 {
	first, n := m.states(at)
	s := m.units[first].unit()
	f := s.freq()
	for ; escape > 1; escape >>= 1 {
		f -= f >> 1
	}
	m.give(first, n)
	m.own(at).set(newHalf(m.units[at].link(), 1))
	m.own(at + 1).set(newState(s.link(), s.symbol(), f))
	return at + 1
}
