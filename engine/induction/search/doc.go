// Package search looks for programs that give the terms of a sequence.
package search
