#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs one test program in a home of its own and keeps what it said, or counts what was kept.
#   check.sh run LOG PROGRAM [ARGUMENT…]   always ends with 0: the count judges
#   check.sh count LOG…                    shows what failed; the last line is "N passed, N failed"
# A test program says "ok …" or "not ok …" in a line for each test; one that says neither is one test.

run()
{
    local log=$1 program=$2 home status
    shift 2
    mkdir -p "$(dirname "$log")"
    home=$(mktemp -d) || exit 2
    mkdir "$home"/{data,config,state,cache,run,tmp}
    chmod 700 "$home/run"
    # bash would tell on standard error that a program died, on top of the log
    { env -i PATH="$PATH" HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" \
        XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run" \
        TMPDIR="$home/tmp" TZ=UTC LANG=C.UTF-8 TERM=xterm-256color USER=clerk LOGNAME=clerk \
        CMOCKA_MESSAGE_OUTPUT=TAP YISHI_TEST=1 YISHI="$PWD/${YISHI-build/sanitized/yishi}" \
        ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 \
        timeout "${TEST_TIMEOUT:-900}" "$program" "$@" >"$log.new" 2>&1 </dev/null; } 2>/dev/null
    status=$?
    chmod -R u+rwX "$home" && rm -rf "$home"
    echo "# $program ended with $status" >>"$log.new"
    mv "$log.new" "$log"
    awk -f tests/count.awk -v brief=1 "$log"
}

count()
{
    awk -f tests/count.awk "$@"
}

mode=$1
shift
case $mode in
run) run "$@" ;;
count) count "$@" ;;
*) exit 2 ;;
esac
