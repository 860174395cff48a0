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
// for the archive, BACK for what is decoded, which has the text's name, and
// BACKDIR for the folder it is in; a command without OUT or BACK writes it to its
// standard output.
type player struct {
	name    string
	prior   int64 // bytes of knowledge that its decoder must own
	encode  []string
	decode  []string
	version []string // prints its version in the first line that has a digit
	suffix  string   // what it adds to OUT unasked
}

// peer reports whether the player is by others.
func (p player) peer() bool { return p.version != nil }

// title is the name in a table; models are set apart.
func (p player) title() string {
	if p.peer() {
		return p.name
	}
	return "`" + p.name + "`"
}

// A result is what a player made of a text.
type result struct {
	bytes    int64
	seconds  float64 // processor time of encoding, user and system
	peak     int64   // bytes of memory while encoding
	verified bool
	err      error // it plays no more
}

// patience is the processor time, in seconds, after which a player plays no more
// rounds, and a peer's archive is not decoded: its own authors have done that.
const patience = 60

// again reports whether a player whose round this was plays another.
func (r result) again() bool { return r.err == nil && r.seconds < patience }

// take keeps the quickest of several rounds, and what was verified in one.
func (r *result) take(n result) {
	verified := r.verified || n.verified
	if r.bytes == 0 || n.seconds < r.seconds || n.err != nil {
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
	{name: "gzip -9", encode: []string{"gzip", "-9c", "FILE"}, decode: []string{"gzip", "-dc", "OUT"}, version: []string{"gzip", "--version"}},
	{name: "bzip2 -9", encode: []string{"bzip2", "-9c", "FILE"}, decode: []string{"bzip2", "-dc", "OUT"}, version: []string{"bzip2", "--help"}},
	{name: "xz -9e", encode: []string{"xz", "-9ec", "-T1", "FILE"}, decode: []string{"xz", "-dc", "OUT"}, version: []string{"xz", "--version"}},
	{name: "zstd --ultra -22", encode: []string{"zstd", "--ultra", "-22", "-c", "-q", "--single-thread", "FILE"}, decode: []string{"zstd", "-dcq", "OUT"}, version: []string{"zstd", "--version"}},
	{name: "brotli -q 11 -w 24", prior: brotliDictionary, encode: []string{"brotli", "-q", "11", "-w", "24", "-c", "FILE"}, decode: []string{"brotli", "-dc", "OUT"}, version: []string{"brotli", "--version"}},
	{name: "bzip3", encode: []string{"bzip3", "-e", "-c", "FILE"}, decode: []string{"bzip3", "-d", "-c", "OUT"}, version: []string{"bzip3", "--version"}},
	{name: ppmd, encode: []string{"7z", "a", "-m0=PPMd:o=8", "-mmt=1", "OUT.7z", "FILE"}, decode: []string{"7z", "x", "-so", "OUT.7z"}, version: []string{"7z"}},
	{name: zpaq, encode: []string{"zpaq", "a", "OUT.zpaq", "FILE", "-m5", "-t1"}, decode: []string{"zpaq", "x", "OUT.zpaq", "FILE", "-to", "BACK", "-force", "-t1"}, version: []string{"zpaq"}},
	{name: lpaq, encode: []string{"lpaq1", "7", "FILE", "OUT"}, decode: []string{"lpaq1", "d", "OUT", "BACK"}, version: []string{"lpaq1"}},
	{name: paq8l, encode: []string{"paq8l", "-7", "OUT", "FILE"}, decode: []string{"paq8l", "OUT.paq8l", "BACKDIR"}, version: []string{"paq8l"}, suffix: ".paq8l"},
	{name: paq8px, encode: []string{"paq8px", "-8", "FILE", "OUT"}, decode: []string{"paq8px", "-d", "OUT", "BACK"}, version: []string{"paq8px"}},
	{name: lstmCompress, encode: []string{"lstm-compress", "-c", "FILE", "OUT"}, decode: []string{"lstm-compress", "-d", "OUT", "BACK"}, version: []string{"lstm-compress"}},
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

// play encodes a text in a folder of its own in dir, and decodes and compares it
// if asked to.
func (p player) play(text, dir string, verify bool) (r result, err error) {
	dir, err = os.MkdirTemp(dir, "play")
	if err != nil {
		return r, err
	}
	defer os.RemoveAll(dir)
	backDir := filepath.Join(dir, "back")
	if err := os.Mkdir(backDir, 0o700); err != nil {
		return r, err
	}
	out, back := filepath.Join(dir, "archive"), filepath.Join(backDir, filepath.Base(text))
	fill := strings.NewReplacer("FILE", text, "OUT", out, "BACKDIR", backDir, "BACK", back)
	archive := out + p.named()
	state, err := command(p.encode, fill, "OUT", archive)
	if err != nil {
		return r, err
	}
	info, err := os.Stat(archive)
	if err != nil {
		return r, err
	}
	r = result{bytes: info.Size(), seconds: (state.UserTime() + state.SystemTime()).Seconds(), peak: peakOf(state)}
	if verify && !(p.peer() && !r.again()) {
		r.verified, err = p.verify(text, fill, back)
	}
	return r, err
}

// named returns what the archive's name has after OUT: some programs insist on a
// suffix, some add it unasked.
func (p player) named() string {
	for _, a := range p.encode {
		if suffix, ok := strings.CutPrefix(a, "OUT"); ok && suffix != "" {
			return suffix
		}
	}
	return p.suffix
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
