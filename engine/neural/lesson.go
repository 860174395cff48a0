package neural

// A lesson is what a network learns from at once: the latest bytes, as they
// came, and as many bytes for each of some readers that go through the past
// again, each from a place of its own. Reading again is what makes so small a
// text teach enough; a net that reads it too often learns it by heart.
type lesson struct {
	pass    pass
	next    []byte   // the byte after each row
	readers []reader // of the past
	random  *random
	dropout *dropout
	steps   int       // of this lesson
	since   int       // bytes read since it began
	start   []float32 // what the present stream carried when it began
}

// A reader goes through a part of the past.
type reader struct {
	at   int64 // byte of the text that it reads next
	left int   // bytes until it starts elsewhere
}

func newLesson(net network, p *plan) lesson {
	r := random(2)
	l := lesson{readers: make([]reader, p.streams-1), random: &r, dropout: &dropout{random: &r}, next: make([]byte, horizon*p.streams), steps: soon}
	l.pass = net.newPass(horizon, p.streams, l.dropout)
	l.start = appendAll(nil, l.pass.carried(0))
	return l
}

// bytes returns the memory beside the pass.
func (l *lesson) bytes() int { return 4*cap(l.start) + len(l.next) + 16*len(l.readers) }

// due counts a byte, and says whether a lesson comes after it.
func (l *lesson) due() bool {
	l.since++
	return l.since > l.steps
}

// take goes through the lesson and leaves gradients.
func (l *lesson) take(t *text, streams int) {
	rows := l.pass.rowsOf()
	rows.steps, rows.streams = l.steps, streams
	l.present(t)
	for i := range streams - 1 {
		l.again(t, i)
	}
	l.pass.forward()
	l.pass.backward(l.next, 1/float32(streams))
	l.pass.carry()
}

// begin starts the next lesson, of so many steps, where p stands.
func (l *lesson) begin(p pass, steps int) {
	l.start = appendAll(l.start[:0], p.carried(0))
	l.since, l.steps = 1, steps
}

// present puts the latest bytes into stream 0, from the state that the network
// had before them.
func (l *lesson) present(t *text) {
	l.put(0, t.bytes[len(t.bytes)-l.steps-1:])
	copyAll(l.pass.carried(0), l.start)
}

// put gives a stream the bytes that it reads.
func (l *lesson) put(stream int, b []byte) {
	rows := l.pass.rowsOf()
	for t := range l.steps {
		k := t*rows.streams + stream
		rows.in[k], l.next[k] = b[t], b[t+1]
	}
}

// again puts what reader i reads next into its stream.
func (l *lesson) again(t *text, i int) {
	r, first := &l.readers[i], t.read-int64(len(t.bytes))
	if r.left < l.steps || r.at < first || r.at+int64(l.steps) >= t.read {
		r.at, r.left = first+int64(l.random.below(len(t.bytes)-l.steps)), walk
		forget(l.pass, i+1)
	}
	l.put(i+1, t.bytes[r.at-first:])
	r.at += int64(l.steps)
	r.left -= l.steps
}
