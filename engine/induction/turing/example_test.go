package turing_test

import (
	"context"
	"fmt"

	"bitlens/engine/induction/turing"
)

// Regular strings are written by more machines.
func ExampleDistribution_Bits() {
	for _, s := range []string{"0000000", "0101010", "0100110"} {
		fmt.Printf("%s %.2f bits\n", s, turing.D(4).Bits(s))
	}
	// Output:
	// 0000000 18.03 bits
	// 0101010 18.68 bits
	// 0100110 20.77 bits
}

// The machine that writes a string can be watched.
func ExampleFind() {
	w, err := turing.Find(context.Background(), "1111", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(w.Machine, "on a tape of", w.Blank)
	trace, _ := turing.Run(w.Machine, w.Blank, w.Steps)
	for _, row := range trace.Rows {
		fmt.Println(row.Cells, row.Head, row.State)
	}
	// Output:
	// 1RB1LB_1LA1-H on a tape of 0
	// [0 0 0 0] 2 1
	// [0 0 1 0] 3 2
	// [0 0 1 1] 2 1
	// [0 0 1 1] 1 2
	// [0 1 1 1] 0 1
	// [1 1 1 1] 1 2
	// [1 1 1 1] 1 -1
}
