#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How the command line is spoken to: what is wrong in it is told in one sentence before anything is
# opened, and the program without a terminal says that it needs one.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

# ---- wrong words ----------------------------------------------------------------------------------------
# The database does not exist, and must not after it.
remember "$db"
refused 'an unknown command is refused' 2 '「votes」' --db "$db" votes
refused 'an unknown option is refused' 2 --all --db "$db" meetings --all
refused 'an option nobody knows is refused' 2 --fast --db "$db" --fast meetings
refused 'an option without its value is refused' 2 --at --db "$db" quorum 112-1 --at
refused 'an argument too many is refused' 2 workday --db "$db" workday 112/5/24 +5 +6
refused 'an argument too few is refused' 2 workday --db "$db" workday 112/5/24
refused 'a flood of arguments is refused' 2 meetings --db "$db" meetings 1 2 3 4 5 6 7 8 9 10 11 12
refused 'print prints the papers it knows only' 2 minutes --db "$db" print menu 112-1
refused 'a paper of no width is refused' 2 --width --db "$db" print minutes 112-1 --width wide
refused 'a paper that is too narrow is refused' 2 40-200 --db "$db" print minutes 112-1 --width 12
refused 'an unknown form of answer is refused' 2 --format --db "$db" quorum 112-1 --format xml
refused 'a minute that does not exist is refused' 2 14:60 --db "$db" quorum 112-1 --at 14:60
refused 'all moments or one are asked for' 2 --at --db "$db" quorum 112-1 --all --at 14:00
refused 'two lists at once are refused' 2 track --db "$db" track --open --all
refused 'an unknown language is refused' 2 --lang --db "$db" --lang fr meetings
refused 'a number of days that is none is refused' 2 'yishi workday DATE' --db "$db" workday 112/5/24 soon
refused 'a day that does not exist is refused' 3 2023-02-30 --db "$db" workday 2023-02-30 +1
refused 'a word that is no day is refused' 3 後天 --db "$db" workday 後天 +1
refused 'an empty word is no command' 2 '「」' --db "$db" ''

# What was typed comes back in the sentence: never raw.
refused 'ESC in a command comes back escaped' 2 U+001B --db "$db" "${escape}]0;x"
refused 'ESC in an option comes back escaped' 2 U+001B --db "$db" meetings "--${escape}[2J"
refused 'ESC in a day comes back escaped' 3 U+001B --db "$db" workday "${escape}[2J" 1
refused 'invalid UTF-8 in a command comes back escaped' 2 '' --db "$db" "$(printf '\377\300x')"
refused 'ESC in the name of a database comes back escaped' 4 U+001B --db "$work/${escape}[2J" meetings

refused 'usage is checked before the database is opened' 2 --format \
    --db "$work/no/such/directory/a.db" quorum 112-1 --format xml

# ---- options anywhere, help, version ----------------------------------------------------------------------
same_anywhere()
{
    yishi quorum --db "$db" 112-2 --lang zh --at 10:00 && cp "$work/out" "$work/first" &&
        yishi --lang zh --at 10:00 quorum 112-2 --db="$db" && cmp "$work/first" "$work/out"
}
import "$example"
check 'options may stand before and after the command' same_anywhere

yishi --version
version() { ended 0 && grep -qE '^yishi [0-9]+\.[0-9]+' "$work/out" && says_nothing; }
check '--version tells the version' version
yishi --help
helps()
{
    for command in meetings quorum track print import export workday verify demo; do
        prints "yishi $command" || return 1
    done
    ended 0 && says_nothing
}
check '--help names every command' helps
yishi quorum --help
one_help() { ended 0 && prints 'yishi quorum' && ! prints 'yishi import'; }
check 'COMMAND --help tells of that command' one_help

# ---- the clock ---------------------------------------------------------------------------------------------
remember "$db"
name='--now is refused without the variable of the tests'
env -u YISHI_TEST "$YISHI" --db "$db" --now 2023-05-24T06:00:00Z import "$fixtures/vote.json" \
    >"$work/out" 2>"$work/err" </dev/null
status=$? wanted=2 sentence=--now
check "$name" in_order

# ---- no terminal -------------------------------------------------------------------------------------------
remember "$db" "$work/new.db"
refused 'without a terminal one sentence names the command line' 2 --help --db "$db"
refused 'without a terminal no database is made' 2 --help --db "$work/new.db"

# ---- the languages -----------------------------------------------------------------------------------------
no_chinese() { ! LC_ALL=C.UTF-8 grep -qP '\p{Han}' "$1"; }
english_words() { no_chinese "$work/err" && one_sentence; }
if [ -f tui/po/en.po ]; then
    yishi --lang en --db "$work/new.db" meetings
    check 'an error is worded in English with --lang en' english_words
    LANG=en_US.UTF-8 LC_ALL=C.UTF-8 LANGUAGE=en "$YISHI" --lang en --help >"$work/out" 2>"$work/err"
    english_help() { sed 's/議事//' "$work/out" >"$work/rest" && no_chinese "$work/rest"; }
    check 'help is whole in English' english_help
    yishi --db "$db" print minutes 112-1 && cp "$work/out" "$work/paper"
    yishi --db "$db" --lang en print minutes 112-1
    same_paper() { cmp "$work/paper" "$work/out"; }
    check 'a paper is the same in every language' same_paper
fi
speaks_chinese() { LC_ALL=C.UTF-8 grep -qP '\p{Han}' "$work/err"; }
for locale in C POSIX C.UTF-8; do
    LC_ALL=$locale "$YISHI" --db "$work/new.db" meetings >"$work/out" 2>"$work/err" </dev/null
    status=$?
    check "the locale $locale speaks Chinese" speaks_chinese
done

# ---- a broken configuration --------------------------------------------------------------------------------
mkdir -p "$XDG_CONFIG_HOME/yishi"
ini=$XDG_CONFIG_HOME/yishi/yishi.ini
carries_on() { ended 0 && prints 112-1 && says "$1" && nothing_raw; }
configured() # what is tested, the words that must be said; the file on standard input
{
    cat >"$ini"
    yishi --db "$db" meetings
    check "$1" carries_on "$2"
}
configured 'a line that is no setting is named and passed over' '第 2 行' <<'INI'
[screen]
this is no setting
theme = blue
INI
configured 'an unknown setting is named and passed over' '「screen:colour」' <<'INI'
[screen]
colour = blue
INI
configured 'a value that a setting cannot have is named' 'general:language' <<'INI'
[general]
language = klingon
INI
configured 'a number out of range is named' 'paper:width' <<'INI'
[paper]
width = 7
INI
configured 'a key that does not exist is named' 'Hyper-X' <<'INI'
[keys]
checkin.present = Hyper-X
INI
printf '[general]\nwho = \033[31mX\n' | configured 'ESC in the configuration is never raw' yishi.ini
printf '[general]\nwho = \377\n' | configured 'a configuration that is no UTF-8 is named' UTF-8
printf '\357\273\277[paper]\nwidth = 60\n' >"$ini"
yishi --db "$db" print minutes 112-1
marked() { ended 0 && says_nothing && [ "$(wc -L <"$work/out")" -le 60 ]; }
check 'a byte order mark does not spoil the configuration' marked
{ echo '[general]'; printf 'who = '; head -c 3000 /dev/zero | tr '\0' x; echo; } |
    configured 'a line that is too long is named and passed over' '1024'
rm "$ini"
printf '[general]\ndatabase = %s\n' "$db" >"$ini"
yishi meetings
default_database() { ended 0 && prints 112-1; }
check 'the configuration names the default database' default_database

conclude
