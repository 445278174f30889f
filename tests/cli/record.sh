#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The record in and out of the real program: the same bytes, again without a change, different only
# with --replace, and a confirmed meeting never.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

# ---- import, export, import: the same bytes --------------------------------------------------------------
same_bytes()
{
    import "$1"
    exported=${1%.json}.exported.json
    [ -f "$exported" ] || exported=$1
    yishi --db "$db" export
    ended 0 && says_nothing && cmp "$exported" "$work/out" >>"$work/err" || return 1
    cp "$work/out" "$work/again.json"
    remember "$db"
    yishi --db "$db" import "$work/again.json"
    ended 0 && prints 內容相同 && says_nothing && nothing_changed || return 1
    import "$work/again.json"
    yishi --db "$db" export && cmp "$exported" "$work/out" >>"$work/err"
}
for file in "$example" "$fixtures"/*.json; do
    case $file in
    *.exported.json) ;;
    *) check "$(basename "$file" .json) comes out as it went in, and in again without a change" same_bytes "$file" ;;
    esac
done

# ---- ways in and out --------------------------------------------------------------------------------------
rm -f "$db" "$db"-*
"$YISHI" --db "$db" import - <"$example" >"$work/out" 2>"$work/err"
status=$?
check 'a record is read from standard input' ended 0
yishi --db "$db" export -o "$work/file.json"
to_a_file() { ended 0 && prints_nothing && cmp "$work/file.json" "$example"; }
check 'export -o writes the same bytes to a file' to_a_file
beside() { [ -z "$(find "$work" -maxdepth 1 -name 'file.json.*')" ]; }
check 'and leaves nothing beside it' beside
yishi --db "$db" export 112-1
one_meeting() { ended 0 && [ "$(grep -c '^      "id": "1' "$work/out")" -eq 1 ] && prints '      "id": "112-1"'; }
check 'one meeting can be exported' one_meeting
yishi --db "$db" export hydrology-opendata
by_key() { ended 0 && cmp "$work/out" "$example"; }
check 'a committee can be exported by its key' by_key
"$YISHI" --db "$db" export 2>"$work/err" | head -c 10 >"$work/out"
broken_pipe() { ! grep -q Sanitizer "$work/err" && [ "$(wc -l <"$work/err")" -le 1 ]; }
check 'a pipe that is closed early is no drama' broken_pipe

# ---- again, and different -----------------------------------------------------------------------------------
import "$fixtures/two-discussion-items.json"
sed 's/本部第2會議室/本部第9會議室/' "$fixtures/two-discussion-items.json" >"$work/other.json"
remember "$db"
yishi --db "$db" import "$work/other.json"
differs() { ended 1 && prints_nothing && says '第9會議室' && says .place && says --replace && nothing_raw && nothing_changed; }
check 'what differs is listed and refused' differs
yishi --db "$db" import --replace "$work/other.json"
replaced() { ended 0 && says '第9會議室' && prints 取代; }
check '--replace says what it replaced' replaced
yishi --db "$db" export
now_other() { prints '第9會議室'; }
check 'and has replaced it' now_other
remember "$db"
yishi --db "$db" import --replace "$work/other.json"
unchanged() { ended 0 && prints 內容相同 && nothing_changed; }
check '--replace with nothing to replace changes nothing' unchanged

import "$example"
confirmed=112-1
sed 's/"text": "\(請[^"]*\)"/"text": "\1（改）"/' "$example" >"$work/other.json"
remember "$db"
yishi --db "$db" import --replace "$work/other.json"
protected() { [ "$status" -ne 0 ] && says $confirmed && prints_nothing && nothing_raw && nothing_changed; }
check 'a confirmed record is not replaced, and nothing beside it either' protected

# ---- the example ----------------------------------------------------------------------------------------------
rm -f "$db" "$db"-*
yishi demo "$db"
demo() { ended 0 && prints "$db" && [ "$(stat -c %a "$db")" = 600 ]; }
check 'demo makes the example, for its owner alone' demo
yishi --db "$db" export
same_example() { cmp "$work/out" "$example"; }
check 'the example is the record that comes with the program' same_example

conclude
