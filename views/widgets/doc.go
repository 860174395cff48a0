// Package widgets holds what several screens draw with: the heat text, charts, and the theme. A widget knows no model and
// no screen; it is handed what it shows and tells by callbacks what was done to it.
package widgets
