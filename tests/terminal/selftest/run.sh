#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The driver, tested with programs that pretend: run.sh DRIVER plays every good-*.keys, which must
# pass, and every bad-*.keys, which must fail with what its first line says. Started at the root.

driver=$1
here=tests/terminal/selftest
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

check() # what is tested, then a command that must succeed; shows $work/shown where it does not
{
    name=$1
    shift
    if "$@"; then
        echo "ok - $name"
    else
        sed 's/^/# /' "$work/shown"
        echo "not ok - $name"
        failed=$((failed + 1))
    fi
}

# The part of $work/all that tells of the story TITLE, with its verdict as the last line.
block()
{
    awk -v title="$1" '{ text = text $0 "\n" }
        /^(not )?ok - / { if (substr($0, index($0, " - ") + 3) == title) printf "%s", text; text = "" }' \
        "$work/all" >"$work/shown"
}

title_of() { sed -n 's/^title //p' "$1"; }

passes() { block "$1" && tail -n 1 "$work/shown" | grep -q '^ok - '; }

fails_with()
{
    block "$1" && tail -n 1 "$work/shown" | grep -q '^not ok - ' && grep -qF -- "$2" "$work/shown"
}

unset YISHI_BLESS YISHI_PATIENCE_MS YISHI_KEEP
export YISHI="$here/fake.sh"

"$driver" -j 4 "$here"/good-*.keys >"$work/all" 2>&1
for script in "$here"/good-*.keys; do
    check "the driver passes $(title_of "$script")" passes "$(title_of "$script")"
done

# What must not come is waited for in vain: briefly, and side by side.
YISHI_PATIENCE_MS=3000 "$driver" -j 8 "$here"/bad-*.keys >"$work/all" 2>&1
for script in "$here"/bad-*.keys; do
    wanted=$(sed -n 's/^# must fail with: //p' "$script")
    check "the driver fails where it must: $wanted" fails_with "$(title_of "$script")" "$wanted"
done

blesses()
{
    mkdir "$work/copy" && cp "$here/good-picture.keys" "$work/copy" &&
        YISHI_BLESS=1 "$driver" "$work/copy/good-picture.keys" >"$work/shown" 2>&1 &&
        "$driver" "$work/copy/good-picture.keys" >>"$work/shown" 2>&1 &&
        cmp "$work/copy/golden/whole.txt" "$here/golden/whole.txt" >>"$work/shown" 2>&1
}
check 'YISHI_BLESS=1 writes the golden file that then compares' blesses

counts()
{
    ! "$driver" -j 2 "$here/bad-usage.keys" "$here/good-keys.keys" "$here/no-such.keys" >"$work/shown" 2>&1 &&
        [ "$(grep -E '^(not )?ok - ' "$work/shown" | cut -d- -f1 | tr -d '\n')" = 'not ok ok not ok ' ] &&
        [ "$(tail -n 1 "$work/shown")" = '1 passed, 2 failed' ]
}
check 'several scripts are told in order and counted' counts

[ "$failed" -eq 0 ]
