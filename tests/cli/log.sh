#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The journal of changes: who, when, from what to what; what another tool wrote is told, and nothing in it
# reaches the terminal raw.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

changed=$work/changed.json
import "$example"
sed '/"id": "113-1"/,$ s/"place": *"[^"]*"/"place": "河圖樓五樓"/' "$example" >"$changed"
YISHI_TEST=1
export YISHI_TEST
yishi --db "$db" --now 2024-05-02T23:05:06Z import "$changed" --replace
check 'the record is imported again with another place' ended 0
remember "$db"

yishi --db "$db" log
told()
{
    ended 0 && says_nothing && nothing_raw && nothing_changed &&
        [ "$(grep -c '^[0-9]' "$work/out")" -eq 2 ] && tail -n 1 "$work/out" | grep -q '會議（第 [0-9]* 筆）地點：「.*」 → 「河圖樓五樓」'
}
check 'log tells every change, the latest at the end' told
in_zone() { prints '113/05/03(五) 07:05:06  '; }
check 'its time is the one of the office' in_zone
who() { grep -q '^113.*  匯入：.*changed.json$' "$work/out"; }
check 'and it says who did what' who
short() { prints '項，見 yishi log --json' && [ "$(wc -l <"$work/out")" -lt 60 ]; }
check 'an import does not fill the screen' short

yishi --db "$db" log 112-1
of_another() { ended 0 && ! prints '河圖樓五樓' && prints '匯入' && nothing_changed; }
check 'log MEETING tells the changes of that meeting alone' of_another
yishi --db "$db" log 113-1
of_one() { ended 0 && prints '河圖樓五樓' && nothing_changed; }
check 'and all of them' of_one
refused 'a meeting that is not there has no log' 3 112-9 --db "$db" log 112-9
refused 'log knows no other option' 2 --replace --db "$db" log --replace
refused 'log takes one meeting' 2 log --db "$db" log 112-1 112-2
refused 'log makes no database' 4 none.db --db "$work/none.db" log
yishi --db "$db" --lang en log
english() { ended 0 && prints 'Place: ' && prints '河圖樓五樓' && nothing_raw; }
check 'log speaks English' english

yishi --db "$db" log --json
if command -v python3 >/dev/null; then
    json() # an expression over the list `log`
    {
        python3 -c "import json, sys
log = json.load(open(sys.argv[1]))
sys.exit(0 if ($1) else 1)" "$work/out"
    }
    fields="set(log[0]) == {'id', 'at', 'who', 'label', 'sealed', 'first', 'changes'}"
    check 'log --json is an array with all fields' json "len(log) == 2 and $fields"
    check 'times are in UTC there' json "log[1]['at'] == '2024-05-02T23:05:06.000Z'"
    check 'nothing is left out there' json "len(log[0]['changes']) > 5000 and log[0]['sealed']"
    check 'from what to what' json "all(c['column'] != 'place' or (c['before'] != c['after'] == '河圖樓五樓') for c in log[1]['changes'])"
fi

# ---- what another tool wrote ---------------------------------------------------------------------------
if command -v python3 >/dev/null; then
    python3 - "$db" <<'END'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("UPDATE meeting SET place = 'x' || char(27) || '[31m' || char(0x202e) || char(10) || 'y' WHERE key = '113-1'")
db.commit()
END
    yishi --db "$db" log
    nameless() { ended 0 && nothing_raw && prints '其他工具，無姓名' && prints '<U+001B>[31m<U+202E><U+000A>y'; }
    check 'what another tool changed is there without a name, and nothing of it is raw' nameless
    yishi --db "$db" log --json
    check 'its who is null in JSON' json "log[-1]['who'] is None and log[-1]['id'] is None and not log[-1]['sealed']"
else
    skip 'no python3 to be another tool'
fi

conclude
