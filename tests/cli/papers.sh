#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every paper from the command line, in every style; which wishes are refused.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

documents='notice reply agenda tracking roster signin fees script minutes'

import "$example"
remember "$db"
all_are_printed()
{
    for document in $documents; do
        for style in classic formal docket; do
            yishi --db "$db" print "$document" 112-2 --paper "$style"
            ended 0 && says_nothing && prints 政府資料開放諮詢小組 && nothing_raw && nothing_changed || return 1
        done
    done
}
check 'every paper is printed in every style' all_are_printed

in_every_format()
{
    for document in $documents; do
        for format in text html md odt; do
            yishi --db "$db" print "$document" 113-1 --format "$format" -o "$work/paper.$format"
            ended 0 && says_nothing && [ -s "$work/paper.$format" ] || return 1
        done
    done
}
check 'and in every format' in_every_format

yishi --db "$db" print agenda 113-1 --paper docket
has_cases() { ended 0 && prints '報告事項 第一案' && prints '報告單位：' && prints '決定：'; }
check 'the agenda in docket has a case for each matter' has_cases
yishi --db "$db" print tracking 113-1 --paper docket
has_last_meeting() { ended 0 && prints '洽悉。' && prints '照案通過。'; }
check 'its tracking table has what the last meeting noted and approved too' has_last_meeting
yishi --db "$db" print tracking 113-1 --paper formal
only_tracked() { ended 0 && ! prints '洽悉。' && prints '112-2-01'; }
check 'that of formal has what is tracked' only_tracked

yishi --db "$db" print menu 112-2
names_them() { ended 2 && prints_nothing && says 'notice|reply|agenda|tracking|roster|signin|fees|script|minutes'; }
check 'a paper that is not there is refused, and those that are there are named' names_them
usage() { ended 2 && prints_nothing; }
yishi --db "$db" print agenda 112-2 --public --internal
check 'a copy cannot be public and internal' usage
yishi --db "$db" print agenda 112-2 --kept confirmed
check 'only minutes are kept' usage
yishi --db "$db" print minutes 112-2 --public && cp "$work/out" "$work/public"
yishi --db "$db" print minutes 112-2
same() { ended 0 && cmp "$work/public" "$work/out"; }
check '--public is what is meant without it' same


# ---- one member's copy -------------------------------------------------------------------------------
yishi --db "$db" print reply 113-1 --member 歐陽秉衡
his_form() { ended 0 && says_nothing && prints 歐陽秉衡 && prints '（不得代理）' && ! prints 司徒靜宜; }
check 'the reply form of a member bears his name' his_form
cp "$work/out" "$work/by-name"
yishi --db "$db" print reply 113-1 --member 2
same_form() { ended 0 && cmp "$work/by-name" "$work/out"; }
check 'a member is named by his seat too' same_form
for nobody in 王小明 99 '' -1; do
    yishi --db "$db" print reply 113-1 "--member=$nobody"
    refused() { [ "$status" -ne 0 ] && prints_nothing && one_sentence; }
    check "a member who is none is refused: '$nobody'" refused
done
yishi --db "$db" print agenda 113-1 --member 歐陽秉衡
check 'papers that are for all have no copy of one member' usage

cat >"$work/each.ini" <<'INI'
[reply]
each = yes
INI
yishi --db "$db" print reply 113-1 --paper "$work/each.ini" --pages
one_each() { ended 0 && [ "$(grep -c -- '- [0-9]* -' "$work/out")" -eq 12 ] && prints 諸葛曉青; }
check 'a style has one form for each member, a page each' one_each

# ---- the page ----------------------------------------------------------------------------------------
widest() { LC_ALL=C.UTF-8 wc -L <"$work/out"; }
yishi --db "$db" print tracking 113-1 --paper formal
wide() { ended 0 && [ "$(widest)" -gt 76 ]; }
check 'a paper in landscape is wider' wide
yishi --db "$db" print tracking 113-1 --paper formal --width 60
narrow() { ended 0 && [ "$(widest)" -le 60 ]; }
check 'unless its width is given' narrow
yishi --db "$db" print tracking 113-1 --paper formal --format html
turned() { ended 0 && prints '@page{size:A4 landscape'; }
check 'in HTML it is turned' turned
yishi --db "$db" print minutes 112-2 --pages
paged() { ended 0 && grep -q "$(printf '\f')" "$work/out" && prints '- 2 -' && [ $(($(wc -l <"$work/out") % 60)) -eq 0 ]; }
check 'pages have a number and 60 lines' paged
yishi --db "$db" print minutes 112-2 --pages=30
shorter() { ended 0 && prints '- 7 -'; }
check 'or as many as are asked for' shorter
for wrong in '--pages=0' '--pages=many' '--width=3' '--width=x' '--format=pdf' '--paper=none'; do
    yishi --db "$db" print minutes 112-2 "$wrong"
    refused() { [ "$status" -ge 2 ] && prints_nothing && one_sentence; }
    check "$wrong is refused" refused
done

conclude
