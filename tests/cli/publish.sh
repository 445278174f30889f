#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The publication package through the command line: what is listed, what stops it, and what is written.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

import "$fixtures/publication.json"
mkdir "$work/files"
echo '取水設施,乙類' >"$work/files/分級清冊.txt"
out=$work/package
remember "$db"

# ---- looking --------------------------------------------------------------------------------------------------
yishi --db "$db" publish 113-1 --dry-run
listed()
{
    ended 1 && says_nothing && nothing_changed && nothing_raw && [ ! -e "$out" ] && prints manifest.json && prints minutes.odt &&
        prints 'attachments/01.分級清冊.txt' && prints '說明：聯絡人姓名：本案承辦人：【魚玄機】，分機 1234。 → 尚未決定：--keep ' &&
        prints '附表「資料集一覽」第2列第3欄：電話：【０９１２－３４５－６７８】' && prints '附件：找不到附件的檔案：files/slides.pdf' &&
        prints '回應不公開的發言：感謝江謝副司長說明' && prints '還有 14 處沒有決定'
}
check '--dry-run lists the files and every finding with its place, and changes nothing' listed
yishi --db "$db" publish 113-1 "$out"
stopped()
{
    ended 1 && prints_nothing && says '電子郵件：【water@example.tw】 → 尚未決定：--keep ' && says '還有 14 處沒有決定照登或遮去，沒有寫出任何檔案' &&
        [ ! -e "$out" ] && nothing_raw
}
check 'undecided findings stop it, a line each says what to do' stopped
yishi --db "$db" --lang en publish 113-1 --dry-run
english() { ended 1 && prints 'undecided' && ! prints 尚未決定; }
check 'the same in English' english
refused 'a directory is needed' 2 DIR --db "$db" publish 113-1
refused 'an unknown meeting is bad input' 3 119-9 --db "$db" publish 119-9 "$out"
refused 'an id that is no finding is bad input' 3 0000dead --db "$db" publish 113-1 "$out" --keep 0000dead
refused 'what is there already is never written over' 1 不會寫在別的東西上 --db "$db" publish 113-1 "$work" --redact all

# ---- all that is listed, by its ids: one of them is a reply that holds another ------------------------------------
yishi --db "$db" publish 113-1 --dry-run
ids=$(sed -n 's/^\([0-9a-f]\{8\}\)  .*/\1/p' "$work/out" | paste -s -d ,)
yishi --db "$db" publish 113-1 --dry-run --redact "$ids"
all_listed() { ended 0 && says_nothing && prints 不放這則回應; }
check 'every id that is listed can be answered in one go' all_listed

