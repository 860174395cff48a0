// Command bitlens opens the window. Its arguments are a file or a link to open.
package main

import (
	"os"

	"bitlens/app"
)

func main() { os.Exit(app.Main(os.Args[1:])) }
