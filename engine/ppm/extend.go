package ppm

// extend lets the contexts longer than at, which did not know the byte, learn
// it from state found, and goes to the context that comes next.
//
// Contexts shorter than at are left alone (update exclusion), but for a small
// gain in the very next one.
func (m *PPM) extend(at, found uint32) {
	s := m.units[found].unit()
	next := s.link()
	nudged := m.nudge(at, s)
	if m.fall == 0 {
		next = m.follow(at, found, nudged, true)
		m.own(found).point(next)
		m.at = next
		return
	}
	text := textFlag | uint32(len(m.text))
	if next == 0 {
		m.own(found).point(text)
		next = at
	} else {
		if next >= textFlag {
			next = m.follow(at, found, nudged, false)
		}
		if m.fall--; m.fall == 0 {
			text = next
		}
	}
	m.inherit(at, s.to(text))
	m.at = next
}

// nudge adds a little to the byte in the context shorter than at, and returns
// where it stands there, or 0 if it did not look.
func (m *PPM) nudge(at uint32, s unit) uint32 {
	shorter := m.units[at].link()
	if shorter == 0 || s.freq() >= maxFreq/4 {
		return 0
	}
	first, n := m.states(shorter)
	i := first
	for m.units[i].symbol() != s.symbol() {
		i++
	}
	same := m.own(i)
	freq := same.freq()
	if n == 1 {
		if freq < 32 {
			same.hit(1)
		}
		return i
	}
	if i > first {
		if before := m.units[i-1]; freq >= before.freq() {
			i--
			likelier := m.own(i)
			*likelier, *same = *same, before
			same = likelier
		}
	}
	if freq < maxFreq-9 {
		same.hit(2)
		m.own(shorter + 1).add(2)
	}
	return i
}

// inherit adds s to all contexts longer than at, with a frequency that follows
// from the one it has there (information inheritance, Shkarin 2002).
func (m *PPM) inherit(at uint32, s unit) {
	n := m.units[at].count()
	freq := s.freq()
	others := m.units[at+1].count() - n - (freq - 1)
	bare := newState(s.link(), s.symbol(), 0)
	for c := m.at; c != at; c = m.units[c].link() {
		k := m.units[c].count()
		if k == 1 {
			m.second1(c, n, bare, freq, others)
			continue
		}
		sum := m.units[c+1].count()
		sum += over(n, 2*k)
		sum += 2 * (over(n+1, 4*k) & over(8*k+1, sum))
		m.another(c, k, bare, inherited(freq, others, sum), sum)
	}
}

// another adds state s to the k states of context c, whose sum was sum.
func (m *PPM) another(c, k uint32, s unit, w worth, sum uint32) {
	first := m.units[c+1].link()
	if roomOf[k] != roomOf[k+1] {
		first = m.move(first, k, k+1)
	}
	m.own(first + k).set(s + unit(w.freq)<<freqAt)
	m.own(c).add(1)
	m.own(c + 1).set(newHalf(first, sum+w.gain))
}

// second1 adds state s to a context of one state.
func (m *PPM) second1(c, n uint32, s unit, freq, others uint32) {
	only := m.units[c+1].unit()
	f := only.freq()
	if f < maxFreq/4-1 {
		f <<= 1
	} else {
		f = maxFreq - 4
	}
	sum := f + uint32(m.second) + over(n, 3)
	w := inherited(freq, others, sum)
	first := m.take(2)
	m.own(first).set(newState(only.link(), only.symbol(), f))
	m.own(first + 1).set(s + unit(w.freq)<<freqAt)
	m.own(c).add(1)
	m.own(c + 1).set(newHalf(first, sum+w.gain))
}

// A worth is what a new byte counts for in a context: its first frequency, and
// what it adds to the sum.
type worth struct{ freq, gain uint32 }

// inherited returns the worth in a context of sum of a byte that has freq in a
// shorter one, where the others have others.
func inherited(freq, others, sum uint32) worth {
	mine := 2 * freq * (sum + 6)
	all := others + sum
	if mine < 6*all {
		return worth{1 + over(mine, all) + over(mine, 4*all), 3}
	}
	f := 7 - over(9*all, mine) - over(12*all, mine) - over(15*all, mine)
	return worth{f, f}
}

// over is 1 if a > b, else 0.
func over(a, b uint32) uint32 {
	if a > b {
		return 1
	}
	return 0
}

// follow makes the contexts that follow state found of context at and its
// shorter ones, where they all point to the same place in the text, and
// returns the longest. Second, if not 0, is where the byte stands in the first
// of the shorter ones. With skip, found itself is left for the caller.
func (m *PPM) follow(at, found, second uint32, skip bool) uint32 {
	s := m.units[found].unit()
	b := m.text[s.link()&^textFlag]
	var waiting [MaxOrder + 1]uint32
	n := 0
	if !skip {
		waiting[0], n = found, 1
	}
	c := at
	for m.units[c].link() != 0 {
		c = m.units[c].link()
		i := second
		if second = 0; i == 0 {
			i = m.find(c, s.symbol())
		}
		if next := m.units[i].link(); next != s.link() {
			if c = next; n == 0 {
				return c
			}
			break
		}
		waiting[n] = i
		n++
	}
	only := newState(s.link()+1, b, m.expected(c, b))
	for n--; n >= 0; n-- {
		c = m.make(c, only)
		m.own(waiting[n]).point(c)
	}
	return c
}

// expected returns the first frequency of a byte in a new context, whose only
// one it is, from what the shorter context c thinks of it.
func (m *PPM) expected(c uint32, b byte) uint32 {
	freq := m.units[m.find(c, b)].freq()
	n := m.units[c].count()
	if n == 1 {
		return freq
	}
	mine := freq - 1
	others := max(1, m.units[c+1].count()-n-mine)
	switch {
	case 2*mine > others:
		return 1 + (2*mine+3*others-1)/(2*others)
	case 5*mine > others:
		return 2
	}
	return 1
}
