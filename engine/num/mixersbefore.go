package num

// A MixersBefore keeps what a bit changes in mixers, to be used again and again.
type MixersBefore struct {
	chosen  []int32
	y       []float32
	weights []float32 // of the chosen rows
	squares []float32
	rates   []float32
}

// Keep keeps what the next Learn, Choose and Mix overwrite.
func (b *MixersBefore) Keep(m *Mixers) {
	b.chosen, b.y = append(b.chosen[:0], m.chosen...), append(b.y[:0], m.Y...)
	b.weights, b.squares, b.rates = b.weights[:0], b.squares[:0], b.rates[:0]
	for _, r := range m.chosen {
		b.weights = append(b.weights, m.row(r)...)
		if m.squares != nil {
			b.squares = append(b.squares, m.squaresOf(r)...)
		} else {
			b.rates = append(b.rates, m.rates[r])
		}
	}
}

// PutBack puts back what was kept.
func (b *MixersBefore) PutBack(m *Mixers) {
	copy(m.chosen, b.chosen)
	copy(m.Y, b.y)
	for k, r := range b.chosen {
		copy(m.row(r), b.weights[k*m.inputs:])
		if m.squares != nil {
			copy(m.squaresOf(r), b.squares[k*m.inputs:])
		} else {
			m.rates[r] = b.rates[k]
		}
	}
}
