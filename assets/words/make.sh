#!/bin/sh
# Makes chinese.txt.zst from the word list of package gse. Needs go and zstd.
set -eu
cd "$(dirname "$0")"
gse=$(go mod download -json github.com/go-ego/gse@v0.80.3 | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
LC_ALL=C awk 'NF >= 2 && $1 !~ /^[ -~]+$/ { print $1, $2 }' "$gse/data/dict/zh/s_1.txt" |
	LC_ALL=C sort -t ' ' -k1,1 -u | zstd -19 --ultra -q -f -o chinese.txt.zst
