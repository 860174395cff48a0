package measure

import (
	"math"
	"math/rand/v2"
	"testing"

	"bitlens/engine/zoo"
)

// The leader of a window costs least there, the runner-up least of the rest,
// however the costs arrive.
func TestLeadsCostLeast(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 7, 100, 1000} {
		all, costs := make([]*Windows, 5), make([][]uint32, 5)
		for m := range all {
			all[m] = NewWindows(n, 16)
			costs[m] = make([]uint32, n)
			for i := range costs[m] {
				costs[m][i] = r.Uint32N(1 << 23)
			}
			for at := 0; at < n; {
				step := min(1+r.IntN(50), n-at)
				all[m].Append(costs[m][at : at+step])
				at += step
			}
		}
		all[3] = nil
		for i, lead := range Leads(all) {
			lo, hi := i*all[0].Width(), min((i+1)*all[0].Width(), n)
			checkLead(t, costs, lead, lo, hi)
		}
	}
}

func checkLead(t *testing.T, costs [][]uint32, lead Lead, lo, hi int) {
	t.Helper()
	sum := func(m int) (s uint64) {
		for _, c := range costs[m][lo:hi] {
			s += uint64(c)
		}
		return s
	}
	if lead.First == lead.Second || lead.First == 3 || lead.Second == 3 || lead.Second < 0 {
		t.Fatalf("[%d,%d): %+v", lo, hi, lead)
	}
	for m := range costs {
		if m == 3 {
			continue
		}
		if sum(m) < sum(lead.First) || m != lead.First && sum(m) < sum(lead.Second) {
			t.Errorf("[%d,%d): %d costs %d, %+v lead with %d and %d", lo, hi, m, sum(m), lead, sum(lead.First), sum(lead.Second))
		}
	}
}

// A window that has not been read whole has no leader.
func TestUnreadWindowsHaveNoLeader(t *testing.T) {
	w := NewWindows(100, 10)
	w.Append(make([]uint32, 15))
	leads := Leads([]*Windows{nil, w})
	if leads[0] != (Lead{1, -1}) || leads[1] != (Lead{-1, -1}) {
		t.Errorf("%+v", leads[:2])
	}
}

// Nothing beats a price of the frontier in both, and each that is not on it is
// beaten by one that is.
func TestFrontierIsNotDominated(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		prices := make([]Price, r.IntN(30))
		for i := range prices {
			prices[i] = Price{float64(r.IntN(20)), int64(r.IntN(20))}
		}
		on := map[int]bool{}
		for _, i := range Frontier(prices) {
			on[i] = true
		}
		for i, p := range prices {
			beaten, equalled := false, false
			for j, q := range prices {
				no := q.Seconds <= p.Seconds && q.Bytes <= p.Bytes
				beaten = beaten || no && q != p
				equalled = equalled || no && on[j]
			}
			if on[i] && beaten || !on[i] && !equalled {
				t.Fatalf("%v: on the frontier %v, beaten %v", p, on[i], beaten)
			}
		}
	}
}

func TestTwoPartAndSpeedPrior(t *testing.T) {
	for _, e := range zoo.All() {
		if got, want := TwoPart(e, 1000), 1000+e.PriorBytes+zoo.ProgramBytes(e); got != want || zoo.ProgramBytes(e) <= 0 {
			t.Errorf("%s: %d bytes, want %d", e.ID, got, want)
		}
	}
	slow, quick := Receipt{CompressedBytes: 10, EncodeSeconds: 2}, Receipt{CompressedBytes: 10, EncodeSeconds: 1}
	if d := slow.SpeedPrior() - quick.SpeedPrior(); math.Abs(d-1) > 1e-9 || math.Abs(quick.SpeedPrior()-80-math.Log2(1e9)) > 1e-9 {
		t.Errorf("twice the time costs %v bits, a second %v", d, quick.SpeedPrior()-80)
	}
}
