package generators_test

import (
	"context"
	"fmt"

	"bitlens/engine/induction/generators"
)

// Rule 30 looks ever more like chance, and its output is said ever more
// shortly for its length.
func ExampleGrowth() {
	rule30 := generators.Automaton{Rule: 30, Cells: generators.Single(31)}
	for p, err := range generators.Growth(context.Background(), rule30, []int{64, 1024, 16384}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, m := range p.Measures {
			if m.Method == "block entropy" {
				fmt.Printf("%5d symbols: entropy %7.1f bits; at most %d bits by the %s, limit %.1f\n", p.Length, m.Value, p.Best, p.Method, p.Limit)
			}
		}
	}
	// Output:
	//    64 symbols: entropy    18.7 bits; at most 34 bits by the generator, limit 34.0
	//  1024 symbols: entropy   958.3 bits; at most 42 bits by the generator, limit 42.0
	// 16384 symbols: entropy 16350.4 bits; at most 50 bits by the generator, limit 50.0
}
