package zoo

import "bitlens/engine/model"

//go:generate go test -tags ci -count 1 -run TestPrograms -programs .

// ProgramBytes returns the size of the program that decodes what e wrote: its
// plain Go source and that of all it imports, without the standard library,
// compressed as one xz file. Most packages hold the encoder too, so it is an
// upper bound. Models of a family share a program; prior knowledge is not in it.
func ProgramBytes(e *model.Entry) int64 { return programs[e.Name] }
