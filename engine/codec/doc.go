// Package codec holds compressors that others wrote, as model.Codecs.
//
// All are Go: a row of theirs shows what this encoder makes of a format, which
// need not be what the format's own program makes of it (the Go encoders of
// xz, bzip2 and zstd give files that are 7 to 18 percent larger), so a title
// names both. All are single-threaded, and give the same bytes for the same
// input however it is cut into writes.
//
// A compressor of this kind is a model too: Lempel and Ziv (1977, 1978) bet
// that what comes stood before, and their codes are the stakes. The formats of
// deflate, gzip, LZW, bzip2, zstd and S2 tell which bytes a code bought, and
// Charge bills each byte for its own: it is exact. In xz all bytes of a chunk of
// LZMA2 share its bits, in brotli those of the whole stream.
package codec
