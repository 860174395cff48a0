package complexity_test

import (
	"context"
	"fmt"

	"bitlens/engine/induction/complexity"
)

// Only what looks for order beyond frequencies tells these apart.
func ExampleMeasures() {
	for _, s := range []string{"010101010101", "001011100101"} {
		all, err := complexity.Measures(context.Background(), s)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, m := range all {
			switch m.Method {
			case "entropy", "ctm", "ctw":
				fmt.Printf("%s %-7s %5.2f %s\n", s, m.Method, m.Value, m.Unit)
			}
		}
	}
	// Output:
	// 010101010101 entropy 12.00 bits
	// 010101010101 ctm     26.99 bits
	// 010101010101 ctw      8.75 bits
	// 001011100101 entropy 12.00 bits
	// 001011100101 ctm     35.48 bits
	// 001011100101 ctw     14.28 bits
}
