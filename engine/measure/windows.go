package measure

// Windows are the costs of a text summed over equal stretches of it, so that
// models can be compared place by place without keeping what each byte cost.
type Windows struct {
	width int
	sums  []uint64 // 2^-20 bit
	n     int      // bytes read
	total int
}

// NewWindows divides a text of n bytes into at most count windows.
func NewWindows(n, count int) *Windows {
	width := max((n+count-1)/max(count, 1), 1)
	return &Windows{width: width, sums: make([]uint64, (n+width-1)/width), total: n}
}

// Append adds the costs of the next bytes, in 2^-20 bit.
func (w *Windows) Append(costs []uint32) {
	for _, c := range costs {
		if i := w.n / w.width; i < len(w.sums) {
			w.sums[i] += uint64(c)
		}
		w.n++
	}
}

// Width returns the bytes of a window; the last may be shorter.
func (w *Windows) Width() int { return w.width }

// Len returns how many windows there are.
func (w *Windows) Len() int { return len(w.sums) }

// Cost returns what window i cost, in 2^-20 bit; ok is false where it has not
// been read whole.
func (w *Windows) Cost(i int) (cost uint64, ok bool) {
	return w.sums[i], w.n >= min((i+1)*w.width, w.total)
}

// A Lead is who spends least on a window and who comes next, as indexes; -1
// for nobody.
type Lead struct{ First, Second int }

// Leads compares models over each window of the same text; nil takes no part.
// Of equals the first one leads.
func Leads(models []*Windows) []Lead {
	var leads []Lead
	for m, w := range models {
		if w == nil {
			continue
		}
		for len(leads) < w.Len() {
			leads = append(leads, Lead{-1, -1})
		}
		for i := range leads {
			leads[i].enter(models, m, i)
		}
	}
	return leads
}

// enter has model m compete for window i.
func (l *Lead) enter(models []*Windows, m, i int) {
	cost, ok := models[m].Cost(i)
	if !ok {
		return
	}
	cheaper := func(than int) bool { return than < 0 || cost < models[than].sums[i] }
	switch {
	case cheaper(l.First):
		l.First, l.Second = m, l.First
	case cheaper(l.Second):
		l.Second = m
	}
}
