package mixing

import (
	"math/bits"
	"slices"

	"bitlens/engine/model"
	"bitlens/engine/num"
)

// runs remember of each context the byte that followed it last, and how often
// that one has followed in a row: what a bit history, which knows a single
// decision, cannot tell (Mahoney 2005).
type runs struct {
	table []uint32 // by hash of a context: a check of it, times 2^16; the length of the run, times 2^8; the byte
	at    []int32  // places of the contexts of the next byte
	said  []byte   // of each lane: 0 where no run fits the bits that are known, else 2 times its length, and the next bit
	lanes num.Lanes
}

const (
	runPlaces = 1 << 22
	mostRun   = 127
)

func newRuns(lanes int) *runs {
	r := &runs{table: make([]uint32, runPlaces), at: make([]int32, lanes), said: make([]byte, lanes), lanes: num.NewLanes(lanes, firstRuns())}
	for i := range r.lanes.Where {
		r.lanes.Where[i] = int32(i)
	}
	return r
}

// firstRuns is what each run means before anything was learned: the byte comes
// again as often as not, and once more for each time it came.
func firstRuns() *[num.LaneLen]uint32 {
	t := new([num.LaneLen]uint32)
	for i := range t {
		n, bit := uint64(i/2), i%2
		other := uint64(1<<32) / (n + 2)
		t[i] = uint32(other)
		if bit == 1 {
			t[i] = uint32(1<<32 - other)
		}
		t[i] = t[i] >> num.CountBits << num.CountBits
	}
	return t
}

// sameRun leaves what a lane said as it is: runs change with bytes only.
var sameRun = func() *[256]uint8 {
	t := new([256]uint8)
	for i := range t {
		t[i] = uint8(i)
	}
	return t
}()

// read takes in the byte that followed the contexts that were aimed at.
func (r *runs) read(b byte, j *model.Journal) {
	for _, at := range r.at {
		p := &r.table[at]
		j.Save32(p)
		if run := *p >> 8 & 0xff; run > 0 && byte(*p) == b {
			*p += (min(run+1, mostRun) - run) << 8
		} else {
			*p = *p>>16<<16 | 1<<8 | uint32(b)
		}
	}
}

// aim finds the places of contexts; a place that belongs to another is emptied.
func (r *runs) aim(hashes []uint64, j *model.Journal) {
	r.at = r.at[:len(hashes)]
	for i, h := range hashes {
		r.at[i] = int32(h * golden >> 42)
		num.Fetch(&r.table[r.at[i]]) // all arrive together
	}
	for i, h := range hashes {
		h *= golden
		at := r.at[i]
		if check := uint32(h>>16) & 0xffff; r.table[at]>>16 != check {
			j.Save32(&r.table[at])
			r.table[at] = check << 16
		}
	}
}

// recall leaves in x what the runs say where they fit the bits that are known.
func (r *runs) recall(x []float32, partial int) {
	left := 9 - bits.Len(uint(partial)) // bits of this byte to come
	for i, at := range r.at {
		run := r.table[at]
		r.said[i] = 0
		if b := int(run&0xff | 0x100); run>>8&0xff > 0 && b>>left == partial {
			r.said[i] = byte(run>>8<<1) | byte(b>>(left-1)&1)
		}
	}
	r.lanes.Use(len(r.at)) // not before the last bit is learned
	r.lanes.Recall(x, r.said, 0)
}

// learn tells the runs the bit that came.
func (r *runs) learn(bit int) { r.lanes.Revise(r.said, 0, sameRun, bit, mostCount) }

func (r *runs) clone() *runs {
	return &runs{slices.Clone(r.table), append(make([]int32, 0, cap(r.at)), r.at...), slices.Clone(r.said), r.lanes.Clone()}
}

// bytes returns the memory that the runs occupy.
func (r *runs) bytes() int { return 4*len(r.table) + 4*len(r.at) + len(r.said) + r.lanes.Bytes() }
