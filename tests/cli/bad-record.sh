#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Records with something wrong, given to the real program: each ends with 3, names what is wrong and
# where, stores nothing, and nothing of it reaches the terminal raw.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

# FILE is refused for a database that is there and for one that is not.
places() # every line but the last tells a place; the last sums up
{
    [ "$(wc -l <"$work/err")" -ge 2 ] && tail -n 1 "$work/err" | grep -q '^yishi: .*未匯入任何資料$' &&
        ! head -n -1 "$work/err" | grep -qvF "$1: "
}
bad() { ended 3 && prints_nothing && places "$1" && { [ -z "$2" ] || says "$2"; } && nothing_raw && nothing_changed; }
refused_record() # what is tested, the file, what must be said
{
    yishi --db "$db" import "$2"
    check "$1 is refused" bad "$2" "$3"
    yishi --db "$work/new.db" import "$2"
    check "$1 makes no database" bad "$2" "$3"
}

# another committee's, so that nothing in it answers for what a bad record lacks
sed 's/"key": "hydrology-opendata"/"key": "elsewhere"/' "$fixtures/minimal.json" >"$work/elsewhere.json"
import "$work/elsewhere.json"
remember "$db" "$work/new.db"

# Every bad record that the tests of core know, at the places that they know.
tab=$(printf '\t')
for file in "$fixtures"/bad/*.json; do
    name=$(basename "$file")
    place=$(awk -F "$tab" -v name="$name" '$1 == name && $2 != "-" { print $2; exit }' "$fixtures/bad/expected.tsv")
    yishi --db "$db" import "$file"
    check "$name is refused" bad "$file" "$place"
done

# ---- too much, too little ----------------------------------------------------------------------------------
{
    printf '{"format": "yishi-record", "version": 1, "committee": {"key": "a", "name": "'
    head -c 2097152 /dev/zero | tr '\0' x
    printf '"}}'
} >"$work/long.json"
refused_record 'a string of 2 MB' "$work/long.json" committee.name
{
    printf '{"format": "yishi-record", "version": 1, "committee": {"key": "a", "name": "x"}, "members": ['
    for i in $(seq 150); do printf '{"key": "m%s", "surname": "x", "shoe": 1},' "$i"; done
    printf '{"key": "last", "surname": "x"}]}'
} >"$work/many.json"
yishi --db "$db" import "$work/many.json"
capped() { ended 3 && says 'members[0]' && [ "$(wc -l <"$work/err")" -eq 102 ] && nothing_changed; }
check 'of many errors a hundred are listed, and how many more there are' capped

refused_record 'a record of a later version, naming what this program knows,' "$fixtures/bad/newer-version.json" \
    '只認得到第 1 版'

: >"$work/empty.json"
refused_record 'an empty file' "$work/empty.json" ''
printf '\357\273\277' >"$work/mark.json"
refused_record 'a byte order mark alone' "$work/mark.json" ''
printf 'GIF89a\001\002\003\377' >"$work/picture.json"
refused_record 'a picture' "$work/picture.json" ''

# Cut anywhere, it is no record.
whole=$(wc -c <"$example")
cut_anywhere()
{
    for part in 1 2 3 5 8 13 21 34 55 89 144 200 300 400 500 600 700 800 900 950 990 997 998; do
        head -c $((whole * part / 1000 + 1)) "$example" >"$work/cut.json"
        yishi --db "$db" import "$work/cut.json"
        bad "$work/cut.json" '' || return 1
    done
}
check 'a record that is cut anywhere is refused' cut_anywhere

# ---- no record at all -----------------------------------------------------------------------------------------
refused 'a record that is missing is refused' 3 none.json --db "$db" import "$work/none.json"
refused 'a directory is no record' 3 "$work" --db "$db" import "$work"
remember "$work/new.db"
refused 'a record that is missing makes no database' 3 none.json --db "$work/new.db" import "$work/none.json"
printf '{' >"$work/${escape}]0;x"
yishi --db "$db" import "$work/${escape}]0;x"
escaped_name() { ended 3 && says U+001B && nothing_raw; }
check 'ESC in the name of a record is never raw' escaped_name

conclude
