// Command asm writes the vector kernels of package num for amd64.
//
// It is a module of its own, so that the engine does not depend on the
// assembler: go generate ./engine/num runs it. Each kernel does what the plain
// function of the same name does, in the same order and without fused
// multiply-add, so that both give the same bits.
package main

import (
	. "github.com/mmcloughlin/avo/build"
)

func main() {
	ConstraintExpr("amd64,!purego")
	mix()
	learn()
	adapt()
	recall()
	lean()
	filter()
	revise()
	prefetch()
	fetch()
	panels(avx2, 1, blockRows, 1)
	panels(avx2, 4, 1)
	for _, n := range []int{1, 2, 4} {
		panels(avx512, n, blockRows, 2, 1)
	}
	transpose()
	exp()
	sigmoid()
	tanh()
	add()
	softmax()
	softmaxBack()
	adam()
	Generate()
}
