package zoo

import (
	"strings"

	"bitlens/engine/model"
)

// race lists the ids of All.
var race = []string{
	"uniform", "laplace", "kt",
	"order0", "order1", "order2", "order3", "order4", "order5", "order6",
	"kneser-ney",
	"ppm:2", "ppm:4", "ppm", "ppm:16", "ctw", "cm", "cm-max",
	"lstm:s", "lstm", "gru:s", "transformer:s", "mix",
	"s2", "s2:best", "zstd", "zstd:best", "deflate", "gzip:1", "gzip", "gzip:9", "lzw", "bzip2", "xz",
	"brotli:5", "brotli:11",
}

// nanos is the price of one byte in nanoseconds, encoding alone: the median
// over the texts of the corpus, on one core of an x86-64 server with two.
// TestPrices prints them anew: go test -v -run Prices -prices ./engine/zoo
var nanos = map[string]float64{
	"uniform": 41, "laplace": 67, "kt": 64,
	"order0": 730, "order1": 1000, "order2": 1300, "order3": 1330, "order4": 1690, "order5": 2200, "order6": 2300,
	"kneser-ney": 2060,

	"ppm:2": 131, "ppm:4": 149, "ppm": 304, "ppm:16": 337,
	"ctw": 2300, "cm": 2300, "cm-max": 12000,
	"lstm:s": 13000, "lstm": 75000, "lstm:l": 300000, "gru:s": 12500, "gru": 105000, "gru:l": 300000,
	"mix": 165000, "transformer:s": 25000, "transformer": 205000, "transformer:l": 450000,

	"s2": 13, "s2:best": 130, "zstd": 21, "zstd:best": 190,
	"deflate": 15, "gzip:1": 14, "gzip": 16, "gzip:9": 53, "lzw": 15, "bzip2": 147, "xz": 300,
	"brotli": 40, "brotli:5": 35, "brotli:11": 780,
}

// price returns the price of e: its own, or that of the longest start of its id
// that has one, such as its size, or its name.
func price(e *model.Entry) float64 {
	id := e.ID
	for {
		if n, ok := nanos[id]; ok {
			return n
		}
		i := strings.LastIndexByte(id, ':')
		if i < 0 {
			return 0
		}
		id = id[:i]
	}
}
