#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# print --format: which form comes out, by option or by the file's ending; pages; what is refused.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

import "$example"
remember "$db"

begins() { ended 0 && nothing_changed && [ "$(head -c "${#1}" "$2" | tr -d '\0')" = "$1" ]; }
yishi --db "$db" print minutes 112-2 --format html
check 'HTML to standard output' begins '<!DOCTYPE html>' "$work/out"
yishi --db "$db" print minutes 112-2 --format=md
check 'Markdown to standard output' begins '# ' "$work/out"
yishi --db "$db" print minutes 112-2 --format odt
check 'ODT to a pipe' begins PK "$work/out"
cp "$work/out" "$work/first.odt"
yishi --db "$db" print minutes 112-2 -o "$work/paper.odt"
same_odt() { begins PK "$work/paper.odt" && cmp -s "$work/first.odt" "$work/paper.odt"; }
check 'the ending .odt writes the same bytes' same_odt
whole() { ! command -v unzip >/dev/null || unzip -tq "$work/paper.odt" >"$work/unzip"; }
check 'unzip finds nothing wrong with it' whole
yishi --db "$db" print minutes 112-2 --format text -o "$work/paper.html"
is_text() { ended 0 && ! grep -q '<html' "$work/paper.html"; }
check '--format goes before the ending' is_text

yishi --db "$db" print minutes 112-1 --pages
pages() { ended 0 && prints '- 1 -' && prints '- 2 -' && [ "$(awk 'NR == 60' "$work/out" | tr -d ' ')" = '-1-' ]; }
check 'a page has sixty lines' pages
yishi --db "$db" print minutes 112-1 --pages=30
short_pages() { ended 0 && [ "$(awk 'NR == 30' "$work/out" | tr -d ' ')" = '-1-' ]; }
check 'or as many as are asked for' short_pages

refused() # NAME WORD ARGUMENT…
{
    name=$1 word=$2
    shift 2
    yishi "$@"
    refuses() { ended 2 && says "$word" && nothing_changed; }
    check "$name" refuses
}
refused 'an unknown format is refused' 'text|odt|html|md' --db "$db" print minutes 112-2 --format pdf
refused 'pages of no length are refused' 20-200 --db "$db" print minutes 112-2 --pages=x
refused 'pages that are too short are refused' 20-200 --db "$db" print minutes 112-2 --pages=5
conclude
