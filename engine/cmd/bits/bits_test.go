package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"bits": func() {
			os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", Cmds: map[string]func(*testscript.TestScript, bool, []string){
		// fifo NAME makes a named pipe.
		"fifo": func(ts *testscript.TestScript, neg bool, args []string) {
			ts.Check(syscall.Mkfifo(ts.MkAbs(args[0]), 0o600))
		},
		// flip NAME OFFSET changes one byte of a file.
		"flip": func(ts *testscript.TestScript, neg bool, args []string) {
			b := []byte(ts.ReadFile(args[0]))
			at, err := strconv.Atoi(args[1])
			ts.Check(err)
			b[at] ^= 0x55
			ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
		},
		// cut NAME LENGTH shortens a file.
		"cut": func(ts *testscript.TestScript, neg bool, args []string) {
			n, err := strconv.ParseInt(args[1], 10, 64)
			ts.Check(err)
			ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
		},
		// fill NAME BYTES HEX writes a file of one repeated byte string.
		"fill": func(ts *testscript.TestScript, neg bool, args []string) {
			n, err := strconv.Atoi(args[1])
			ts.Check(err)
			unit, err := strconv.Unquote(`"` + args[2] + `"`)
			ts.Check(err)
			b := make([]byte, 0, n)
			for len(b) < n {
				b = append(b, unit...)
			}
			ts.Check(os.WriteFile(ts.MkAbs(args[0]), b[:n], 0o600))
		},
	}})
}

// Scripts and callers tell failure (1) from wrong usage (2).
func TestExitStatus(t *testing.T) {
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{"models"}, 0},
		{[]string{"--help"}, 0},
		{[]string{"measure", "-m", "order0", "no such file"}, 1},
		{[]string{"measure", "-m", "nobody", "bits_test.go"}, 2},
		{[]string{"measure", "--unit", "verse", "bits_test.go"}, 2},
		{[]string{"fly"}, 2},
	} {
		if got := run(context.Background(), c.args, strings.NewReader(""), io.Discard, io.Discard); got != c.want {
			t.Errorf("bits %v: status %d, want %d", c.args, got, c.want)
		}
	}
}

// A cancelled command leaves no file.
func TestCancelLeavesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := t.TempDir() + "/out.bits"
	if got := run(ctx, []string{"compress", "-m", "order0", "-o", out, "bits_test.go"}, nil, io.Discard, io.Discard); got != 1 {
		t.Errorf("status %d", got)
	}
	if files, _ := os.ReadDir(filepath.Dir(out)); len(files) != 0 {
		t.Errorf("left %v", files)
	}
}
