package read

import (
	"bufio"
	"fmt"
	"html"
	"image/color"
	"io"
	"math"
	"strconv"
	"unicode/utf8"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// The page is one file without scripts or anything to fetch. Each unit is a
// span; its class names the step of the ramp, its title says the figures:
//
//	<pre class=text><span class=s41 title="7.312 bits&#10;1 / 159">Al</span>...</pre>
//
// The text content of the pre is the text. Bytes that are not UTF-8, and those
// that a page cannot hold, stand in an <i> as two hex digits each.

// pageSteps is how many steps of the ramp a page tells apart, on each side.
const pageSteps = 48

// writePage writes the heat map as a page.
func (s *still) writePage(to io.Writer) error {
	w := bufio.NewWriterSize(to, 1<<16)
	s.pageHead(w)
	s.pageText(w)
	fmt.Fprint(w, "</pre></main>\n</body></html>\n")
	return w.Flush()
}

// pageHead writes all that stands before the text.
func (s *still) pageHead(w io.Writer) {
	name := html.EscapeString(s.w.Document().Name)
	fmt.Fprintf(w, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">\n", lang.Current())
	fmt.Fprintf(w, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s · Bitlens</title>\n<style>\n", name)
	s.pageStyle(w)
	fmt.Fprintf(w, "</style></head><body>\n<header><h1>%s</h1>\n<p><b>%s</b></p>\n<dl>", name, html.EscapeString(s.sizes()))
	for _, row := range s.facts() {
		fmt.Fprintf(w, "<dt>%s</dt><dd>%s</dd>", html.EscapeString(row[0]), html.EscapeString(row[1]))
	}
	fmt.Fprint(w, "</dl>\n")
	s.pageLegend(w)
	fmt.Fprint(w, "</header>\n<main><pre class=\"text\">")
}

// sizes says what the bytes became: those of the file, where all of it was
// coded, else what has been read cost.
func (s *still) sizes() string {
	bits, n := s.known()
	if r := s.w.Reading().Receipt(); r != nil && s.whole() && r.OriginalBytes > 0 {
		per, _ := r.BitsPerByte()
		return lang.T("%s → %s bytes", widgets.Count(r.OriginalBytes), widgets.Count(r.CompressedBytes)) + " · " + lang.T("%s bits/byte", rate(per))
	}
	return lang.T("%s bytes", widgets.Count(int64(n))) + " · " + lang.T("%s bits/byte", rate(bits/float64(max(n, 1))))
}

func (s *still) whole() bool { return s.lo == 0 && s.hi == s.w.Text().Len() }

// facts says what the page shows.
func (s *still) facts() [][2]string {
	bits, n := s.known()
	facts := [][2]string{{lang.T("Sum of the bits"), lang.T("%s bits", thousands(bits))}, {lang.T("Model"), versioned(s.w.Reading())}}
	if b := s.w.Rival(); b != nil {
		facts = append(facts, [2]string{lang.T("B"), versioned(b)})
	}
	facts = append(facts, [2]string{lang.T("Unit"), unitTitle(s.w.Unit())}, [2]string{lang.T("Measure"), s.shade.scale().name})
	if !s.whole() {
		facts = append(facts, [2]string{lang.T("Part"), lang.T("bytes %s to %s of %s",
			widgets.Count(int64(s.lo)), widgets.Count(int64(s.hi)), widgets.Count(int64(s.w.Text().Len())))})
	}
	if n < s.hi-s.lo {
		facts = append(facts, [2]string{lang.T("Read so far"), lang.T("%s of %s bytes", widgets.Count(int64(n)), widgets.Count(int64(s.hi-s.lo)))})
	}
	return facts
}

// thousands writes bits with three places, and the thousands apart.
func thousands(bits float64) string {
	n := int64(math.Round(bits * 1000))
	return fmt.Sprintf("%s.%03d", widgets.Count(n/1000), n%1000)
}

// versioned names a model with its version.
func versioned(r *workspace.Reading) string {
	return lang.T("%s, version %d", r.Entry().ID, r.Entry().Version)
}

// pageText writes the units. Their bits are rounded so that those of any units
// in a row add up: each is the rise of the rounded total.
func (s *still) pageText(w *bufio.Writer) {
	var total uint64
	for lo, hi := range s.units {
		cost, known := s.bits(lo, hi)
		value, has := s.w.Value(lo, hi)
		w.WriteString("<span")
		if has {
			if c := stepClass(s.shade.Tint(value, hi-lo)); c != "" {
				w.WriteString(" class=" + c)
			}
		}
		if known {
			rise := thousandths(total+cost) - thousandths(total)
			total += cost
			fmt.Fprintf(w, ` title="%s"`, s.title(rise, cost, value, has))
		}
		w.WriteByte('>')
		writeText(w, s.w.Text().Slice(lo, hi))
		w.WriteString("</span>")
	}
}

// thousandths rounds a cost to thousandths of a bit.
func thousandths(cost uint64) int64 { return int64(math.Round(measure.Bits(cost) * 1000)) }

// title says a unit's bits, its probability, and its number where another
// measure is chosen.
func (s *still) title(rise int64, cost uint64, value float64, has bool) string {
	t := lang.T("%s bits", strconv.FormatFloat(float64(rise)/1000, 'f', 3, 64))
	if odds := widgets.Odds(math.Exp2(-measure.Bits(cost))); odds != "" {
		t += "&#10;" + lang.T("probability") + " " + html.EscapeString(odds)
	}
	m := s.w.Measure()
	if has && !m.Is(workspace.Bits) && !m.Is(workspace.Probability) {
		t += "&#10;" + html.EscapeString(s.shade.scale().name) + " " + strconv.FormatFloat(value, 'g', 4, 64)
	}
	return t
}

// stepClass names the step of a tint: s1 to s48, n1 to n48 below zero, none for
// what is not tinted.
func stepClass(tint float64) string {
	n := int(math.Ceil(math.Abs(tint) * pageSteps))
	switch {
	case n == 0:
		return ""
	case tint < 0:
		return "n" + strconv.Itoa(n)
	}
	return "s" + strconv.Itoa(n)
}

// writeText writes bytes so that a browser shows them and keeps each.
func writeText(w *bufio.Writer, b []byte) {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1, r < ' ' && r != '\n' && r != '\t' && r != '\r', r >= 0x7F && r < 0xA0:
			fmt.Fprintf(w, "<i>%x</i>", b[:n])
		case r == '\r':
			w.WriteString("&#13;") // as itself it would be read as a new line
		case r == '<':
			w.WriteString("&lt;")
		case r == '>':
			w.WriteString("&gt;")
		case r == '&':
			w.WriteString("&amp;")
		default:
			w.Write(b[:n])
		}
		b = b[n:]
	}
}

