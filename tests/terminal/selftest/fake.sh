#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A stand-in for the program, with the behaviours that the driver must tell apart. What it does
# is its first argument that is no option.

declare -A option=()
while [[ ${1-} == --* ]]; do
    option[$1]=$2
    shift 2
done
behaviour=${1-}

trap 'exit 0' TERM HUP

raw() { stty raw -echo; }
cooked() { stty sane; }
clear_screen() { printf '\e[H\e[2J'; }

# Every key as its bytes, "q" leaves with 3; half a second of dead time before each answer when slow.
keys()
{
    raw
    clear_screen
    printf 'ready'
    while IFS= read -rsN1 key; do
        [[ $behaviour == slow ]] && read -rt 0.5 -u 9 9<>/dev/zero
        printf ' <%s>' "$(printf %s "$key" | od -An -tx1 | tr -d ' \n')"
        [[ $key == q ]] && break
    done
    cooked
    exit 3
}

# Sixteen bytes of a bracketed paste, untouched: bash itself would take Enter for a line feed.
pasting()
{
    raw
    clear_screen
    printf '\e[?2004hready'
    dd bs=1 count=16 2>/dev/null | od -An -v -tx1
    read -r _
}

# Lines, shown again in brackets; the terminal echoes.
lines()
{
    clear_screen
    printf 'name? '
    while IFS= read -r line; do
        printf '[%s]\nname? ' "$line"
    done
}

# A picture, then wait for the end.
picture()
{
    raw
    clear_screen
    case $behaviour in
    whole) printf '議事 中文\e[3;5H\e[7m選取\e[0m\e[24;77H右端\e[2;1H輸入\e[?25h' ;;
    overlap) printf '議事\e[1;2Hx' ;;
    orphan) printf '議事\e[1;3Hx' ;;
    edge) printf 'a\e[1;80H\xe4\xb8x' ;;
    inside) printf '議事\e[1;2H' ;;
    english) printf 'Meetings of 水文部' ;;
    quorum) printf '議事 出席 7/12 ✔ 民間 3 ✔' ;;
    esac
    while IFS= read -rsN1 _; do
        :
    done
}

# Told to go: leave with 0, or with 5, or not at all.
signals()
{
    [[ $behaviour == signals-5 ]] && trap 'exit 5' TERM HUP
    [[ $behaviour == signals-deaf ]] && trap '' TERM HUP
    clear_screen
    printf 'listening'
    while :; do
        read -r _ || { [[ $behaviour == signals-deaf ]] && read -rt 30 -u 9 9<>/dev/zero; }
    done
}

size()
{
    raw
    trap show WINCH
    show() { clear_screen; printf 'size %s' "$(stty size </dev/tty)"; }
    show
    while :; do
        IFS= read -rsN1 -t 1 _ # bash runs the trap between two reads
    done
}

case $behaviour in
keys | slow) keys ;;
lines) lines ;;
signals*) signals ;;
size) size ;;
pasting) pasting ;;
cursor) printf '\e[?1h'; keys ;;
busy) clear_screen; printf 'busy'; while :; do :; done ;;
dies) printf 'going\r\n'; exit 7 ;;
leaks) echo 'ERROR: LeakSanitizer: 8 bytes lost' >"${ASAN_OPTIONS##*log_path=}.1"; exit 0 ;;
args) printf '%s|' "now=${option[--now]-}" "lang=${option[--lang]-}" "$@"; echo ;;
env) printf '%s\n' "HOME=${HOME##*/}" "TZ=$TZ" "LANG=$LANG" "TERM=$TERM" "TEST=$YISHI_TEST" "MORE=${MORE-none}" ;;
file) cat "$2" ;;
fails) echo 'no such meeting' >&2; exit 3 ;;
quorum)
    if [[ -t 1 ]]; then
        picture
    else
        printf '{"present": %d, "in_office": 12, "civil": 3}\n' "${2-0}"
    fi ;;
*) picture ;;
esac
