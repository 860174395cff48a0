package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const (
	lanes = 8 // of float32 in a register
	width = 4 * lanes
)

// eachVector runs body with the offset of each vector of a row.
func eachVector(name string, bytes reg.GPVirtual, body func(offset reg.GPVirtual)) {
	offset := GP64()
	XORQ(offset, offset)
	Label(name)
	body(offset)
	ADDQ(Imm(width), offset)
	CMPQ(offset, bytes)
	JNE(LabelRef(name))
}

// rowBytes loads the length of a row and turns it into bytes.
func rowBytes() reg.GPVirtual {
	n := Load(Param("n"), GP64()).(reg.GPVirtual)
	SHLQ(Imm(2), n)
	return n
}

// rowAt returns the address of the row whose number stands at a place.
func rowAt(number Mem, bytes, weights reg.Register) reg.GPVirtual {
	row := GP64()
	MOVLQSX(number, row)
	IMULQ(bytes, row)
	ADDQ(weights, row)
	return row
}

func mix() {
	TEXT("mixAVX2", NOSPLIT, "func(y, x, weights *float32, chosen *int32, bound float32, n, k int)")
	Doc("mixAVX2 is mixPlain for n inputs, a multiple of 8, and k > 0 rows.")
	y := Load(Param("y"), GP64())
	x := Load(Param("x"), GP64())
	weights := Load(Param("weights"), GP64())
	chosen := Load(Param("chosen"), GP64())
	most := Load(Param("bound"), XMM())
	least := XMM()
	VXORPS(least, least, least)
	VSUBSS(most, least, least)
	left := Load(Param("k"), GP64())
	bytes := rowBytes()
	Label("mixFour") // rows at once wait less for their sums than one by one
	CMPQ(left, Imm(4))
	JB(LabelRef("mixRest"))
	mixRows("mixFourVectors", 4, y, x, weights, chosen, bytes, least, most)
	SUBQ(Imm(4), left)
	JMP(LabelRef("mixFour"))
	Label("mixRest")
	TESTQ(left, left)
	JZ(LabelRef("mixEnd"))
	Label("mixRow")
	mixRows("mixVector", 1, y, x, weights, chosen, bytes, least, most)
	DECQ(left)
	JNZ(LabelRef("mixRow"))
	Label("mixEnd")
	VZEROUPPER()
	RET()
}

// mixRows makes the sums of the next n rows, each in the order of mixPlain.
func mixRows(name string, n int, y, x, weights, chosen reg.Register, bytes reg.GPVirtual, least, most reg.Register) {
	rows, sums := make([]reg.GPVirtual, n), make([]reg.VecVirtual, n)
	for k := range n {
		rows[k], sums[k] = rowAt(Mem{Base: chosen, Disp: 4 * k}, bytes, weights), YMM()
		VXORPS(sums[k], sums[k], sums[k])
	}
	eachVector(name, bytes, func(at reg.GPVirtual) {
		v := YMM()
		VMOVUPS(Mem{Base: x, Index: at, Scale: 1}, v)
		for k := range n {
			product := YMM()
			VMULPS(Mem{Base: rows[k], Index: at, Scale: 1}, v, product)
			VADDPS(product, sums[k], sums[k])
		}
	})
	for k, sum := range sums {
		VHADDPS(sum, sum, sum)
		VHADDPS(sum, sum, sum)
		high := XMM()
		VEXTRACTF128(Imm(1), sum, high)
		VADDSS(high, sum.AsX(), high)
		VMAXSS(least, high, high)
		VMINSS(most, high, high)
		VMOVSS(high, Mem{Base: y, Disp: 4 * k})
	}
	ADDQ(U8(4*n), y)
	ADDQ(U8(4*n), chosen)
}

