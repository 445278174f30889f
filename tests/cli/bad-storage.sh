#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Databases that are none, that are newer, damaged, not to be written, on a full disk or nowhere:
# each ends with 4 and one sentence that says why, and every byte stays as it was.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

vote=$fixtures/vote.json

# ---- no database ---------------------------------------------------------------------------------------
remember "$db" "$work/none/a.db"
for command in meetings 'quorum 112-1' track 'print minutes 112-1' export verify; do
    # shellcheck disable=SC2086 # words on purpose
    refused "${command%% *} never makes a database" 4 --db --db "$db" $command
done
refused 'a directory that is missing is told' 4 資料夾 --db "$work/none/a.db" meetings
refused 'nothing is imported into a directory that is missing' 4 資料夾 --db "$work/none/a.db" import "$vote"
refused 'no example is made in a directory that is missing' 4 資料夾 demo "$work/none/a.db"
no_directory() { [ ! -e "$work/none" ]; }
check 'a directory that was named is not made' no_directory
refused 'a directory is no database' 4 "$work" --db "$work" meetings

rm -rf "$XDG_DATA_HOME/yishi"
yishi import "$example"
made_in_its_place() { ended 0 && [ "$(stat -c %a "$XDG_DATA_HOME/yishi/yishi.db")" = 600 ] && [ "$(stat -c %a "$XDG_DATA_HOME/yishi")" = 700 ]; }
check 'the default place is made for its owner alone' made_in_its_place

# ---- files that are no database ---------------------------------------------------------------------------
refused_both() # what is tested, the sentence; the file is $db
{
    remember "$db"
    refused "$1 is not read" 4 "$2" --db "$db" meetings
    refused "$1 is not written" 4 "$2" --db "$db" import "$vote"
}
echo 'Dear diary, today the committee met again, and again nobody had brought the minutes.' >"$db"
refused_both 'a letter' 不是資料庫
cp "$example" "$db"
refused_both 'a record' 不是資料庫
import "$example"
printf '\0\0\0\143' | dd of="$db" bs=1 seek=60 conv=notrunc status=none
refused_both 'a database of a newer program' 較新版本
import "$example"
printf 'CHAT' | dd of="$db" bs=1 seek=68 conv=notrunc status=none
refused_both "another program's database" 別的程式
import "$example"
remember "$db"
refused 'no example is made over a database' 4 已經存在 demo "$db"
head -c 100000 "$db" >"$work/half.db" && cp "$work/half.db" "$db"
remember "$db"
yishi --db "$db" verify
half() { [ "$status" -ne 0 ] && nothing_raw && nothing_changed && ! grep -q 'Sanitizer' "$work/err"; }
check 'half a database is not verified as a whole one' half

# ---- not to be written --------------------------------------------------------------------------------------
import "$example"
chmod 400 "$db"
chmod 500 "$work"
remembered=
mkdir -p "$HOME/said"
mortal() # runs the program without the powers of root; what it says goes elsewhere, $work is closed
{
    as_mortal "$YISHI" "$@" >"$HOME/said/out" 2>"$HOME/said/err" </dev/null
    status=$?
}
heard() { chmod 700 "$work" && cp "$HOME/said/out" "$HOME/said/err" "$work" && chmod 500 "$work"; }
before=$(sha256sum "$db")
unchanged() { [ "$(sha256sum "$db")" = "$before" ]; }
read_only() { ended 4 && prints_nothing && one_sentence && says 不能寫入 && nothing_raw && unchanged; }
reads() { ended 0 && prints 112-1 && unchanged; }
if as_mortal test ! -w "$db"; then
    mortal --db "$db" import "$vote" --replace
    heard
    check 'nothing is imported into a database that is not to be written' read_only
    mortal --db "$db" meetings
    heard
    check 'a database that is not to be written is read' reads
else
    skip 'this user writes whatever the permissions say'
fi
chmod 700 "$work"
chmod 600 "$db"

# ---- a full disk ----------------------------------------------------------------------------------------------
# A file may grow to so many blocks of 512 bytes and no further.
import "$fixtures/minimal.json"
remember "$db"
limited()
{
    (
        trap '' XFSZ
        ulimit -f "$1"
        shift
        exec "$YISHI" "$@"
    ) >"$work/out" 2>"$work/err" </dev/null
    status=$?
}
sed 's/"key": "hydrology-opendata"/"key": "elsewhere"/' "$example" >"$work/elsewhere.json"
blocks=$((($(wc -c <"$db") + 8192) / 512))
limited $blocks --db "$db" import "$work/elsewhere.json"
cut_short() { ended 4 && prints_nothing && one_sentence && nothing_raw; }
check 'a database that cannot grow is told in one sentence' cut_short
still_the_same()
{
    yishi --db "$db" export && ended 0 && cmp "$work/out" "$fixtures/minimal.exported.json"
}
check 'and has what it had before' still_the_same

