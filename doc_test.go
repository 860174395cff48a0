package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bitlens/engine/zoo"
)

// goFiles returns the Go files below a folder, testdata apart.
func goFiles(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == "testdata" || d.Name() == ".git") {
			return filepath.SkipDir
		}
		if err == nil && strings.HasSuffix(path, ".go") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestEngineIsDocumented holds that what the engine exports has a comment that
// begins with its name, and that every package says what it is.
func TestEngineIsDocumented(t *testing.T) {
	files := token.NewFileSet()
	packages := map[string]bool{}
	for _, path := range goFiles(t, "engine") {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(files, path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Dir(path)
		packages[dir] = packages[dir] || f.Doc != nil
		for _, name := range undocumented(f) {
			t.Errorf("%s: %s has no comment that begins with its name", files.Position(name.Pos()), name.Name)
		}
	}
	for dir, ok := range packages {
		if !ok {
			t.Errorf("%s does not say what it is", dir)
		}
	}
}

// undocumented returns the exported names of a file that lack a comment. In a
// group of constants or variables the comment of the group is enough.
func undocumented(f *ast.File) (names []*ast.Ident) {
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && receiverIsExported(d) && !begins(d.Doc, d.Name) {
				names = append(names, d.Name)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				names = append(names, undocumentedIn(d, s)...)
			}
		}
	}
	return names
}

func undocumentedIn(d *ast.GenDecl, s ast.Spec) (names []*ast.Ident) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() && !begins(s.Doc, s.Name) && !begins(d.Doc, s.Name) {
			names = append(names, s.Name)
		}
	case *ast.ValueSpec:
		first := s.Names[0] // the comment of several names begins with the first
		if first.IsExported() && !begins(s.Doc, first) && !begins(d.Doc, first) && (!d.Lparen.IsValid() || d.Doc == nil) {
			names = append(names, first)
		}
	}
	return names
}

func receiverIsExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	exported := false
	ast.Inspect(d.Recv.List[0].Type, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		exported = exported || ok && id.IsExported()
		return true
	})
	return exported
}

func begins(doc *ast.CommentGroup, name *ast.Ident) bool {
	words := strings.Fields(doc.Text())
	if len(words) > 1 && (words[0] == "A" || words[0] == "An" || words[0] == "The") {
		words = words[1:]
	}
	return len(words) > 0 && strings.TrimRight(words[0], ",.:") == name.Name
}

// TestNothingIsLeftToDo holds that what is to be done is not kept in the code.
func TestNothingIsLeftToDo(t *testing.T) {
	for _, path := range goFiles(t, ".") {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, mark := range []string{"TO" + "DO", "FIX" + "ME"} {
			if bytes.Contains(b, []byte(mark)) {
				t.Errorf("%s has a %s", path, mark)
			}
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestReadmeNamesEveryModel holds the table of models against the zoo; order0
// to order6 stand there as a range.
func TestReadmeNamesEveryModel(t *testing.T) {
	readme := read(t, "README.md")
	for _, e := range zoo.Families() {
		if !strings.Contains(readme, "`"+e.Name+"`") && !strings.HasPrefix(e.Name, "order") {
			t.Errorf("%s is not in README.md", e.Name)
		}
		for paper := range strings.SplitSeq(e.Paper, "; ") {
			if !strings.Contains(readme, paper) {
				t.Errorf("%s: %s is not in README.md", e.Name, paper)
			}
		}
	}
}

// TestThirdPartyNamesEveryModule holds the list of licences against what the
// program imports.
func TestThirdPartyNamesEveryModule(t *testing.T) {
	listed := regexp.MustCompile(`(?m)^\| ([a-z0-9./-]+) \|`).FindAllStringSubmatch(read(t, "THIRD_PARTY.md"), -1)
	for _, p := range list(t) {
		for _, i := range p.Imports {
			domain, _, _ := strings.Cut(i, "/")
			if !strings.Contains(domain, ".") {
				continue
			}
			found := false
			for _, m := range listed {
				found = found || i == m[1] || strings.HasPrefix(i, m[1]+"/")
			}
			if !found {
				t.Errorf("%s imports %s, which is not in THIRD_PARTY.md", p.ImportPath, i)
			}
		}
	}
}

// TestMakeKnowsWhatIsSaidOfIt holds that each command of the documents exists.
func TestMakeKnowsWhatIsSaidOfIt(t *testing.T) {
	makefile := read(t, "Makefile")
	for _, doc := range []string{"README.md", "README.zh.md", "CONTRIBUTING.md"} {
		for _, m := range regexp.MustCompile("(?m)(?:`|^    )make ([a-z]+)").FindAllStringSubmatch(read(t, doc), -1) {
			if !strings.Contains(makefile, "\n"+m[1]+":") {
				t.Errorf("%s names make %s", doc, m[1])
			}
		}
	}
}
