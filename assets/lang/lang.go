// Package lang holds what the window says, in English and in Chinese.
//
// A text's key is the English text itself; zh.json has the Chinese for each.
// A test holds every key in the program against that file.
package lang

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
)

// The languages.
const (
	English = "en"
	Chinese = "zh"
)

//go:embed zh.json
var zhJSON []byte

var chinese = func() map[string]string {
	m := map[string]string{}
	if err := json.Unmarshal(zhJSON, &m); err != nil {
		panic("the embedded Chinese texts: " + err.Error())
	}
	return m
}()

var speaksChinese atomic.Bool

// Set chooses the language: Chinese for "zh" and what begins with it, else
// English.
func Set(code string) { speaksChinese.Store(strings.HasPrefix(code, Chinese)) }

// Current returns English or Chinese.
func Current() string {
	if speaksChinese.Load() {
		return Chinese
	}
	return English
}

// System returns the language that the environment asks for.
func System() string {
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return English
}

// T returns a text in the current language, with args put in as fmt.Sprintf
// does. The key must be a constant, so that the test finds it.
func T(key string, args ...any) string {
	text := key
	if speaksChinese.Load() {
		if zh, ok := chinese[key]; ok {
			text = zh
		}
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Texts returns the Chinese of every key.
func Texts() map[string]string { return chinese }

//go:embed fyne.en.json
var fyneEnglish []byte

//go:embed fyne.zh.json
var fyneChinese []byte

// Fyne returns the toolkit's own texts in the current language, as it reads
// them.
func Fyne() []byte {
	if speaksChinese.Load() {
		return fyneChinese
	}
	return fyneEnglish
}
