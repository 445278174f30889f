#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs harnesses, and tells what they found. See tests/torture/README.
#   run.sh full REPORT SEED HARNESS…   all of each, two at a time; writes REPORT (Markdown); 1 where one failed
#   run.sh fast HARNESS…               the fast portion, as tests of tests/check.sh ("ok …", "not ok …")
#   run.sh one full|fast SEED HARNESS OUT   one of them, in a home of its own (what the two above call)
set -u

one()
{
    local mode=$1 seed=$2 harness=$3 out=$4 home status began=$SECONDS
    home=$(mktemp -d) || exit 2
    mkdir "$home"/{data,config,state,cache,run,tmp}
    chmod 700 "$home/run"
    { env -i PATH="$PATH" HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" \
        XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run" \
        TMPDIR="$home/tmp" TZ=UTC LANG=C.UTF-8 TERM=xterm-256color USER=clerk LOGNAME=clerk \
        YISHI_TEST=1 YISHI="$YISHI" \
        ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 \
        timeout -k 10 "$([ "$mode" = full ] && echo 900 || echo 60)" "$harness" "$mode" "$seed" \
        >"$out" 2>&1 </dev/null; } 2>/dev/null
    status=$?
    chmod -R u+rwX "$home" && rm -rf "$home"
    echo "ended $status after $((SECONDS - began)) s" >>"$out"
    [ "$mode" = full ] && echo "  TORTURE $(basename "$harness"): ended with $status after $((SECONDS - began)) s"
    return 0
}

# Which sources it was: git's name of the committed tree, and a sum of what really lay there.
tree()
{
    local head
    if head=$(git rev-parse --verify -q 'HEAD^{tree}' 2>/dev/null); then
        echo "tree $head, with changes in $(git status --porcelain -- . ':!tests/TORTURE.md' | wc -l) files"
    else
        echo "tree unknown to git"
    fi
    echo "sources sha256 $(find Makefile core db tui themes tests man -type f ! -name TORTURE.md -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)"
}

full()
{
    local report=$1 seed=$2 began=$SECONDS logs status
    shift 2
    logs=$(mktemp -d) || exit 2
    echo "  TORTURE with seed $seed"
    for harness in "$@"; do
        printf '%s\0' "$harness" "$logs/$(basename "$harness" .sh).out"
    done | xargs -0 -n 2 -P 2 "$0" one full "$seed"
    {
        echo "date $(date -u '+%Y-%m-%d %H:%M UTC')"
        tree
        echo "seed $seed"
        echo "took $((SECONDS - began)) s"
    } >"$logs/head"
    awk -f tests/torture/report.awk -v report="$report.new" "$logs/head" "$logs"/*.out
    status=$?
    mv "$report.new" "$report"
    echo "  TORTURE $report"
    rm -rf "$logs"
    return $status
}

fast()
{
    local out status
    out=$(mktemp -d) || exit 2
    for harness in "$@"; do
        printf '%s\0' "$harness" "$out/$(basename "$harness" .sh).out"
    done | xargs -0 -n 2 -P 2 "$0" one fast "${SEED:-1}"
    awk -f tests/torture/report.awk "$out"/*.out
    status=$?
    rm -rf "$out"
    return $status
}

YISHI=${YISHI-build/sanitized/yishi}
case $YISHI in /*) ;; *) YISHI=$PWD/$YISHI ;; esac
export YISHI
mode=${1-}
shift
case $mode in
one) one "${@:1:2}" "$3" "$4" ;;
full) full "$@" ;;
fast) fast "$@" ;;
*) exit 2 ;;
esac
