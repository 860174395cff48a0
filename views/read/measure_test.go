package read

import (
	"math"
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// Every measure has a name, a title and a tip in both languages, keeps what is
// cheap untinted, and never leaves its ramp.
func TestScales(t *testing.T) {
	defer lang.Set(lang.English)
	for _, m := range workspace.Measures {
		seen := map[string]bool{}
		for _, language := range []string{lang.English, lang.Chinese} {
			lang.Set(language)
			sc := scaleOf(m)
			if sc.name == "" || sc.tip == "" || strings.Count(sc.title, "%s") != 1 || seen[sc.tip] {
				t.Errorf("%s: %q, %q, %q", m.Name, sc.name, sc.title, sc.tip)
			}
			seen[sc.tip] = true
		}
	}
	lang.Set(lang.English)
	w, _ := open(t, "ppm", prose)
	s := &shading{w: w}
	for _, m := range workspace.Measures {
		w.SetMeasure(m)
		s.dear = s.scale().dear
		for _, v := range []float64{-1e6, -3, 0, 1e-300, 0.5, 1, 3, 256, 1e9, math.MaxFloat64} {
			tint := s.Tint(v, 3)
			if tint > 1 || tint < -1 || !m.Diverges && tint < 0 || math.IsNaN(tint) {
				t.Errorf("%s: %v is tinted %v", m.Name, v, tint)
			}
			if m.Diverges && s.Tint(-v, 3) != -tint {
				t.Errorf("%s: %v and its opposite differ", m.Name, v)
			}
		}
	}
	for m, cheapest := range map[string]float64{"bits": 0, "probability": 1, "rank": 1, "expected": 0, "bits-expected": 0, "a-b": 0, "kl": 0} {
		x, _ := workspace.ParseMeasure(m)
		w.SetMeasure(x)
		if tint := s.Tint(cheapest, 1); tint != 0 {
			t.Errorf("%s: what is cheapest is tinted %v", m, tint)
		}
	}
}

// A probability is tinted as its bits are.
func TestProbabilityIsTintedAsBits(t *testing.T) {
	w, q := done(t, "ppm", prose)
	s := &shading{w: w, dear: 12}
	_ = q
	for lo, hi := range text.Word.All(w.Text()) {
		w.SetMeasure(workspace.Bits)
		bits, _ := s.Value(lo, hi)
		want := s.Tint(bits, hi-lo)
		w.SetMeasure(workspace.Probability)
		p, _ := s.Value(lo, hi)
		if got := s.Tint(p, hi-lo); math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v bits are tinted %v, their probability %v", bits, want, got)
		}
	}
}

// The handles move the ramp, a double tap gives it back, and another measure
// begins with its own range.
func TestLegendSetsTheRange(t *testing.T) {
	w, q := done(t, "ppm", strings.Repeat(prose, 4))
	v := New(w).(*View)
	v.Shown(true)
	q.Until(t, "the figures", func() bool { return len(v.digest.stats.at) > 0 })
	v.charts.histogram.OnRange(3, 6)
	if v.shade.Tint(3, 1) > 1e-9 && v.charts.size == 1 {
		t.Errorf("what lies at the first handle is tinted %v", v.shade.Tint(3, 1))
	}
	if got := v.shade.Tint(6, 1); got != 1 && v.charts.size == 1 {
		t.Errorf("what lies at the second is tinted %v", got)
	}
	held := v.shade.held
	v.setGamma(0.5)
	middle := (held[0] + held[1]) / 2
	if got := v.shade.Tint(middle, 1); math.Abs(got-math.Sqrt(0.5)) > 1e-9 {
		t.Errorf("the middle is tinted %v", got)
	}
	v.setGamma(1)
	v.charts.histogram.DoubleTapped(nil)
	if lo, hi := v.shade.ends(); lo != cheap || hi != v.shade.dear {
		t.Errorf("the ramp runs from %v to %v", lo, hi)
	}
	v.charts.histogram.OnRange(3, 6)
	w.SetMeasure(workspace.Rank)
	if v.shade.held != [2]float64{} {
		t.Error("another measure has the handles of the last")
	}
}

// The ramp that is chosen is remembered; a measure with a middle has its own.
func TestRampIsChosen(t *testing.T) {
	w, _ := done(t, "ppm", prose)
	v := New(w).(*View)
	defer widgets.ChooseRamp(widgets.Amber)
	widgets.ChooseRamp(widgets.Viridis)
	v.recolour()
	if v.shade.ramp() != widgets.Viridis || New(w).(*View).shade.ramp() != widgets.Viridis {
		t.Error("viridis was chosen")
	}
	w.SetMeasure(workspace.Difference)
	if v.shade.ramp() != widgets.Difference {
		t.Error("a difference has no two sides")
	}
	if names := rampNames(); len(names) != len(widgets.Ramps()) || len(gammaNames()) != len(gammas) {
		t.Error("a choice has no name")
	}
}

