package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// halves is the number of registers in a row of a panel.
const halves = panelBytes / width

// transpose turns the four quarters of a square of 16 by 16.
func transpose() {
	TEXT("transposeAVX2", NOSPLIT, "func(to, from *float32)")
	Doc("transposeAVX2 is transposePlain.")
	to, from := Load(Param("to"), GP64()), Load(Param("from"), GP64())
	for row := range halves {
		for column := range halves {
			transposeEight(
				Mem{Base: to, Disp: column*lanes*panelBytes + row*width},
				Mem{Base: from, Disp: row*lanes*panelBytes + column*width})
		}
	}
	VZEROUPPER()
	RET()
}

// transposeEight exchanges neighbours, then pairs, then halves of eight rows.
func transposeEight(to, from Mem) {
	var x [lanes]reg.VecVirtual
	for i := range x {
		x[i] = YMM()
		VMOVUPS(from.Offset(i*panelBytes), x[i])
	}
	x = exchange(x, 1, func(a, b, low, high reg.VecVirtual) { VUNPCKLPS(b, a, low); VUNPCKHPS(b, a, high) })
	x = exchange(x, 2, func(a, b, low, high reg.VecVirtual) { VUNPCKLPD(b, a, low); VUNPCKHPD(b, a, high) })
	x = exchange(x, 4, func(a, b, low, high reg.VecVirtual) {
		VPERM2F128(Imm(0x20), b, a, low)
		VPERM2F128(Imm(0x31), b, a, high)
	})
	// The two first exchanges leave lanes of a half in the order of their bits.
	for i, row := range [lanes]int{0, 2, 1, 3, 4, 6, 5, 7} {
		VMOVUPS(x[i], to.Offset(row*panelBytes))
	}
}

// exchange applies pair to the registers whose numbers differ by distance.
func exchange(x [lanes]reg.VecVirtual, distance int, pair func(a, b, low, high reg.VecVirtual)) (y [lanes]reg.VecVirtual) {
	for i := range x {
		if i&distance == 0 {
			y[i], y[i|distance] = YMM(), YMM()
			pair(x[i], x[i|distance], y[i], y[i|distance])
		}
	}
	return y
}
