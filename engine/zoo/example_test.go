package zoo_test

import (
	"fmt"

	"bitlens/engine/zoo"
)

func ExampleOpen() {
	for _, id := range []string{"ppm", "ppm:order=4", "gzip:9", "pmp", "gzip:12"} {
		e, err := zoo.Open(id)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s, %s\n", e.ID, e.Title, e.Paper)
	}
	// Output:
	// ppm: Prediction by partial matching, Cleary and Witten 1984; Shkarin 2002
	// ppm:4: Prediction by partial matching, Cleary and Witten 1984; Shkarin 2002
	// gzip:9: gzip format, Go encoder, Ziv and Lempel 1977; Gailly and Adler 1992
	// unknown model "pmp"; did you mean "ppm"?; `bits models` lists all
	// model "gzip:12": level=12 is outside -2 to 9
}

// Families has one entry a name, All those of a race: some names with several
// parameters.
func ExampleFamilies() {
	names := map[string]int{}
	for _, e := range zoo.All() {
		names[e.Name]++
	}
	for _, e := range zoo.Families() {
		if e.Name == "ppm" {
			fmt.Println(e.ID, "has", len(e.Params), "parameters and races", names[e.Name], "times")
		}
	}
	// Output: ppm has 2 parameters and races 4 times
}
