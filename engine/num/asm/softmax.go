package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// softmax goes through the logits three times: for the largest, for the powers
// and their sum, and for the shares.
func softmax() {
	TEXT("softmaxAVX2", NOSPLIT, "func(x *float32, n int)")
	Pragma("noescape")
	Doc("softmaxAVX2 is softmaxPlain for n numbers, a positive multiple of 8.")
	x, bytes := Load(Param("x"), GP64()), rowBytes()
	most, sum := YMM(), YMM()
	VMOVUPS(Mem{Base: x}, most)
	each := func(name string, body func(at Mem, v reg.VecVirtual)) {
		eachVector(name, bytes, func(i reg.GPVirtual) {
			at, v := Mem{Base: x, Index: i, Scale: 1}, YMM()
			VMOVUPS(at, v)
			body(at, v)
		})
	}
	each("most", func(_ Mem, v reg.VecVirtual) { VMAXPS(most, v, most) })
	across(most, func(high, low reg.VecVirtual) { VMAXPS(low, high, low) })
	e := newExponential()
	VXORPS(sum, sum, sum)
	each("powers", func(at Mem, v reg.VecVirtual) {
		VSUBPS(most, v, v)
		e.of(v)
		VADDPS(v, sum, sum)
		VMOVUPS(v, at)
	})
	pairs(sum)
	VDIVPS(sum, e.one, sum)
	each("shares", func(at Mem, v reg.VecVirtual) {
		VMULPS(sum, v, v)
		VMOVUPS(v, at)
	})
	VZEROUPPER()
	RET()
}

// softmaxBack goes through probabilities and gradients twice: for the mean, and
// for what each gradient is beside it.
func softmaxBack() {
	TEXT("softmaxBackAVX2", NOSPLIT, "func(p, d *float32, n int)")
	Pragma("noescape")
	Doc("softmaxBackAVX2 is softmaxBackPlain for n numbers, a positive multiple of 8.")
	at, slopes, bytes := Load(Param("p"), GP64()), Load(Param("d"), GP64()), rowBytes()
	mean := YMM()
	VXORPS(mean, mean, mean)
	each := func(name string, body func(p, d reg.VecVirtual, slope Mem)) {
		eachVector(name, bytes, func(i reg.GPVirtual) {
			p, d, slope := YMM(), YMM(), Mem{Base: slopes, Index: i, Scale: 1}
			VMOVUPS(Mem{Base: at, Index: i, Scale: 1}, p)
			VMOVUPS(slope, d)
			body(p, d, slope)
		})
	}
	each("mean", func(p, d reg.VecVirtual, _ Mem) {
		VMULPS(d, p, d)
		VADDPS(d, mean, mean)
	})
	pairs(mean)
	each("slopes", func(p, d reg.VecVirtual, slope Mem) {
		VSUBPS(mean, d, d)
		VMULPS(d, p, d)
		VMOVUPS(d, slope)
	})
	VZEROUPPER()
	RET()
}

// across leaves in every lane of x what f makes of all: of the upper and the
// lower half of the lanes, then of those of a half, then of a quarter.
func across(x reg.VecVirtual, f func(high, low reg.VecVirtual)) {
	high := YMM()
	VPERM2F128(Imm(0x11), x, x, high)
	f(high, x)
	VPERMILPS(Imm(0x0e), x, high)
	f(high, x)
	VPERMILPS(Imm(0x01), x, high)
	f(high, x)
	VBROADCASTSS(x.AsX(), x)
}

// pairs leaves in every lane of x the sum of all, added in pairs.
func pairs(x reg.VecVirtual) {
	high := YMM()
	VHADDPS(x, x, x)
	VHADDPS(x, x, x)
	VPERM2F128(Imm(0x01), x, x, high)
	VADDPS(high, x, x)
	VBROADCASTSS(x.AsX(), x)
}
