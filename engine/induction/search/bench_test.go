package search

import (
	"context"
	"sync/atomic"
	"testing"

	"bitlens/engine/induction/integer"
)

// BenchmarkSearches measures programs a second, on terms that have no rule.
func BenchmarkSearches(b *testing.B) {
	for name, search := range map[string]func(context.Context, []integer.Int, Options, func(Found)){"fast": Fast, "honest": slowly} {
		b.Run(name, func(b *testing.B) {
			tried := new(atomic.Int64)
			for b.Loop() {
				search(context.Background(), noise[:10], Options{Budget: 1 << 20, Tried: tried}, func(Found) {})
			}
			b.ReportMetric(float64(tried.Load())/b.Elapsed().Seconds(), "programs/s")
		})
	}
}
