// Package icons holds the drawings of the rail and of the program.
package icons

import (
	_ "embed"

	"fyne.io/fyne/v2"
)

//go:embed read.svg
var read []byte

//go:embed race.svg
var race []byte

//go:embed sequences.svg
var sequences []byte

//go:embed bitlens.png
var program []byte

// The icons of the rail, one a screen, and the program's own.
var (
	Read      = fyne.NewStaticResource("read.svg", read)
	Race      = fyne.NewStaticResource("race.svg", race)
	Sequences = fyne.NewStaticResource("sequences.svg", sequences)
	Program   = fyne.NewStaticResource("bitlens.png", program)
)
