package main

import (
	"strconv"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const (
	panelVectors = 2 // registers in a row of a panel
	blockRows    = 4 // rows of a product that are summed at once
)

// A block is a part of a product whose sums stay in registers.
type block struct {
	sums [][]reg.VecVirtual // by row, then by vector
	at   func(row, vector int) Mem
}

// newBlock loads the sums from where they stand.
func newBlock(rows, vectors int, at func(row, vector int) Mem) block {
	b := block{make([][]reg.VecVirtual, rows), at}
	for r := range rows {
		for v := range vectors {
			s := YMM()
			VMOVUPS(at(r, v), s)
			b.sums[r] = append(b.sums[r], s)
		}
	}
	return b
}

// add adds the products of one factor a row and one vector a column.
func (b block) add(factor func(row int) Mem, vector func(v int) Mem) {
	columns := make([]reg.VecVirtual, len(b.sums[0]))
	for v := range columns {
		columns[v] = YMM()
		VMOVUPS(vector(v), columns[v])
	}
	for r, row := range b.sums {
		f := YMM()
		VBROADCASTSS(factor(r), f)
		for v, sum := range row {
			product := YMM()
			VMULPS(columns[v], f, product)
			VADDPS(product, sum, sum)
		}
	}
}

func (b block) store() {
	for r, row := range b.sums {
		for v, sum := range row {
			VMOVUPS(sum, b.at(r, v))
		}
	}
}

// strided returns the address of a row of floats, up to three rows on.
func strided(base, stride, thrice reg.Register, row, disp int) Mem {
	switch row {
	case 0:
		return Mem{Base: base, Disp: disp}
	case 3:
		return Mem{Base: base, Index: thrice, Scale: 1, Disp: disp}
	}
	return Mem{Base: base, Index: stride, Scale: uint8(row), Disp: disp}
}

// bytesOf loads a stride in floats and returns it in bytes, once and thrice.
func bytesOf(param string) (once, thrice reg.Register) {
	once, thrice = Load(Param(param), GP64()), GP64()
	SHLQ(Imm(2), once)
	LEAQ(Mem{Base: once, Index: once, Scale: 2}, thrice)
	return once, thrice
}

func panel() {
	TEXT("panelAVX2", NOSPLIT, "func(c *float32, cRow int, a *float32, aRow, aColumn int, b *float32, m, k int)")
	Doc("panelAVX2 is panelPlain for m > 0 rows and k > 0.")
	c, a := Load(Param("c"), GP64()), Load(Param("a"), GP64())
	cRow, cThrice := bytesOf("cRow")
	aRow, aThrice := bytesOf("aRow")
	left := Load(Param("m"), GP64())
	rows := func(n int) {
		name := "panel" + strconv.Itoa(n)
		Label(name)
		CMPQ(left, Imm(uint64(n)))
		JB(LabelRef(name + "End"))
		sums := newBlock(n, panelVectors, func(r, v int) Mem { return strided(c, cRow, cThrice, r, width*v) })
		column, b, k, step := GP64(), Load(Param("b"), GP64()), Load(Param("k"), GP64()), Load(Param("aColumn"), GP64())
		SHLQ(Imm(2), step)
		MOVQ(a, column)
		Label(name + "Column")
		sums.add(
			func(r int) Mem { return strided(column, aRow, aThrice, r, 0) },
			func(v int) Mem { return Mem{Base: b, Disp: width * v} })
		ADDQ(step, column)
		ADDQ(Imm(panelVectors*width), b)
		DECQ(k)
		JNZ(LabelRef(name + "Column"))
		sums.store()
		for range n {
			ADDQ(cRow, c)
			ADDQ(aRow, a)
		}
		SUBQ(Imm(uint64(n)), left)
		JMP(LabelRef(name))
		Label(name + "End")
	}
	rows(blockRows)
	rows(1)
	VZEROUPPER()
	RET()
}

// panels multiplies one row: four panels at once wait less for their sums.
func panels() {
	TEXT("panelsAVX2", NOSPLIT, "func(c, a, b *float32, k, n int)")
	Doc("panelsAVX2 is panelPlain for one row, k > 0 columns of it, and n > 0 times four panels.")
	c, a, b := Load(Param("c"), GP64()), Load(Param("a"), GP64()), Load(Param("b"), GP64())
	left := Load(Param("n"), GP64())
	size := Load(Param("k"), GP64())
	SHLQ(Imm(6), size) // bytes of a panel
	thrice := GP64()
	LEAQ(Mem{Base: size, Index: size, Scale: 2}, thrice)
	Label("panels")
	sums := newBlock(1, blockRows*panelVectors, func(_, v int) Mem { return Mem{Base: c, Disp: width * v} })
	column, k := GP64(), Load(Param("k"), GP64())
	MOVQ(a, column)
	Label("panelsColumn")
	sums.add(
		func(int) Mem { return Mem{Base: column} },
		func(v int) Mem { return strided(b, size, thrice, v/panelVectors, v%panelVectors*width) })
	ADDQ(Imm(4), column)
	ADDQ(Imm(panelVectors*width), b)
	DECQ(k)
	JNZ(LabelRef("panelsColumn"))
	sums.store()
	ADDQ(thrice, b)
	ADDQ(U32(blockRows*panelVectors*width), c)
	DECQ(left)
	JNZ(LabelRef("panels"))
	VZEROUPPER()
	RET()
}
