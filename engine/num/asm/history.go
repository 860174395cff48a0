package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const (
	laneLen   = 256 // estimates of a lane
	countBits = 10  // of an estimate
	// stretchZero is the entry of the table of stretch that is 0.
	stretchZero = 1 << 12
)

// recall is scalar: processors with slow gathers are common, and what there is
// to win is that loads of many lanes overlap.
func recall() {
	TEXT("recallAVX2", NOSPLIT, "func(x *float32, at, e *uint32, histories *byte, where *int32, node int, table *uint32, stretch *float32, n int)")
	Doc("recallAVX2 is recallPlain for n lanes, a multiple of 8.")
	x := Load(Param("x"), GP64())
	at := Load(Param("at"), GP64())
	e := Load(Param("e"), GP64())
	histories := Load(Param("histories"), GP64())
	ADDQ(NewParamAddr("node", 40), histories)
	where := Load(Param("where"), GP64())
	table := Load(Param("table"), GP64())
	stretch := Load(Param("stretch"), GP64())
	bytes := rowBytes()
	start := GP64()
	XORQ(start, start)
	unseen := GP32()
	MOVL(U32(stretchZero), unseen)
	eachVector("recall", bytes, func(i reg.GPVirtual) {
		var said [2]reg.VecVirtual // a store as wide as the loads that follow is forwarded to them
		for l := range lanes {
			lane := func(base reg.Register) Mem { return Mem{Base: base, Index: i, Scale: 1, Disp: 4 * l} }
			h, j, p := GP64(), GP64(), GP64()
			MOVLQSX(lane(where), h)
			MOVBQZX(Mem{Base: histories, Index: h, Scale: 1}, h)
			LEAQ(Mem{Base: start, Index: h, Scale: 1, Disp: laneLen * l}, j)
			MOVL(j.As32(), lane(at))
			MOVL(Mem{Base: table, Index: j, Scale: 4}, p.As32())
			MOVL(p.As32(), lane(e))
			SHRL(Imm(20), p.As32())
			TESTL(h.As32(), h.As32())
			CMOVLEQ(unseen, p.As32())
			insert(l, Mem{Base: stretch, Index: p, Scale: 4}, &said)
		}
		all := YMM()
		VINSERTI128(Imm(1), said[1], said[0].AsY(), all)
		VMOVDQU(all, Mem{Base: x, Index: i, Scale: 1})
		ADDQ(U32(laneLen*lanes), start)
	})
	VZEROUPPER()
	RET()
}

func lean() {
	TEXT("leanAVX2", NOSPLIT, "func(x *float32, at, e *uint32, unit float32, n int)")
	Doc("leanAVX2 is leanPlain for n lanes, a multiple of 8.")
	x := Load(Param("x"), GP64())
	at := Load(Param("at"), GP64())
	e := Load(Param("e"), GP64())
	scale := YMM()
	VBROADCASTSS(NewParamAddr("unit", 24), scale)
	even, history, zero := vector(1<<(31-countBits)), vector(laneLen-1), YMM()
	VPXOR(zero, zero, zero)
	eachVector("lean", rowBytes(), func(i reg.GPVirtual) {
		p, h := YMM(), YMM()
		VMOVDQU(Mem{Base: e, Index: i, Scale: 1}, p)
		VPSRLD(Imm(countBits), p, p)
		VPSUBD(even, p, p)
		VCVTDQ2PS(p, p)
		VMULPS(scale, p, p)
		VPAND(Mem{Base: at, Index: i, Scale: 1}, history, h)
		VPCMPEQD(zero, h, h)
		VPANDN(p, h, p) // 0 where nothing was seen
		VMOVUPS(p, Mem{Base: x, Index: i, Scale: 1})
	})
	VZEROUPPER()
	RET()
}

func filter() {
	TEXT("filterAVX2", NOSPLIT, "func(x, said *float32, at, masks *uint32, n int)")
	Doc("filterAVX2 is filterPlain for n lanes, a multiple of 8.")
	x := Load(Param("x"), GP64())
	said := Load(Param("said"), GP64())
	at := Load(Param("at"), GP64())
	masks := Load(Param("masks"), GP64())
	eachVector("filter", rowBytes(), func(i reg.GPVirtual) {
		var halves [2]reg.VecVirtual
		for l := range lanes {
			h := GP64()
			MOVBQZX(Mem{Base: at, Index: i, Scale: 1, Disp: 4 * l}, h) // the history is the lowest byte
			insert(l, Mem{Base: masks, Index: h, Scale: 4}, &halves)
		}
		all := YMM()
		VINSERTI128(Imm(1), halves[1], halves[0].AsY(), all)
		VPAND(Mem{Base: said, Index: i, Scale: 1}, all, all)
		VMOVDQU(all, Mem{Base: x, Index: i, Scale: 1})
	})
	VZEROUPPER()
	RET()
}

