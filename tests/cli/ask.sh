#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Asking the units and collecting what they filled in: through files, there and back.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

import "$example"
remember "$db"
head='案號,會議,單位,辦理情形,列管建議'

# ---- ask ------------------------------------------------------------------------------------------------------
yishi --db "$db" ask 113-1 -o "$work/forms"
a_file_each()
{
    ended 0 && says_nothing && nothing_changed && prints '113-1-資訊處.csv  3 案' &&
        [ "$(find "$work/forms" -name '113-1-*.csv' | wc -l)" -eq 5 ]
}
check 'without a unit there is a file for each that has something to report' a_file_each
form=$work/forms/113-1-資訊處.csv
form_is_right()
{
    [ "$(head -c 3 "$form" | od -An -tx1 | tr -d ' ')" = efbbbf ] && grep -q '^第112-2-02案,113-1（113年第1次會議）,資訊處,主辦,' "$form" &&
        grep -q '建請解除列管、建請繼續列管' "$form" && [ "$(grep -c '^第' "$form")" -eq 3 ]
}
check 'a form has a BOM, the allowed words and a row for each decision' form_is_right
yishi --db "$db" ask 113-1 --unit 資訊處
same_form() { ended 0 && cmp "$form" "$work/out"; }
check 'with a unit its form is printed' same_form
remember "$db" "$form"
refused 'a form that is there may be filled in and is not replaced' 1 沒有覆蓋 --db "$db" ask 113-1 -o "$work/forms"
refused 'nor with -o FILE' 1 沒有覆蓋 --db "$db" ask 113-1 --unit 資訊處 -o "$form"
refused 'a unit without a decision has nothing to report' 1 主計處 --db "$db" ask 113-1 --unit 主計處
refused 'a confirmed meeting asks nobody' 1 112-2 --db "$db" ask 112-2 --unit 資訊處
refused 'an unknown meeting is bad input' 3 119-9 --db "$db" ask 119-9 --unit 資訊處
refused 'without a unit a directory is needed' 2 DIRECTORY --db "$db" ask 113-1

# ---- collect ----------------------------------------------------------------------------------------------------
remember "$db"
yishi --db "$db" collect "$form"
nothing_new() { ended 0 && prints 未填 && prints 沒有要變更的 && nothing_changed; }
check 'a form as it was written changes nothing' nothing_new
sed 's/^\(第112-2-02案.*\),,,\(水文部[^,]*\)$/\1,"一、=SUM(A1) 已訂定期程。\r\n二、“圖檔”轉檔完成。",建請繼續列管,\2/; s/^\(第112-2-03案.*\),,,\(水文部[^,]*\)$/\1,'"'"'-,解除列管,\2/' \
    "$form" | sed 's/,,,\(水文部[^,]*\)$/,,,\1/' >"$work/filled.csv"
sed 's/,\(113年4月30日前\),,\(.-,解除\)/,\1,,\2/' "$work/filled.csv" >"$work/again.csv" && mv "$work/again.csv" "$work/filled.csv"
yishi --db "$db" collect --dry-run "$work/filled.csv"
preview()
{
    ended 0 && says_nothing && nothing_changed && prints '112-2-02  資訊處  新回報' && prints '+ 一、=SUM(A1) 已訂定期程。' &&
        prints '+ 二、“圖檔”轉檔完成。' && prints '建議：繼續列管' && prints 只是預覽 && nothing_raw
}
check '--dry-run shows what would change and changes nothing' preview
yishi --db "$db" collect "$work/filled.csv"
taken() { ended 0 && says_nothing && prints '+ 一、=SUM(A1) 已訂定期程。' && prints '變更 2 筆，相同 0 筆，未填 1 筆。已存入。'; }
check 'a filled form is taken' taken
yishi --db "$db" export
stored()
{
    prints '"text": "=SUM(A1) 已訂定期程。"' && prints '"text": "“圖檔”轉檔完成。"' && prints '"recommendation": "continue"' &&
        prints '"text": "-"'
}
check 'and stands in the record, formulas as the text they were' stored
yishi --db "$db" log
one_set() { [ "$(grep -c '113-1 收回單位回報：2 筆' "$work/out")" -eq 1 ]; }
check 'as one change set' one_set
remember "$db"
yishi --db "$db" collect "$work/filled.csv"
twice() { ended 0 && prints '變更 0 筆，相同 2 筆' && nothing_changed; }
check 'the same form again changes nothing' twice
iconv -f UTF-8 -t UTF-16 "$work/filled.csv" | cat >"$work/sixteen.csv"
yishi --db "$db" collect "$work/sixteen.csv"
check 'UTF-16 is read as well' twice
LC_ALL=C sed '1s/^\xef\xbb\xbf//' "$work/filled.csv" | iconv -f UTF-8 -t CP950 >"$work/big5.csv"
yishi --db "$db" collect "$work/big5.csv"
big5() { ended 0 && prints '變更 0 筆，相同 2 筆' && says Big5 && nothing_changed; }
check 'so is Big5, as Excel saves it, with a word of warning' big5
printf '%s\n' '案號;會議;單位;辦理情形;列管建議' '112-2-02;113-1;資訊處;"一、=SUM(A1) 已訂定期程。' '二、“圖檔”轉檔完成。";' >"$work/semicolons.csv"
yishi --db "$db" collect "$work/semicolons.csv"
semicolons() { ended 0 && says_nothing && prints '變更 0 筆，相同 1 筆' && nothing_changed; }
check 'and semicolons, without BOM' semicolons
printf '%s\n' "$head" '112-2-02,113-1,資訊處,改過了,' >"$work/changed.csv"
yishi --db "$db" collect --dry-run "$work/changed.csv"
both() { ended 0 && prints '112-2-02  資訊處  修改' && prints '- 一、=SUM(A1) 已訂定期程。' && prints '+ 改過了' && nothing_changed; }
check 'a report that changes is shown before and after' both

