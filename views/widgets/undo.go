package widgets

import "bitlens/engine/text"

// A change is what one edit did: at an offset, some bytes went and others came.
type change struct {
	at            int
	gone, came    text.Bytes // gone shares the chunks of the snapshot it was in
	caret, anchor int        // before it
	open          bool       // more typing may join it
}

// history is what can be undone and redone.
type history struct {
	done, undone []change
	bytes        int // in done
}

// maxHistory bounds the bytes that undo keeps, except those of the last change.
const maxHistory = 32 << 20

// maxJoined bounds the bytes of typing that are undone at once.
const maxJoined = 64

// add keeps a change that was done, joined to the typing before it if it goes on.
func (y *history) add(c change) {
	y.undone = nil
	y.bytes += c.size()
	if n := len(y.done); n > 0 && y.done[n-1].join(c) {
		return
	}
	y.done = append(y.done, c)
	for len(y.done) > 1 && y.bytes > maxHistory {
		y.bytes -= y.done[0].size()
		y.done[0] = change{}
		y.done = y.done[1:]
	}
}

func (c *change) size() int { return c.gone.Len() + c.came.Len() + 64 }

// join takes c as the continuation of typing, or of erasing backwards, and reports whether it is one.
func (b *change) join(c change) bool {
	switch {
	case !b.open || !c.open || b.size() > maxJoined+64:
		return false
	case c.gone.Len() == 0 && b.gone.Len() == 0 && c.at == b.at+b.came.Len():
		b.came = b.came.Splice(b.came.Len(), b.came.Len(), c.came.Slice(0, c.came.Len()))
	case c.came.Len() == 0 && b.came.Len() == 0 && c.at+c.gone.Len() == b.at:
		b.gone = b.gone.Splice(0, 0, c.gone.Slice(0, c.gone.Len()))
		b.at = c.at
	default:
		return false
	}
	return true
}

// pause ends the typing that would be undone at once.
func (y *history) pause() {
	if n := len(y.done); n > 0 {
		y.done[n-1].open = false
	}
}

// back takes the last change to undo.
func (y *history) back() (c change, ok bool) {
	n := len(y.done)
	if n == 0 {
		return c, false
	}
	c = y.done[n-1]
	y.done, y.undone = y.done[:n-1], append(y.undone, c)
	y.bytes -= c.size()
	return c, true
}

// forth takes the next change to do again.
func (y *history) forth() (c change, ok bool) {
	n := len(y.undone)
	if n == 0 {
		return c, false
	}
	c = y.undone[n-1]
	c.open = false
	y.undone, y.done = y.undone[:n-1], append(y.done, c)
	y.bytes += c.size()
	return c, true
}

// part returns the bytes [lo, hi) of s, sharing its chunks.
func part(s text.Bytes, lo, hi int) text.Bytes {
	return s.Splice(hi, s.Len(), nil).Splice(0, lo, nil)
}
