package widgets

import (
	"testing"
	"time"
)

func TestFormats(t *testing.T) {
	for _, c := range [][2]string{
		{Count(0), "0"}, {Count(999), "999"}, {Count(1000), "1,000"}, {Count(152089), "152,089"},
		{Count(-1234567), "-1,234,567"}, {Count(-123), "-123"},
		{Memory(512), "512 B"}, {Memory(14_200_000), "14 MB"}, {Memory(1_500), "1.5 KB"}, {Memory(3e9), "3.0 GB"},
		{Odds(1.0 / 5690011), "1 / 5,690,011"}, {Odds(0.93), "93%"}, {Odds(0), ""},
		{Percent(0.34), "34%"}, {Percent(0.012), "1.20%"}, {Percent(0.00001), "< 0.01%"}, {Percent(0.999), "99.9%"},
		{Left(12 * time.Second), "12 s left"}, {Left(90 * time.Second), "2 min left"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}
