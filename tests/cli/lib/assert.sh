#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the tests of the command line share: `. tests/cli/lib/assert.sh`, started at the root with the
# program in $YISHI. They talk TAP: "ok - …", "not ok - …" and why.
# shellcheck disable=SC2034 # what is set here is used there

work=$(mktemp -d) || exit 2
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
root=$PWD
db=$work/a.db
example=$root/core/record/example.json
fixtures=$root/tests/fixtures
failed=0
escape=$(printf '\033')

# What the last call said is in $work/out and $work/err; $status is how it ended.
yishi()
{
    "$YISHI" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# The one verdict: NAME, then a command that must succeed.
check()
{
    name=$1
    shift
    if "$@"; then
        echo "ok - $name"
    else
        echo "# it ended with $status and said:"
        sed 's/^/# /' "$work/err" "$work/out" | head -n 30 | LC_ALL=C sed 's,[[:cntrl:]],?,g'
        echo "not ok - $name"
        failed=$((failed + 1))
    fi
}
skip() { echo "ok 1 # SKIP $1"; }

# ---- what was said ------------------------------------------------------------------------------------

ended() { [ "$status" -eq "$1" ]; }
prints() { grep -qF -- "$1" "$work/out"; }
says() { grep -qF -- "$1" "$work/err"; }
prints_nothing() { [ ! -s "$work/out" ]; }
says_nothing() { [ ! -s "$work/err" ]; }
one_sentence() { [ "$(wc -l <"$work/err")" -eq 1 ] && grep -q . "$work/err"; }
# No sanitizer speaks, and nothing that a terminal would obey: no control character but the line
# feed, C1 ones among them, no change of direction, no broken UTF-8.
nothing_raw()
{
    ! grep -q 'Sanitizer\|runtime error' "$work/err" &&
        ! LC_ALL=C grep -qP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]' \
            "$work/err" "$work/out" &&
        iconv -f UTF-8 -t UTF-8 "$work/err" "$work/out" >"$work/valid" 2>&1
}

# ---- that nothing changed ------------------------------------------------------------------------------

# Remember FILE…, each as it is now or as missing.
remember()
{
    rm -rf "$work/before"
    mkdir "$work/before"
    for file in "$@"; do
        [ ! -f "$file" ] || cp -p "$file" "$work/before/$(basename "$file")"
    done
    remembered=$*
}
nothing_changed()
{
    for file in $remembered; do
        if [ -f "$work/before/$(basename "$file")" ]; then
            cmp "$file" "$work/before/$(basename "$file")" >>"$work/err" 2>&1 || return 1
        elif [ -e "$file" ]; then
            echo "$file was made" >>"$work/err"
            return 1
        fi
    done
}

# ---- whole cases ----------------------------------------------------------------------------------------

in_order() { ended "$wanted" && prints_nothing && one_sentence && says "$sentence" && nothing_raw && nothing_changed; }
# refused NAME STATUS SENTENCE ARGUMENT…: ends so, says that in one sentence, prints and changes
# nothing.
refused()
{
    name=$1 wanted=$2 sentence=$3
    shift 3
    yishi "$@"
    check "$name" in_order
}

# A database with the record FILE in it, at $db.
import()
{
    rm -f "$db" "$db"-*
    yishi --db "$db" import "$1"
    ended 0 || {
        check "$1 is imported" ended 0
        exit 1
    }
}

# Root reads and writes whatever the permissions say; without these two powers it does not.
as_mortal()
{
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --bounding-set=-dac_override,-dac_read_search "$@"
    else
        "$@"
    fi
}

conclude() { [ "$failed" -eq 0 ]; }
