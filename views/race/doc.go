// Package race is the screen where all models run over the open text at once:
// one row a model, filling live, and the curves of all on the same axes.
package race
