package language_test

import (
	"fmt"

	"bitlens/engine/induction/language"
)

func Example() {
	p, err := language.Parse("0 [1] sum * at i back i")
	if err != nil {
		fmt.Println(err)
		return
	}
	m := p.Run(1000)
	for range 6 {
		if _, err := m.Next(); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(m.Terms(), p.Bits(), "bits,", m.Steps(), "steps")
	fmt.Println(p.Formula())
	for _, c := range p.Bill() {
		fmt.Printf("%s:%d ", c.Text, len(c.Code))
	}
	// Output:
	// [1 1 2 5 14 42] 36 bits, 106 steps
	// a(0) = 1, a(n) = sum_{k=0..n} a(k) * a(n-1-k)
	// 0:1 [:3 ±:1 1:3 sum:6 *:4 at:5 i:3 back:7 i:3
}
