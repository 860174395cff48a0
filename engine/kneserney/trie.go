package kneserney

// A trie holds the characters of the whole text by their bytes: the order 0,
// whose followers are too many to be walked through.
type trie struct {
	blocks [][256]entry // the first is the root
}

// An entry tells of the characters that begin with the bytes that lead to it.
type entry struct {
	block int32   // of the bytes after, or 0
	chars uint32  // how many there are
	count uint32  // of the one that ends here
	mass  float32 // their counts, less the discounts
}

func newTrie() trie { return trie{blocks: make([][256]entry, 1, 8)} }
