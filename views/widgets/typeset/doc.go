// Package typeset turns bytes into rows of cells, and cells into pixels. It knows nothing of windows or models.
//
// A Faces picks the face for a character, a Setter cuts a block of text into cells (a grapheme, or a byte that is no
// text), shapes and wraps them, a Layout keeps the blocks that are on screen, and Ink draws glyph masks into an image.
// Only blocks that are looked at are ever set, so the length of the document costs nothing.
//
// Three units are used, and each name says which: byte offsets into the document (Off, Lo, Hi) or into a block (At, Len),
// device pixels (X, W, size), and 1/64 of a device pixel (26.6, as fonts do) inside shaping.
//
// Nothing here may be called by two goroutines at once.
package typeset
