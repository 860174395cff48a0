package widgets

import "bitlens/assets/lang"

// A Term is a word of the field that the window uses, and explains where the
// pointer rests on it.
type Term int

// The terms.
const (
	NoTerm Term = iota
	SurpriseTerm
	ProbabilityTerm
	RankTerm
	ExpectedTerm
	BytesTerm
	EachTerm
	OffsetTerm
	GuessTerm
	WordGuessTerm
	OthersTerm
	ContextTerm
	SeenTerm
	ShareTerm
	OddsTerm
	PaidTerm
	TemperatureTerm
	TopTerm
	SeedTerm
	IntervalTerm
	SentTerm
	OnlyTerm
	RivalTerm
	DifferenceTerm
)

// Define returns two lines that say what a term means, none for NoTerm.
func Define(t Term) []string {
	switch t {
	case SurpriseTerm:
		return []string{lang.T("Surprise: -log2 of the probability that the model gave to what came."),
			lang.T("It is what this piece adds to the compressed file; 8 bits a byte is no prediction at all.")}
	case ProbabilityTerm:
		return []string{lang.T("How likely the model held these very bytes, before it saw them."),
			lang.T("Each bit of surprise halves it: 3 bits are 1 in 8.")}
	case RankTerm:
		return []string{lang.T("How many alternatives the model held likelier, plus one."),
			lang.T("Rank 1 is what it would have guessed.")}
	case ExpectedTerm:
		return []string{lang.T("The entropy of the prediction: how many bits the next byte costs on average."),
			lang.T("A piece that costs more than expected is a surprise; one that costs less was a good bet.")}
	case BytesTerm:
		return []string{lang.T("The bytes of this piece in UTF-8, as hexadecimal numbers."),
			lang.T("Models read bytes; characters and words cost the sum of theirs.")}
	case EachTerm:
		return []string{lang.T("What each byte of this piece cost."),
			lang.T("Mostly the first one is dear: once it is known, the others follow.")}
	case OffsetTerm:
		return []string{lang.T("Where this piece starts, counted in bytes from 0."),
			lang.T("Links and the bits command name places by it.")}
	case GuessTerm:
		return []string{lang.T("What the model held likeliest here, before it saw what came; together they are 100%."),
			lang.T("Click one to see how the text would have gone on.")}
	case WordGuessTerm:
		return []string{lang.T("The likeliest whole words here: the probability of the word and of its ending there."),
			lang.T("Click one to see how the text would have gone on.")}
	case OthersTerm:
		return []string{lang.T("The probability of everything that is not listed, together."),
			lang.T("With it the list adds up to 100%.")}
	case ContextTerm:
		return []string{lang.T("The last bytes, as many as the model found again in what it has read: its context."),
			lang.T("They are underlined in the text. The order is their number.")}
	case SeenTerm:
		return []string{lang.T("Where the same context stood before, and what the model remembers from."),
			lang.T("Click to go there.")}
	case ShareTerm:
		return []string{lang.T("Which part of the prediction comes from this input."),
			lang.T("All inputs together are 100%.")}
	case OddsTerm:
		return []string{lang.T("How many bits this input adds to the odds of the likeliest byte."),
			lang.T("Below 0 it speaks against that byte.")}
	case PaidTerm:
		return []string{lang.T("What other models of the race paid for the same piece."),
			lang.T("The same text, the same coder: only what they expected differs.")}
	case TemperatureTerm:
		return []string{lang.T("How boldly the model chooses: 0 takes the likeliest byte, 1 draws as it expects."),
			lang.T("Above 1 it takes the unlikely more often than it should.")}
	case TopTerm:
		return []string{lang.T("The model draws from so many of the likeliest bytes only."),
			lang.T("This keeps out what it holds nearly impossible.")}
	case IntervalTerm:
		return []string{lang.T("The arithmetic coder keeps an interval of numbers; each byte keeps the part that was its probability."),
			lang.T("The narrower the part, the more bits it takes to name a number in it.")}
	case SentTerm:
		return []string{lang.T("The last bits of the compressed text: no later byte changes them."),
			lang.T("A bit is sent once all numbers of the interval begin with it.")}
	case RivalTerm:
		return []string{lang.T("What the second model paid for this piece; the large figure is what the first one, A, paid."),
			lang.T("Both read the same text from its start, each by itself.")}
	case DifferenceTerm:
		return []string{lang.T("The bits of the first model less those of the second."),
			lang.T("Below zero, A knew this piece better; each bit is twice the odds.")}
	case OnlyTerm:
		return []string{lang.T("Of the ten likeliest of each model, those that the other does not name."),
			lang.T("Where the lists are empty, both expect the same, if not as surely.")}
	case SeedTerm:
		return []string{lang.T("The number that all draws follow from."),
			lang.T("The same seed writes the same text again.")}
	}
	return nil
}
