// Package fonts holds the embedded typefaces: subsets of Noto CJK under the SIL Open Font License (OFL.txt), made by
// make.sh. They contain U+0020 and Latin, without which Fyne shows spaces as replacement characters.
package fonts

import _ "embed" // the faces are files beside this one

// Mono draws the heat text: the characters of GBK, Latin exactly half as wide as a Han character.
//
//go:embed BitlensMono.otf
var Mono []byte

// Sans is the interface's face: the characters of GB2312, Latin, Greek, punctuation, arrows and mathematical signs.
//
//go:embed BitlensSans.otf
var Sans []byte

// SansBold is Sans for headings and figures, with fewer signs.
//
//go:embed BitlensSansBold.otf
var SansBold []byte
