package text

import (
	"context"
	"slices"
	"strings"
	"testing"
)

func TestSearch(t *testing.T) {
	doc := NewSeq([]byte("The cat. the CAT. 猫和猫 a.b axb"))
	for query, want := range map[string][]int{
		"": nil, "the": {0, 9}, "The": {0}, "cat": {4, 13}, "CAT": {13}, "猫": {18, 24}, "a.b": {28}, "none": nil,
	} {
		got, err := Search(context.Background(), doc, query)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v; want %v", query, got, err, want)
		}
	}
}

// No match is lost or found twice where the text is taken by pieces.
func TestSearchAcrossPieces(t *testing.T) {
	const n = 1 << 20
	doc := NewSeq([]byte(strings.Repeat("x", n-3) + "needle" + strings.Repeat("y", n-9) + "needle!"))
	got, err := Search(context.Background(), doc, "needle")
	if err != nil || !slices.Equal(got, []int{n - 3, 2*n - 6}) {
		t.Fatalf("%v, %v", got, err)
	}
	if all, _ := Search(context.Background(), NewSeq([]byte(strings.Repeat("aa", n))), "aa"); len(all) != maxMatches {
		t.Errorf("%d matches", len(all))
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Search(ctx, doc, "needle"); err == nil {
		t.Error("a search that nobody waits for went on")
	}
}
