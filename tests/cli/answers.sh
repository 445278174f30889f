#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the commands answer: meetings, quorum, track, workday, verify, print.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

answers() { ended "$wanted" && says_nothing && prints "$line" && nothing_raw && nothing_changed; }
# answer NAME STATUS LINE ARGUMENT…: ends so, prints that among all else, says nothing, changes nothing.
answer()
{
    name=$1 wanted=$2 line=$3
    shift 3
    yishi "$@"
    check "$name" answers
}

import "$example"
remember "$db"

# ---- meetings -------------------------------------------------------------------------------------------
yishi --db "$db" meetings
begin_with_ids() { ended 0 && [ "$(cut -d ' ' -f 1 "$work/out" | sort | tr '\n' ' ')" = '112-1 112-2 113-1 ' ]; }
check 'each line of meetings begins with the id' begin_with_ids

# ---- quorum -----------------------------------------------------------------------------------------------
yishi --db "$db" quorum 112-1
first=$status
quorum_says() { [ "$first" -eq 0 ] && prints '應出席 12 人' && prints '門檻 6 人（二分之一以上）' && prints '門檻 3 人' && prints 設置要點; }
check 'quorum tells members, threshold and clause' quorum_says
yishi --db "$db" quorum 112-1 --format json
as_json()
{
    ended 0 && prints '"in_office": 12' && prints '"met": true' &&
        { ! command -v python3 >/dev/null || python3 -m json.tool "$work/out" >"$work/tidy"; }
}
check 'quorum answers in JSON' as_json
answer 'before anybody is checked in the quorum is unknown, which is a no' 1 無法判斷 --db "$db" quorum 113-1
# by hand, from the times in and out of that meeting: eleven came, one of them at 14:06
for at in 14:05=10 14:06=11 15:29=11 15:40=10 15:49=9 15:55=10; do
    answer "at ${at%=*} so many are in the room: ${at#*=}" 0 "應出席 12 人，出席 ${at#*=} 人" \
        --db "$db" quorum 112-1 --at "${at%=*}"
done


# ---- quorum --all: when it was lost ---------------------------------------------------------------------------
answer 'a quorum that was there throughout is one moment' 0 '14:00 起　出席 10/12（門檻 6）' --db "$db" quorum 112-1 --all
one_moment() { [ "$(wc -l <"$work/out")" -eq 1 ]; }
check 'and no more than one' one_moment
yishi --db "$db" quorum 112-2 --all
lost() { ended 1 && [ "$(cut -d ' ' -f 1 "$work/out" | tr '\n' ' ')" = '09:30 11:40 ' ] && prints 未達法定人數; }
check 'the moment at which it was lost is told, which is a no' lost
yishi --db "$db" quorum 112-2 --all --format json
moments()
{
    ended 1 && [ "$(grep -c '"at": ' "$work/out")" -eq 2 ] && prints '"at": "11:40"' && prints '"met": false' &&
        { ! command -v python3 >/dev/null || python3 -m json.tool "$work/out" >"$work/tidy"; }
}
check 'and in JSON' moments
answer 'nothing is known before anybody is checked in' 1 無法判斷 --db "$db" quorum 113-1 --all
remember "$db"

# ---- the clause is that of the rule in force ---------------------------------------------------------------
other=$work/rule.db
# with_rule NAME SED CLAUSE JSON: the example under another rule
with_rule()
{
    sed "$2" "$example" >"$work/rule.json"
    rm -f "$other" "$other"-*
    yishi --db "$other" import "$work/rule.json"
    yishi --db "$other" quorum 112-1
    clause=$3
    check "$1: the clause is named in words" named
    yishi --db "$other" quorum 112-1 --format json
    clause="\"clause\": $4"
    check "$1: and in JSON" prints "$clause"
}
named() { if [ -n "$clause" ]; then prints "依據：$clause"; else ! prints 依據; fi; }
with_rule 'half or more' '' '設置要點四(三)' '"設置要點四(三)"'
with_rule 'more than half' '16s/">="/">"/' '運作指引肆、一(二)' '"運作指引肆、一(二)"'
with_rule 'a share of its own' '14s/1/2/;15s/2/3/' '' 'null'
sed '14s/1/3/;15s/2/4/' "$example" >"$work/rule.json"
rm -f "$other" "$other"-*
yishi --db "$other" import "$work/rule.json"
yishi --db "$other" --now 2024-01-01T00:00:00Z verify
no_clause() { prints 未達法定人數 && ! grep 未達法定人數 "$work/out" | grep -q 設置要點四; }
check 'a finding about the quorum names no clause that does not apply' no_clause
sed '17s/3/9/' "$example" >"$work/rule.json"
rm -f "$other" "$other"-*
yishi --db "$other" import "$work/rule.json"
yishi --db "$other" --now 2024-01-01T00:00:00Z verify
its_clause() { prints 未達法定人數 && ! grep 未達法定人數 "$work/out" | grep -vq '設置要點四(三)'; }
check 'and names the one that does' its_clause
remember "$db"

