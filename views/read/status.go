package read

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A status is the receipt: what the text became, and that it comes back.
type status struct {
	w       *workspace.Workspace
	digest  *digest
	content *fyne.Container
	sizes   *widgets.Label
	perByte *widgets.Label
	perChar *widgets.Label
	tick    *widget.Icon
	equal   *widgets.Label
	rest    *widgets.Label
	also    func() string // of the chosen measure and unit, in place of the rest; "" for nothing
}

func newStatus(w *workspace.Workspace, d *digest, also func() string) *status {
	s := &status{w: w, digest: d, also: also,
		sizes:   widgets.NewStyled("", widgets.RoleInk, widgets.TextSize, fyne.TextStyle{Bold: true}),
		perByte: widgets.NewLabel("", widgets.RoleInk),
		perChar: widgets.NewLabel("", widgets.RoleInk),
		tick:    widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), widgets.RoleAccent)),
		equal:   widgets.NewLabel("", widgets.RoleAccent),
		rest:    widgets.NewLabel("", widgets.RoleMute),
	}
	s.equal.SetTip(func() []string {
		return []string{lang.T("The compressed file was decoded again, and gave the text back byte for byte.")}
	})
	s.sizes.SetTip(func() []string {
		return []string{lang.T("The text's bytes, and those of the whole .bits file with its header.")}
	})
	s.content = widgets.Row(18, s.sizes, s.perByte, s.perChar, widgets.Row(4, s.tick, s.equal), s.rest)
	s.refresh()
	return s
}

// refresh shows the receipt, or what is known so far.
func (s *status) refresh() {
	r := s.w.Reading()
	n := s.w.Text().Len()
	receipt := r.Receipt()
	s.sizes.SetText(lang.T("%s → %s bytes", widgets.Count(int64(n)), widgets.Count(r.Size())))
	s.perByte.SetText("")
	s.perChar.SetText("")
	s.verified("", false)
	switch {
	case r.Err() != nil:
		s.failed(r.Err())
	case receipt == nil:
		s.underway(r, n)
	default:
		s.receipt(receipt)
	}
	s.compare(r)
	s.alongside()
	s.brush()
	s.content.Refresh()
}

func (s *status) failed(err error) {
	if errors.Is(err, context.Canceled) {
		s.rest.SetText(lang.T("cancelled; what has been read stays"))
		return
	}
	s.rest.SetText(lang.T("failed: %v", err))
}

// underway shows how far the model has come.
func (s *status) underway(r *workspace.Reading, n int) {
	known := r.Trace().Known()
	if known > 0 {
		s.perByte.SetText(lang.T("%s bits/byte so far", rate(r.Trace().Curve().Bits()/float64(known))))
	}
	s.sizes.SetText(lang.T("%s of %s bytes read", widgets.Count(int64(known)), widgets.Count(int64(n))))
	if r.Phase() == measure.Decoding {
		s.rest.SetText(lang.T("decoding to be sure"))
	} else {
		s.rest.SetText(lang.T("reading"))
	}
}

// receipt shows the receipt.
func (s *status) receipt(r *measure.Receipt) {
	if v, ok := r.BitsPerByte(); ok {
		s.perByte.SetText(lang.T("%s bits/byte", rate(v)))
		if s.digest.counted == s.w.Version() && s.digest.chars > 0 {
			s.perChar.SetText(lang.T("%s bits/character", rate(float64(r.CompressedBytes)*8/float64(s.digest.chars))))
		}
	} else {
		s.perByte.SetText(lang.T("an empty text has no bits/byte"))
	}
	s.verified(lang.T("decoded and equal"), r.Verified)
	rest := lang.T("%s s", seconds(r.EncodeSeconds))
	rest += " · " + lang.T("memory %s", widgets.Memory(r.PeakBytes))
	rest += " · " + lang.T("decoder owns %s bytes", widgets.Count(r.PriorBytes))
	if !r.Exact {
		rest += " · " + lang.T("charged by block")
	}
	s.rest.SetText(rest)
}

// verified says with a tick that what was written has been read back, if so.
func (s *status) verified(what string, is bool) {
	s.equal.SetText("")
	s.tick.Hide()
	if is {
		s.tick.Show()
		s.equal.SetText(what)
	}
}

// compare shows the second model's size beside the first's.
func (s *status) compare(a *workspace.Reading) {
	b := s.w.Rival()
	if b == nil {
		return
	}
	n := s.w.Text().Len()
	size := func(r *workspace.Reading) string {
		switch {
		case r.Err() != nil:
			return "–"
		case r.Receipt() == nil:
			return "…"
		}
		return widgets.Count(r.Size())
	}
	s.sizes.SetText(lang.T("%s → A %s, B %s bytes", widgets.Count(int64(n)), size(a), size(b)))
	ra, rb := a.Receipt(), b.Receipt()
	if ra == nil || rb == nil {
		s.verified("", false)
		return
	}
	s.verified(lang.T("both decoded and equal"), ra.Verified && rb.Verified)
	if va, ok := ra.BitsPerByte(); ok {
		vb, _ := rb.BitsPerByte()
		s.perByte.SetText(lang.T("%s and %s bits/byte", rate(va), rate(vb)))
		s.perChar.SetText("")
	}
}

// alongside shows what the tints and the row below them say, in place of the
// rest.
func (s *status) alongside() {
	if said := s.also(); said != "" {
		s.rest.SetText(said)
	}
}

// brush shows what the selected bytes cost, in place of the rest.
func (s *status) brush() {
	lo, hi := s.w.Brush()
	if lo == hi {
		return
	}
	if trace := s.w.Reading().Trace(); hi <= trace.Known() {
		bits := trace.Total(hi) - trace.Total(lo)
		s.rest.SetText(lang.T("selected: %s bytes, %s bits, %s bits/byte",
			widgets.Count(int64(hi-lo)), widgets.Count(int64(bits+0.5)), rate(bits/float64(hi-lo))))
	}
}

// rate writes bits for each of something, with three places.
func rate(v float64) string { return strconv.FormatFloat(v, 'f', 3, 64) }

// seconds writes processor seconds.
func seconds(s float64) string { return fmt.Sprintf("%.2f", s) }
