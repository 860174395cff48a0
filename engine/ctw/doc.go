// Package ctw predicts by context-tree weighting.
package ctw