func learn() {
	TEXT("learnAVX2", NOSPLIT, "func(weights, x, y *float32, chosen *int32, rates, squash *float32, slowest, bit float32, n, k int)")
	Doc("learnAVX2 is learnPlain for n inputs, a multiple of 8, and k > 0 rows;", "squash is the middle of a table.")
	weights := Load(Param("weights"), GP64())
	x := Load(Param("x"), GP64())
	rates := Load(Param("rates"), GP64())
	slowest := Load(Param("slowest"), XMM())
	kept := float32In(0.99)
	eachError("learn", func(chosen reg.Register, bytes reg.GPVirtual, err reg.VecVirtual) {
		number, rate, fall := GP64(), XMM(), XMM()
		MOVLQSX(Mem{Base: chosen}, number)
		VMOVSS(Mem{Base: rates, Index: number, Scale: 4}, rate)
		VSUBSS(slowest, rate, fall)
		VMULSS(kept, fall, fall)
		VADDSS(slowest, fall, fall)
		VMOVSS(fall, Mem{Base: rates, Index: number, Scale: 4})
		VMULSS(rate, err, err)
		step := YMM()
		VBROADCASTSS(err, step)
		row := rowAt(Mem{Base: chosen}, bytes, weights)
		eachVector("learnVector", bytes, func(i reg.GPVirtual) {
			v := YMM()
			VMULPS(Mem{Base: x, Index: i, Scale: 1}, step, v)
			VADDPS(Mem{Base: row, Index: i, Scale: 1}, v, v)
			VMOVUPS(v, Mem{Base: row, Index: i, Scale: 1})
		})
	})
}

func adapt() {
	TEXT("adaptAVX2", NOSPLIT, "func(weights, squares, x, y *float32, chosen *int32, squash *float32, rate, bit float32, n, k int)")
	Doc("adaptAVX2 is adaptPlain for n inputs, a multiple of 8, and k > 0 rows;", "squash is the middle of a table.")
	weights := Load(Param("weights"), GP64())
	squares := Load(Param("squares"), GP64())
	x := Load(Param("x"), GP64())
	rate := YMM()
	VBROADCASTSS(NewParamAddr("rate", 48), rate)
	eachError("adapt", func(chosen reg.Register, bytes reg.GPVirtual, err reg.VecVirtual) {
		each := YMM()
		VBROADCASTSS(err, each)
		row := rowAt(Mem{Base: chosen}, bytes, weights)
		sums := rowAt(Mem{Base: chosen}, bytes, squares)
		eachVector("adaptVector", bytes, func(i reg.GPVirtual) {
			slope, sum := YMM(), YMM()
			VMULPS(Mem{Base: x, Index: i, Scale: 1}, each, slope)
			VMULPS(slope, slope, sum)
			VADDPS(Mem{Base: sums, Index: i, Scale: 1}, sum, sum)
			VMOVUPS(sum, Mem{Base: sums, Index: i, Scale: 1})
			VSQRTPS(sum, sum)
			VMULPS(rate, slope, slope)
			VDIVPS(sum, slope, slope)
			VADDPS(Mem{Base: row, Index: i, Scale: 1}, slope, slope)
			VMOVUPS(slope, Mem{Base: row, Index: i, Scale: 1})
		})
	})
}

// eachError runs body with the error of each mixer that has one worth learning
// from.
func eachError(name string, body func(chosen reg.Register, bytes reg.GPVirtual, err reg.VecVirtual)) {
	y := Load(Param("y"), GP64())
	chosen := Load(Param("chosen"), GP64())
	squash := Load(Param("squash"), GP64())
	bit := Load(Param("bit"), XMM())
	nat, small := float32In(256), float32In(0.005)
	magnitude := XMM()
	mask := GP32()
	MOVL(U32(0x7fffffff), mask)
	VMOVD(mask, magnitude)
	left := Load(Param("k"), GP64())
	bytes := rowBytes()

	Label(name + "Row")
	at, err, size := GP64(), XMM(), XMM()
	VMULSS(Mem{Base: y}, nat, err)
	VCVTTSS2SIQ(err, at)
	VMOVAPS(bit, err)
	VSUBSS(Mem{Base: squash, Index: at, Scale: 4}, err, err)
	VANDPS(magnitude, err, size)
	VUCOMISS(small, size)
	JB(LabelRef(name + "Next"))
	body(chosen, bytes, err)
	Label(name + "Next")
	ADDQ(Imm(4), y)
	ADDQ(Imm(4), chosen)
	DECQ(left)
	JNZ(LabelRef(name + "Row"))
	VZEROUPPER()
	RET()
}

// float32In returns a register that holds v.
func float32In(v float32) reg.VecVirtual {
	s, x := GP32(), XMM()
	MOVL(U32(math.Float32bits(v)), s)
	VMOVD(s, x)
	return x
}
