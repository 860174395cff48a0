package kneserney

import (
	"os"
	"strconv"

	"math/bits"
	"slices"

	"bitlens/engine/model"
)

// Orders is the number of characters that the longest context holds.
const Orders = 5

// A Model predicts the next character of a text, and in it the next bit.
type Model struct {
	table    table
	arena    []follower
	chars    trie
	zero     context // of the order 0, whose followers are in chars
	scales   [(Orders + 1) * scalesOfOrder]scale
	hist   [Orders]uint32

	// The character that is being read.
	part   uint32 // its bytes, from the top
	read   int    // how many
	block  int32  // of chars
	fresh  float32 // the weight of characters never seen that begin so
	zeroWeight float32
	candidates []candidate
	tree [512]float32
	lastAt [1<<16]seen
	now uint32
	boosts, boosts0 [ages*freqs]scale
	mass0 [ages*freqs]float32
	ring [RING]uint32
	mass [ages*freqs]float32
	Best, Second uint32
	Sure int
	Found int // orders that have been seen
	Single bool
}

const ages, freqs = 24, 12
type seen struct { at, count uint32 }
func (m *Model) bucketOf(char uint32) int {
	e := &m.lastAt[(char>>8*0x9E3779B1 ^ char)*0x85EBCA6B>>16]
	age := m.now - e.at
	a := bits.Len32(age)
	a = a*2 
	if a >= 4 && age>>(bits.Len32(age)-2)&1 == 1 { a++ }
	return min(a, ages-1)*freqs + min(bits.Len32(e.count), freqs-1)
}
type candidate struct { char uint32; mass float32 }

type scale struct { came, said float32 }

const (
	scalesOfOrder = 16 * 8 * 16
	freshShare = 1
)

func New() *Model {
	m := &Model{table: newTable(), chars: newTrie()}
	for i := range m.scales { m.scales[i] = scale{3, 3} }
	for i := range m.boosts { m.boosts[i] = scale{BI, BI}; m.boosts0[i] = scale{1, 1} }
	m.begin()
	return m
}

var discounts = [3]float32{0.75, 1.1, 1.4}

func (c *context) escape() float32 {
	return (discounts[0]*float32(c.few[0]) + discounts[1]*float32(c.few[1]) + discounts[2]*float32(c.few[2])) / float32(c.total)
}

func (m *Model) scaleOf(order int, c *context) *scale {
	chars := c.few[0]+c.few[1]+c.few[2]
	return &m.scales[((order*16 + min(bits.Len32(c.total), 15))*8 + int(7*c.few[0]/chars))*16 + min(bits.Len32(chars), 15)]
}

// level is what one order says
type level struct { keep, pass float32; s *scale; raw float32 }

func (m *Model) level(order int, c *context) (l level) {
	e := c.escape()
	l.s = m.scaleOf(order, c)
	l.raw = e
	l.pass = min(e*l.s.came/l.s.said, 1-(1-e)*0.3)
	l.keep = (1-l.pass)/(1-e+1e-9)/float32(c.total)
	return l
}

func hashOf(hist []uint32) uint32 {
	h := uint64(len(hist))
	for _, c := range hist { h = (h + uint64(c) + 1) * 0x9E3779B97F4A7C15; h ^= h >> 29 }
	return uint32(h>>32) | 1
}

const lastBonus = 0.05

// begin weighs what may come
func (m *Model) begin() {
	m.part, m.read, m.block = 0, 0, 0
	m.candidates = m.candidates[:0]
	w := float32(1)
	m.Found = 0
	m.Single = false
	for k := Orders; k >= 1; k-- {
		i, ok := m.table.at(hashOf(m.hist[:k]))
		if !ok { continue }
		if m.Found == 0 { m.Found = k; m.Single = m.table.slots[i].size == 1 }
		c := &m.table.slots[i]
		l := m.level(k, c)
		var by [3]float32
		x := w*l.keep
		for d := range by { by[d] = x*discounts[d] }
		x9 := x
		bonus := lastBonus * w * (1-l.pass)
		x9 = x*(1-lastBonus)
		for d := range by { by[d] *= (1-lastBonus) }
		for _, f := range m.arena[c.start:c.start+c.size] {
			mass := x9*float32(f.count) - by[min(f.count,3)-1]
			if f.char == c.last { mass += bonus }
			m.candidates = append(m.candidates, candidate{f.char, mass})
		}
		w *= l.pass
	}
	m.zeroWeight, m.fresh = 0, w
	if m.zero.total > 0 {
		l := m.level(0, &m.zero)
		m.zeroWeight = w*l.keep
		m.fresh = w*l.pass
	}
	m.mass = [ages*freqs]float32{}
	for i := range m.candidates { c := &m.candidates[i]; b := m.bucketOf(c.char); m.mass[b] += c.mass; c.mass *= m.boosts[b].came/m.boosts[b].said }
	m.mass0 = [ages*freqs]float32{}
	if m.zeroWeight > 0 {
		for back := uint32(0); back < min(m.now, RING); back++ {
			char := m.ring[(m.now-back)%RING]
			e := &m.lastAt[(char>>8*0x9E3779B1 ^ char)*0x85EBCA6B>>16]
			if e.at != m.now-back { continue }
			cnt := m.countOf(char)
			if cnt == 0 { continue }
			x := m.zeroWeight*(float32(cnt)-discounts[min(cnt,3)-1])
			b := m.bucketOf(char)
			m.mass0[b] += x
			f := m.boosts0[b].came/m.boosts0[b].said
			m.candidates = append(m.candidates, candidate{char, x*max(f-1, 0)})
		}
	}
	m.grow()
}

