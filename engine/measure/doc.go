// Package measure runs models over a document and streams what they find.
//
// [Archive] is the whole truth about one model and one text: it writes the
// .bits file in memory, charging each byte as it goes, reads it back, and
// compares. [Predict] only charges, from wherever a copy of the predictor
// stands, for a text that is being edited. [Race] archives many models, the
// cheapest first. [Peek] asks a predictor what it expected at one place, and a
// [Surveyor] asks at every byte what only the whole distribution tells. A
// [Writer] lets it write, and [Learn] does so at stages of its reading.
//
// Everything here may take long, runs on the goroutine of its caller, answers
// a cancelled context within 100 ms and reports through plain callbacks on
// that goroutine.
package measure
