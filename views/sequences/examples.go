package sequences

import "bitlens/assets/lang"

// An example is a sequence with something to learn from it. Each has as many
// terms as its lesson needs.
type example struct {
	terms  string
	lesson string // an English key of package lang
}

var examples = []example{
	{"1, 2, 3, 5, 8, 13, 21", "Occam: the simplest rule that fits"},
	{"2, 4, 6, 8, 10, 12, 14", "Short to say"},
	{"3, 1, 4, 1, 5", "No clear regularity in few terms"},
	{"1, 4, 9, 16, 25, 36, 49", "A formula or differences: rival programs agree"},
	{"1, 2, 4, 8, 16, 31, 57, 99", "Not the powers of two"},
	{"2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37", "Short to say, slow to run"},
	{"1, 1, 2, 5, 14, 42, 132", "A rule that needs all terms before"},
	{"1, 2, 6, 24, 120, 720", "Two rules, one by the last term and one by place"},
	{"011010011001011010010110", "Bits that look mixed and are simple"},
	{"0000000000000000", "The simplest bits"},
}

// systems are generators, with what is to be seen in what they write.
var systems = []example{
	{"rule 30", "A rule that looks like chance"},
	{"rule 90", "A rule that draws triangles"},
	{"rule 110", "A rule that can compute anything"},
	{"0 > 01, 1 > 10", "Words that rewrite themselves"},
	{"taps 14 15", "A shift register: entropy is fooled"},
	{"encrypt 0 key 1011", "Zeros, encrypted: complex to see, short to say"},
}

var _ = []string{
	lang.T("A rule that looks like chance"), lang.T("A rule that draws triangles"), lang.T("A rule that can compute anything"),
	lang.T("Words that rewrite themselves"), lang.T("A shift register: entropy is fooled"), lang.T("Zeros, encrypted: complex to see, short to say"),

	lang.T("Occam: the simplest rule that fits"), lang.T("Short to say"), lang.T("No clear regularity in few terms"),
	lang.T("A formula or differences: rival programs agree"), lang.T("Not the powers of two"), lang.T("Short to say, slow to run"),
	lang.T("A rule that needs all terms before"), lang.T("Two rules, one by the last term and one by place"),
	lang.T("Bits that look mixed and are simple"), lang.T("The simplest bits"),
}

// shortExample is the beginning of an example, for a menu.
func shortExample(terms string) string {
	const most = 24
	if len(terms) > most {
		return terms[:most] + "…"
	}
	return terms
}
