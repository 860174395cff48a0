package widgets

import (
	"hash/fnv"
	"image/color"
	"strings"

	"bitlens/engine/model"
)

// modelColors are the colours of models by name: a family a hue, so that it
// can be told from afar, and a model a shade.
var modelColors = map[string]uint32{
	"cm": 0xc96c1c, "cm-max": 0x9c2f4f, "ppm": 0x1f5fa8, "ctw": 0x2f7d6d, "kneser-ney": 0x8a6d3b,
	"lstm": 0xb04a8f, "gru": 0xcf7fb5, "transformer": 0x7d3560, "mix": 0x6f63d9,
	"uniform": 0xb9bcc2, "laplace": 0xd8cfa8, "kt": 0xcfc38e,
	"order0": 0xe0d4a8, "order1": 0xd9c78a, "order2": 0xcdb663, "order3": 0xc0a345,
	"order4": 0xb0923a, "order5": 0x9d8030, "order6": 0x876d28,
	"deflate": 0xb3a9c4, "gzip": 0x9d93b3, "zstd": 0x7f7699, "s2": 0xc4bdd3, "lzw": 0xd2cbe0,
	"xz": 0x5f5680, "bzip2": 0x4f7f86, "brotli": 0x8d5f7a,
}

// ModelColor returns the colour that a model has on every screen. Models of
// one name that differ in a parameter differ a little in lightness.
func ModelColor(e *model.Entry) color.RGBA {
	base, ok := modelColors[e.Name]
	if !ok {
		h := fnv.New32a()
		h.Write([]byte(e.Name))
		base = h.Sum32()&0x7f7f7f + 0x303030
	}
	c := rgb(base)
	_, params, _ := strings.Cut(e.ID, ":")
	if params == "" {
		return c
	}
	h := fnv.New32a()
	h.Write([]byte(params))
	light := color.RGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	return between(c, light, 0.15+0.3*float64(h.Sum32()%13)/13)
}
