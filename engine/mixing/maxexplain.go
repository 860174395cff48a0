package mixing

import (
	"math"

	"bitlens/engine/model"
)

// Explain implements model.Explainer. Its inputs are the contexts of all
// families, the matches and what is counted, and what the maps behind the
// mixers make of their sum.
func (m *Max) Explain() model.Explanation {
	e := model.Explanation{SeenAt: -1, Unit: model.InBits, Inputs: m.votes()}
	e.Order = m.seenOrder()
	for i := range m.matchers {
		if n := int(m.matchers[i].length); n > e.Order {
			e.Order, e.SeenAt = n, m.total-int64(m.tail.n-m.matchers[i].at)
		}
	}
	e.Context = m.tail.end(e.Order)
	return e
}

// seenOrder returns the length, in bytes, of the longest order that was seen.
func (m *Max) seenOrder() (n int) {
	lens := orderLens[:]
	if m.mode == inCharacters {
		lens = wideOrderLens[:]
	}
	for lane, k := range lens {
		if k > 0 && m.history(lane) != 0 {
			n = max(n, min(k, int(min(m.total, maxTail))))
		}
	}
	return n
}

// votes returns what each context adds to the log-odds of the decisions that
// lead to the likeliest byte, in bits, over all planes.
func (m *Max) votes() (w []model.Weight) {
	sums, maps := votesOf(m, &m.Journal, len(m.x))
	lane := 0
	for _, f := range m.contexts[m.mode] {
		for _, name := range f.contexts {
			sum := 0.0
			for plane := range planes {
				sum += sums[plane*len(m.hashes)+lane]
			}
			if m.runs != nil {
				sum += sums[len(m.x)-len(m.hashes)+lane]
			}
			w = append(w, model.Weight{Name: name, Weight: sum})
			lane++
		}
	}
	other := sums[planes*len(m.hashes):]
	w = append(w, model.Weight{Name: "bias", Weight: other[biasOther]}, model.Weight{Name: mapsName, Weight: maps})
	w = append(w, model.Weight{Name: letterName, Weight: other[letterOther] + other[letterLean]})
	for i, name := range matchNames {
		w = append(w, model.Weight{Name: name, Weight: other[firstMatch+i] + other[firstLean+i]})
	}
	for i, name := range countNames {
		w = append(w, model.Weight{Name: name, Weight: other[firstCount+i] + other[firstCountLean+i]})
	}
	said := other[others:]
	for i, g := range m.guests {
		w = append(w, model.Weight{Name: g.Name(), Weight: said[i] + said[len(m.guests)+i]})
	}
	return model.Largest(w)
}

// vote adds to sums what each input says of the next bit, as that of cm does.
func (m *Max) vote(sums []float64, sign float64) (maps float64) {
	maps = sign * logOdds(m.p)
	for k := range m.firstMixers {
		weight := 0.0
		for l := range maxLastMixers {
			weight += sign * float64(m.last.Used(l)[k]) / maxLastMixers / math.Ln2
		}
		for i, w := range m.mixers().Used(k) {
			part := weight * float64(w) * float64(m.x[i])
			sums[i] += part
			maps -= part
		}
	}
	return maps
}
