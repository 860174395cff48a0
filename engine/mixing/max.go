package mixing

import (
	"bitlens/engine/model"
	"bitlens/engine/num"
	"bitlens/engine/pages"
)

// A Max predicts by mixing as many contexts as help: cm-max. It may have guests.
type Max struct {
	model.Journal
	bench
	scene
	means
	contexts [modes][]family
	table    hashTable
	lanes    num.Lanes // a lane a context
	matchers [matchers]matcher
	counts   [maxCounts]counts
	first    [modes]num.Mixers // made when needed
	last     num.Mixers
	apms     []apm
	runs     *runs // of a Max with guests

	// What predict finds out.
	matched [matchers]*estimate // what each match's length is worth, or nil
	counted [maxCounts]int      // where each of counts stands
	x       []float32
	p       uint32 // of a 1, times 2^32

	// For a walk over what may come next.
	steps *[8]maxBefore
	step  *maxBefore // what is being tried now, or nil
}

// A bench is where a Max stands between two bits.
type bench struct {
	partial int      // the bits of this byte that are known, after a 1
	node    int      // those of this half byte, after a 1: the node in a slot
	mode    int      // what the contexts in use are
	hashes  []uint64 // of all contexts
	aims    []int32  // lines of the table
	checks  []byte
	bases   [maxCounts]int // where the 16 nodes of each of counts begin
	total   int64          // bytes read
	wanted  int64          // bytes of table that these want
	work    int64          // products with weights, and weights moved
	misses  uint8          // whether each of the last bits was a surprise, the latest lowest
}

// means are what tells a Max with guests from one without.
type means struct {
	guests      []Guest
	firstMixers int // of the first layer
	maps        int // adaptive probability maps
}

const (
	matchers  = 3
	maxCounts = 4 // orders 1, 2 and 3 and the word are counted without a history
	countBits = 20

	maxMaxTable = 1 << 29 // bytes of table at most
)

// maxTablePerByte is how much table a byte of text wants, by mode: in wide
// characters there are fewer contexts, and two bytes in three bring few new ones.
var maxTablePerByte = [modes]int64{inBytes: 1024, inCharacters: 256}

// NewMax returns a model that has read nothing.
func NewMax() *Max { return newMax(families()) }

func newMax(contexts [modes][]family) *Max {
	return build(contexts, means{firstMixers: maxFirstMixers, maps: maxAPMs})
}

func build(contexts [modes][]family, with means) *Max {
	n := max(lanesOf(contexts[inBytes]), lanesOf(contexts[inCharacters]))
	m := &Max{
		bench: bench{partial: 1, node: 1, hashes: make([]uint64, n), aims: make([]int32, n), checks: make([]byte, n)},
		means: with, scene: newScene(), contexts: contexts, table: newHashTable(), lanes: num.NewLanes(n, firstEstimates()),
		matchers: [matchers]matcher{newMatcher(20, 16), newMatcher(9, 6), newMatcher(5, 4)},
		x:        make([]float32, planes*n+others+with.more(n)), apms: make([]apm, with.maps),
	}
	if len(m.guests) > 0 {
		m.runs = newRuns(n)
	}
	for i := range m.counts {
		m.counts[i] = pages.Make[estimate](1<<countBits, 1<<countBits)
	}
	for i := range m.apms {
		m.apms[i] = newAPM(1 << 16)
	}
	m.last = newMaxLast(with.firstMixers)
	m.aimByte()
	m.enter()
	m.predict()
	return m
}

// Code implements model.Predictor.
func (m *Max) Code(c model.Coder, b byte) byte {
	out := 1
	for shift := 7; shift >= 0; shift-- {
		bit := c.Bit(int(b>>shift&1), m.p)
		m.Update(bit)
		out = out<<1 | bit
	}
	return byte(out)
}

// P implements model.Bitwise.
func (m *Max) P() uint32 { return m.p }

