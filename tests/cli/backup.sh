#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A backup that was never restored is none: what is backed up is exported before, restored over a lost, a damaged
# and a changed database, and exported again, byte for byte the same.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

YISHI_TEST=1
export YISHI_TEST
copy=$work/copy.db
kept=$db.replaced-2024-05-02

restore() { yishi --db "$db" --now 2024-05-02T05:00:00Z restore "$@"; }
fresh()
{
    rm -rf "$db" "$db"* "$copy"*
    import "$example"
    "$YISHI" --db "$db" export >"$work/before.json"
    yishi --db "$db" backup "$copy"
}
same_again() { "$YISHI" --db "$db" export 2>"$work/err" | cmp - "$work/before.json" && "$YISHI" --db "$db" --now 2024-05-02T05:00:00Z verify >/dev/null; }
only() # that many files beginning with the database's name
{
    [ "$(find "$work" -maxdepth 1 -name 'a.db*' ! -name '*-journal' | wc -l)" -eq "$1" ] || { find "$work" -maxdepth 1 -name 'a.db*' >>"$work/err"; return 1; }
}

# ---- backup ------------------------------------------------------------------------------------------------
fresh
backed_up() { ended 0 && says_nothing && nothing_raw && prints "$copy" && prints 識別碼 && prints "$(stat -c %s "$copy") 位元組" && [ "$(stat -c %a "$copy")" = 600 ]; }
check 'backup says where, how large and what' backed_up
remember "$db" "$copy"
refused 'a file that is there is not overwritten' 4 已經存在 --db "$db" backup "$copy"
refused 'a directory that is missing is told' 4 資料夾 --db "$db" backup "$work/none/copy.db"
refused 'what is not there cannot be backed up' 4 none.db --db "$work/none.db" backup "$work/copy2.db"
refused 'backup wants a file' 2 backup --db "$db" backup
in_another() { ended 0 && says_nothing && prints Size; }
yishi --db "$db" --lang en backup "$work/english.db"
check 'backup speaks English' in_another

# ---- restore -----------------------------------------------------------------------------------------------
rm -f "$db" "$db"-journal
restore "$copy"
restored() { ended 0 && says_nothing && nothing_raw && prints 已還原 && same_again; }
check 'a lost database is restored, byte for byte' restored
nothing_kept() { ! prints 留在 && only 1 && [ "$(stat -c %a "$db")" = 600 ]; }
check 'where there was nothing, nothing is kept' nothing_kept

fresh
sed '/"id": "113-1"/,$ s/"place": *"[^"]*"/"place": "河圖樓"/' "$example" >"$work/changed.json"
yishi --db "$db" import "$work/changed.json" --replace
cp "$db" "$work/changed.db"
restore "$copy"
kept_it() { ended 0 && prints "$kept" && same_again && cmp "$kept" "$work/changed.db" && only 2; }
check 'what was changed since is kept beside, as it was' kept_it
restore "$copy"
kept_more() { ended 0 && prints "$kept-2" && same_again && cmp "$kept" "$work/changed.db" && only 3; }
check 'and is not overwritten by the next' kept_more

fresh
head -c 200000 "$db" | tr '\000-\377' '\001-\377\000' >"$work/garbage" && cat "$work/garbage" >"$db"
restore "$copy"
over_garbage() { ended 0 && same_again && cmp "$kept" "$work/garbage"; }
check 'a database that is garbage is restored, the garbage kept' over_garbage
fresh
dd if=/dev/urandom of="$db" bs=4096 seek=20 count=30 conv=notrunc status=none
cp "$db" "$work/garbage"
restore "$copy"
check 'a database with damaged pages is restored, the damaged one kept' over_garbage
fresh
: >"$db"
restore "$copy"
over_nothing() { ended 0 && same_again && [ -f "$kept" ] && [ ! -s "$kept" ]; }
check 'an empty file is restored' over_nothing

# ---- what is not restored --------------------------------------------------------------------------------------
fresh
cp "$copy" "$work/good.db"
refused_backup() # what it is, the sentence; the file is $copy
{
    remember "$db" "$copy"
    refused "$1 is not restored" 4 "$2" --db "$db" --now 2024-05-02T05:00:00Z restore "$copy"
    check "$1 leaves nothing behind" only 1
}
dd if=/dev/urandom of="$copy" bs=4096 seek=20 count=30 conv=notrunc status=none
refused_backup 'a backup with damaged pages' 毀損
head -c 100000 "$work/good.db" >"$copy"
refused_backup 'half a backup' 毀損
echo 'Dear diary' >"$copy"
refused_backup 'a letter' 不是資料庫
cp "$work/good.db" "$copy" && printf '\0\0\0\143' | dd of="$copy" bs=1 seek=60 conv=notrunc status=none
refused_backup 'a backup of a newer program' 較新版本
cp "$work/good.db" "$copy" && printf 'CHAT' | dd of="$copy" bs=1 seek=68 conv=notrunc status=none
refused_backup "another program's database" 別的程式
rm -f "$copy"
refused_backup 'a backup that is not there' copy.db
remember "$db"
mkdir "$copy" && refused 'a directory is not restored' 4 不是資料庫 --db "$db" restore "$copy" && rmdir "$copy"
remember "$db"
refused 'a database is not restored from itself' 2 自己 --db "$db" restore "$db"
ln -s a.db "$work/link.db"
refused 'nor by another name of it' 2 自己 --db "$db" restore "$work/link.db"
cp "$work/good.db" "$copy"
refused 'a missing directory is not made' 4 資料夾 --db "$work/none/a.db" restore "$copy"
chmod 500 "$work"
remembered=
mortal() { as_mortal "$YISHI" --db "$db" restore "$copy" >/dev/null 2>"$HOME/said"; status=$?; [ "$status" -eq 4 ] && grep -q 寫不了 "$HOME/said"; }
check 'a directory that cannot be written is told' mortal
chmod 700 "$work"
check 'and the database is as it was' same_again

if command -v python3 >/dev/null; then
    # somebody writes: begun and not ended; a pipe each way says when
    mkfifo "$work/ready" "$work/go"
    python3 - "$db" "$work/ready" "$work/go" <<'END' &
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
open(sys.argv[2], "w").close()
open(sys.argv[3]).close()
db.execute("ROLLBACK")
END
    writer=$!
    : <"$work/ready"
    refused 'while somebody writes nothing is restored' 4 正在寫入 --db "$db" restore "$copy"
    : >"$work/go"
    wait $writer
    rm "$work/ready" "$work/go"
    check 'and nothing is left behind' only 1
    # the backup of another database
    "$YISHI" demo "$work/other.db" >/dev/null
    restore "$work/other.db"
    another() { ended 0 && prints 請留意; }
    check "another database's backup is told" another
else
    skip 'no python3 to be another writer'
fi

# ---- through a link ------------------------------------------------------------------------------------------------
fresh
mkdir -p "$work/real" && mv "$db" "$work/real/b.db" && ln -s real/b.db "$db"
restore "$copy"
through() { ended 0 && [ -L "$db" ] && same_again && [ -f "$work/real/b.db.replaced-2024-05-02" ]; }
check 'a link stays a link, and what it leads to is restored' through

conclude
