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
	wide: &wideFamily{
		contexts: []string{
			"no character where new", "character where new", "two characters where new", "three characters where new",
			"order 2 where new", "no character where the second is new", "character but one where new", "four characters where new",
		},
		fill: func(s *scene, h []uint64) {
			c := &s.characters
			for k := range 4 {
				h[k] = c.last(k)
			}
			h[4] = s.tail.last(2)
			h[5] = c.part
			h[6] = mixed(c.part, c.before[1])
			h[7] = c.last(4)
		},
	},
}

const exclusions = 8 // lanes of exclusionFamily

// longerLanes and longerWideLanes hold the lane of the longer context of each.
var (
	longerLanes = [exclusions]int{
		laneOrder1, laneOrder1 + 1, laneOrder1 + 2, laneOrder1 + 3, laneOrder1 + 4, laneOrder1 + 5, laneTwo, laneThree,
	}
	longerWideLanes = [exclusions]int{
		laneWord + 1, laneWord + 2, laneWord + 3, laneWord + 4, laneOrder1 + 2, laneWord + 6, laneWord + 7, laneWord + 5,
	}
)

// exclude silences the lanes whose longer context knows the next bit.
func (m *Max) exclude() {
	longer := &longerLanes
	if m.words.wide {
		longer = &longerWideLanes
	}
	n := len(m.hashes)
	for k, lane := range longer {
		m.excluded[k] = m.history(lane) != 0
		if m.excluded[k] {
			i := laneExclusion + k
			m.x[i], m.x[n+i], m.x[2*n+i] = 0, 0, 0
		}
	}
}

// revise tells the lanes the bit that came, but for those that are silenced.
func (m *Max) revise(bit int) {
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
