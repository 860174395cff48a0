package race

import "bitlens/assets/lang"

// What the zoo says of parameters, for the test of translations; a test holds
// that none is missing.
var _ = []string{
	lang.T("block size, in 100,000 bytes"),
	lang.T("effort"),
	lang.T("effort; -1 is the encoder's own choice, 5"),
	lang.T("how far back a match may reach, in MB"),
	lang.T("limit, in MB; a full model is built anew from the last 256 bytes of the text for each"),
	lang.T("limit, in MB; a full model is built anew from the last 4 KB of the text for each"),
	lang.T("longest context that leads to the next byte past the network, in bytes; 0 for none"),
	lang.T("longest context, in bytes"),
	lang.T("small, medium or large: s, m or l"),
	lang.T("what each outcome counts for before it was seen, in 1/64; 32 is the KT estimator"),
}
