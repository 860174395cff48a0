package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sizes of type in the window, in device-independent pixels.
const (
	SmallSize   = 11
	TextSize    = 13
	HeadingSize = 11
	FigureSize  = 34
)

// Roles of text and lines: the theme's colours for them.
const (
	RoleInk    = theme.ColorNameForeground
	RoleMute   = theme.ColorNamePlaceHolder
	RoleAccent = theme.ColorNamePrimary
	RoleLine   = theme.ColorNameSeparator
	RolePanel  = theme.ColorNameInputBackground
	RoleGround = theme.ColorNameBackground
	RoleError  = theme.ColorNameError
)

// A Label is one line of text in a role. It takes the room of its text and no
// more, and shortens nothing.
type Label struct {
	widget.BaseWidget
	Tipped
	text  string
	role  fyne.ThemeColorName
	size  float32
	style fyne.TextStyle
}

// NewLabel returns a label at the size of the interface.
func NewLabel(text string, role fyne.ThemeColorName) *Label {
	return NewStyled(text, role, TextSize, fyne.TextStyle{})
}

// NewStyled returns a label of any size and style.
func NewStyled(text string, role fyne.ThemeColorName, size float32, style fyne.TextStyle) *Label {
	l := &Label{text: text, role: role, size: size, style: style}
	l.ExtendBaseWidget(l)
	l.Tipped.owner = l
	return l
}

// Text returns the text.
func (l *Label) Text() string { return l.text }

// SetText changes the text.
func (l *Label) SetText(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

// SetRole changes the role.
func (l *Label) SetRole(role fyne.ThemeColorName) {
	if l.role != role {
		l.role = role
		l.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	r := &labelRenderer{l: l, text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type labelRenderer struct {
	l    *Label
	text *canvas.Text
}

func (r *labelRenderer) Refresh() {
	r.text.Text, r.text.TextSize, r.text.TextStyle = r.l.text, r.l.size, r.l.style
	r.text.Color = themeColor(r.l.role)
	r.text.Refresh()
}

func (r *labelRenderer) Layout(size fyne.Size) {
	min := r.text.MinSize()
	r.text.Move(fyne.NewPos(0, (size.Height-min.Height)/2))
	r.text.Resize(fyne.NewSize(size.Width, min.Height))
}

func (r *labelRenderer) MinSize() fyne.Size           { return r.text.MinSize() }
func (r *labelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }
func (r *labelRenderer) Destroy()                     {}