// grow makes the tree of the next byte.
func (m *Model) grow() {
	leaf := m.tree[256:]
	clear(leaf)
	shift := 24-8*m.read
	for _, c := range m.candidates { leaf[c.char>>shift&255] += c.mass }
	if m.block >= 0 {
		b := &m.chars.blocks[m.block]
		if m.zeroWeight > 0 { for i := range b { leaf[i] += m.zeroWeight*b[i].mass } }
		f, lo, hi := m.base()
		for i := lo; i < hi; i++ { leaf[i] += f*m.baseOf(&b[i]) }
	} else if m.read > 0 { for i := 128; i < 192; i++ { leaf[i] += m.fresh/64 } }
	m.Best, m.Second, m.Sure = 0, 0, 0
	var bm, sm float32
	for _, c := range m.candidates {
		if c.mass > bm {
			if c.char != m.Best { m.Second, sm = m.Best, bm }
			m.Best, bm = c.char, c.mass
		} else if c.mass > sm && c.char != m.Best { m.Second, sm = c.char, c.mass }
	}
	defer func() { if bm > 0 { q := bm/m.tree[1]; m.Sure = int(q*16) } }()
	for i := 255; i > 0; i-- { m.tree[i] = m.tree[2*i]+m.tree[2*i+1] }
}

func (m *Model) baseOf(e *entry) float32 { 
	if e.count > 0 { return 0.01 }
	if m.read == 0 { return float32(e.chars)+0.05 }
	return 1 }
func (m *Model) base() (f float32, lo, hi int) {
	lo, hi = 0, 256
	if m.read > 0 { lo, hi = 128, 192 }
	b := &m.chars.blocks[m.block]
	s := float32(0)
	for i := lo; i < hi; i++ { s += m.baseOf(&b[i]) }
	return m.fresh/s, lo, hi
}

// P of a 1 behind the bits of partial; ok
func (m *Model) P(partial int) (uint32, bool) {
	t := m.tree[partial]
	if t <= 0 { return 0, false }
	p := m.tree[2*partial+1]/t
	return uint32(min(max(p, 1.0/(1<<20)), 1-1.0/(1<<20)) * (1<<32)), true
}

// Byte reads a byte of a character; end says whether it's its last.
func (m *Model) Byte(b byte, end bool, j *model.Journal) {
	shift := 24-8*m.read
	m.part |= uint32(b)<<shift
	if end { m.learn(j); m.begin(); return }
	if m.block >= 0 {
		f, lo, hi := m.base()
		if int(b) >= lo && int(b) < hi { m.fresh = f*m.baseOf(&m.chars.blocks[m.block][b]) } else {m.fresh = 0}
		m.block = m.chars.blocks[m.block][b].block
		if m.block == 0 { m.block = -1 }
	} else {m.fresh /= 64}
	n := 0
	for _, c := range m.candidates { if byte(c.char>>shift) == b { m.candidates[n] = c; n++ } }
	m.candidates = m.candidates[:n]
	m.read++
	m.grow()
}

// Break ends a character that was cut short.
func (m *Model) Break(j *model.Journal) { m.learn(j); m.begin() }

