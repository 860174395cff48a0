package read

import (
	"fmt"

	"bitlens/assets/lang"
)

// inputName returns the name of a part of a model in the language of the
// window; the engine gives it in English.
func inputName(name string) string {
	var k int
	if n, _ := fmt.Sscanf(name, "order %d", &k); n == 1 && name == fmt.Sprintf("order %d", k) {
		return lang.T("order %d", k)
	}
	if n, _ := fmt.Sscanf(name, "depth %d", &k); n == 1 {
		return lang.T("depth %d", k)
	}
	for _, names := range []map[string]string{inputNames(), wideInputNames()} {
		if said, ok := names[name]; ok {
			return said
		}
	}
	return name
}

func inputNames() map[string]string {
	return map[string]string{
		"word":                      lang.T("word"),
		"two words":                 lang.T("two words"),
		"three words":               lang.T("three words"),
		"word but one":              lang.T("word but one"),
		"word but two":              lang.T("word but two"),
		"place in phrase":           lang.T("place in phrase"),
		"words and place in phrase": lang.T("words and place in phrase"),
		"word and marks":            lang.T("word and marks"),
		"second and third byte":     lang.T("second and third byte"),
		"byte above":                lang.T("byte above"),
		"column":                    lang.T("column"),
		"field":                     lang.T("field"),
		"what followed":             lang.T("what followed"),
		"what followed two":         lang.T("what followed two"),
		"match":                     lang.T("match"),
		"bias":                      lang.T("bias"),
		"order 1, counted":          lang.T("order 1, counted"),
		"order 3, counted":          lang.T("order 3, counted"),
		"probability maps":          lang.T("probability maps"),
		"network":                   lang.T("network"),
		"direct connections":        lang.T("direct connections"),
		"counts":                    lang.T("counts"),
		"uniform":                   lang.T("uniform"),
	}
}
