package measure_test

import (
	"context"
	"fmt"

	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/text"
	"bitlens/engine/zoo"
)

func open(id string) *model.Entry {
	e, err := zoo.Open(id)
	if err != nil {
		panic(err)
	}
	return e
}

// Surprises come in pieces as the model reads.
func ExamplePredict() {
	doc := text.NewSeq([]byte("abababababab!"))
	trace := measure.NewTrace(doc.Len())
	entry := open("order2")
	job := measure.Job{Entry: entry, Text: doc, Progress: func(p measure.Progress) {
		trace.Put(p.Bytes-len(p.Costs), p.Costs)
	}}
	state := measure.State{Predictor: entry.Predictor()}
	if err := measure.Predict(context.Background(), job, &state); err != nil {
		panic(err)
	}
	for _, at := range []int{0, 5, 11, 12} {
		cost, _, _ := trace.Cost(at, at+1)
		fmt.Printf("%c %4.1f bits\n", doc.At(at), measure.Bits(cost))
	}
	// Output:
	// a  8.0 bits
	// b  0.2 bits
	// b  0.0 bits
	// ! 16.0 bits
}

// The receipt is what a file really took, after it has been read back.
func ExampleArchive() {
	doc := text.Repeat(byte('x'), 10_000)
	receipt, err := measure.Archive(context.Background(), measure.Job{Entry: open("kt"), Text: doc})
	if err != nil {
		panic(err)
	}
	fmt.Println("verified:", receipt.Verified)
	fmt.Println("file is payload and header:", receipt.CompressedBytes == receipt.PayloadBytes+receipt.HeaderBytes)
	fmt.Printf("surprise %.0f bits, payload %d bits\n", receipt.Bits, receipt.PayloadBytes*8)
	// Output:
	// verified: true
	// file is payload and header: true
	// surprise 987 bits, payload 992 bits
}

// Peek asks what was expected where something stands, without teaching it.
func ExamplePeek() {
	q := open("order2").Predictor()
	model.Teach(q, []byte("the cat, the hat, the ")...)
	got, err := measure.Peek(context.Background(), q, []byte("c"), text.Char, 3)
	if err != nil {
		panic(err)
	}
	for _, g := range got.Guesses {
		fmt.Printf("%q %.2f\n", g.Bytes, g.P)
	}
	fmt.Printf("others %.2f; c came, number %d\n", got.Others, got.Rank)
	// Output:
	// "h" 0.35
	// "c" 0.33
	// "t" 0.18
	// others 0.14; c came, number 2
}
