package coder_test

import (
	"bytes"
	"fmt"
	"io"

	"bitlens/engine/coder"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

// A .bits file names its model, so that a reader needs only the zoo.
func Example() {
	entry, err := zoo.Open("ppm:4")
	if err != nil {
		panic(err)
	}
	var file bytes.Buffer
	w, err := coder.NewWriter(&file, entry)
	if err != nil {
		panic(err)
	}
	io.WriteString(w, "to be or not to be, that is the question")
	if err := w.Close(); err != nil {
		panic(err)
	}

	r, err := coder.NewReader(&file, zoo.Open)
	if err != nil {
		panic(err)
	}
	text, err := io.ReadAll(r) // nil only when length and SHA-256 are the original's
	fmt.Printf("%s wrote %q, %v\n", r.Header().ID, text, err)
	// Output: ppm:4 wrote "to be or not to be, that is the question", <nil>
}

// A repeater holds that a byte comes again with probability 7/8, and all bytes
// alike where not. It is a whole model.
type repeater struct{ last byte }

func (r *repeater) Code(c model.Coder, b byte) byte {
	const again = 7 << 29 // 7/8 of 2^32
	same := 0
	if b == r.last {
		same = 1
	}
	if c.Bit(same, again) == 1 { // the coder's answer counts: a decoder knows no b
		return r.last
	}
	r.last = 0
	for shift := 7; shift >= 0; shift-- {
		r.last = r.last<<1 | byte(c.Bit(int(b>>shift&1), 1<<31))
	}
	return r.last
}

// A meter charges each byte its surprise. Handed an encoder or a decoder, the
// same line of code writes and reads.
func ExampleMeter() {
	text := []byte("aaaaaaaaab")
	var meter coder.Meter
	q := new(repeater)
	for i, b := range text {
		q.Code(&meter, b)
		cost := float64(meter.Take()) / (1 << coder.CostBits)
		if i < 2 || i > 7 {
			fmt.Printf("%c %.3f bits\n", b, cost)
		}
	}
	fmt.Printf("in all %.1f bits\n", meter.Bits())

	var code bytes.Buffer
	encoder := coder.NewEncoder(&code)
	q = new(repeater)
	for _, b := range text {
		q.Code(encoder, b)
	}
	encoder.Close()
	fmt.Println(code.Len(), "bytes")

	decoder := coder.NewDecoder(&code)
	q = new(repeater)
	for range text {
		fmt.Printf("%c", q.Code(decoder, 0))
	}
	fmt.Println()
	// Output:
	// a 11.000 bits
	// a 0.193 bits
	// a 0.193 bits
	// b 11.000 bits
	// in all 23.5 bits
	// 3 bytes
	// aaaaaaaaab
}
