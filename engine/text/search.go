package text

import (
	"context"
	"regexp"
	"strings"
)

// maxMatches is how many places Search finds at most.
const maxMatches = 100_000

// Search returns the starts of the places where a piece of text stands, not
// overlapping, the first hundred thousand. A query without capital letters
// finds those with them too.
func Search(ctx context.Context, s Bytes, query string) ([]int, error) {
	if query == "" {
		return nil, nil
	}
	pattern := regexp.QuoteMeta(query)
	if query == strings.ToLower(query) {
		pattern = "(?i)" + pattern
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil, err // a query that is not UTF-8
	}
	return search(ctx, s, re, 3*len(query))
}

// search looks for matches of re, of which none is longer than reach, by
// pieces: what starts near the end of one is found in the next.
func search(ctx context.Context, s Bytes, re *regexp.Regexp, reach int) (starts []int, err error) {
	const piece = 1 << 20
	for at := 0; at < s.Len(); {
		if err := ctx.Err(); err != nil {
			return starts, err
		}
		end := min(at+piece, s.Len())
		b := s.Slice(at, min(end+reach, s.Len()))
		next := end
		for _, m := range re.FindAllIndex(b, -1) {
			if at+m[0] >= end {
				break
			}
			if starts = append(starts, at+m[0]); len(starts) == maxMatches {
				return starts, nil
			}
			next = max(next, at+m[1])
		}
		at = next
	}
	return starts, nil
}
