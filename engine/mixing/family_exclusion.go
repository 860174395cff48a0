package mixing

// exclusionFamily is contexts that learn only what a longer one has never
// seen, which then has nothing to say itself. What they count is not how often
// something comes but in how many longer contexts it is new (update exclusion:
// Moffat 1990).
var exclusionFamily = family{
	name: "exclusion",
	contexts: []string{
		"order 0 where new", "order 1 where new", "order 2 where new", "order 3 where new", "order 4 where new",
		"order 5 where new", "word where new", "two words where new",
	},
	fill: func(s *scene, h []uint64) {
		for k := range 6 {
			h[k] = s.tail.last(k)
		}
		h[6] = s.words.now
		h[7] = s.words.with(0)
	},
}

const exclusions = 8 // lanes of exclusionFamily

// longerLanes holds the lane of the longer context of each.
var longerLanes = [exclusions]int{
	laneOrder1, laneOrder1 + 1, laneOrder1 + 2, laneOrder1 + 3, laneOrder1 + 4, laneOrder1 + 5, laneTwo, laneThree,
}

// exclude silences the lanes whose longer context knows the next bit.
func (m *Max) exclude() {
	n := len(m.hashes)
	for k, lane := range longerLanes {
		m.excluded[k] = m.history(lane) != 0
		if m.excluded[k] {
			i := laneExclusion + k
			m.x[i], m.x[n+i], m.x[2*n+i] = 0, 0, 0
		}
	}
}

// revise tells the lanes the bit that came, but for those that are silenced.
func (m *Max) revise(bit int) {
	if m.mode == inCharacters {
		m.lanes.Revise(m.table, m.node, &nextHistory[bit], bit, mostCount)
		return
	}
	var was [exclusions]uint32
	for k := range was {
		was[k] = m.lanes.Estimate(laneExclusion + k)
	}
	m.lanes.Revise(m.table, m.node, &nextHistory[bit], bit, mostCount)
	for k, silent := range m.excluded {
		if silent {
			m.lanes.Spare(laneExclusion+k, was[k], m.table, m.node)
		}
	}
}
