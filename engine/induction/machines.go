package induction

import (
	"context"
	"strings"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/language"
	"bitlens/engine/induction/turing"
)

// A Rule is a program of either machine: the language's, or a Turing machine.
type Rule interface {
	judge.Program
	String() string // in the notation of its machine
	English() string
	Chinese() string
}

// English says the program in English.
func (p *Program) English() string { return p.Words(language.English) }

// Chinese says it in Chinese.
func (p *Program) Chinese() string { return p.Words(language.Chinese) }

// machines looks for the Turing machines that explain terms of 0 and 1.
func (r *run) machines(ctx context.Context) {
	bits, ok := Binary(r.x.Terms)
	if !ok {
		return
	}
	all := turing.Programs(ctx, bits)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.x.Machines = all
	r.renew()
}

// Binary writes terms as a string of 0 and 1, if they are no others.
func Binary(terms []integer.Int) (s string, ok bool) {
	var b strings.Builder
	for _, t := range terms {
		bit, ok := t.Int64()
		if !ok || bit != 0 && bit != 1 {
			return "", false
		}
		b.WriteByte('0' + byte(bit))
	}
	return b.String(), true
}

// Constant returns by how many bits the shortest program of the language is
// longer than the shortest Turing machine: K depends on the machine, but for all
// sequences by no more than some constant (Solomonoff 1964, Kolmogorov 1965). It
// is not ok unless both are known.
func (e Explanation) Constant() (bits int, ok bool) {
	if len(e.Programs) == 0 || len(e.Machines) == 0 {
		return 0, false
	}
	return e.Programs[0].Length() - e.Machines[0].Length(), true
}

// MachineBets returns a judge's bets on the next k terms by the Turing machines
// alone, since the lengths of two machines are no weights of one mixture. What
// is left over is measured by the literal program of the language, too.
func (e Explanation) MachineBets(j judge.Judge, k int) []judge.Bet {
	return bets(j, e.Machines, k, e.Literal)
}

// bets has a judge bet by the programs of one machine.
func bets[R Rule](j judge.Judge, rules []R, k, literal int) []judge.Bet {
	ps := make([]judge.Program, len(rules))
	for i, r := range rules {
		ps[i] = r
	}
	return j.Bets(ps, k, literal)
}