# A real one, where the system lets us have it.
full_disk=$work/disk
mkdir "$full_disk"
cat >"$work/full.sh" <<'SH'
disk=$1 yishi=$2 example=$3 elsewhere=$4 said=$5
mount -t tmpfs -o size=2m none "$disk" || exit 77
cd "$disk" || exit 77
"$yishi" --db "$disk/a.db" import "$example" >"$said/first" 2>&1 </dev/null || exit 78
dd if=/dev/zero of="$disk/ballast" bs=4096 status=none 2>/dev/null
"$yishi" --db "$disk/a.db" export >"$said/was" 2>/dev/null
"$yishi" --db "$disk/a.db" import "$elsewhere" >"$said/out" 2>"$said/err" </dev/null
echo $? >"$said/status"
"$yishi" --db "$disk/a.db" --committee hydrology-opendata export >"$said/is" 2>/dev/null
printf '%s' old >"$disk/../kept.txt"
: >"$disk/empty.txt"
"$yishi" --db "$disk/a.db" print minutes 112-1 -o "$disk/empty.txt" 2>"$said/paper"
echo $? >>"$said/status"
ls "$disk" >"$said/ls"
SH
unshare -rm sh "$work/full.sh" "$full_disk" "$YISHI" "$example" "$work/elsewhere.json" "$work" 2>"$work/unshare"
case $? in
0)
    status=$(head -n 1 "$work/status")
    full() { ended 4 && prints_nothing && one_sentence && says 磁碟已滿 && nothing_raw; }
    check 'a full disk is told in one sentence' full
    kept() { [ -s "$work/was" ] && cmp "$work/was" "$work/is"; }
    check 'on a full disk nothing is half stored' kept
    status=$(tail -n 1 "$work/status")
    cp "$work/paper" "$work/err"
    paper() { ended 4 && one_sentence && says 磁碟已滿 && ! grep -qF 'empty.txt.' "$work/ls"; }
    check 'a paper that does not fit leaves nothing beside it' paper
    ;;
*) skip "no disk of our own here: $(head -n 1 "$work/unshare")" ;;
esac

# ---- a paper and a record that cannot be written ----------------------------------------------------------------
import "$example"
remember "$db" "$work/none/x.txt"
refused 'a paper into a directory that is missing is refused' 4 x.txt \
    --db "$db" print minutes 112-1 -o "$work/none/x.txt"
refused 'a record into a directory that is missing is refused' 4 x.txt --db "$db" export -o "$work/none/x.txt"
if [ -w /dev/full ]; then
    "$YISHI" --db "$db" print minutes 112-1 >/dev/full 2>"$work/err" </dev/null
    status=$?
    no_room() { ended 4 && one_sentence && nothing_raw; }
    : >"$work/out"
    check 'standard output that takes nothing is told' no_room
fi

# ---- no such thing in it ------------------------------------------------------------------------------------------
refused 'an unknown meeting is told' 3 199-9 --db "$db" quorum 199-9
refused 'a paper of an unknown meeting is told' 3 199-9 --db "$db" print minutes 199-9
refused 'a record of an unknown meeting is told' 3 199-9 --db "$db" export 199-9
refused 'a word that is no meeting is told' 3 soon --db "$db" quorum soon
refused 'ESC in a meeting comes back escaped' 3 U+001B --db "$db" quorum "${escape}[31m"
refused 'an unknown committee is told' 3 nobody --db "$db" --committee nobody meetings
refused 'an unknown paper is told with those that there are' 3 formal --db "$db" print minutes 112-1 --paper baroque
refused 'ESC in a paper comes back escaped' 3 U+001B --db "$db" print minutes 112-1 --paper "${escape}c"

yishi --db "$db" import "$work/elsewhere.json"
remember "$db"
refused 'of several committees one must be named' 2 elsewhere --db "$db" quorum 112-1
refused 'of several committees one must be named to export' 2 hydrology-opendata --db "$db" export

conclude
