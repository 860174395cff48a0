package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// keys returns every key in the program: the first argument of T, and what is
// set as Title or What of a screen, key or export. Where each stands is its
// value.
func keys(t *testing.T) map[string]string {
	found := map[string]string{}
	files := token.NewFileSet()
	root := filepath.Join("..", "..")
	for _, dir := range []string{"app", "views"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if key, ok := keyOf(t, files, n); ok {
					found[key] = files.Position(n.Pos()).String()
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

func keyOf(t *testing.T, files *token.FileSet, n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		if s, ok := n.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "T" && len(n.Args) > 0 {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "lang" {
				return literal(n.Args[0])
			}
		}
	case *ast.KeyValueExpr:
		if k, ok := n.Key.(*ast.Ident); ok && (k.Name == "Title" || k.Name == "What") {
			return literal(n.Value)
		}
	}
	return "", false
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

var verbs = regexp.MustCompile(`%[-+#0-9.]*[a-zA-Z%]`)

func TestNoTextLacksChinese(t *testing.T) {
	used := keys(t)
	if len(used) < 50 {
		t.Fatalf("only %d texts were found", len(used))
	}
	for key, at := range used {
		zh, ok := chinese[key]
		if !ok {
			t.Errorf("%s: no Chinese for %q", at, key)
			continue
		}
		if a, b := verbs.FindAllString(key, -1), verbs.FindAllString(zh, -1); strings.Join(a, " ") != strings.Join(b, " ") {
			t.Errorf("%q takes %v, its Chinese %v", key, a, b)
		}
	}
	for key := range chinese {
		if _, ok := used[key]; !ok {
			t.Errorf("%q is in zh.json but not in the program", key)
		}
	}
}

func TestT(t *testing.T) {
	defer Set(English)
	Set("zh_CN.UTF-8")
	if got := T("%s bytes", "5"); got != "5 字节" || Current() != Chinese {
		t.Errorf("got %q", got)
	}
	Set("en_GB")
	if got := T("%s bytes", "5"); got != "5 bytes" || Current() != English {
		t.Errorf("got %q", got)
	}
	Set(Chinese)
	if got := T("no such key %d", 3); got != "no such key 3" {
		t.Errorf("got %q", got)
	}
}
