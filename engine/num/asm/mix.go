package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const (
	lanes = 8 // of float32 in a register
	width = 4 * lanes
)

// eachRow runs body with the address of each chosen row, whose length in bytes
// is given.
func eachRow(name string, bytes reg.GPVirtual, body func(row reg.GPVirtual)) {
	weights := Load(Param("weights"), GP64())
	chosen := Load(Param("chosen"), GP64())
	left := Load(Param("k"), GP64())
	Label(name + "Row")
	row := GP64()
	MOVLQSX(Mem{Base: chosen}, row)
	IMULQ(bytes, row)
	ADDQ(weights, row)
	body(row)
	ADDQ(Imm(4), chosen)
	DECQ(left)
	JNZ(LabelRef(name + "Row"))
}

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

func dots() {
	TEXT("dotsAVX2", NOSPLIT, "func(y, x, weights *float32, chosen *int32, n, k int)")
	Doc("dotsAVX2 is dotsPlain for n inputs, a multiple of 8, and k > 0 rows.")
	y := Load(Param("y"), GP64())
	x := Load(Param("x"), GP64())
	bytes := rowBytes()
	eachRow("dots", bytes, func(row reg.GPVirtual) {
		sum := YMM()
		VXORPS(sum, sum, sum)
		eachVector("dotsVector", bytes, func(at reg.GPVirtual) {
			v := YMM()
			VMOVUPS(Mem{Base: x, Index: at, Scale: 1}, v)
			VMULPS(Mem{Base: row, Index: at, Scale: 1}, v, v)
			VADDPS(v, sum, sum)
		})
		VHADDPS(sum, sum, sum)
		VHADDPS(sum, sum, sum)
		high := XMM()
		VEXTRACTF128(Imm(1), sum, high)
		VADDSS(high, sum.AsX(), high)
		VMOVSS(high, Mem{Base: y})
		ADDQ(Imm(4), y)
	})
	VZEROUPPER()
	RET()
}

func adapt() {
	TEXT("adaptAVX2", NOSPLIT, "func(weights, x, steps *float32, chosen *int32, n, k int)")
	Doc("adaptAVX2 is adaptPlain for n inputs, a multiple of 8, and k > 0 rows.")
	x := Load(Param("x"), GP64())
	steps := Load(Param("steps"), GP64())
	bytes := rowBytes()
	eachRow("adapt", bytes, func(row reg.GPVirtual) {
		step := YMM()
		VBROADCASTSS(Mem{Base: steps}, step)
		ADDQ(Imm(4), steps)
		eachVector("adaptVector", bytes, func(at reg.GPVirtual) {
			v := YMM()
			VMULPS(Mem{Base: x, Index: at, Scale: 1}, step, v)
			VADDPS(Mem{Base: row, Index: at, Scale: 1}, v, v)
			VMOVUPS(v, Mem{Base: row, Index: at, Scale: 1})
		})
	})
	VZEROUPPER()
	RET()
}
