#!/bin/sh
# Opens the program on the display at hand, walks through a file of links and
# saves a picture of the window at each.
# Usage: screenshots.sh FOLDER WxH light|dark en|zh LINKS
set -eu
folder=$1 size=$2 theme=$3 language=$4 links=$5
mkdir -p "$folder"
pipe=$(mktemp -d)
trap 'rm -r "$pipe"' EXIT
mkfifo "$pipe/next" "$pipe/ready"
set --
while read -r link; do
	case $link in '' | '#'*) ;; *) set -- "$@" "$link" ;; esac
done <"$links"
"${BITLENS:-build/bitlens}" --size "$size" --theme "$theme" --lang "$language" --walk "$@" \
	<"$pipe/next" >"$pipe/ready" 2>"$folder/log.txt" &
exec 3>"$pipe/next" 4<"$pipe/ready"
i=1
while read -r link <&4; do
	screen=${link#bitlens:}
	name=$folder/$language-$theme-$size-$i-${screen%%\?*}.png
	import -window root "$name"
	echo "$name  $link"
	echo >&3
	i=$((i + 1))
done
wait $!
