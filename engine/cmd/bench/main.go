// Command bench measures the models of Bitlens beside other compressors: bytes,
// processor time and peak memory of each on each text, all in one run, each
// archive decoded and compared. It writes a table.
//
// Every player is a process of its own, the models too (as "bits compress"), so
// that start-up and memory are counted alike. The players take turns, round
// after round, and the quickest round counts: what else the machine does is
// then least in the way. One that takes minutes plays one round.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	bits := flag.String("bits", "build/bits", "the program bits")
	models := flag.String("m", "order2,order5,kneser-ney,ppm,ctw,cm,cm-max,lstm:s,lstm,gru,transformer:s,mix,gzip:9,zstd:best,brotli:11,bzip2,xz", "models, separated by commas")
	rounds := flag.Int("rounds", 3, "rounds; the quickest counts")
	out := flag.String("o", "BENCHMARKS.md", "where to write the table")
	flag.Parse()
	texts := flag.Args()
	if len(texts) == 0 {
		texts = corpus()
	}
	players, err := modelPlayers(*bits, strings.Split(*models, ","))
	if err == nil {
		err = run(append(players, installed()...), texts, *rounds, *out)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// samples are the project's own texts.
const samples = "assets/samples/texts/*"

// corpus returns the texts to measure when none is named: those beside the
// project, else its own samples.
func corpus() []string {
	for _, pattern := range []string{"../shared/corpus/*", samples} {
		if texts, _ := filepath.Glob(pattern); len(texts) > 0 {
			return texts
		}
	}
	log.Fatal("name the texts to measure")
	return nil
}

// run lets the players take turns and writes the report, after each text anew.
// A player that fails does not keep the others from playing; in the end its
// failure is returned.
func run(players []player, texts []string, rounds int, out string) error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	r := newReport(players)
	var failed error
	for _, text := range texts {
		results := turns(players, text, dir, rounds)
		for i := range results {
			failed = errors.Join(failed, results[i].err)
		}
		if err := r.add(text, results); err != nil {
			return err
		}
		if err := r.write(out); err != nil {
			return err
		}
	}
	return failed
}

// turns lets the players take turns on a text.
func turns(players []player, text, dir string, rounds int) []result {
	results := make([]result, len(players))
	for round := range rounds {
		for i, p := range players {
			if !results[i].again() {
				continue
			}
			log.Printf("%s: %s, round %d of %d", filepath.Base(text), p.name, round+1, rounds)
			res, err := p.play(text, dir, round == 0)
			if err != nil {
				res.err = fmt.Errorf("%s on %s: %w", p.name, text, err)
			}
			results[i].take(res)
		}
	}
	return results
}