// A codec's legend says why there are no ranks.
func TestLegendSaysWhyThereIsNone(t *testing.T) {
	w, q := done(t, "gzip", prose)
	v := New(w).(*View)
	v.Shown(true)
	w.SetMeasure(workspace.Rank)
	q.Until(t, "the figures", func() bool { return v.charts.histogram.Bins().Note != "" })
	if got := v.charts.histogram.Bins().Note; got != "gzip gives no probabilities" {
		t.Errorf("it says %q", got)
	}
}

// Both models stand in the curves and in the receipt.
func TestTwoModelsAreShown(t *testing.T) {
	w, q := done(t, "ppm", strings.Repeat(prose, 20))
	v := New(w).(*View)
	v.Shown(true)
	if err := w.SetRival("gzip"); err != nil {
		t.Fatal(err)
	}
	q.Until(t, "B's receipt", func() bool { return w.Rival().Receipt() != nil })
	series := v.charts.line.Chart().Series
	if len(series) != 2 || series[1].Name != "gzip" {
		t.Errorf("%d curves", len(series))
	}
	a, b := widgets.Count(w.Reading().Size()), widgets.Count(w.Rival().Size())
	if got := v.status.sizes.Text(); !strings.Contains(got, "A "+a) || !strings.Contains(got, "B "+b) {
		t.Errorf("the receipt says %q", got)
	}
	menu := v.tools.rivals()
	if menu.Items[0].Checked || menu.Items[1].Disabled {
		t.Error("the menu says there is no B")
	}
	menu.Items[1].Action()
	if w.Model().ID != "gzip" {
		t.Error("the two were not swapped")
	}
	menu.Items[0].Action()
	if w.Rival() != nil || len(v.charts.line.Chart().Series) != 1 {
		t.Error("B is still there")
	}
}

// A pattern that is none is refused beside it; one that is, is the unit, and is
// there the next time.
func TestPatternForm(t *testing.T) {
	var took []string
	closed := 0
	form := func() *patternForm {
		return newPatternForm(func(u text.Unit) { took = append(took, u.Name()) }, func() { closed++ })
	}
	f := form()
	f.entry.SetText("(")
	f.entry.OnEnter(false)
	if len(took) != 0 || closed != 0 || !strings.Contains(f.wrong.Text(), "missing closing )") {
		t.Errorf("took %v; it says %q", took, f.wrong.Text())
	}
	f.entry.SetText("/[A-Z]+/")
	f.entry.OnEnter(false)
	if len(took) != 1 || took[0] != "/[A-Z]+/" || closed != 1 {
		t.Errorf("took %v", took)
	}
	if got := form().entry.Text; got != "[A-Z]+" {
		t.Errorf("the next time it begins with %q", got)
	}
	fyne.CurrentApp().Preferences().RemoveValue(patternPreference)
}

// The second vocabulary stands in the link, and both are counted.
func TestAlignedTokens(t *testing.T) {
	w, q := done(t, "ppm", "don't tokenize 红楼梦")
	v := New(w).(*View)
	l, _ := workspace.ParseLink("bitlens:read?unit=token&aligned=r50k")
	w.Go(l)
	v.Open(l)
	if got := v.Link().Values.Get("aligned"); got != "r50k" || !v.aligned.has() {
		t.Fatalf("the link says %q", got)
	}
	q.Until(t, "the counts", func() bool { return v.aligned.said() != "" })
	n := 0
	for range text.TokenR50k.All(w.Text()) {
		n++
	}
	if got, want := v.aligned.said(), "below "+widgets.Count(int64(n))+" of r50k"; !strings.Contains(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
	w.SetUnit(text.Word)
	if v.aligned.has() || v.aligned.said() != "" || v.Link().Values.Has("aligned") {
		t.Error("words have a second vocabulary")
	}
}

// Every unit and measure is in the menus, and the chosen one alone is checked.
func TestMenusOfUnitsAndMeasures(t *testing.T) {
	w, _ := done(t, "ppm", prose)
	v := New(w).(*View)
	w.SetUnit(text.TokenR50k)
	w.SetMeasure(workspace.RunningRate)
	for name, want := range map[*fyne.Menu]string{v.tools.units(): "token r50k", v.tools.measures(): "running bits/byte"} {
		var checked []string
		var walk func(m *fyne.Menu)
		walk = func(m *fyne.Menu) {
			for _, i := range m.Items {
				if i.ChildMenu != nil && i.Label == "token" {
					walk(i.ChildMenu)
				} else if i.Checked {
					checked = append(checked, i.Label)
				}
			}
		}
		walk(name)
		if len(checked) != 1 || checked[0] != want {
			t.Errorf("checked are %q, want %s", checked, want)
		}
	}
}

func TestZoom(t *testing.T) {
	w, _ := done(t, "uniform", prose)
	v := New(w).(*View)
	for range 50 {
		v.zoom(1)
	}
	if v.size != largestText {
		t.Errorf("the largest is %v", v.size)
	}
	v.zoom(0)
	v.zoom(-1)
	if v.size != textSize-textStep {
		t.Errorf("one smaller is %v", v.size)
	}
}
