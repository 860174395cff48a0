#!/bin/sh
# Makes the embedded faces again from the Noto CJK collections (Debian: fonts-noto-cjk, fonttools). About two minutes.
# Subsets keep the Han that GBK and GB2312 can write, no hinting (we draw at any scale), and of the layout features only
# those that are asked for: pwid has the narrow quotes for Latin text, kern sets the interface's Latin.
set -eu
cd "$(dirname "$0")"
noto=${NOTO:-/usr/share/fonts/opentype/noto}
codes=$(mktemp -d)
trap 'rm -r "$codes"' EXIT

# decodes NAME: every character that the encoding NAME writes in two bytes, as one hex code point a line.
decodes() {
	python3 - "$1" <<-'PY'
		import sys
		pairs = (bytes([a, b]) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
		text = (p.decode(sys.argv[1], "ignore") for p in pairs)
		print("\n".join(sorted({"%04X" % ord(t) for t in text if len(t) == 1})))
	PY
}
decodes gbk >"$codes/gbk"
decodes gb2312 >"$codes/gb2312"

# subset COLLECTION NUMBER CODES UNICODES FEATURES OUT: NUMBER is the face inside the collection.
subset() {
	pyftsubset "$noto/$1" --font-number="$2" --unicodes-file="$codes/$3" --unicodes="$4" --layout-features="$5" \
		--no-hinting --drop-tables+=BASE,VORG,vhea,vmtx --output-file="$6"
}
latin=20-24F,1E00-1EFF
signs=2010-2027,2030-205E,2070-209F,20A0-20BF,2100-214F,2190-21FF,2200-22FF,2300-23FF,2460-24FF,2500-25FF,2600-27BF
subset NotoSansCJK-Regular.ttc 7 gbk "$latin,300-36F,370-3FF,400-45F,$signs" pwid BitlensMono.otf
subset NotoSansCJK-Regular.ttc 2 gb2312 "$latin,370-3FF,$signs" kern BitlensSans.otf
subset NotoSansCJK-Bold.ttc 2 gb2312 "$latin,2010-2027,2190-2193" kern BitlensSansBold.otf
