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
	panels(c, w.Columns, PanelColumns, a, w.Rows, 1, w.V, PanelColumns, w.Rows*PanelColumns, rows, w.Rows, w.Columns/PanelColumns)
}

// AddOuter adds to w the sum of the outer products of a's rows and c's, of
// which there are so many: the gradient of a matrix that turned a into
// something whose own gradient is c.
func (w *Matrix) AddOuter(a, c []float32, rows int) {
	a, c = a[:rows*w.Rows], c[:rows*w.Columns]
	panels(w.V, PanelColumns, w.Rows*PanelColumns, a, 1, w.Rows, c, w.Columns, PanelColumns, w.Rows, rows, w.Columns/PanelColumns)
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

// panelsPlain adds to m rows of c, in n panels, m rows of a times k rows of b.
// Rows are cRow and bRow apart, panels cPanel and bPanel, elements of a aRow down
// and aColumn along.
func panelsPlain(c []float32, cRow, cPanel int, a []float32, aRow, aColumn int, b []float32, bRow, bPanel, m, k, n int) {
	for i := range m * n {
		row, panel := i%m, i/m
		sums := (*[PanelColumns]float32)(c[row*cRow+panel*cPanel:])
		for j := range k {
			f, v := a[row*aRow+j*aColumn], (*[PanelColumns]float32)(b[j*bRow+panel*bPanel:])
			for l := range sums {
				sums[l] += float32(f * v[l])
			}
		}
	}
}
