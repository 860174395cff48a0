package language

// A Phrasebook is how a language says programs: a phrase for each operator, and
// some for what is said more briefly. The phrases know nothing of sequences.
type Phrasebook struct {
	phrases  [ops]string
	start    string // before the rule: the given terms
	nought   string // before a rule that looks back, where there are none
	comma    string
	and      string
	each     string // the rule, where it does not look at the place
	term     string // and where it does: the first place, the value
	truth    string // 1 if so, else 0
	above    string
	nth      string // the outer index, the inner, the condition
	count    string // the inner index, from, to, the condition
	divide   string // the inner index, the outer, the condition
	divisors string // how many: the outer index
	before   string // so many terms before
	plus     string // a number
	both     string // the sum of the last two
	twice    string
	square   string
	open     string // parentheses
	shut     string
}

// English says programs in English.
var English = &Phrasebook{
	start:    "start with %s; then ",
	nought:   "with 0 for what is before the first term, ",
	plus:     "%s plus %s",
	comma:    ", ",
	and:      " and ",
	each:     "each term is %s",
	term:     "term n, counted from %d, is %s",
	truth:    "1 if %s, else 0",
	above:    "%s is above 0",
	nth:      "number %s, in order, of the numbers %s from 1 on for which %s",
	count:    "how many %s from %d to %s there are for which %s",
	divide:   "how many divisors %s of %s there are for which %s",
	divisors: "how many divisors %s has",
	before:   "the term %d before",
	both:     "the sum of the two terms before",
	twice:    "twice %s",
	square:   "the square of %s",
	open:     "(",
	shut:     ")",
	phrases: [ops]string{
		Last:     "the term before",
		Prev:     "the term two before",
		Add:      "the sum of %s and %s",
		Sub:      "%s minus %s",
		Mul:      "the product of %s and %s",
		Div:      "%s divided by %s, rounded down",
		Mod:      "the remainder of %s divided by %s",
		Pow:      "%s to the power %s",
		At:       "the term at place %s",
		Back:     "the term that is %s places before the last",
		If:       "%s if %s, else %s",
		Equal:    "%s equals %s",
		Less:     "%s is less than %s",
		Divides:  "%s divides %s",
		GCD:      "the greatest common divisor of %s and %s",
		Choose:   "the number of ways to choose %[2]s of %[1]s things",
		Sqrt:     "the square root of %s, rounded down",
		Neg:      "minus %s",
		Row:      "the row of number %s in a triangle with one number more in each row, all counted from 0",
		Column:   "the place of number %s in its row of a triangle with one number more in each row, all counted from 0",
		Xor:      "the sum of %s and %s in binary without carrying",
		Count:    "how many of the terms before are equal to %s",
		Digits:   "the sum of the digits of %s in base %s",
		Reverse:  "the digits of %s in base %s read from behind",
		Say:      "the digits of %s read off by runs, how many and which",
		Join:     "%s and %s written side by side",
		Sum:      "the sum over %s from 0 to %s of %s",
		Total:    "the sum over %s from 1 to %s of %s",
		Weigh:    "the sum over %s from 1 to %s of the term %[1]s before, each times %[3]s",
		Divisors: "the sum over the divisors %s of %s of %s",
		Product:  "the product over %s from 1 to %s of %s",
	},
}

// Chinese says programs in Chinese.
var Chinese = &Phrasebook{
	start:    "以 %s 开头；此后",
	nought:   "首项之前视为 0，",
	plus:     "%s加%s",
	comma:    "、",
	and:      " 和 ",
	each:     "每一项是%s",
	term:     "第 n 项（从 %d 数起）是%s",
	truth:    "“若%s则为1，否则为0”",
	above:    "%s大于 0",
	nth:      "从 1 起满足“%[3]s”的数 %[2]s 中的第 %[1]s 个",
	count:    "从 %[2]d 到 %[3]s 满足“%[4]s”的 %[1]s 的个数",
	divide:   "%[2]s 的约数 %[1]s 中满足“%[3]s”的个数",
	divisors: "%s 的约数个数",
	before:   "往前第 %d 项",
	both:     "前两项之和",
	twice:    "%s的两倍",
	square:   "%s的平方",
	open:     "（",
	shut:     "）",
	phrases: [ops]string{
		Last:     "前一项",
		Prev:     "前面第二项",
		Add:      "%s与%s之和",
		Sub:      "%s减去%s",
		Mul:      "%s与%s之积",
		Div:      "%s除以%s的商（向下取整）",
		Mod:      "%s除以%s的余数",
		Pow:      "%s的%s次方",
		At:       "位置为%s的项",
		Back:     "最近一项再往前%s项的那一项",
		If:       "“若%[2]s则为%[1]s，否则为%[3]s”",
		Equal:    "%s等于%s",
		Less:     "%s小于%s",
		Divides:  "%s整除%s",
		GCD:      "%s与%s的最大公约数",
		Choose:   "从%s个中取%s个的取法数",
		Sqrt:     "%s的平方根（向下取整）",
		Neg:      "负的%s",
		Row:      "把数从 0 起排成每行多一个的三角形，第%s个数所在的行（从 0 数起）",
		Column:   "把数从 0 起排成每行多一个的三角形，第%s个数在其行中的位置（从 0 数起）",
		Xor:      "%s与%s的二进制不进位和",
		Count:    "之前等于%s的项数",
		Digits:   "%[1]s的%[2]s进制各位数字之和",
		Reverse:  "%[1]s的%[2]s进制数字倒写",
		Say:      "把%s的数字逐段读出（几个几）",
		Join:     "%s与%s的数字并排写成的数",
		Sum:      "对 %s 从 0 到 %s 求%s的和",
		Total:    "对 %s 从 1 到 %s 求%s的和",
		Weigh:    "对 %s 从 1 到 %s 求往前第 %[1]s 项与%[3]s之积的和",
		Divisors: "对 %[2]s 的约数 %[1]s 求%[3]s的和",
		Product:  "对 %s 从 1 到 %s 求%s的积",
	},
}
