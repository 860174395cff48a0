package ppm

// extend lets the contexts longer than at, which did not know the byte, learn
// it from state found, and goes to the context that comes next.
//
// Contexts shorter than at are left alone (update exclusion), but for a small
// gain in the very next one.
func (m *PPM) extend(at, found uint32) {
	m.nudge(at, m.states[found])
	if m.fall == 0 {
		next := m.follow(at, found, true)
		m.saveState(found)
		m.states[found].next = next
		m.at = next
		return
	}
	s := m.states[found]
	text := textFlag | uint32(len(m.text))
	next := s.next
	switch {
	case next == 0:
		m.saveState(found)
		m.states[found].next = text
		next = at
	default:
		if next >= textFlag {
			next = m.follow(at, found, false)
		}
		if m.fall--; m.fall == 0 {
			text = next
		}
	}
	m.inherit(at, state{next: text, symbol: s.symbol, freq: s.freq})
	m.at = next
}

// nudge adds a little to the byte in the context shorter than at.
func (m *PPM) nudge(at uint32, s state) {
	shorter := m.contexts[at].shorter
	if shorter == 0 || s.freq >= maxFreq/4 {
		return
	}
	m.saveContext(shorter)
	x := &m.contexts[shorter]
	i := m.find(x, s.symbol)
	m.saveState(i)
	if x.n == 1 {
		if m.states[i].freq < 32 {
			m.states[i].freq++
		}
		return
	}
	if i > x.states && m.states[i].freq >= m.states[i-1].freq {
		m.saveState(i - 1)
		m.states[i], m.states[i-1] = m.states[i-1], m.states[i]
		i--
	}
	if m.states[i].freq < maxFreq-9 {
		m.states[i].freq += 2
		x.sum += 2
	}
}

// find returns the state of a byte that x is sure to hold.
func (m *PPM) find(x *context, b byte) uint32 {
	i := x.states
	for m.states[i].symbol != b {
		i++
	}
	return i
}

// inherit adds s to all contexts longer than at, with a frequency that follows
// from the one it has there (information inheritance, Shkarin 2002).
func (m *PPM) inherit(at uint32, s state) {
	n := uint32(m.contexts[at].n)
	others := uint32(m.contexts[at].sum) - n - uint32(s.freq-1)
	freq := uint32(s.freq)
	for c := m.at; c != at; c = m.contexts[c].shorter {
		m.saveContext(c)
		x := &m.contexts[c]
		if x.n == 1 {
			m.second1(x, n)
		} else {
			k := uint32(x.n)
			if 2*k < n {
				x.sum++
			}
			if 4*k <= n && uint32(x.sum) <= 8*k {
				x.sum += 2
			}
		}
		s.freq = inherited(x, freq, others)
		m.grow(c, s)
	}
}

// second1 prepares a context of one state for its second.
func (m *PPM) second1(x *context, n uint32) {
	m.saveState(x.states)
	only := &m.states[x.states]
	if only.freq < maxFreq/4-1 {
		only.freq <<= 1
	} else {
		only.freq = maxFreq - 4
	}
	x.sum = uint16(only.freq) + m.second
	if n > 3 {
		x.sum++
	}
}

// inherited returns the first frequency in x of a byte that has freq in a
// shorter context, where the others have sum, and adds it to that of x.
func inherited(x *context, freq, sum uint32) uint8 {
	mine := 2 * freq * uint32(x.sum+6)
	all := sum + uint32(x.sum)
	f := uint8(1)
	if mine < 6*all {
		for _, k := range [2]uint32{1, 4} {
			if mine > k*all {
				f++
			}
		}
		x.sum += 3
		return f
	}
	f = 4
	for _, k := range [3]uint32{9, 12, 15} {
		if mine >= k*all {
			f++
		}
	}
	x.sum += uint16(f)
	return f
}

// follow makes the contexts that follow state found of context at and its
// shorter ones, where they all point to the same place in the text, and
// returns the longest. With skip, found itself is left for the caller.
func (m *PPM) follow(at, found uint32, skip bool) uint32 {
	s := m.states[found]
	var waiting [MaxOrder + 1]uint32
	n := 0
	if !skip {
		waiting[0], n = found, 1
	}
	c := at
	for m.contexts[c].shorter != 0 {
		c = m.contexts[c].shorter
		i := m.find(&m.contexts[c], s.symbol)
		if next := m.states[i].next; next != s.next {
			if c = next; n == 0 {
				return c
			}
			break
		}
		waiting[n] = i
		n++
	}
	place := s.next &^ textFlag
	only := state{symbol: m.text[place], next: s.next + 1}
	only.freq = m.expected(&m.contexts[c], only.symbol)
	for n--; n >= 0; n-- {
		c = m.make(c, only)
		m.saveState(waiting[n])
		m.states[waiting[n]].next = c
	}
	return c
}

// expected returns the first frequency of a byte in a new context, whose only
// one it is, from what the shorter context x thinks of it.
func (m *PPM) expected(x *context, b byte) uint8 {
	s := &m.states[m.find(x, b)]
	if x.n == 1 {
		return s.freq
	}
	mine := uint32(s.freq) - 1
	others := max(1, uint32(x.sum)-uint32(x.n)-mine)
	switch {
	case 2*mine > others:
		return uint8(1 + (2*mine+3*others-1)/(2*others))
	case 5*mine > others:
		return 2
	}
	return 1
}