// insert loads lane l of two halves of a vector.
func insert(l int, from Mem, halves *[2]reg.VecVirtual) {
	if l%4 == 0 {
		halves[l/4] = XMM()
		VMOVD(from, halves[l/4])
	} else {
		VPINSRD(Imm(uint64(l%4)), from, halves[l/4], halves[l/4])
	}
}

func revise() {
	TEXT("reviseAVX2", NOSPLIT, "func(histories *byte, where *int32, node int, next *byte, table, at, e *uint32, target, limit uint32, n int)")
	Doc("reviseAVX2 is revisePlain for n lanes, a multiple of 8.")
	histories := Load(Param("histories"), GP64())
	ADDQ(NewParamAddr("node", 16), histories)
	where := Load(Param("where"), GP64())
	next := Load(Param("next"), GP64())
	table := Load(Param("table"), GP64())
	at := Load(Param("at"), GP64())
	e := Load(Param("e"), GP64())
	target := broadcast(Load(Param("target"), GP32()))
	limit := broadcast(Load(Param("limit"), GP32()))
	count := vector(1<<countBits - 1)
	half := vector(0x3fc00000) // float32(1.5)
	bytes := rowBytes()
	eachVector("revise", bytes, func(i reg.GPVirtual) {
		old, n, seen, step := YMM(), YMM(), YMM(), YMM()
		VMOVDQU(Mem{Base: e, Index: i, Scale: 1}, old)
		VPAND(count, old, n)
		VCVTDQ2PS(n, seen)
		VADDPS(half, seen, seen)
		VPSRLD(Imm(countBits), old, step)
		VPSUBD(step, target, step)
		VCVTDQ2PS(step, step)
		VDIVPS(seen, step, step)
		VCVTPS2DQ(step, step)
		VPSLLD(Imm(countBits), step, step)
		VPADDD(step, old, old)
		VPCMPGTD(n, limit, n) // -1 below the limit
		VPSUBD(n, old, old)
		VMOVDQU(old, Mem{Base: e, Index: i, Scale: 1})
		for l := range lanes {
			lane := func(base reg.Register) Mem { return Mem{Base: base, Index: i, Scale: 1, Disp: 4 * l} }
			w, h, j, v := GP64(), GP64(), GP64(), GP32()
			MOVLQSX(lane(where), w)
			MOVBQZX(Mem{Base: histories, Index: w, Scale: 1}, h)
			MOVBQZX(Mem{Base: next, Index: h, Scale: 1}, h)
			MOVB(h.As8(), Mem{Base: histories, Index: w, Scale: 1})
			MOVL(lane(at), j.As32())
			MOVL(lane(e), v)
			MOVL(v, Mem{Base: table, Index: j, Scale: 4})
		}
	})
	VZEROUPPER()
	RET()
}

// vector returns a register that holds v in every lane.
func vector(v uint32) reg.VecVirtual {
	s := GP32()
	MOVL(U32(v), s)
	return broadcast(s)
}

// broadcast returns a register that holds s in every lane.
func broadcast(s reg.Register) reg.VecVirtual {
	y := YMM()
	VMOVD(s, y.AsX())
	VPBROADCASTD(y.AsX(), y)
	return y
}

func prefetch() {
	TEXT("prefetchAVX2", NOSPLIT, "func(b *byte, at *int32, n int)")
	Doc("prefetchAVX2 asks for the cache lines at n > 0 offsets.")
	b := Load(Param("b"), GP64())
	at := Load(Param("at"), GP64())
	n := Load(Param("n"), GP64())
	Label("prefetch")
	i := GP64()
	MOVLQSX(Mem{Base: at}, i)
	PREFETCHT0(Mem{Base: b, Index: i, Scale: 1})
	ADDQ(Imm(4), at)
	DECQ(n)
	JNZ(LabelRef("prefetch"))
	RET()
}

func fetch() {
	TEXT("fetch", NOSPLIT, "func(p *byte)")
	Doc("fetch asks for the cache line at p.")
	PREFETCHT0(Mem{Base: Load(Param("p"), GP64())})
	RET()
}
