// Package judge weighs programs that explain the same terms, and bets on what
// comes next.
//
// There are three judges. [Occam] believes the shortest program alone.
// [Solomonoff] believes them all, each by 2^-length (Solomonoff 1964). [Speed]
// lets time count too: 2^-(length + log2 steps), which is 2^-Kt (Levin 1973;
// Schmidhuber 2002). Programs that go on alike are one bet, and their weights
// add up.
//
// # What the bets leave over
//
// Nobody has run all programs, so that no judge may bet everything on those that
// were found. The literal program, which gives the terms as they are and lets
// anything follow, is always there; its share is the rest that no bet has. Left
// at 2^-length that share vanishes as soon as a program is a little shorter, and
// the bets are far too sure: a search through millions of programs finds one
// that fits by chance a few bits below the literal one. So the odds of the bets
// are evened out. With W the weight of a group and L that of the literal program
//
//	share of a group  ~  W^(1/temper)
//	share of the rest ~  (2^margin L)^(1/temper)
//
// that is, the literal program is given margin bits for the programs that were
// not found, and a bit of length says as much as 1/temper bits of evidence. Both
// numbers were fitted by the likelihood of what came next on generated
// sequences, never on those of the benchmark: see TestFit in engine/induction.
//
// [Calibration] counts how often bets came true.
package judge
