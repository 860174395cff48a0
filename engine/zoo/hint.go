package zoo

import "fmt"

// hint returns a question that names the model whose name is nearest, if one
// is within two edits and shares something with it.
func hint(name string) string {
	best, nearest := 3, ""
	for _, f := range families() {
		if d := edits(name, f.Name); d < best && d < len(f.Name) {
			best, nearest = d, f.Name
		}
	}
	if nearest == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", nearest)
}

// edits returns how many bytes must be inserted, deleted, replaced or swapped
// with their neighbour to turn a into b (Damerau 1964, each place edited once).
func edits(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			d := min(rows[i-1][j], rows[i][j-1]) + 1
			d = min(d, rows[i-1][j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(a)][len(b)]
}

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
