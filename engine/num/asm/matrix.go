package main

import (
	"strconv"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const (
	panelBytes = 64 // of a row of a panel
	blockRows  = 4  // rows of a product that are summed at once, at most
)

// An extension is a set of instructions with vectors of its own.
type extension struct {
	name   string
	vector func() reg.VecVirtual
	width  int // bytes of a vector
}

var (
	avx2   = extension{"AVX2", func() reg.VecVirtual { return YMM() }, 32}
	avx512 = extension{"AVX512", func() reg.VecVirtual { return ZMM() }, 64}
)

// A block is a part of a product whose sums stay in registers.
type block struct {
	extension
	rows, panels int
	sums         [][]reg.VecVirtual // by row, then by vector
}

// eachSum calls f with each sum and where it stands.
func (b *block) eachSum(c reg.Register, f func(sum *reg.VecVirtual, at Mem)) {
	row, next := GP64(), Load(Param("cRow"), GP64())
	panel, thrice := bytesOf("cPanel")
	MOVQ(c, row)
	for r := range b.sums {
		for v := range b.sums[r] {
			f(&b.sums[r][v], b.vectorAt(row, panel, thrice, v))
		}
		LEAQ(Mem{Base: row, Index: next, Scale: 4}, row)
	}
}

// vectorAt returns the address of vector v of a row that goes through panels.
func (b *block) vectorAt(row, panel, thrice reg.Register, v int) Mem {
	vectors := panelBytes / b.width
	return strided(row, panel, thrice, v/vectors, v%vectors*b.width)
}

// load loads the sums from where they stand.
func (b *block) load(c reg.Register) {
	b.sums = make([][]reg.VecVirtual, b.rows)
	for r := range b.sums {
		b.sums[r] = make([]reg.VecVirtual, b.panels*panelBytes/b.width)
	}
	b.eachSum(c, func(sum *reg.VecVirtual, at Mem) {
		*sum = b.vector()
		VMOVUPS(at, *sum)
	})
}

func (b *block) store(c reg.Register) {
	b.eachSum(c, func(sum *reg.VecVirtual, at Mem) { VMOVUPS(*sum, at) })
}

// add adds the products of one factor a row and one vector a column. Vectors
// that meet one factor alone stay in memory.
func (b *block) add(factor func(row int) Mem, vector func(v int) Mem) {
	columns := make([]Op, len(b.sums[0]))
	for v := range columns {
		columns[v] = vector(v)
		if b.rows > 1 {
			column := b.vector()
			VMOVUPS(columns[v], column)
			columns[v] = column
		}
	}
	for r, row := range b.sums {
		f := b.vector()
		VBROADCASTSS(factor(r), f)
		for v, sum := range row {
			product := b.vector()
			VMULPS(columns[v], f, product)
			VADDPS(product, sum, sum)
		}
	}
}

// multiply adds the whole of the product to the sums.
func (b *block) multiply(name string, a reg.Register) {
	at, column, k, step := Load(Param("b"), GP64()), GP64(), Load(Param("k"), GP64()), Load(Param("aColumn"), GP64())
	aRow, aThrice := bytesOf("aRow")
	panel, thrice := bytesOf("bPanel")
	row := Load(Param("bRow"), GP64())
	SHLQ(Imm(2), step)
	SHLQ(Imm(2), row)
	MOVQ(a, column)
	Label(name)
	b.add(
		func(r int) Mem { return strided(column, aRow, aThrice, r, 0) },
		func(v int) Mem { return b.vectorAt(at, panel, thrice, v) })
	ADDQ(step, column)
	ADDQ(row, at)
	DECQ(k)
	JNZ(LabelRef(name))
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

// panels writes a kernel for so many panels, which takes so many rows at once
// while there are as many, then fewer.
func panels(x extension, n int, rows ...int) {
	name := "panels" + strconv.Itoa(n) + x.name
	TEXT(name, NOSPLIT, "func(c *float32, cRow, cPanel int, a *float32, aRow, aColumn int, b *float32, bRow, bPanel, m, k int)")
	Pragma("noescape")
	Doc(name + " is panelsPlain for n = " + strconv.Itoa(n) + ", m > 0 rows and k > 0.")
	c, a := Load(Param("c"), GP64()), Load(Param("a"), GP64())
	left := Load(Param("m"), GP64())
	for _, r := range rows {
		part := "rows" + strconv.Itoa(r)
		Label(part)
		CMPQ(left, Imm(uint64(r)))
		JB(LabelRef(part + "End"))
		b := block{extension: x, rows: r, panels: n}
		b.load(c)
		b.multiply(part+"Column", a)
		b.store(c)
		advance(c, "cRow", r)
		advance(a, "aRow", r)
		SUBQ(Imm(uint64(r)), left)
		JMP(LabelRef(part))
		Label(part + "End")
	}
	VZEROUPPER()
	RET()
}

// advance moves at by so many rows.
func advance(at reg.Register, param string, rows int) {
	stride := Load(Param(param), GP64())
	SHLQ(Imm(2), stride)
	for range rows {
		ADDQ(stride, at)
	}
}