# ---- deciding -------------------------------------------------------------------------------------------------
yishi --db "$db" publish 113-1 "$out" --redact phone,contact
some_decided() { ended 1 && ! says 薛濤 && says 陳委員 && says '還有 8 處' && [ ! -e "$out" ]; }
check 'kinds are decided at once, and the rest stops it' some_decided
yishi --db "$db" publish 113-1 --dry-run
decided_before() { ended 1 && prints '【(02)2345-0002#12】 → 遮去' && prints '還有 8 處沒有決定'; }
check 'what was decided is not asked for again' decided_before
id=$(sed -n 's/^\([0-9a-f]*\)  .*【魚玄機】.*/\1/p' "$work/out")
yishi --db "$db" publish 113-1 --dry-run --keep "$id" --redact all
preview_only() { ended 0 && prints '【魚玄機】，分機 1234。 → 照登'; }
check '--dry-run shows what a decision would give' preview_only
yishi --db "$db" publish 113-1 "$out" --keep "$id" --redact all
written()
{
    ended 0 && says_nothing && prints "$out" && grep -q '承辦人：魚玄機，分機 ○○○' "$out/minutes.txt" &&
        [ "$(ls "$out")" = "$(printf '%s\n' agenda.odt agenda.txt attachments manifest.json minutes.odt minutes.txt record.json \
            statements.csv tracked-decisions.csv)" ] && cmp "$out/attachments/01.分級清冊.txt" "$work/files/分級清冊.txt"
}
check 'the package is written, with one decision changed' written
yishi --db "$db" print minutes 113-1 --public
public_redacted() { ended 0 && says_nothing && cmp "$work/out" "$out/minutes.txt"; }
check 'the public minutes print as they are published' public_redacted
sums_are_right()
{
    sed -n 's/^ *"name": "\(.*\)",/\1/p' "$out/manifest.json" | while read -r name; do sha256sum "$out/$name"; done |
        cut -d' ' -f1 >"$work/sums"
    sed -n 's/^ *"sha256": "\(.*\)"/\1/p' "$out/manifest.json" | cmp - "$work/sums" && [ "$(wc -l <"$work/sums")" -eq 8 ]
}
check 'the manifest has the sum of every file' sums_are_right
head=$(sed -n 's/^ *"head": "\(.*\)"/\1/p' "$out/manifest.json")
yishi --db "$db" verify --seal "$head"
head_is_known() { prints 封印相符; }
check 'the head in the manifest is one of the journal' head_is_known
yishi --db "$db" log 113-1
logged() { ended 0 && prints '公開前的決定' && prints '113-1：寫出公開資料夾' && prints '種類「電子郵件」，原文「water@example.tw」，照登或遮去「遮去」'; }
check 'the journal tells what was decided and that it was written' logged
csv_is_plain()
{
    [ "$(head -c 3 "$out/statements.csv" | od -An -tx1 | tr -d ' ')" != efbbbf ] && head -n 1 "$out/statements.csv" | grep -q '^會議,節,' &&
        [ "$(grep -c 某委員 "$out/statements.csv")" -eq 3 ]
}
check 'the tables are plain UTF-8 with a row of headings' csv_is_plain
yishi --db "$work/b.db" import "$out/record.json"
imported() { ended 0 && says_nothing; }
check 'the record in it can be imported where nothing is' imported
yishi --db "$work/b.db" export
same_record() { ended 0 && cmp "$work/out" "$out/record.json"; }
check 'and comes out as the same bytes' same_record
nothing_leaks()
{
    ! grep -rE '黃鶴水利|底價|稽核報告|密語|陳委員|高委員|薛濤|A123456789|water@|2345-000|內部備註|口頭核定|尚未公開之進度|幕僚甲|14:1[0-9]' "$out"
}
check 'nothing that is closed, personal or internal is in any file' nothing_leaks
yishi --db "$db" publish 113-1 "$out"
again() { ended 1 && says 不會寫在別的東西上; }
check 'it is not written over itself' again
yishi --db "$db" publish 113-1 "$work/other" --paper docket --redact phone
other_style() { ended 0 && grep -q '第一案' "$work/other/agenda.txt"; }
check 'another style asks for what it prints besides, and prints it' other_style

# ---- the fixtures whose secrets are all that differs ------------------------------------------------------------
twin()
{
    import "$1"
    rm -rf "$work/twin"
    yishi --db "$db" publish 113-1 "$work/twin"
    ended 0 && sed -i 's/"head": ".*"/"head": ""/' "$work/twin/manifest.json" && (cd "$work/twin" && sha256sum -- *) >"$2"
}
differs_not()
{
    sed "$2" "$1" >"$work/changed.json" && ! cmp -s "$1" "$work/changed.json" && twin "$1" "$work/one" &&
        twin "$work/changed.json" "$work/two" && cmp "$work/one" "$work/two"
}
check 'another closed text gives the same bytes' differs_not "$fixtures/closed.json" 's/底價尚未核定。/別的。/'
check 'another anonymous speaker gives the same bytes' differs_not "$fixtures/anonymous.json" \
    '/"member": "m03"/{N;N;s/m03\(.*\n.*\n.*anonymous\)/m02\1/}'
conclude