// Update implements model.Bitwise.
func (m *Max) Update(bit int) {
	if m.On() {
		m.remember()
	}
	m.partial = m.partial<<1 | bit
	whole, half := m.partial >= 256, m.node >= 8
	switch {
	case whole:
		m.endByte(byte(m.partial))
		m.aimByte()
	case half:
		m.aimHalf()
	}
	m.misses = m.misses<<1 | missed(m.p, bit)
	m.learn(bit) // while the memory arrives
	m.work += 2 * int64(len(m.x)*m.firstMixers+m.firstMixers*maxLastMixers)
	m.node = m.node<<1 | bit
	if half {
		m.enter()
	}
	m.predict()
}

// endByte takes in a byte that is complete.
func (m *Max) endByte(b byte) {
	m.enlarge()
	m.scene.read(b, &m.Journal)
	if m.runs != nil {
		m.runs.read(b, &m.Journal)
	}
	m.total++
	m.wanted += maxTablePerByte[m.mode]
	m.partial = 1
	for i := range m.matchers {
		m.matchers[i].move(&m.tail, &m.Journal)
		m.scene.expected[i] = m.matchers[i].expects(&m.tail)
	}
}

// enlarge doubles what is full.
func (m *Max) enlarge() {
	tail, table, places := m.tail.full(), m.table.full(m.wanted, maxMaxTable), m.matchers[0].full(m.total)
	if m.On() && (tail || table || places) {
		bytes, old, matchers := m.tail.bytes, m.table, m.matchers
		m.Save(func() {
			m.tail.bytes, m.table = bytes, old
			for i := range matchers {
				m.matchers[i].table = matchers[i].table
			}
		})
	}
	if tail {
		m.tail.bytes = append(m.tail.bytes, make([]byte, len(m.tail.bytes))...)
	}
	if table {
		m.table = m.table.doubled(maxMaxTable)
	}
	if places {
		for i := range m.matchers {
			m.matchers[i].table = append(m.matchers[i].table, m.matchers[i].table...)
		}
	}
}

// aimByte finds the lines for the first four bits of a byte.
func (m *Max) aimByte() {
	f := m.contexts[m.next()]
	n := lanesOf(f)
	m.hashes, m.aims, m.checks = m.hashes[:n], m.aims[:n], m.checks[:n]
	m.scene.contexts(f, m.hashes)
	if m.runs != nil {
		m.runs.aim(m.hashes, &m.Journal)
	}
	m.table.aim(m.aims, m.checks, m.hashes)
	m.base()
	num.Prefetch(m.table, m.aims)
}

// next returns the mode of the next byte.
func (m *Max) next() int {
	if m.words.wide {
		return inCharacters
	}
	return inBytes
}

// aimHalf finds the lines for the last four bits.
func (m *Max) aimHalf() {
	m.table.aimSecond(m.aims, m.checks, m.hashes, m.partial)
	m.base()
	num.Prefetch(m.table, m.aims)
}

// base finds the nodes of what is counted without a history.
func (m *Max) base() {
	half := uint64(m.partial)
	for i, h := range [maxCounts]uint64{m.tail.last(1), m.tail.last(2), m.tail.last(3), m.scene.wordOrCharacter()} {
		m.bases[i] = int(mixed(mixed(h, uint64(i)), half) >> 16 & (1<<countBits - 16))
		num.Fetch(&m.counts[i][m.bases[i]])
	}
	m.fetchMaps(m.partial, 1)
}

// fetchMaps asks for the memory of the adaptive maps at a node of this half
// byte and the one beside it, which share a cache line; partial goes with it.
func (m *Max) fetchMaps(partial, node int) {
	for i := range m.apms {
		m.apms[i].fetch(m.mapOf(i, partial, node))
	}
}

