package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// float returns a register that holds v in every lane.
func float(v float32) reg.VecVirtual { return vector(math.Float32bits(v)) }

// An exponential holds the constants of e^x.
type exponential struct{ least, most, log2e, magic, high, low, one reg.VecVirtual }

func newExponential() exponential {
	return exponential{float(-87), float(88), float(1.4426950408889634), float(3 << 22), float(0.693359375), float(-2.12194440e-4), float(1)}
}

// of replaces x by e^x, in the order of expPlain.
func (e exponential) of(x reg.VecVirtual) {
	whole, n, part := YMM(), YMM(), YMM()
	VMINPS(e.most, x, x)
	VMAXPS(e.least, x, x)
	VMULPS(e.log2e, x, whole)
	VADDPS(e.magic, whole, whole)
	VSUBPS(e.magic, whole, n)
	VMULPS(e.high, n, part)
	VSUBPS(part, x, x)
	VMULPS(e.low, n, part)
	VSUBPS(part, x, x)
	sum := float(1.0 / 720)
	for _, term := range []float32{1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2, 1, 1} {
		VMULPS(x, sum, sum)
		VADDPS(float(term), sum, sum)
	}
	VPSLLD(Imm(23), whole, whole)
	VPADDD(whole, sum, x)
}

// elementary writes a kernel that replaces each x of n.
func elementary(name string, body func(e exponential, x reg.VecVirtual)) {
	TEXT(name+"AVX2", NOSPLIT, "func(x *float32, n int)")
	Doc(name + "AVX2 is " + name + "Plain for n numbers, a positive multiple of 8.")
	at := Load(Param("x"), GP64())
	e := newExponential()
	eachVector(name, rowBytes(), func(i reg.GPVirtual) {
		x := YMM()
		VMOVUPS(Mem{Base: at, Index: i, Scale: 1}, x)
		body(e, x)
		VMOVUPS(x, Mem{Base: at, Index: i, Scale: 1})
	})
	VZEROUPPER()
	RET()
}

func exp() { elementary("exp", exponential.of) }

func sigmoid() {
	elementary("sigmoid", func(e exponential, x reg.VecVirtual) {
		zero := YMM()
		VXORPS(zero, zero, zero)
		VSUBPS(x, zero, x)
		e.of(x)
		VADDPS(e.one, x, x)
		VDIVPS(x, e.one, x)
	})
}

func tanh() {
	elementary("tanh", func(e exponential, x reg.VecVirtual) {
		VADDPS(x, x, x)
		e.of(x)
		VADDPS(e.one, x, x)
		VDIVPS(x, float(2), x)
		VSUBPS(x, e.one, x)
	})
}

func adam() {
	TEXT("adamAVX2", NOSPLIT, "func(w, d, m, v *float32, rate, first, second, tiny float32, n int)")
	Doc("adamAVX2 is adamPlain for n weights, a positive multiple of 8.")
	var at [4]reg.Register
	for i, name := range []string{"w", "d", "m", "v"} {
		at[i] = Load(Param(name), GP64())
	}
	var constants [4]reg.VecVirtual
	for i, name := range []string{"rate", "first", "second", "tiny"} {
		x := Load(Param(name), XMM()).(reg.VecVirtual)
		constants[i] = YMM()
		VBROADCASTSS(x, constants[i])
	}
	rate, first, second, tiny := constants[0], constants[1], constants[2], constants[3]
	zero := YMM()
	VXORPS(zero, zero, zero)
	eachVector("adam", rowBytes(), func(i reg.GPVirtual) {
		place := func(k int) Mem { return Mem{Base: at[k], Index: i, Scale: 1} }
		g, m, v, step := YMM(), YMM(), YMM(), YMM()
		VMOVUPS(place(1), g)
		VMOVUPS(zero, place(1))
		VMOVUPS(place(2), m)
		VSUBPS(m, g, step)
		VMULPS(first, step, step)
		VADDPS(step, m, m)
		VMOVUPS(m, place(2))
		VMOVUPS(place(3), v)
		VMULPS(g, g, step)
		VSUBPS(v, step, step)
		VMULPS(second, step, step)
		VADDPS(step, v, v)
		VMOVUPS(v, place(3))
		VSQRTPS(v, v)
		VADDPS(tiny, v, v)
		VMULPS(rate, m, m)
		VDIVPS(v, m, m)
		VMOVUPS(place(0), step)
		VSUBPS(m, step, step)
		VMOVUPS(step, place(0))
	})
	VZEROUPPER()
	RET()
}
