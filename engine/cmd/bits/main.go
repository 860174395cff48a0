// Command bits is the engine of Bitlens at a terminal: it compresses, measures
// and races models over a text. Its numbers are those of the window.
//
// Exit status is 0 for done, 1 for failed, 2 for wrong usage.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

const about = `Bits shows what a text costs, in bits, to anything that predicts it.

A model (-m) is a name from "bits models", alone or with parameters joined by colons: ppm, ppm:16:memory=32, gzip:9. FILE may be - for standard input.`

// A commands is the command line.
type commands struct {
	JSON bool `help:"Print one JSON object a line, and nothing else." name:"json"`

	Models     modelsCmd     `cmd:"" help:"List the models."`
	Compress   compressCmd   `cmd:"" help:"Write FILE as FILE.bits, and decode it to be sure."`
	Decompress decompressCmd `cmd:"" help:"Turn FILE.bits back into FILE."`
	Measure    measureCmd    `cmd:"" help:"Print what FILE costs each model, in all or unit by unit."`
	Race       raceCmd       `cmd:"" help:"Compress FILE with many models, the cheapest first, decode and compare."`
	Complexity complexityCmd `cmd:"" help:"Print how complex a short string is, by several methods side by side."`
	Why        whyCmd        `cmd:"" help:"Say why something in FILE cost what it did: what each model expected there, and on what it stood."`
	Explain    explainCmd    `cmd:"" help:"Search for programs that give the terms of SEQUENCE, and bet on what comes next."`
}

// A session is what a command runs in.
type session struct {
	ctx context.Context
	in  io.Reader
	out *printer
	err io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second one ends what waits for input
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run runs one command line and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	var c commands
	exit := -1
	p, err := kong.New(&c, kong.Name("bits"), kong.Description(about), kong.Writers(out, errs),
		kong.Exit(func(code int) { exit = code }), kong.UsageOnError())
	if err != nil {
		return fail(errs, err, 2)
	}
	k, err := p.Parse(args)
	switch {
	case exit >= 0: // help was asked for
		return exit
	case err != nil:
		fail(errs, err, 2)
		fmt.Fprintln(errs, `try "bits --help"`)
		return 2
	}
	s := &session{ctx: ctx, in: in, out: newPrinter(out, c.JSON), err: errs}
	err = k.Run(s)
	if e := s.out.flush(); err == nil {
		err = e
	}
	if err != nil {
		return fail(errs, err, status(err))
	}
	return 0
}

func fail(errs io.Writer, err error, code int) int {
	fmt.Fprintf(errs, "bits: %v\n", err)
	return code
}
