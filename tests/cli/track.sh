#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The register of tracked decisions on the command line: filters, order, and the three formats.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

import "$example"
remember "$db"
track() { yishi --db "$db" --now 2024-05-02T00:00:00Z track "$@"; }
keys() { cut -d ' ' -f 1 "$work/out" | tr '\n' ' '; }
lists() { ended 0 && says_nothing && [ "$(keys)" = "$wanted" ] && nothing_raw && nothing_changed; }
# listed NAME 'KEYS ' ARGUMENT…
listed()
{
    name=$1 wanted=$2
    shift 2
    track "$@"
    check "$name" lists
}

# ---- which ones, in which order ---------------------------------------------------------------------------
listed 'the open ones are listed by number' '111-2-02 112-1-02 112-2-01 112-2-02 112-2-03 '
listed 'by due date, those without one last' '112-2-01 111-2-02 112-2-03 112-2-02 112-1-02 ' --sort due
listed 'what is released or left to the unit or merged' '111-2-01 111-2-03 111-2-04 112-1-01 112-1-03 112-1-04 ' --released
listed 'what is overdue on that day' '111-2-02 112-2-01 112-2-03 ' --overdue
listed 'of one unit, assisting too' '112-2-01 112-2-02 ' --unit 水文觀測所
listed 'decided by one meeting' '112-1-01 112-1-02 112-1-03 112-1-04 ' --all --meeting 112-1
listed 'by a meeting older than the data, of which the numbers tell' '111-2-02 ' --meeting 111-2
listed 'with these words, full-width or not' '112-2-02 ' --text １９筆
listed 'a text that is nowhere' '' --all --text 沒有這些字
listed 'who has not reported for the next meeting' '111-2-02 112-2-01 112-2-02 112-2-03 ' --unreported
refused 'a meeting that is not there is bad input' 3 119-9 --db "$db" track --meeting 119-9
refused 'two states at once are refused' 2 --released --db "$db" track --open --released
refused 'an unknown order is refused' 2 'number, due' --db "$db" track --sort age
refused 'an unknown format is refused' 2 'text, csv, json' --db "$db" track --format xml

# ---- what each line tells -----------------------------------------------------------------------------------
track --unit 資訊處 --meeting 112-2
tells()
{
    ended 0 && prints '112-2-02' && prints '113/06/28' && prints '0次' && prints '149日' && prints '資訊處（協辦 水文觀測所）' &&
        prints '請資訊處就未達標之19筆資料集' && prints '（112年第2次會議 參、報告事項、案由二）'
}
check 'a line tells due date, rounds, days, units, instruction and source' tells
track --format json --unit 水文觀測所
json()
{
    ended 0 && says_nothing && prints '"key": "112-2-02"' && prints '"ref": "參、報告事項、案由二"' && prints '"rounds": 0' &&
        prints '"days": 149' && prints '"state": "overdue"' && prints '"open": true' &&
        { ! command -v python3 >/dev/null || python3 -m json.tool "$work/out" >"$work/tidy"; }
}
check 'JSON has the same, and is JSON' json
track --format json --text 欄位名稱
dues()
{
    ended 0 && tr -d ' \n' <"$work/out" >"$work/tidy" && grep -q '"due":"2024-03-31","dues":' "$work/tidy" &&
        grep -q '{"due":"2023-06-30","meeting":null},{"due":"2023-11-30","meeting":"112-1"},{"due":"2024-03-31","meeting":"112-2"}' "$work/tidy"
}
check 'a due date that moved keeps those before' dues
track --format json --text 沒有這些字
check 'none is an empty list' prints '[]'

track --format csv --all
csv()
{
    ended 0 && says_nothing && [ "$(head -c 3 "$work/out" | od -An -tx1 | tr -d ' ')" = efbbbf ] &&
        prints '案號,狀態,來源,裁示事項,主辦,協辦,期限,報告次數,日數,歷次期限' &&
        prints '112-2-02,open,112年第2次會議 參、報告事項、案由二,' && prints '112-1-01,release,' && [ "$(wc -l <"$work/out")" -eq 12 ]
}
check 'CSV has a BOM, a heading and a row for each' csv
sed 's/"text": "請資訊處就未達標/"text": "=cmd|'"'"' \/C calc'"'"'!A0 請資訊處就未達標/' "$example" >"$work/hostile.json"
import "$work/hostile.json"
track --format csv
harmless() { prints ",\"'=cmd|' /C calc'!A0 請" && ! prints ',=cmd' && ! prints '"=cmd'; }
check 'an instruction that is a formula is none in CSV' harmless

conclude
