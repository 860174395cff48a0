package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// predictors are the packages whose arithmetic decides what a file decodes to.
var predictors = []string{
	"num", "model", "coder", "ngram", "ppm", "ctw", "mixing", "mixing/letters", "neural", "ensemble",
}

var (
	// fused is an instruction of arm64 that multiplies and adds without rounding
	// between the two, with the file and the line it was compiled from.
	fused = regexp.MustCompile(`\((\S+):(\d+)\)\tFN?M(?:ADD|SUB)[SD]\t`)
	// exact is what a line may take a probability of 2^-32ths from: a product
	// with a power of two is not rounded, and fusing it changes nothing.
	exact = regexp.MustCompile(`(1|float32\(bit\)) ?- ?(one|escape)\b`)
	// shown is a file that only tells people why a model said what it said.
	shown = regexp.MustCompile(`explain\.go$`)
)

// TestProductsAreRounded holds that no predictor leaves a product to be fused
// with a sum. amd64 never does that, arm64 does, and gives other bits; only a
// conversion, float32(x*y), forbids it.
func TestProductsAreRounded(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("the go tool is not here to compile for arm64")
	}
	lines := map[string][]string{}
	for _, m := range fused.FindAllStringSubmatch(assembly(t), -1) {
		file, number := m[1], m[2]
		if lines[file] == nil {
			lines[file] = source(t, file)
		}
		n, _ := strconv.Atoi(number)
		if line := lines[file][n-1]; !exact.MatchString(line) && !shown.MatchString(file) {
			t.Errorf("%s:%d: a product is not rounded before it is added: %s", file, n, strings.TrimSpace(line))
		}
	}
}

// assembly returns what the predictors compile to on arm64. The cache of builds
// keeps it.
func assembly(t *testing.T) string {
	t.Helper()
	args := []string{"build", "-gcflags=-S"}
	for _, p := range predictors {
		args = append(args, "./engine/"+p)
	}
	c := exec.Command("go", args...)
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOARCH=arm64", "GOFLAGS=")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s\n%v", out[max(0, len(out)-2000):], err)
	}
	if !strings.Contains(string(out), "FMULS") {
		t.Fatal("the compiler printed no product of two float32")
	}
	return string(out)
}

func source(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(text), "\n")
}
