package zoo

import "bitlens/engine/model"

// race lists the ids of All.
var race = []string{
	"uniform", "laplace", "kt",
	"order0", "order1", "order2", "order3", "order4", "order5", "order6",
	"kneser-ney",
	"ppm:2", "ppm:4", "ppm", "ppm:16", "cm",
	"s2", "s2:best", "zstd", "zstd:best", "deflate", "gzip:1", "gzip", "gzip:9", "lzw", "bzip2", "xz",
	"brotli:5", "brotli:11",
}

// nanos is the price of one byte in nanoseconds, encoding alone: the median
// over the texts of the corpus, on one core of an x86-64 server of 2023.
// TestPrices prints them anew with -v.
var nanos = map[string]float64{
	"uniform": 51, "laplace": 71, "kt": 69,
	"order0": 774, "order1": 911, "order2": 1167, "order3": 1439, "order4": 1957, "order5": 2451, "order6": 3062,
	"kneser-ney": 2560,
	"ppm:2":      120, "ppm:4": 230, "ppm": 420, "ppm:16": 600, "cm": 2700,
	"s2": 11, "s2:best": 100, "zstd": 20, "zstd:best": 220,
	"deflate": 17, "gzip:1": 14, "gzip": 17, "gzip:9": 52, "lzw": 14, "bzip2": 120, "xz": 240,
	"brotli": 40, "brotli:5": 31, "brotli:11": 810,
}

// price returns the price of e: its own, or that of its name's default.
func price(e *model.Entry) float64 {
	if n, ok := nanos[e.ID]; ok {
		return n
	}
	return nanos[e.Name]
}
