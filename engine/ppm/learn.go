package ppm

// learn counts the state that was found in context at, and moves on. Masked
// says that longer contexts were escaped from.
func (m *PPM) learn(at, found uint32, masked bool) {
	x := &m.contexts[at]
	if x.n > 1 {
		found = m.count(at, found, masked)
	}
	if next := m.states[found].next; m.fall == 0 && next != 0 && next < textFlag {
		m.at = next
		return
	}
	m.extend(at, found)
}

// count adds to the frequency of a state and keeps likely ones in front. It
// returns where the state is then.
func (m *PPM) count(at, found uint32, masked bool) uint32 {
	m.saveContext(at)
	m.saveState(found)
	x := &m.contexts[at]
	s := &m.states[found]
	switch {
	case masked:
		m.run = m.firstRun()
	case found == x.states:
		m.success = 0
		if 2*uint16(s.freq) > x.sum {
			m.success = 1
			m.run++
		}
	default:
		m.success = 0
	}
	s.freq += gain
	x.sum += gain
	if found > x.states && !masked {
		if before := &m.states[found-1]; before.freq < s.freq {
			m.saveState(found - 1)
			*before, *s = *s, *before
			found--
		}
	}
	if m.states[found].freq > maxFreq {
		found = m.rescale(at, found)
	}
	return found
}

// rescale halves the frequencies of a context and sorts its states. The found
// one goes first.
func (m *PPM) rescale(at, found uint32) uint32 {
	x := &m.contexts[at]
	m.saveStates(x)
	all := m.of(x)
	i := int(found - x.states)
	s := all[i]
	copy(all[1:i+1], all[:i])
	all[0] = s
	escape := int(x.sum)
	round := uint8(0)
	if m.fall != 0 {
		round = 1
	}
	all[0].freq += gain
	sum := 0
	for i := range all {
		if i == 0 {
			escape -= int(all[0].freq) - gain
		} else {
			escape -= int(all[i].freq)
		}
		all[i].freq = (all[i].freq + round) >> 1
		sum += int(all[i].freq)
		for j := i; j > 1 && all[j].freq > all[j-1].freq; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	escape += m.forget(at)
	x.sum = uint16(sum + escape - escape>>1)
	if x.n == 1 {
		for ; escape > 1; escape >>= 1 {
			all[0].freq -= all[0].freq >> 1
		}
	}
	return x.states
}

// forget drops the states of frequency 0, which are last, and returns how many.
func (m *PPM) forget(at uint32) (dropped int) {
	x := &m.contexts[at]
	all := m.of(x)
	for all[len(all)-1-dropped].freq == 0 {
		dropped++
	}
	n := x.n - uint16(dropped)
	if roomOf[n] != roomOf[x.n] {
		to := m.take(n)
		for i := range uint32(n) {
			m.saveState(to + i)
			m.states[to+i] = m.states[x.states+i]
		}
		m.give(x.states, x.n)
		x.states = to
	}
	x.n = n
	return dropped
}
