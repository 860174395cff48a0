package ctw_test

import (
	"fmt"

	"bitlens/engine/ctw"
	"bitlens/engine/model"
)

// Two bytes tell what comes next where aab repeats, and one does not. A third
// byte tells no more, but does no harm: half the trees have it.
func ExampleCTW_Explain() {
	q := ctw.New(3, 16, 32)
	for range 50 {
		model.Teach(q, []byte("aab")...)
	}
	model.Teach(q, 'a')
	var p [256]float64
	model.Next(q, &p)
	fmt.Printf("a %.2f, b %.2f\n", p['a'], p['b'])
	for _, w := range q.Explain().Inputs {
		fmt.Printf("%s %.2f\n", w.Name, w.Weight)
	}
	// Output:
	// a 0.97, b 0.01
	// depth 3 0.45
	// depth 2 0.45
	// depth 0 0.10
	// depth 1 0.00
}
