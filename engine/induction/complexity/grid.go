package complexity

import (
	"fmt"
	"strings"
)

// Rows returns the rows of a picture: words of 0 and 1, two and more, all of one
// length, with / between them; or on lines of their own, if one begins with 0,
// for else they may be numbers. It returns nil for any other text.
func Rows(text string) []string {
	split := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/\r\n", r) })
	if len(split) < 2 || len(split[0]) < 2 {
		return nil
	}
	sure := strings.Contains(text, "/")
	for _, row := range split {
		if len(row) != len(split[0]) || strings.Trim(row, "01") != "" {
			return nil
		}
		sure = sure || row[0] == '0'
	}
	if !sure {
		return nil
	}
	return split
}

// Grid returns BDM of a picture, cut into rows and cut into columns: lines of 0
// and 1, all of one length. Blocks do not go on from one line to the next.
func Grid(rows []string) ([]Measure, error) {
	all := strings.Join(rows, "")
	if err := check(all); err != nil {
		return nil, err
	}
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			return nil, fmt.Errorf("row %d of the grid has %d cells, and the first has %d", i+1, len(row), len(rows[0]))
		}
	}
	return []Measure{bdm("bdm rows", rows), bdm("bdm columns", columns(rows))}, nil
}

// columns turns a grid by its diagonal.
func columns(rows []string) []string {
	turned := make([]string, len(rows[0]))
	for x := range turned {
		column := make([]byte, len(rows))
		for y, row := range rows {
			column[y] = row[x]
		}
		turned[x] = string(column)
	}
	return turned
}
