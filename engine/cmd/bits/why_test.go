package main

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// why charges and ranks as measure does.
func TestWhyAgreesWithMeasure(t *testing.T) {
	const text = "to be, to be: \u751f e\u0301\r\n\xff"
	for _, unit := range []string{"char", "word"} {
		for _, model := range []string{"cm", "ppm", "order2"} {
			said := map[any]map[string]any{}
			for _, o := range objects(t, text, "why", "-m", model, "--unit", unit, "--surprising", "999", "-") {
				said[o["offset"]] = o
			}
			units := objects(t, text, "measure", "-m", model, "--unit", unit, "--each", "--rank", "-")
			for _, want := range units[:len(units)-1] { // the last is the row of the whole
				delete(want, "byte_rank") // measure alone surveys all 256
				for key, v := range want {
					if got := said[want["offset"]][key]; got != v {
						t.Errorf("%s, %s at %v: %s is %v, measure says %v", model, unit, want["offset"], key, got, v)
					}
				}
			}
		}
	}
}

// objects runs a command and returns the JSON that it prints.
func objects(t *testing.T, in string, args ...string) (all []map[string]any) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(context.Background(), append([]string{"--json"}, args...), strings.NewReader(in), &out, &errs); code != 0 {
		t.Fatalf("%v: status %d: %s", args, code, &errs)
	}
	for d := json.NewDecoder(&out); d.More(); {
		var o map[string]any
		if err := d.Decode(&o); err != nil {
			t.Fatal(err)
		}
		all = append(all, o)
	}
	return all
}
