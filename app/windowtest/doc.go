// Package windowtest opens the real program on a real display, presses its
// keys and looks at what it did. It runs with the build tag window, where
// BITLENS names the program and DISPLAY a display with a window manager; make
// window does all that.
package windowtest
