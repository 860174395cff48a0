package num

// PanelColumns is the number of columns that stand together in a [Matrix].
const PanelColumns = 16

// A Matrix is stored in panels of 16 columns: the first 16 of every row, row
// after row, then the next 16. A kernel then reads memory in the order in which
// it stands there. The other factor of a product, and the product, are rows
// one behind the other.
//
// Each sum of products begins with what stood there and takes one product after
// the other, in their order, each rounded before it is added. Kernels and plain
// Go, and one row and many at once, therefore give the same bits.
type Matrix struct {
	Rows    int
	Columns int // a multiple of 16
	V       []float32
}

// blockRows is how many rows a kernel takes at once.
const blockRows = 4

// NewMatrix returns zeros.
func NewMatrix(rows, columns int) Matrix {
	return OnMatrix(rows, columns, make([]float32, rows*columns))
}

// OnMatrix returns a matrix of the numbers in v.
func OnMatrix(rows, columns int, v []float32) Matrix {
	if columns%PanelColumns != 0 || len(v) != rows*columns {
		panic("num: columns of a matrix come in sixteens")
	}
	return Matrix{rows, columns, v}
}

// panel returns panel i, all rows of it.
func (w *Matrix) panel(i int) []float32 {
	return w.V[i*w.Rows*PanelColumns:][:w.Rows*PanelColumns]
}

// AddProduct adds a times w to c, of so many rows.
func (w *Matrix) AddProduct(c, a []float32, rows int) {
	c, a = c[:rows*w.Columns], a[:rows*w.Rows]
	if rows < blockRows {
		for i := range rows {
			row(c[i*w.Columns:][:w.Columns], a[i*w.Rows:][:w.Rows], w.V)
		}
		return
	}
	for i := range w.Columns / PanelColumns {
		panel(c[i*PanelColumns:], w.Columns, a, w.Rows, 1, w.panel(i), rows, w.Rows)
	}
}

// packed is how many rows AddOuter copies together at once.
const packed = 128

// AddOuter adds to w the sum of the outer products of a's rows and c's, of
// which there are so many: the gradient of a matrix that turned a into
// something whose own gradient is c.
func (w *Matrix) AddOuter(a, c []float32, rows int) {
	a, c = a[:rows*w.Rows], c[:rows*w.Columns]
	var b [packed * PanelColumns]float32
	for first := 0; first < rows; first += packed {
		n := min(packed, rows-first)
		for i := range w.Columns / PanelColumns {
			for r := range n {
				copy(b[r*PanelColumns:][:PanelColumns], c[(first+r)*w.Columns+i*PanelColumns:])
			}
			panel(w.panel(i), PanelColumns, a[first*w.Rows:], 1, w.Rows, b[:], w.Rows, n)
		}
	}
}

// square is how many numbers 16 rows of a panel hold.
const square = PanelColumns * PanelColumns

// TransposeOf fills w with the transpose of o, whose rows come in sixteens too.
func (w *Matrix) TransposeOf(o *Matrix) {
	for i := range o.Columns / PanelColumns {
		from := o.panel(i)
		for r := range o.Rows / PanelColumns {
			transpose((*[square]float32)(w.panel(r)[i*square:]), (*[square]float32)(from[r*square:]))
		}
	}
}

// transposePlain transposes 16 rows of a panel.
func transposePlain(to, from *[square]float32) {
	for i, v := range from {
		to[i%PanelColumns*PanelColumns+i/PanelColumns] = v
	}
}

// panelPlain adds to m rows of c, which are cRow apart, m rows of a times the
// panel b of k rows. Elements of a are aRow apart down and aColumn along.
func panelPlain(c []float32, cRow int, a []float32, aRow, aColumn int, b []float32, m, k int) {
	for i := range m {
		sums := (*[PanelColumns]float32)(c[i*cRow:])
		for p := range k {
			f, v := a[i*aRow+p*aColumn], (*[PanelColumns]float32)(b[p*PanelColumns:])
			for j := range sums {
				sums[j] += float32(f * v[j])
			}
		}
	}
}

// rowPlain adds to the row c the row a times the panels b.
func rowPlain(c, a, b []float32) {
	for i := 0; i < len(c); i += PanelColumns {
		panelPlain(c[i:], len(c), a, len(a), 1, b[i*len(a):], 1, len(a))
	}
}