# ---- what does not fit --------------------------------------------------------------------------------------------
bad() # name, words that must be said, rows…
{
    name=$1 wanted=$2
    shift 2
    printf '%s\n' "$head" "$@" >"$work/bad.csv"
    yishi --db "$db" collect "$work/changed.csv" "$work/bad.csv"
    check "$name" not_taken
}
not_taken() { ended 3 && says "$wanted" && says bad.csv && prints_nothing && nothing_raw && nothing_changed; }
bad 'an unknown number' '第 2 列 A 欄' '112-9-09,113-1,資訊處,完成,'
bad 'another meeting' '第 2 列 B 欄' '112-2-03,112-2,資訊處,完成,'
bad 'a unit that is not responsible' '第 2 列 C 欄' '112-2-03,113-1,主計處,完成,'
bad 'a decision that was released' '第 2 列 A 欄：列管案 111-2-01' '111-2-01,113-1,河川司,完成,'
bad 'a word that is no recommendation' '第 3 列 E 欄：「差不多」' '112-2-03,113-1,資訊處,完成,' '112-1-02,113-1,資訊處,完成,差不多'
bad 'a decision twice' '第 2 列 A 欄：同一單位' '112-2-02,113-1,資訊處,完成,'
bad 'an escape sequence' '<U+001B>' "112-2-03,113-1,資訊處,${escape}[2J,"
bad 'a quotation mark that is never closed' '第 2 列 D 欄' '112-2-03,113-1,資訊處,"完成,'
printf '%s\n' "$head" '112-2-03,113-1,資訊處,完成,' | iconv -f UTF-8 -t GB18030 >"$work/bad.csv"
yishi --db "$db" collect "$work/bad.csv"
wanted='CSV UTF-8'
check 'another encoding than UTF-8, UTF-16 and Big5 is refused with what to do' not_taken
printf 'PK\003\004........' >"$work/bad.csv"
yishi --db "$db" collect "$work/bad.csv"
wanted='文字 CSV'
check 'a spreadsheet of its own kind is refused with what to do' not_taken
printf '%s\n' "$head" '112-2-03,113-1,資訊處,完成,' | sed "s/[^,]*/'&'/g" >"$work/bad.csv"
yishi --db "$db" collect "$work/bad.csv"
wanted='字串分隔符號'
check 'apostrophes in place of quotation marks are told of' not_taken
printf '案號,會議,單位\n' >"$work/bad.csv"
yishi --db "$db" collect "$work/bad.csv"
wanted=辦理情形
check 'a heading that is missing is named' not_taken
refused 'a file that is not there is named' 3 nowhere.csv --db "$db" collect "$work/nowhere.csv"
printf '%s\n' "$head" '112-1-02,112-2,資訊處,完成,' >"$work/old.csv"
refused 'a confirmed meeting takes no reports' 1 112-2 --db "$db" collect "$work/old.csv"
many=
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
    printf '%s\n' "$head" >"$work/f$i.csv"
    many="$many $work/f$i.csv"
done
printf '%s\n' "$head" '112-1-02,113-1,資訊處,辦理中,' >"$work/f12.csv"
# shellcheck disable=SC2086
yishi --db "$db" collect --dry-run $many
dozen() { ended 0 && prints '變更 1 筆' && nothing_changed; }
check 'a dozen files at once' dozen

conclude
