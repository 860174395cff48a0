package app

import (
	"log"

	"bitlens/assets/lang"
	"bitlens/views/widgets"

	fynelang "fyne.io/fyne/v2/lang"
)

// Preferences.
const (
	appearancePreference = "appearance"
	languagePreference   = "language"
)

// applyLook takes theme and language from the command line, else from the
// preferences, else from the system.
func (w *Window) applyLook(o options) {
	p := w.app.Preferences()
	if o.theme == "" {
		o.theme = widgets.Appearance(p.StringWithFallback(appearancePreference, string(widgets.System)))
	}
	if o.language == "" {
		o.language = p.StringWithFallback(languagePreference, lang.System())
	}
	w.app.Settings().SetTheme(widgets.NewTheme(o.theme))
	speak(o.language)
}

// speak chooses the language, Fyne's own dialogs included.
func speak(code string) {
	lang.Set(code)
	if err := fynelang.AddTranslationsForLocale(lang.Fyne(), fynelang.SystemLocale()); err != nil {
		log.Printf("the toolkit's own texts stay in its language: %v", err)
	}
}

// setAppearance shows light or dark, and remembers it.
func (w *Window) setAppearance(a widgets.Appearance) {
	w.app.Preferences().SetString(appearancePreference, string(a))
	w.app.Settings().SetTheme(widgets.NewTheme(a))
	w.ws.LookChanged()
}

// setLanguage speaks another language, and remembers it. Widgets keep their
// words, so the content is made anew.
func (w *Window) setLanguage(code string) {
	w.app.Preferences().SetString(languagePreference, code)
	speak(code)
	w.build()
}
