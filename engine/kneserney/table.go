package kneserney

import "bitlens/engine/pages"

// A table holds contexts by hash, with open addressing. Its length is a power
// of two.
type table struct {
	slots []context
	used  int
}

const (
	firstSlots = 1 << 12
	mostSlots  = 1 << 22
)

func newTable() table { return table{slots: make([]context, firstSlots)} }

// at returns where the context with this hash is or would be; found says which.
func (t *table) at(hash uint32) (i int, found bool) {
	mask := len(t.slots) - 1
	for i = int(hash) & mask; ; i = (i + 1) & mask {
		switch t.slots[i].hash {
		case hash:
			return i, true
		case 0:
			return i, false
		}
	}
}

// crowded reports whether two thirds of the table are in use.
func (t *table) crowded() bool { return 3*t.used >= 2*len(t.slots) }

// doubled returns a table twice as large that holds the same.
func (t *table) doubled() table {
	d := table{slots: pages.Make[context](2*len(t.slots), 2*len(t.slots)), used: t.used}
	for _, c := range t.slots {
		if c.hash != 0 {
			i, _ := d.at(c.hash)
			d.slots[i] = c
		}
	}
	return d
}
