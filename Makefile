# make run opens the window; make test runs every test. Both install what they
# need. ARGS is handed on: make run ARGS=book.txt

SHELL := /bin/sh
ARGS ?=

.PHONY: run bits test lint fmt unit race window bench benchgo portable kernels fuzz package screenshots clean

run:
	@if [ -z "$$DISPLAY" ]; then \
		echo 'There is no display to open a window on; "go run ./engine/cmd/bits race FILE" does the same work at a terminal.'; \
		exit 1; fi
	@sh scripts/packages.sh run
	@echo 'Building Bitlens (some minutes the first time, then seconds)'
	@go build -tags x11 -o bitlens . && ./bitlens $(ARGS)

bits:
	CGO_ENABLED=0 go build -o bits ./engine/cmd/bits

test: lint unit race window

lint:
	@test -z "$$(gofmt -l .)" || { gofmt -l . && echo 'make fmt would change these' && exit 1; }
	CGO_ENABLED=0 go vet -tags ci ./...
	CGO_ENABLED=0 go tool staticcheck -tags ci ./...

fmt:
	gofmt -w .

unit:
	CGO_ENABLED=0 go test -tags ci ./...
	CGO_ENABLED=0 go test -tags ci,purego ./engine/num ./engine/mixing
	CGO_ENABLED=0 go test -tags ci,purego -run Golden ./engine/zoo
	GOARCH=arm64 CGO_ENABLED=0 go vet ./engine/...

race:
	@sh scripts/packages.sh test
	go test -race -short -timeout 60m -tags ci ./engine/... ./views/... ./app/...

window:
	@sh scripts/packages.sh test
	go build -tags x11 -o build/bitlens .
	BITLENS_WM=openbox sh scripts/window.sh 1280x800 env BITLENS=$(CURDIR)/build/bitlens CGO_ENABLED=0 go test -tags ci,window -count 1 ./app/windowtest

# ROUNDS is how often each player plays; the quickest counts.
ROUNDS ?= 3

bench:
	CGO_ENABLED=0 go build -o build/bits ./engine/cmd/bits
	CGO_ENABLED=0 go run ./engine/cmd/bench -rounds $(ROUNDS)

benchgo:
	CGO_ENABLED=0 go test -tags ci -run '^$$' -bench . ./...

# portable runs the engine's tests for another processor, where qemu-user is there.
portable:
	@command -v qemu-aarch64-static >/dev/null || { echo 'Install qemu-user-static to run the tests for arm64.'; exit 1; }
	GOARCH=arm64 CGO_ENABLED=0 go test -tags ci -timeout 60m -exec qemu-aarch64-static ./engine/...

kernels:
	go generate ./engine/num

fuzz:
	@for t in $$(grep -rl --include='*_test.go' 'func Fuzz' engine views); do \
		for f in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\).*/\1/p' $$t); do \
			CGO_ENABLED=0 go test -tags ci -run '^$$' -fuzz "^$$f$$" -fuzztime 30s ./$$(dirname $$t) || exit 1; \
		done; done

package:
	@sh scripts/packages.sh package
	@mkdir -p build && cp FyneApp.toml build/ # the packager counts builds in it
	go run fyne.io/tools/cmd/fyne@v1.7.4 package -os linux -tags x11 --release; \
		status=$$?; mv build/FyneApp.toml . && exit $$status

# SIZE, THEME and LANGUAGE choose the look; LINKS is a file of links, one a line.
SIZE ?= 1280x800
THEME ?= light
LANGUAGE ?= en
LINKS ?= scripts/links.txt

screenshots:
	@sh scripts/packages.sh screenshots
	go build -tags x11 -o build/bitlens .
	sh scripts/window.sh $(SIZE) sh scripts/screenshots.sh build/screenshots $(SIZE) $(THEME) $(LANGUAGE) $(LINKS)

clean:
	rm -rf build bitlens bits Bitlens.tar.xz