# ---- workday: what the papers of the field printed -----------------------------------------------------------
days() # date, then four days: -5, 8, 10, 14 working days from it
{
    day=$1
    set -- "-5=$2" "8=$3" "10=$4" "14=$5"
    for pair in "$@"; do
        answer "${pair%%=*} working days from $day" 0 "${pair#*=}" workday "$day" "${pair%%=*}"
    done
}
days 2023-12-14 2023-12-07 2023-12-26 2023-12-28 2024-01-04
days 2024-04-29 2024-04-22 2024-05-09 2024-05-13 2024-05-17
days 112/5/24 2023-05-17 2023-06-05 2023-06-07 2023-06-13
days 1040629 2015-06-22 2015-07-09 2015-07-13 2015-07-17
answer 'a make-up Saturday is a working day' 0 2023-02-04 workday 2023-02-10 -5
answer 'a year without a calendar is told to be provisional' 0 暫定 workday 2040-03-01 +5

# ---- tracked decisions -----------------------------------------------------------------------------------------
keys() { cut -d ' ' -f 1 "$work/out"; }
yishi --db "$db" track --all && keys >"$work/all"
yishi --db "$db" track --open && keys >"$work/open"
yishi --db "$db" track && keys >"$work/usual"
lists() { cmp "$work/open" "$work/usual" && [ "$(wc -l <"$work/open")" -lt "$(wc -l <"$work/all")" ] && ! grep -vxFf "$work/all" "$work/open"; }
check 'track lists the open ones, and with --all the others too' lists
yishi --db "$db" --now 2030-01-01T00:00:00Z track --overdue && keys >"$work/late"
yishi --db "$db" --now 2020-01-01T00:00:00Z track --overdue && keys >"$work/early"
overdue() { [ -s "$work/late" ] && [ ! -s "$work/early" ] && ! grep -vxFf "$work/open" "$work/late"; }
check 'what is overdue depends on the day' overdue
yishi --db "$db" track --all --unit 海象署
of_a_unit() { ended 0 && [ "$(keys | tr '\n' ' ')" = '111-2-02 112-1-01 112-1-04 112-2-01 ' ]; }
check 'track --unit lists what the unit has to do or to assist in' of_a_unit
yishi --db "$db" track --unit nobody
of_nobody() { ended 0 && prints_nothing; }
check 'a unit without a decision has none' of_nobody

# ---- verify ------------------------------------------------------------------------------------------------------
answer 'the example is in order' 0 '不符 0 項' --db "$db" --now 2024-01-01T00:00:00Z verify
import "$fixtures/against-the-rules.json"
remember "$db"
yishi --db "$db" verify
finds() { ended 1 && says_nothing && [ "$(grep -c 設置要點 "$work/out")" -ge 2 ] && nothing_raw && nothing_changed; }
check 'what is against the rules is found, with its clause' finds

# ---- print ----------------------------------------------------------------------------------------------------------
no_space() { sed 's/[[:space:]　]//g' "$1" | tr -d '\n'; }
printed() { ended 0 && says_nothing && [ "$(no_space "$work/out")" = "$(no_space "$1")" ] && nothing_changed; }
for paper in "$fixtures"/minutes/*.txt; do
    name=$(basename "$paper" .txt)
    import "$fixtures/${name%.*}.json"
    remember "$db"
    yishi --db "$db" print minutes "$(yishi --db "$db" meetings && head -n 1 "$work/out" | cut -d ' ' -f 1)" \
        --paper "${name##*.}"
    check "the minutes of ${name%.*} are printed in ${name##*.}" printed "$paper"
done
import "$example"
yishi --db "$db" print minutes 112-2 -o "$work/paper.txt"
quiet() { ended 0 && prints_nothing && says_nothing; }
check 'print -o prints nothing else' quiet
yishi --db "$db" print minutes 112-2
same() { cmp "$work/paper.txt" "$work/out"; }
check 'and writes what would be printed' same
narrow()
{
    for width in 40 76 100; do
        yishi --db "$db" print minutes 112-2 --width $width
        ended 0 && [ "$(wc -L <"$work/out")" -le $width ] || return 1
    done
}
check 'no line of a paper is wider than asked' narrow
import "$fixtures/closed.json"
meeting=$(yishi --db "$db" meetings && head -n 1 "$work/out" | cut -d ' ' -f 1)
yishi --db "$db" print minutes "$meeting" && cp "$work/out" "$work/public"
yishi --db "$db" print minutes "$meeting" --internal
internal() { ended 0 && [ "$(wc -l <"$work/public")" -lt "$(wc -l <"$work/out")" ]; }
check 'the internal copy has what the public one leaves out' internal

conclude
