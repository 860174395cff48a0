package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"bitlens/engine/atomic"
	"bitlens/engine/coder"
	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

type compressCmd struct {
	Model string `short:"m" default:"cm" help:"The model (${default})."`
	Out   string `short:"o" help:"Where to write; - for standard output."`
	Force bool   `help:"Replace a file that exists."`
	File  string `arg:"" help:"The file to compress."`
}

// Run compresses a file, decodes it again, and only then gives it its name.
func (c compressCmd) Run(s *session) error {
	e, err := zoo.Open(c.Model)
	if err != nil {
		return usageError{err}
	}
	in, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer in.Close()
	out := c.Out
	if out == "" {
		if out = c.File + ".bits"; c.File == "-" {
			out = "-"
		}
	}
	if out == "-" {
		return c.toStandardOutput(s, e, in)
	}
	return c.toFile(s, e, in, out)
}

var errShared = usageError{errors.New("--json and the bytes cannot share standard output; name a file with -o")}

// toStandardOutput compresses a stream; it cannot be read back to verify it.
func (c compressCmd) toStandardOutput(s *session, e *model.Entry, in *input) error {
	if s.out.asJSON {
		return errShared
	}
	_, _, err := encode(s, e, in, s.out.w)
	if err == nil {
		err = s.out.w.Flush()
	}
	return aboutFile(c.File, err)
}

func (c compressCmd) toFile(s *session, e *model.Entry, in *input, out string) error {
	f, err := atomic.Create(out, c.Force)
	if err != nil {
		return err
	}
	defer f.Abort()
	watch := measure.StartWatch()
	defer watch.Stop()
	w, n, err := encode(s, e, in, f)
	if err != nil {
		return aboutFile(c.File, err)
	}
	r := receipt(e, w)
	r.EncodeSeconds = watch.Lap()
	if err := verify(s, f.File, n); err != nil {
		return fmt.Errorf("%s was not written: what was compressed does not decode: %w", out, err)
	}
	r.DecodeSeconds, r.Verified = watch.Lap(), true
	if err := f.Commit(); err != nil {
		return err
	}
	s.out.print(receiptRow(r))
	return nil
}

// encode compresses in to w and returns how many bytes it read.
func encode(s *session, e *model.Entry, in *input, w io.Writer) (*coder.Writer, int64, error) {
	z, err := coder.NewWriter(w, e)
	if err != nil {
		return nil, 0, err
	}
	n, err := s.copy(z, in, "compressing", in.size)
	if err == nil {
		err = in.check(n)
	}
	if err == nil {
		err = z.Close()
	}
	return z, n, err
}

// verify decodes what was written to f; the reader holds it against the
// SHA-256 of what was compressed.
func verify(s *session, f *os.File, n int64) error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	r, err := coder.NewReader(f, zoo.Open)
	if err != nil {
		return err
	}
	_, err = s.copy(io.Discard, r, "verifying", n)
	return err
}

// copy copies until the end, small pieces at a time, with progress, and stops
// when the session is cancelled.
func (s *session) copy(w io.Writer, r io.Reader, what string, total int64) (n int64, err error) {
	p := newProgress(s.err, what, total)
	defer p.done()
	buf := make([]byte, 1024) // a large network takes half a second for it
	for s.ctx.Err() == nil {
		k, err := r.Read(buf)
		if _, werr := w.Write(buf[:k]); werr != nil {
			return n, werr
		}
		n += int64(k)
		p.at(n)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
	return n, s.ctx.Err()
}

// receipt returns the sizes of a completed writer.
func receipt(e *model.Entry, w *coder.Writer) measure.Receipt {
	r := measure.Receipt{Model: e.ID, PriorBytes: e.PriorBytes}
	r.OriginalBytes, r.CompressedBytes, r.PayloadBytes = w.Sizes()
	r.HeaderBytes = r.CompressedBytes - r.PayloadBytes
	r.PeakBytes = w.StateBytes()
	return r
}

// receiptRow is the row that compress and race print.
func receiptRow(r measure.Receipt) row {
	var perByte any
	if b, ok := r.BitsPerByte(); ok {
		perByte = b
	}
	return row{
		{"model", r.Model}, {"original_bytes", r.OriginalBytes}, {"compressed_bytes", r.CompressedBytes},
		{"header_bytes", r.HeaderBytes}, {"payload_bytes", r.PayloadBytes}, {"bits_per_byte", perByte},
		{"encode_seconds", r.EncodeSeconds}, {"decode_seconds", r.DecodeSeconds},
		{"peak_bytes", r.PeakBytes}, {"verified", r.Verified},
	}
}

type decompressCmd struct {
	Out   string `short:"o" help:"Where to write; - for standard output."`
	Force bool   `help:"Replace a file that exists."`
	File  string `arg:"" help:"The file to decompress."`
}

// Run turns a .bits file back.
func (c decompressCmd) Run(s *session) error {
	in, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer in.Close()
	out := c.Out
	if out == "" {
		var ok bool
		if out, ok = strings.CutSuffix(c.File, ".bits"); !ok {
			if c.File != "-" {
				return usageError{fmt.Errorf("%s does not end in .bits; name the output with -o", c.File)}
			}
			out = "-"
		}
	}
	if out == "-" && s.out.asJSON {
		return errShared
	}
	if out == "-" {
		err := decode(s, in, s.out.w)
		if e := s.out.w.Flush(); err == nil {
			err = e
		}
		return aboutFile(c.File, err)
	}
	f, err := atomic.Create(out, c.Force)
	if err != nil {
		return err
	}
	defer f.Abort()
	if err := decode(s, in, f); err != nil {
		return aboutFile(c.File, err)
	}
	return f.Commit()
}

func decode(s *session, in *input, w io.Writer) error {
	r, err := coder.NewReader(in, zoo.Open)
	if err != nil {
		return err
	}
	_, err = s.copy(w, r, "decompressing", 0)
	return err
}
