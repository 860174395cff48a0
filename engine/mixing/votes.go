package mixing

import (
	"math"

	"bitlens/engine/model"
)

// A walker is a model whose bits can be tried and undone.
type walker interface {
	model.Bitwise
	keepStep(depth int)    // keeps what the next bit changes
	putBackStep(depth int) // and puts it back
}

// walk fills p below the node of the bits that are known, depth of them, whose
// probability is given. Each bit is undone, since it teaches the model about
// the next.
func walk(m walker, p *[256]float64, depth, node int, probability float64) {
	one := float64(model.Clamp(m.P())) / (1 << 32)
	for bit, part := range [2]float64{probability * (1 - one), probability * one} {
		child := 2*node + bit
		if child >= 256 {
			p[child-256] = part
			continue
		}
		m.keepStep(depth)
		m.Update(bit)
		walk(m, p, depth+1, child, part)
		m.putBackStep(depth)
	}
}

// A voter is a model that tells what its inputs say.
type voter interface {
	model.Bitwise
	predict()
	vote(sums []float64, sign float64) (maps float64)
}

// mapsName names what the adaptive probability maps add.
const mapsName = "probability maps"

// votesOf returns what each of n inputs of m adds to the log-odds of the
// decisions that lead to the likeliest byte, and what the maps behind the
// mixers add, in bits. The state is as before, afterwards.
func votesOf(m voter, j *model.Journal, n int) (sums []float64, maps float64) {
	if !j.On() {
		j.Mark()
		defer j.Forget()
	}
	var best guess
	likeliest(m, j, &best, 1, 1)
	saved := j.Saved()
	sums = make([]float64, n)
	for shift := 7; shift >= 0; shift-- {
		bit := best.node >> shift & 1
		maps += m.vote(sums, float64(2*bit-1))
		m.Update(bit)
	}
	j.RewindTo(saved)
	m.predict()
	return sums, maps
}

// logOdds returns log2 of p / (1-p), for p times 2^32.
func logOdds(p uint32) float64 {
	odds := float64(model.Clamp(p))
	return math.Log2(odds / (1<<32 - odds))
}

// A guess is a byte, as a node of the tree of its bits, and its probability.
type guess struct {
	node int
	p    float64
}

// likeliest finds the likeliest byte below the node of the bits that are
// known, whose probability is p, if it beats best. The likelier bit is tried
// first, so that most of the tree need not be walked.
func likeliest(m voter, j *model.Journal, best *guess, node int, p float64) {
	one := float64(model.Clamp(m.P())) / (1 << 32)
	parts := [2]float64{p * (1 - one), p * one}
	likelier := int(math.Round(one))
	for _, bit := range [2]int{likelier, 1 - likelier} {
		switch child, part := 2*node+bit, parts[bit]; {
		case part <= best.p:
		case child >= 256:
			*best = guess{child, part}
		default:
			try(m, j, bit, func() { likeliest(m, j, best, child, part) })
		}
	}
}

// try runs f behind a bit that is then undone.
func try(m voter, j *model.Journal, bit int, f func()) {
	saved := j.Saved()
	m.Update(bit)
	f()
	j.RewindTo(saved)
	m.predict()
}
