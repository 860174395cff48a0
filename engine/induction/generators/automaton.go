package generators

import "strings"

// MaxWidth bounds the row of an automaton, in cells.
const MaxWidth = 1 << 12

// An Automaton is an elementary cellular automaton (Wolfram 1983) on a ring:
// its output is its space-time diagram, row by row.
type Automaton struct {
	Rule  byte   // bit 4l+2c+r is what follows a cell c between l and r
	Cells string // the first row, of 0 and 1
}

// Single returns a row with one 1, in the middle.
func Single(width int) string {
	if width < 1 {
		return ""
	}
	return strings.Repeat("0", width/2) + "1" + strings.Repeat("0", width-width/2-1)
}

// Program implements Generator.
func (a Automaton) Program() string { return fixed(int(a.Rule), 8) }

// Input implements Generator.
func (a Automaton) Input() string {
	width := gamma(len(a.Cells))
	if a.Cells == Single(len(a.Cells)) {
		return width + "0"
	}
	return width + "1" + a.Cells
}

func readAutomaton(r *reader) Generator {
	a := Automaton{Rule: byte(r.fixed(8))}
	width := r.gamma(MaxWidth)
	if r.fixed(1) == 1 {
		a.Cells = r.take(width)
	} else {
		a.Cells = Single(width)
	}
	return a
}

// Output implements Generator.
func (a Automaton) Output(n int) (string, error) {
	if err := check(a, n); err != nil {
		return "", err
	}
	width := len(a.Cells)
	all := []byte(a.Cells)
	for len(all) < n {
		row := all[len(all)-width:]
		for i := range width {
			before, after := row[(i+width-1)%width], row[(i+1)%width]
			near := (before&1)<<2 | (row[i]&1)<<1 | after&1
			all = append(all, '0'+a.Rule>>near&1)
		}
	}
	return string(all[:n]), nil
}

func (Automaton) kind() int { return 0 }

func (a Automaton) check() error { return checkWord("the first row", a.Cells, MaxWidth) }
