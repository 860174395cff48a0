package letters

import (
	"math/bits"
	"slices"

	"bitlens/engine/model"
	"bitlens/engine/pages"
)

// A context is what has been seen behind the last few characters.
type context struct {
	hash  uint32    // of the characters; 0 for none
	start uint32    // of the followers, in the arena
	total uint32    // of their counts
	size  uint16    // how many there are
	few   [2]uint16 // and how many of them were seen once, and twice
	last  letter    // the one that came last
}

// A follower is a letter that has followed a context, and how often.
type follower struct {
	letter letter
	count  uint16
}

// contexts finds contexts by hash, with open addressing.
type contexts struct {
	slots []context // a power of two of them
	used  int
	arena []follower
}

const (
	firstContexts = 1 << 10
	mostContexts  = 1 << 22 // 80 MB
	mostFollowers = 1 << 24 // 64 MB
)

func newContexts() contexts { return contexts{slots: make([]context, firstContexts)} }

func (t *contexts) clone() contexts {
	return contexts{slices.Clone(t.slots), t.used, slices.Clone(t.arena)}
}

// bytes returns the memory that the contexts occupy.
func (t *contexts) bytes() int { return 20*len(t.slots) + 4*cap(t.arena) }

// find returns the context with this hash, or where it would be, whose hash is
// 0.
func (t *contexts) find(hash uint32) *context {
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if c := &t.slots[i]; c.hash == hash || c.hash == 0 {
			return c
		}
	}
}

// followers returns what has followed c.
func (t *contexts) followers(c *context) []follower { return t.arena[c.start:][:c.size] }

// add adds an empty context and returns it, or nil if there is no room.
func (t *contexts) add(hash uint32, j *model.Journal) *context {
	if 3*t.used >= 2*len(t.slots) {
		if len(t.slots) == mostContexts {
			return nil
		}
		keep(j, t)
		t.enlarge()
	}
	keep(j, &t.used)
	t.used++
	c := t.find(hash)
	keep(j, c)
	c.hash = hash
	return c
}

// enlarge doubles the slots.
func (t *contexts) enlarge() {
	old := t.slots
	t.slots = pages.Make[context](2*len(old), 2*len(old))
	for _, c := range old {
		if c.hash != 0 {
			*t.find(c.hash) = c
		}
	}
}

// count counts l behind c, and reports whether it is new there.
func (t *contexts) count(c *context, l letter, j *model.Journal) (isNew bool) {
	keep(j, c)
	c.last = l
	f := t.followers(c)
	i := slices.IndexFunc(f, func(f follower) bool { return f.letter == l })
	if i < 0 {
		t.follow(c, l, j)
		return true
	}
	if f[i].count < 1<<16-1 {
		keep(j, &f[i])
		c.again(uint32(f[i].count))
		f[i].count++
	}
	return false
}

// again counts what was seen so often before once more.
func (c *context) again(count uint32) {
	c.total++
	if count <= 2 {
		c.few[count-1]--
	}
	if count == 1 {
		c.few[1]++
	}
}

// first counts what has not been seen before.
func (c *context) first() {
	c.total++
	c.size++
	c.few[0]++
}

// follow adds a follower behind the others of c, which move where there is no
// room: it grows by powers of two.
func (t *contexts) follow(c *context, l letter, j *model.Journal) {
	if len(t.arena) >= mostFollowers {
		return
	}
	keep(j, &t.arena)
	if full := c.size == 0 || bits.OnesCount16(c.size) == 1; full {
		start := uint32(len(t.arena))
		t.arena = append(t.arena, t.followers(c)...)
		t.arena = append(t.arena, make([]follower, max(1, c.size))...)
		c.start = start
	}
	place := &t.arena[c.start+uint32(c.size)]
	keep(j, place)
	*place = follower{l, 1}
	c.first()
}

// keep lets j remember what *p is.
func keep[T any](j *model.Journal, p *T) {
	if j.On() {
		old := *p
		j.Save(func() { *p = old })
	}
}
