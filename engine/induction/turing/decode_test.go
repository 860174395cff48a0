package turing

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"testing"
)

// A table holds what was written into it.
func TestEncodeDecode(t *testing.T) {
	want := count(t.Context(), 3, steps[3]).outputs()
	table, err := encode(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := decode(table)
	if err != nil {
		t.Fatal(err)
	}
	newDistribution(3, 0, got)
	newDistribution(3, 0, want)
	if !slices.Equal(got, want) {
		t.Errorf("wrote %d strings, read %d others", len(want), len(got))
	}
}

// Each damage is found.
func TestDecodeRefuses(t *testing.T) {
	big := uint64(math.MaxUint64)
	for name, numbers := range map[string][]uint64{
		"no length":          {0, 0, 1},
		"twice the same":     {1, 0, 1, 0, 0, 1},
		"too long":           {maxLength + 1, 0, 1},
		"length overflows":   {1, 0, 1, big, 0, 1},
		"value too large":    {2, 4, 1},
		"value overflows":    {1, big, 1},
		"machines overflow":  {1, 0, 1 << 63},
		"ends in a string":   {1, 0, 1, 1},
		"ends in the middle": {1},
	} {
		var plain []byte
		for _, n := range numbers {
			plain = binary.AppendUvarint(plain, n)
		}
		table, err := deflated(plain)
		if err != nil {
			t.Fatal(err)
		}
		if all, err := decode(table); !errors.Is(err, errDamaged) {
			t.Errorf("%s: %v, %v", name, all, err)
		}
	}
	if all, err := decode(d5[:len(d5)/2]); !errors.Is(err, errDamaged) {
		t.Errorf("half a table: %d strings, %v", len(all), err)
	}
}

// A table that goes on and on is stopped at the bound.
func TestDecodeIsBounded(t *testing.T) {
	plain := []byte{30, 1, 1}
	for range maxOutputs {
		plain = append(plain, 0, 1, 1)
	}
	table, err := deflated(plain)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := decode(table); !errors.Is(err, errDamaged) {
		t.Errorf("read to the end: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte{})
	f.Add(d5[:1000])
	for _, numbers := range [][]byte{{1, 0, 5}, {3, 2, 9, 0, 1, 4}} {
		table, err := deflated(numbers)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(table)
	}
	f.Fuzz(func(t *testing.T, table []byte) {
		all, err := decode(table)
		if err == nil && len(all) > maxOutputs {
			t.Errorf("%d strings", len(all))
		}
		for _, o := range all {
			if len(o.String) < 1 || len(o.String) > maxLength {
				t.Errorf("a string of %d", len(o.String))
			}
		}
	})
}
