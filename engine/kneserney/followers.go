package kneserney

import "math/bits"

// A follower is a character that has followed a context, and how often.
type follower struct {
	char  uint32
	count uint32
}

// A context is what has been seen behind the last few characters. Its
// followers are size many from start on in the arena.
type context struct {
	hash  uint32 // of the characters, and of how many they are; 0 for none
	start uint32
	size  uint32
	total uint32    // of the counts
	few   [3]uint32 // followers seen once, twice, and more often
	last  uint32    // the one that came last
}

// room returns how many followers a context of so many has place for: the next
// power of two.
func room(size uint32) uint32 {
	if size == 0 {
		return 0
	}
	return 1 << bits.Len32(size-1)
}

// class returns where count is told in few.
func class(count uint32) int { return int(min(count, 3)) - 1 }

// grown returns the arena with place for one more follower of c behind the
// others, which may move.
func grown(arena []follower, c *context) []follower {
	if c.size < room(c.size) {
		return arena
	}
	start := uint32(len(arena))
	arena = append(arena, arena[c.start:c.start+c.size]...)
	arena = append(arena, make([]follower, room(c.size+1)-c.size)...)
	c.start = start
	return arena
}

// find returns where char is among the followers, or -1.
func find(followers []follower, char uint32) int {
	for i := range followers {
		if followers[i].char == char {
			return i
		}
	}
	return -1
}
