package ngram

import "bitlens/engine/model"

// Uniform gives every byte 1/256 and learns nothing.
type Uniform struct {
	model.Journal
}

// uniform is what the input is called that gives every byte alike.
const uniform = "uniform"

// Code implements model.Predictor.
func (u *Uniform) Code(c model.Coder, b byte) byte {
	var out int
	for shift := 7; shift >= 0; shift-- {
		out = out<<1 | c.Bit(int(b>>shift&1), 1<<31)
	}
	return byte(out)
}

// Distribution implements model.Distribution.
func (u *Uniform) Distribution(p *[256]float64) {
	for b := range p {
		p[b] = 1.0 / 256
	}
}

// Explain implements model.Explainer.
func (u *Uniform) Explain() model.Explanation { return model.Whole(uniform) }

// Clone implements model.Cloner.
func (u *Uniform) Clone() model.Predictor { return &Uniform{} }

// StateBytes implements model.Sizer.
func (u *Uniform) StateBytes() int64 { return 0 }
