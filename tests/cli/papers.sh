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

conclude
