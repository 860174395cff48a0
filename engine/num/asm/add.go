package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

func add() {
	TEXT("addAVX2", NOSPLIT, "func(x, y *float32, n int)")
	Pragma("noescape")
	Doc("addAVX2 is addPlain for n numbers, a positive multiple of 8.")
	x, y := Load(Param("x"), GP64()), Load(Param("y"), GP64())
	eachVector("add", rowBytes(), func(i reg.GPVirtual) {
		sum := YMM()
		VMOVUPS(Mem{Base: x, Index: i, Scale: 1}, sum)
		VADDPS(Mem{Base: y, Index: i, Scale: 1}, sum, sum)
		VMOVUPS(sum, Mem{Base: x, Index: i, Scale: 1})
	})
	VZEROUPPER()
	RET()
}
