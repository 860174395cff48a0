package codec

import "testing"

// Each kind of element takes what it takes and brings what it brings.
func TestS2Elements(t *testing.T) {
	for _, c := range []struct {
		name     string
		b        []byte
		taken, n int
	}{
		{"literals", []byte{3 << 2, 'a', 'b', 'c', 'd'}, 5, 4},
		{"61 literals", append([]byte{60 << 2, 60}, make([]byte, 61)...), 63, 61},
		{"258 literals", append([]byte{61 << 2, 1, 1}, make([]byte, 258)...), 261, 258},
		{"literals cut", []byte{3 << 2, 'a', 'b', 'c'}, 0, 0},
		{"length cut", []byte{61 << 2, 1}, 0, 0},
		{"length of 4 GB", []byte{63 << 2, 255, 255, 255, 255, 0}, 0, 0},
		{"copy near", []byte{7<<2 | 1, 9}, 2, 11},
		{"copy again", []byte{4<<2 | 1, 0}, 2, 8},
		{"copy again, 1 byte more", []byte{5<<2 | 1, 0, 10}, 3, 18},
		{"copy again, 2 bytes more", []byte{6<<2 | 1, 0, 1, 1}, 4, 517},
		{"copy again, 3 bytes more", []byte{7<<2 | 1, 0, 0, 0, 1}, 5, 131076},
		{"copy again, cut", []byte{7<<2 | 1, 0, 0, 0}, 0, 0},
		{"copy far", []byte{63<<2 | 2, 0, 1}, 3, 64},
		{"copy farther", []byte{63<<2 | 3, 0, 1, 0, 0}, 5, 64},
		{"copy cut", []byte{63<<2 | 3, 0, 1, 0}, 0, 0},
	} {
		if taken, n := s2Element(c.b); taken != c.taken || n != c.n {
			t.Errorf("%s: takes %d and brings %d, want %d and %d", c.name, taken, n, c.taken, c.n)
		}
	}
}
