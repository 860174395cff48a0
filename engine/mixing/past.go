package mixing

import "bitlens/engine/model"

// past is what contexts are made of: the text that was read, from several
// sides.
type past struct {
	tail      tail
	words     words
	lines     lines
	followers followers
}

func newPast() past { return past{tail: newTail(), followers: newFollowers()} }

func (p *past) clone() past {
	c := *p
	c.tail, c.followers = p.tail.clone(), p.followers.clone()
	return c
}

// read takes in the next byte; j remembers what that overwrites in tables.
func (p *past) read(b byte, j *model.Journal) {
	p.followers.read(b, p.tail.recent, j)
	p.lines.read(b, p.tail.n)
	p.words.read(b)
	j.Save8(p.tail.slot())
	p.tail.append(b)
}

// scalars are the parts of a past that are copied to undo a byte.
type scalars struct {
	words  words
	lines  lines
	n      uint32
	recent uint64
}

func (p *past) scalars() scalars { return scalars{p.words, p.lines, p.tail.n, p.tail.recent} }

func (p *past) restore(s scalars) {
	p.words, p.lines, p.tail.n, p.tail.recent = s.words, s.lines, s.n, s.recent
}
