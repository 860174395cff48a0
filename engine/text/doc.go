// Package text is the document: bytes that are edited without being copied,
// the encodings in which they stand on disk, and the units they group into.
//
// A text is a [Bytes]. A file becomes one by [Detect] or [Encoding.Decode];
// a [Unit] cuts it into characters, words, tokens, lines and so on, which
// follow one another without gaps, so that what they cost adds up to the
// whole.
package text
