package widgets

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"bitlens/assets/lang"
)

// Count writes a whole number with its thousands apart.
func Count(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Memory writes bytes of memory or of a file, rounded.
func Memory(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1e6:
		return short(float64(n)/1e3) + " KB"
	case n < 1e9:
		return short(float64(n)/1e6) + " MB"
	}
	return short(float64(n)/1e9) + " GB"
}

// Speed writes bytes a second.
func Speed(perSecond float64) string {
	if math.IsInf(perSecond, 0) || math.IsNaN(perSecond) {
		return ""
	}
	return Memory(int64(perSecond)) + "/s"
}

// Short writes a large number in about three characters: 256, 66k, 17M.
func Short(v float64) string {
	for _, s := range []struct {
		unit float64
		name string
	}{{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}} {
		if v >= 1e18 {
			return strconv.FormatFloat(v, 'e', 0, 64)
		}
		if v >= s.unit {
			return strconv.FormatFloat(v/s.unit, 'f', 0, 64) + s.name
		}
	}
	return strconv.FormatFloat(v, 'g', 3, 64)
}

// short writes a number below 1,000 with two figures or more.
func short(v float64) string {
	if v < 9.95 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// Left writes how long something still takes.
func Left(d time.Duration) string {
	if d < time.Minute {
		return lang.T("%d s left", int(math.Ceil(d.Seconds())))
	}
	return lang.T("%d min left", int(math.Ceil(d.Minutes())))
}

// Takes writes about how long something takes.
func Takes(d time.Duration) string {
	if d < time.Minute {
		return lang.T("about %d s", int(math.Ceil(d.Seconds())))
	}
	return lang.T("about %d min", int(math.Ceil(d.Minutes())))
}

// Odds writes a probability as one in how many.
func Odds(p float64) string {
	switch {
	case p <= 0:
		return ""
	case p > 0.5:
		return Percent(p)
	case 1/p < 1e12:
		return "1 / " + Count(int64(math.Round(1/p)))
	}
	return fmt.Sprintf("1 / %.1e", 1/p)
}

// Percent writes a probability in percent.
func Percent(p float64) string {
	switch {
	case p < 0.0001:
		return "< 0.01%"
	case p < 0.02:
		return strconv.FormatFloat(p*100, 'f', 2, 64) + "%"
	case p > 0.99 && p < 1:
		return strconv.FormatFloat(p*100, 'f', 1, 64) + "%"
	}
	return strconv.FormatFloat(p*100, 'f', 0, 64) + "%"
}

// Fixed writes a number with a fixed count of places.
func Fixed(v float64, places int) string { return strconv.FormatFloat(v, 'f', places, 64) }
