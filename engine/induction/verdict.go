package induction

// A Verdict says in what sense a sequence was explained.
type Verdict int

// The verdicts. None of them is that a sequence is random: that cannot be known.
const (
	Nothing Verdict = iota // nothing shorter than the literal program was found
	Unclear                // something was, by fewer than ClearGain bits
	Regular
)

// ClearGain is the gain in bits from which on a regularity is clear.
const ClearGain = 10

// Verdict returns what the gain means.
func (e Explanation) Verdict() Verdict {
	switch gain := e.Gain(); {
	case gain <= 0:
		return Nothing
	case gain < ClearGain:
		return Unclear
	}
	return Regular
}

// String returns the verdict in English.
func (v Verdict) String() string {
	return [...]string{"no regularity found within this budget", "no clear regularity", "a regularity"}[v]
}

// Chinese returns the verdict in Chinese.
func (v Verdict) Chinese() string {
	return [...]string{"在此预算内未发现规律", "没有明显的规律", "有规律"}[v]
}
