// Package integer holds whole numbers of any size. An [Int] is a value: it is
// copied like an int64, and as long as it fits one it costs no more than that.
package integer
