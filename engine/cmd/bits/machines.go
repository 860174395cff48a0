package main

import (
	"fmt"

	"bitlens/engine/induction"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/turing"
)

// ofTuring begins the rows about Turing machines.
func ofTuring() row { return row{{"machine", "turing"}} }

// machines prints the Turing machines that explain the terms, what the judges
// bet by them, and how the two machines compare.
func (c explainCmd) machines(out *printer, e *induction.Explanation) {
	if len(e.Machines) == 0 {
		return
	}
	for _, p := range rivals(c, e.Machines) {
		c.turing(out, p)
	}
	for _, j := range judge.All() {
		c.judge(out, ofTuring(), j, e.MachineBets(j, 1))
	}
	if constant, ok := e.Constant(); ok {
		c.constant(out, e.Machines[0].Length(), constant)
	}
}

func (c explainCmd) turing(out *printer, p *turing.Program) {
	next, kt, blank := numbers(p.Next(c.Terms)), judge.Kt(p), int64(p.Witness().Blank)
	if out.asJSON {
		out.print(append(ofTuring(), row{{"program", p.String()}, {"blank", blank}, {"words", p.English()},
			{"bits", int64(p.Length())}, {"steps", p.Steps()}, {"kt", kt}, {"next", next}}...))
		return
	}
	out.block(fmt.Sprintf("next %s\n    %s\n    %s on a tape of %d\n    %d bits, %d steps, Kt %.2f bits\n",
		orNone(listed(p.Next(c.Terms))), p.English(), p, blank, p.Length(), p.Steps(), kt))
}

func (c explainCmd) constant(out *printer, bits, constant int) {
	if out.asJSON {
		out.print(append(ofTuring(), row{{"k_upper_bits", int64(bits)}, {"constant_bits", int64(constant)}}...))
		return
	}
	out.block(fmt.Sprintf("Turing machines: at most %d bits; the shortest of the language less theirs: %+d bits\n", bits, constant))
}
