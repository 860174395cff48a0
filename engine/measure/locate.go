package measure

import (
	"bytes"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

// lookBack is how far Locate goes back, in bytes: some milliseconds.
const lookBack = 4 << 20

// Locate fills in where the context of an explanation, given before offset i
// of t, stood before, where the model does not know: it searches the text. Not
// all models keep the text they read.
func Locate(why *model.Explanation, t text.Bytes, i int) {
	if why == nil || why.SeenAt >= 0 || len(why.Context) == 0 {
		return
	}
	if at := lastIndex(t, why.Context, i-1); at >= 0 {
		why.SeenAt = int64(at + len(why.Context))
	}
}

// lastIndex returns the offset of the last occurrence of b that ends at or
// before end, or -1 if it is not within reach. It takes the text by pieces,
// since most occurrences are near.
func lastIndex(t text.Bytes, b []byte, end int) int {
	for stop := max(0, end-lookBack); end-stop >= len(b); {
		start := max(stop, end-Spacing-len(b))
		if at := bytes.LastIndex(t.Slice(start, end), b); at >= 0 {
			return start + at
		}
		end = start + len(b) - 1
	}
	return -1
}