// pageLegend shows the ramp between its ends.
func (s *still) pageLegend(w io.Writer) {
	lo, hi := s.shade.ends()
	label := s.shade.scale().label
	if label == nil {
		label = func(x float64) string { return widgets.Fixed(x, 1) }
	}
	from := lo
	classes := []string{}
	if s.shade.scale().diverges {
		from = -hi
		for n := pageSteps; n > 0; n -= 4 {
			classes = append(classes, "n"+strconv.Itoa(n))
		}
	}
	for n := 4; n <= pageSteps; n += 4 {
		classes = append(classes, "s"+strconv.Itoa(n))
	}
	fmt.Fprintf(w, "<p class=\"legend\">%s ", html.EscapeString(label(from)))
	for _, c := range classes {
		fmt.Fprintf(w, "<span class=%s>&nbsp;</span>", c)
	}
	fmt.Fprintf(w, " %s · %s</p>\n", html.EscapeString(label(hi)), html.EscapeString(s.axis()))
}

// axis says what the legend counts.
func (s *still) axis() string {
	name := s.shade.scale().name
	if s.shade.scale().perByte {
		return lang.T("%s, for each byte of the unit", name)
	}
	return name
}

const pageRules = `body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 "Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}
header,main{max-width:62rem;margin:0 auto;padding:1.5rem}
header{padding-bottom:1rem;border-bottom:1px solid var(--line)}
h1{font-size:1.4rem;margin:0}
dl{display:flex;flex-wrap:wrap;gap:.2rem .6rem;margin:0}
dt{color:var(--mute)}
dd{margin:0 1.2rem 0 0}
.legend{color:var(--mute);margin:.8rem 0 0}
.legend span{display:inline-block;width:1.1rem;line-height:1.3}
.text{margin:0;font:16px/1.7 "Noto Sans Mono CJK SC","Noto Sans Mono",ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}
.text span{padding:.12em 0}
.text span:hover{outline:1px solid var(--mute)}
i{font:.7em monospace;border:1px solid;border-radius:2px;margin:0 1px;padding:0 1px}
`

// pageStyle writes the rules of both appearances.
func (s *still) pageStyle(w io.Writer) {
	light, dark := widgets.Palettes()
	fmt.Fprint(w, ":root{color-scheme:light dark}\n", pageRules)
	s.pageColours(w, light)
	fmt.Fprint(w, "@media (prefers-color-scheme:dark){\n")
	s.pageColours(w, dark)
	fmt.Fprint(w, "}\n")
}

// pageColours writes the colours of an appearance. The foot of a step is as
// thick as on screen, half a pixel to three.
func (s *still) pageColours(w io.Writer, p widgets.Palette) {
	fmt.Fprintf(w, ":root{--paper:%s;--ink:%s;--mute:%s;--line:%s}\n", css(p.Background), css(p.Ink), css(p.Mute), css(p.Line))
	for n := 1; n <= pageSteps; n++ {
		tint := float64(n) / pageSteps
		s.pageStep(w, "s", n, tint, p.Dark)
		if s.ramp.Diverging {
			s.pageStep(w, "n", n, -tint, p.Dark)
		}
	}
}

func (s *still) pageStep(w io.Writer, side string, n int, tint float64, dark bool) {
	fill, ink := s.ramp.At(tint, dark)
	foot := css(ink) + "66" // as strong as on screen
	fmt.Fprintf(w, ".%s%d{background:%s;color:%s;box-shadow:inset 0 -%.1fpx %s}\n",
		side, n, css(fill), css(ink), max(0.5, 3*math.Abs(tint)), foot)
}

func css(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