// mapOf returns the context of adaptive map i.
func (m *Max) mapOf(i, partial, node int) int {
	if i == apmOrder1 {
		return int(byte(m.tail.recent))<<8 | partial
	}
	if i == apmLetter {
		return int(mixed(uint64(m.letters.First), uint64(partial))>>16) & 0xffff
	}
	if i == apmRoom {
		return (m.room()<<1|m.inWord())<<8 | partial
	}
	if i == apmLikeliest {
		b, _ := m.guests[len(m.guests)-1].Likeliest()
		return int(b)<<8 | partial
	}
	return (m.bases[i] | node) & 0xffff
}

// enter finds the slot of each lane in its line, emptied if it is new.
func (m *Max) enter() {
	m.node, m.mode = 1, m.next()
	m.prepare()
	m.lanes.Use(len(m.aims))
	m.x = m.x[:planes*len(m.aims)+others+m.more(len(m.aims))]
	for i, line := range m.aims {
		slot, found := m.table.find(int(line), m.checks[i])
		if !found {
			if m.On() || m.step != nil {
				m.rememberLine(int(line))
			}
			m.table.take(slot, m.checks[i])
		}
		m.lanes.Where[i] = int32(slot)
	}
}

// predict makes p from the histories, the matches and the mixers.
func (m *Max) predict() {
	n := len(m.hashes)
	if m.node < 8 {
		m.fetchMaps(2*m.partial, 2*m.node)
	}
	m.others(m.x[planes*n:])
	if m.runs != nil {
		m.guestsSay(m.x[planes*n+others:])
		m.runs.recall(m.x[len(m.x)-n:], m.partial)
	}
	m.choose()
	m.lanes.Recall(m.x[:n], m.table, m.node)
	m.lanes.Lean(m.x[n : 2*n])
	m.lanes.Filter(m.x[2*n:3*n], m.x[:n], pureHistory)
	m.mixers().Mix(m.x)
	m.last.Mix(m.mixers().Y)
	m.p = m.refine()
}

// prepare makes the first layer of a mode when a text is first read in it: most
// texts need one mode only, and rows of weights take memory and time.
func (m *Max) prepare() {
	if m.mixers().Y == nil {
		*m.mixers() = newMaxFirst(lanesOf(m.contexts[m.mode]), &m.means)
	}
}

// mixers returns the first layer of the mixers in use.
func (m *Max) mixers() *num.Mixers { return &m.first[m.mode] }

// others fills in the inputs that are no lanes'.
func (m *Max) others(x []float32) {
	x[biasOther] = biasInput
	for i := range m.matchers {
		m.matched[i] = m.matchers[i].expect(&m.tail, m.partial)
		x[firstMatch+i], x[firstLean+i] = 0, 0
		if e := m.matched[i]; e != nil {
			x[firstMatch+i] = e.stretch()
			x[firstLean+i] = e.lean()
		}
	}
	x[letterOther], x[letterLean] = m.lettersSay()
	for i := range m.counts {
		m.counted[i] = m.bases[i] | m.node
		x[firstCount+i] = m.counts[i].stretch(m.counted[i])
		x[firstCountLean+i] = m.counts[i].lean(m.counted[i])
	}
}

// lettersSay returns what the next character says of the next bit. In wide
// characters it is worth most of all, and so starts with more weight.
func (m *Max) lettersSay() (stretch, lean float32) {
	p, ok := m.letters.P(m.partial)
	if !ok {
		return 0, 0
	}
	stretch, lean = num.Stretch(p), num.Lean(p)
	if m.mode == inCharacters {
		stretch *= 2
	}
	return stretch, lean
}

// learn tells all parts the bit that came.
func (m *Max) learn(bit int) {
	m.lanes.Revise(m.table, m.node, &nextHistory[bit], bit, mostCount)
	if m.runs != nil {
		m.runs.learn(bit)
	}
	for _, e := range m.matched {
		if e != nil {
			e.learn(bit)
		}
	}
	for i := range m.counts {
		m.counts[i].learn(m.counted[i], bit)
	}
	m.mixers().Learn(m.x, bit)
	m.last.Learn(m.mixers().Y, bit)
	for i := range m.apms {
		m.apms[i].learn(bit)
	}
}
