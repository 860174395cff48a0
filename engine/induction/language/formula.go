package language

import (
	"fmt"
	"strconv"
	"strings"
)

// Formula returns the program as it stands in a book: a(n) = a(n-1) + a(n-2).
func (p *Program) Formula() string {
	var b strings.Builder
	for i, v := range p.Starts {
		fmt.Fprintf(&b, "a(%d) = %v, ", p.First+int64(i), v)
	}
	s, _ := p.Body.formula(0)
	return b.String() + "a(n) = " + s
}

// How strongly an operator binds what it stands between.
const (
	weakest = iota
	sums
	products
	powers
	atoms
)

// An infix is an operator that stands between its arguments; its sides say how
// strongly these must bind to go without parentheses.
type infix struct {
	sign               string
	binds, left, right int
}

var infixes = map[Op]infix{
	Add:     {" + ", sums, sums, sums},
	Sub:     {" - ", sums, sums, products},
	Mul:     {" * ", products, products, products},
	Mod:     {" mod ", products, products, powers},
	Pow:     {"^", powers, atoms, atoms},
	Equal:   {" = ", weakest, sums, sums},
	Less:    {" < ", weakest, sums, sums},
	Divides: {" | ", weakest, sums, sums},
}

// calls are the operators written around their arguments.
var calls = map[Op]string{
	Div: "floor(%s / %s)", GCD: "gcd(%s, %s)", Choose: "binomial(%s, %s)",
	Sqrt: "floor(sqrt(%s))", At: "a(%s)", Back: "a(n-1-%s)",
	Row: "row(%s)", Column: "column(%s)", Xor: "xor(%s, %s)", Count: "count(%s)",
	Digits: "digitsum(%s, %s)", Reverse: "reverse(%s, %s)",
	Say: "say(%s)", Join: "join(%s, %s)",
	If: "(if %s > 0 then %s else %s)",
}

// formula returns the expression inside so many loops, and how it binds.
func (e *Expr) formula(loops int) (string, int) {
	if v, ok := e.number(); ok {
		return strconv.FormatInt(v, 10), map[bool]int{false: atoms, true: weakest}[v < 0]
	}
	switch in, ok := infixes[e.Op]; {
	case ok:
		return e.Args[0].within(in.left, loops) + in.sign + e.Args[1].within(in.right, loops), in.binds
	case e.Op.Loop():
		return e.loopFormula(loops), sums
	case e.Op == Index:
		return letter(loops), atoms
	case e.Op == Outer:
		return letter(loops - 1), atoms
	case e.Op == Last:
		return "a(n-1)", atoms
	case e.Op == Prev:
		return "a(n-2)", atoms
	case e.Op == Neg:
		return "-" + e.Args[0].within(products, loops), weakest
	}
	return e.call(loops), atoms
}

// call writes an operator around its arguments.
func (e *Expr) call(loops int) string {
	if v, ok := e.Args[0].number(); ok && e.Op == Back && v >= 0 {
		return fmt.Sprintf("a(n-%d)", v+1)
	}
	binds := weakest
	if e.Op == Div || e.Op == Back {
		binds = powers
	}
	var said []any
	for _, a := range e.Args {
		said = append(said, a.within(binds, loops))
	}
	return fmt.Sprintf(calls[e.Op], said...)
}

// within returns the expression, in parentheses if it binds less than is asked.
func (e *Expr) within(asked, loops int) string {
	s, binds := e.formula(loops)
	if binds < asked {
		return "(" + s + ")"
	}
	return s
}

func (e *Expr) loopFormula(loops int) string {
	k, n := letter(loops+1), letter(loops)
	body := e.Args[0].within(products, loops+1)
	switch e.Op {
	case Sum:
		return fmt.Sprintf("sum_{%s=0..%s} %s", k, n, body)
	case Total:
		return fmt.Sprintf("sum_{%s=1..%s} %s", k, n, body)
	case Weigh:
		return fmt.Sprintf("sum_{%s=1..%s} a(n-%s) * %s", k, n, k, body)
	case Divisors:
		return fmt.Sprintf("sum_{%s|%s} %s", k, n, body)
	case Product:
		return fmt.Sprintf("prod_{%s=1..%s} %s", k, n, body)
	}
	if !e.Args[0].Op.test() {
		body += " > 0"
	}
	return fmt.Sprintf("(%s-th %s >= 1 with %s)", n, k, body)
}
