package model_test

import (
	"fmt"

	"bitlens/engine/model"
	"bitlens/engine/ngram"
)

// A predictor can be asked what it expects. KT counts each byte seen, plus one
// half: after four bytes, two of them a, it gives a (2 + 1/2) / (4 + 128).
func ExampleNext() {
	q := ngram.NewKT()
	model.Teach(q, []byte("abac")...)
	var p [256]float64
	model.Next(q, &p)
	fmt.Printf("a %.4f, b %.4f, z %.4f\n", p['a'], p['b'], p['z'])
	// Output: a 0.0189, b 0.0114, z 0.0038
}

// Tree makes decisions of weights, so that a model that knows how often each
// byte came can be coded bit by bit.
func ExampleTree() {
	var t model.Tree
	for b, weight := range map[byte]uint32{'a': 6, 'b': 1, 'c': 1} {
		t.Add(b, weight)
	}
	var p [256]float64
	t.Distribution(&p)
	fmt.Printf("a %.3f, b %.3f, c %.3f\n", p['a'], p['b'], p['c'])
	// Output: a 0.750, b 0.125, c 0.125
}

// An id is spelled in one way: what is default is left out.
func ExampleEntry_With() {
	entry := &model.Entry{Name: "ppm", Params: []model.Param{
		{Name: "order", Default: 8, Min: 2, Max: 16},
		{Name: "memory", Default: 64, Min: 1, Max: 1024},
	}}
	for _, id := range []string{"ppm:order=8", "ppm:order=4", "ppm:4:memory=64", "ppm:memory=32", "ppm:99"} {
		e, err := entry.With(id)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Values)
	}
	// Output:
	// ppm [8 64]
	// ppm:4 [4 64]
	// ppm:4 [4 64]
	// ppm:memory=32 [8 32]
	// model "ppm:99": order=99 is outside 2 to 16
}
