package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"bitlens/engine/zoo"
)

// A player is a compressor as commands. In them FILE stands for the text, OUT
// for the archive and BACK for what is decoded; a command without OUT or BACK
// writes it to its standard output.
type player struct {
	name    string
	prior   int64 // bytes of knowledge that its decoder must own
	encode  []string
	decode  []string
	version []string // prints its version in the first line that has a digit
}

// title is the name in a table; models are set apart.
func (p player) title() string {
	if p.version == nil {
		return "`" + p.name + "`"
	}
	return p.name
}

// A result is what a player made of a text.
type result struct {
	bytes    int64
	seconds  float64 // processor time of encoding, user and system
	peak     int64   // bytes of memory while encoding
	verified bool
}

// take keeps the quickest of several rounds, and what was verified in one.
func (r *result) take(n result) {
	verified := r.verified || n.verified
	if r.bytes == 0 || n.seconds < r.seconds {
		*r = n
	}
	r.verified = verified
}

// modelPlayers returns players for models, run by the program bits.
func modelPlayers(bits string, models []string) ([]player, error) {
	var all []player
	for _, m := range models {
		e, err := zoo.Open(m)
		if err != nil {
			return nil, err
		}
		all = append(all, player{
			name: e.ID, prior: e.PriorBytes,
			encode: []string{bits, "compress", "-m", m, "-o", "-", "FILE"},
			decode: []string{bits, "decompress", "-o", "-", "OUT"},
		})
	}
	return all, nil
}

// brotliDictionary is the length of the dictionary of RFC 7932, appendix A.
const brotliDictionary = 122784

// peers are compressors by others. Where a peer has threads, it gets one.
var peers = []player{
	{"gzip -9", 0, []string{"gzip", "-9c", "FILE"}, []string{"gzip", "-dc", "OUT"}, []string{"gzip", "--version"}},
	{"bzip2 -9", 0, []string{"bzip2", "-9c", "FILE"}, []string{"bzip2", "-dc", "OUT"}, []string{"bzip2", "--help"}},
	{"xz -9e", 0, []string{"xz", "-9ec", "-T1", "FILE"}, []string{"xz", "-dc", "OUT"}, []string{"xz", "--version"}},
	{"zstd --ultra -22", 0, []string{"zstd", "--ultra", "-22", "-c", "-q", "--single-thread", "FILE"}, []string{"zstd", "-dcq", "OUT"}, []string{"zstd", "--version"}},
	{"brotli -q 11 -w 24", brotliDictionary, []string{"brotli", "-q", "11", "-w", "24", "-c", "FILE"}, []string{"brotli", "-dc", "OUT"}, []string{"brotli", "--version"}},
	{"bzip3", 0, []string{"bzip3", "-e", "-c", "FILE"}, []string{"bzip3", "-d", "-c", "OUT"}, []string{"bzip3", "--version"}},
	{"7z PPMd -o8", 0, []string{"7z", "a", "-m0=PPMd:o=8", "-mmt=1", "OUT.7z", "FILE"}, []string{"7z", "x", "-so", "OUT.7z"}, []string{"7z"}},
	{"zpaq -m5", 0, []string{"zpaq", "a", "OUT.zpaq", "FILE", "-m5", "-t1"}, []string{"zpaq", "x", "OUT.zpaq", "FILE", "-to", "BACK", "-force", "-t1"}, []string{"zpaq"}},
	{"lpaq1 -7", 0, []string{"lpaq1", "7", "FILE", "OUT"}, []string{"lpaq1", "d", "OUT", "BACK"}, []string{"lpaq1"}},
}

// installed returns the peers that this machine has.
func installed() []player {
	var have []player
	for _, p := range peers {
		if _, err := exec.LookPath(p.encode[0]); err == nil {
			have = append(have, p)
		}
	}
	return have
}

// play encodes a text in dir, and decodes and compares it if asked to.
func (p player) play(text, dir string, verify bool) (r result, err error) {
	out, back := filepath.Join(dir, "archive"), filepath.Join(dir, "back")
	archive := out
	for _, a := range p.encode { // some programs insist on a suffix
		if suffix, ok := strings.CutPrefix(a, "OUT"); ok {
			archive = out + suffix
		}
	}
	defer func() { os.Remove(archive); os.Remove(back) }()
	fill := strings.NewReplacer("FILE", text, "OUT", out, "BACK", back)
	state, err := command(p.encode, fill, "OUT", archive)
	if err != nil {
		return r, err
	}
	info, err := os.Stat(archive)
	if err != nil {
		return r, err
	}
	r = result{bytes: info.Size(), seconds: (state.UserTime() + state.SystemTime()).Seconds(), peak: peakOf(state)}
	if verify {
		r.verified, err = p.verify(text, fill, back)
	}
	return r, err
}

func (p player) verify(text string, fill *strings.Replacer, back string) (bool, error) {
	if _, err := command(p.decode, fill, "BACK", back); err != nil {
		return false, err
	}
	same, err := equal(text, back)
	if err == nil && !same {
		err = errors.New("decodes to something else")
	}
	return same, err
}

// equal compares two files piece by piece: a child's peak memory counts what
// this process had when it was started, so this process stays small.
func equal(a, b string) (bool, error) {
	f, err := os.Open(a)
	if err != nil {
		return false, err
	}
	defer f.Close()
	g, err := os.Open(b)
	if err != nil {
		return false, err
	}
	defer g.Close()
	p, q := make([]byte, 1<<16), make([]byte, 1<<16)
	for {
		n, err := io.ReadFull(f, p)
		m, errG := io.ReadFull(g, q)
		if !bytes.Equal(p[:n], q[:m]) {
			return false, nil
		}
		if err != nil || errG != nil {
			return true, notEnd(err, errG)
		}
	}
}

// notEnd returns the first error that is not the end of a file.
func notEnd(errs ...error) error {
	for _, err := range errs {
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return err
		}
	}
	return nil
}

// command runs args, filled in; unless they name the file that stands for
// word, their standard output goes there.
func command(args []string, fill *strings.Replacer, word, file string) (*os.ProcessState, error) {
	line := strings.Join(args, "\x00")
	cmd := exec.Command(args[0], strings.Split(fill.Replace(line), "\x00")[1:]...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if !strings.Contains(line, word) {
		f, err := os.Create(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		cmd.Stdout = f
	}
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, strings.TrimSpace(errs.String()))
	}
	return cmd.ProcessState, nil
}
