package widgets

import (
	"sync"

	"bitlens/assets/fonts"
	"bitlens/views/widgets/typeset"

	"fyne.io/fyne/v2/theme"
)

// typefaces are the faces of all heat texts and their glyphs. They belong to the window's goroutine.
type typefaces struct {
	faces *typeset.Faces
	masks *typeset.Masks
}

// heatTypefaces returns ours, then those that Fyne embeds anyway: DejaVu Sans Mono has Cyrillic, Greek, Arabic and
// combining marks, Noto Sans more accents, EmojiOne pictures. They are parsed when first needed.
var heatTypefaces = sync.OnceValue(func() typefaces {
	const emoji = 3
	faces := typeset.NewFaces(emoji,
		func() []byte { return fonts.Mono },
		func() []byte { return theme.DefaultTextMonospaceFont().Content() },
		func() []byte { return theme.DefaultTextFont().Content() },
		emojiFont)
	return typefaces{faces, typeset.NewMasks(faces)}
})

// emojiFont returns nothing in a build with -tags no_emoji.
func emojiFont() []byte {
	if r := theme.DefaultEmojiFont(); r != nil {
		return r.Content()
	}
	return nil
}

// UseSystemFonts lets heat texts draw characters that no embedded face has with faces of the computer. It returns at once;
// the faces are looked for when they are first missed, by a goroutine that answers through do (fyne.Do). Their index is
// kept in cacheDir. Without it, as in tests, pictures are the same on every machine.
func UseSystemFonts(cacheDir string, do func(func())) {
	heatTypefaces().faces.FindElsewhere(typeset.NewSystem(cacheDir, do).Find)
}
