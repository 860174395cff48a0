// Package workspace is what all screens share: the open text, the cursor and
// the brush, the chosen model and unit, and the jobs that run over the text.
// It knows no toolkit.
//
// A Workspace belongs to the window's goroutine: every method is called there,
// and every observer too. Jobs run in goroutines of their own and come back
// through the do function given at construction. What a job says of a text
// that has changed since is dropped.
package workspace
