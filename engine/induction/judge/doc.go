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
// anything follow, is always there; its share is the rest that no bet has. At
// 2^-length that share vanishes as soon as a program is a little shorter, and
// the bets are far too sure: a search through millions of programs finds one
// that fits by chance some bits below the literal one, and a true rule that was
// not found is not among those that bet. So the odds are evened out. With W the
// weight of a group of programs that go on alike, and L that of the literal one,
//
//	share of the group ~ W^(1/temper)
//	share of the rest  ~ L^(1/temper)
//
// so that a bit of length is 1/temper bits of evidence. The temper was fitted by
// the likelihood of what came next on 160 generated sequences of sixteen kinds,
// never on those of the benchmark: at 1 the next terms cost 186 bits in all, at 3
// 146, at 7 155. TestFit in engine/induction finds it again. No bet is surer than
// such fits can bear, which is 96% ([Surest]): with that bound the same terms cost
// 130 bits.
//
// [Calibration] counts how often bets came true.
package judge
