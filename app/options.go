package app

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// An options is the command line.
type options struct {
	file     string
	links    []string
	size     fyne.Size
	theme    widgets.Appearance // "" for the preference
	language string             // "" for the preference
	walk     bool               // open the links in turn, for whoever takes pictures
	times    bool               // print when the first colour and the receipt appeared
}

const usage = `usage: bitlens [options] [FILE | SESSION.bitlens | LINK...]

  --size WxH         size of the window (1280x800)
  --theme NAME       light, dark or system
  --lang CODE        en or zh
  --walk             open each LINK in turn: print it when the window is at rest,
                     and wait for a line of input
  --times            print when the first colour and the receipt appeared`

// parse reads the command line.
func parse(args []string) (options, error) {
	o := options{size: fyne.NewSize(1280, 800)}
	f := flag.NewFlagSet("bitlens", flag.ContinueOnError)
	f.SetOutput(new(strings.Builder))
	size := f.String("size", "", "")
	theme := f.String("theme", "", "")
	f.StringVar(&o.language, "lang", "", "")
	f.BoolVar(&o.walk, "walk", false, "")
	f.BoolVar(&o.times, "times", false, "")
	if err := f.Parse(args); err != nil {
		return o, fmt.Errorf("%w\n%s", err, usage)
	}
	if err := o.takeSize(*size); err != nil {
		return o, err
	}
	if o.language != "" && o.language != lang.English && o.language != lang.Chinese {
		return o, fmt.Errorf("the language %q is not en or zh", o.language)
	}
	switch t := widgets.Appearance(*theme); t {
	case "", widgets.Light, widgets.Dark, widgets.System:
		o.theme = t
	default:
		return o, fmt.Errorf("the theme %q is not light, dark or system", *theme)
	}
	return o, o.take(f.Args())
}

// takeSize reads a size such as 1280x800; none leaves it as it is.
func (o *options) takeSize(s string) error {
	if s == "" {
		return nil
	}
	width, height, _ := strings.Cut(s, "x")
	w, errW := strconv.Atoi(width)
	h, errH := strconv.Atoi(height)
	if errW != nil || errH != nil || w < 400 || h < 300 {
		return fmt.Errorf("the size %q is not of the form 1280x800", s)
	}
	o.size = fyne.NewSize(float32(w), float32(h))
	return nil
}

// take sorts the arguments into links and a file.
func (o *options) take(args []string) error {
	for _, a := range args {
		switch {
		case strings.HasPrefix(a, workspace.Scheme):
			o.links = append(o.links, a)
		case o.file == "":
			o.file = a
		default:
			return errors.New("open one file at a time\n" + usage)
		}
	}
	return nil
}

// noDisplay reports whether there is nowhere to open a window.
func noDisplay() bool {
	return runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == ""
}
