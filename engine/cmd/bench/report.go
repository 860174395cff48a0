package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// A report is the tables under way.
type report struct {
	players []player
	texts   []string
	sizes   []int64
	results [][]result // by text, in the order of players
}

func newReport(players []player) *report { return &report{players: players} }

// add takes in what the players made of a text.
func (r *report) add(text string, results []result) error {
	info, err := os.Stat(text)
	if err != nil {
		return err
	}
	if info.Size() == 0 {
		return fmt.Errorf("%s is empty: there is nothing to measure", text)
	}
	r.texts = append(r.texts, filepath.Base(text))
	r.sizes = append(r.sizes, info.Size())
	r.results = append(r.results, results)
	return nil
}

func (r *report) write(file string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Benchmarks\n\nWritten by `make bench` on %s: %s, %d processors, %s %s/%s.\n\n",
		time.Now().Format("2006-01-02"), processor(), runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	b.WriteString("Every player is a process of its own, start-up included, and all took turns in one run; the quickest of the\n" +
		"rounds counts; one whose round takes over a minute plays no other. CPU is user and system time of encoding alone,\n" +
		"memory the peak while encoding. Each player's first archive of a text was decoded and compared, but for those of peers\n" +
		"marked `-`, which take over a minute. Names in `code` are models of Bitlens (`bits compress -m`), their\n" +
		"size that of the whole `.bits` file. What a decoder must own before it starts, such as a dictionary, is its prior; bits/byte and the order\n" +
		"count it too.\n\n")
	r.versions(&b)
	r.goals(&b)
	for i := range r.texts {
		r.table(&b, i)
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

// versions lists what the peers call themselves.
func (r *report) versions(b *strings.Builder) {
	b.WriteString("Peers: ")
	var all []string
	for _, p := range r.players {
		if p.peer() {
			all = append(all, versionOf(p.version))
		}
	}
	b.WriteString(strings.Join(all, "; ") + ".\n\n")
}

// versionOf returns the first line with a digit that a program prints.
func versionOf(args []string) string {
	out, _ := exec.Command(args[0], args[1:]...).CombinedOutput() // some fail when they print their usage
	for line := range strings.Lines(string(out)) {
		if strings.ContainsAny(line, "0123456789") {
			return strings.Trim(strings.TrimSpace(line), "* .")
		}
	}
	return args[0]
}

// table writes the results of one text, the smallest first.
func (r *report) table(b *strings.Builder, i int) {
	n := r.sizes[i]
	fmt.Fprintf(b, "## %s, %d bytes\n\n| player | bytes | prior | bits/byte | CPU s | us/byte | peak MB | decoded |\n|---|--:|--:|--:|--:|--:|--:|---|\n", r.texts[i], n)
	order := make([]int, len(r.players))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(x, y int) int { return cmp.Compare(r.all(i, x), r.all(i, y)) })
	for _, k := range order {
		res := r.results[i][k]
		if res.err != nil {
			fmt.Fprintf(b, "| %s | failed | | | | | | |\n", r.players[k].title())
			continue
		}
		fmt.Fprintf(b, "| %s | %d | %d | %.3f | %.2f | %.2f | %.0f | %s |\n", r.players[k].title(), res.bytes, r.players[k].prior,
			float64(r.all(i, k))*8/float64(n), res.seconds, res.seconds*1e6/float64(n), float64(res.peak)/1e6, equality(res))
	}
	b.WriteString("\n")
}

// all returns the bytes that a decoder needs to give text i back.
func (r *report) all(i, player int) int64 {
	return r.results[i][player].bytes + r.players[player].prior
}

// equality says whether the archive was decoded and gave the text back.
func equality(r result) string {
	if r.verified {
		return "equal"
	}
	return "-"
}
