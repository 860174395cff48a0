package induction_test

import (
	"context"
	"fmt"

	"bitlens/engine/induction"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/language"
)

func Example() {
	terms, err := induction.Parse("1, 2, 3, 5, 8, ...", false)
	if err != nil {
		fmt.Println(err)
		return
	}
	// A budget of programs gives the same on every machine; a context with a
	// deadline is the other bound.
	e := induction.Explain(context.Background(), terms, induction.Options{Budget: 20_000}, nil)
	p := e.Programs[0]
	fmt.Println(p.Words(language.English))
	fmt.Println(p.Next(3))
	fmt.Printf("%d bits, and the terms alone %d: %v\n", e.Bound(), e.Literal, e.Verdict())
	fmt.Println("Occam bets on", e.Bets(judge.Occam, 1)[0].Next)
	// Output:
	// start with 1 and 2; then each term is the sum of the two terms before
	// [13 21 34]
	// 22 bits, and the terms alone 33: a regularity
	// Occam bets on [13]
}