func (m *Model) learn(j *model.Journal) {
	char := m.part
	var ls [Orders+1]level
	var as [Orders+1]float32
	var cs [Orders+1]*context
	// zero
	p := float32(1.0/20000)
	var lows [Orders+1]float32
	for k := 0; k <= Orders; k++ {
		var c *context
		count := uint32(0)
		if k == 0 { if m.zero.total == 0 {continue}; c = &m.zero; count = m.countOf(char)
		} else {
		i, ok := m.table.at(hashOf(m.hist[:k]))
		if !ok {continue}
		c = &m.table.slots[i]
		if f := find(m.arena[c.start:c.start+c.size], char); f >= 0 {count = m.arena[int(c.start)+f].count}
		}
		cs[k] = c
		ls[k] = m.level(k, c)
		if count > 0 { as[k] = ls[k].keep*(float32(count)-discounts[min(count,3)-1])
			if k > 0 { as[k] *= 1-lastBonus } }
		if k > 0 && c.last == char { as[k] += lastBonus*(1-ls[k].pass) }
		lows[k] = p
		p = as[k]+ls[k].pass*p
	}
	w, w1 := float32(1), float32(1)
	for k := Orders; k >= 0; k-- {
		if cs[k] == nil {continue}
		resp := ls[k].pass*lows[k]/(as[k]+ls[k].pass*lows[k])
		s := ls[k].s
		s.came += w*resp; s.said += w*ls[k].raw
		if s.said > 60 { s.came *= 0.98; s.said *= 0.98 }
		if k == 0 {w1 = w; w *= 1-resp; break}
		w *= resp
	}
	any := false
	for k := 1; k <= Orders; k++ { if as[k] > 0 { any = true } }
	for b, x := range m.mass { if x > 0 { m.boosts[b].said += x } }
	bb := m.bucketOf(char)
	if any { m.boosts[bb].came += 1-w1 }
	if m.now - m.lastAt[(char>>8*0x9E3779B1 ^ char)*0x85EBCA6B>>16].at < RING { m.boosts0[bb].came += w }
	for b, x := range m.mass0 { m.boosts0[b].said += x; e := &m.boosts0[b]; if e.said > BL { e.said *= 0.98; e.came *= 0.98 } }
	for b := range m.boosts { e := &m.boosts[b]; if e.said > BL { e.said *= 0.98; e.came *= 0.98 } }
	m.now++
	m.ring[m.now%RING] = char
	e := &m.lastAt[(char>>8*0x9E3779B1 ^ char)*0x85EBCA6B>>16]
	e.at = m.now; e.count++
	// counts
	seen := false
	for k := Orders; k >= 1; k-- {
		h := hashOf(m.hist[:k])
		i, ok := m.table.at(h)
		if !ok {
			if seen {continue}
			if m.table.crowded() { m.table = m.table.doubled(); i, _ = m.table.at(h) }
			m.table.slots[i] = context{hash: h}; m.table.used++
		}
		c := &m.table.slots[i]
		if !seen {
		if f := find(m.arena[c.start:c.start+c.size], char); f >= 0 {
			x := &m.arena[int(c.start)+f]
			c.few[class(x.count)]--
			x.count++
			c.few[class(x.count)]++
			seen = true
		} else {
			m.arena = grown(m.arena, c)
			m.arena[c.start+c.size] = follower{char, 1}
			c.size++
			c.few[0]++
		}
		c.total++
		}
		c.last = char
	}
	if !seen { m.addZero(char) }
	copy(m.hist[1:], m.hist[:Orders-1])
	m.hist[0] = char
}

func (m *Model) countOf(char uint32) uint32 {
	b := int32(0)
	for k := 0; k < 4; k++ { e := &m.chars.blocks[b][char>>(24-8*k)&255]; if k == m.lastByte(char) {return e.count}; if e.block == 0 {return 0}; b = e.block }
	return 0
}
func (m *Model) lastByte(char uint32) int { switch { case char>=0xF0<<24: return 3; case char >= 0xE0<<24: return 2; case char >= 0xC0<<24: return 1}; return 0 }

func (m *Model) addZero(char uint32) {
	count := m.countOf(char)
	c := &m.zero
	delta := float32(1)
	if count > 0 { c.few[class(count)]--; delta = 1 - discounts[class(count+1)] + discounts[class(count)] } else { delta = 1-discounts[0]; c.size++ }
	c.few[class(count+1)]++
	c.total++
	b := int32(0)
	for k := 0; ; k++ { e := &m.chars.blocks[b][char>>(24-8*k)&255]; e.mass += delta; if count == 0 {e.chars++}
		if k == m.lastByte(char) { e.count++; return}
		if e.block == 0 { e.block = int32(len(m.chars.blocks)); m.chars.blocks = append(m.chars.blocks, [256]entry{}); e = nil; b = int32(len(m.chars.blocks))-1; continue }
		b = e.block }
}
var _ = slices.Clone[[]int]

var BI, BL = func() (float32, float32) { a, _ := strconv.ParseFloat(os.Getenv("BI"), 32); b, _ := strconv.ParseFloat(os.Getenv("BL"), 32); return float32(a), float32(b) }()

func (m *Model) ReadBytes() int { return m.read }

const RING = 512
