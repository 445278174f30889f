#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The fuzz targets as a harness of tests/torture/README: fuzz.sh fast|full SEED
#   fast   every file of every corpus through the target as it is built for all tests
#   full   the same, then a minute of libFuzzer for each; its control is the bug that -DPLANTED compiles in
# What a hunt finds is left in build/fuzz/found, and goes into tests/fuzz/corpus once it is understood.
set -u
mode=${1-fast} seed=${2-1}
minute=60 patience=60
replay=$(dirname "${YISHI-build/sanitized/yishi}")/tests/fuzz
found=build/fuzz/found
failed=0
[ -d /dev/shm ] && [ -w /dev/shm ] && TMPDIR=$(mktemp -d /dev/shm/fuzz-XXXXXX) && trap 'rm -rf "$TMPDIR"' EXIT
export TMPDIR ASAN_OPTIONS=detect_leaks=1:malloc_context_size=8:quarantine_size_mb=16

report()
{
    printf '{"harness":"fuzz %s","tries":%s,"faults":%s,"survived":%s,"losses":%s,"seed":%s,"control":"%s","note":"%s"}\n' \
        "$1" "$2" 0 "$3" "$4" "$seed" "$5" "$6"
    [ "$4" = 0 ] && [ "${5#FAILED}" = "$5" ] || failed=1
}

# The control of the replay: an input that breaks a claim must end it.
replay_all()
{
    local n total=0 bad=0 out
    for corpus in tests/fuzz/corpus/*/; do
        target=$(basename "$corpus")
        out=$("$replay/replay_$target" "$corpus" 2>"$TMPDIR/said")
        if [ $? -ne 0 ]; then
            bad=$((bad + 1))
            tail -n 30 "$TMPDIR/said"
        fi
        n=${out:-0}
        total=$((total + n + (n == 0)))
    done
    mkdir -p "$TMPDIR/none"
    if "$replay/replay_keys" "$TMPDIR/none" >/dev/null 2>&1; then
        control="FAILED: a replay of nothing is not noticed"
    else
        control="a replay of nothing is noticed; a planted bug a target in make torture"
    fi
    report "corpora replayed" "$total" $((total - bad)) "$bad" "$control" "targets: $(cd tests/fuzz/corpus && echo *)"
}

# hunt PROGRAM TARGET SECONDS LOG: a copy of the corpus grows in the temporary directory
hunt()
{
    local grown=$TMPDIR/$1 dictionary=
    [ -e "tests/fuzz/$2.dict" ] && dictionary=-dict=tests/fuzz/$2.dict
    mkdir -p "$grown" "$found"
    "build/fuzz/$1_$2" -max_total_time="$3" -seed="$seed" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$5" ${dictionary:+"$dictionary"} "$grown" "tests/fuzz/corpus/$2" >"$4" 2>&1
    local status=$?
    rm -rf "$grown"
    return $status
}

hunt_one()
{
    local target=$1 log=$TMPDIR/log losses=0 tries cover counters control began
    hunt fuzz "$target" $minute "$log" "$found/$target-"
    if [ $? -ne 0 ]; then
        losses=1
        tail -n 60 "$log"
    fi
    tries=$(awk '/stat::number_of_executed_units/ { print $2 }' "$log")
    cover=$(awk '{ for (i = 1; i < NF; i++) if ($i == "cov:") n = $(i + 1) } END { print n + 0 }' "$log")
    counters=$(sed -n 's/.*Loaded 1 PC tables (\([0-9]*\) PCs).*/\1/p' "$log")
    began=$SECONDS
    hunt planted "$target" $patience "$log" "$TMPDIR/planted-"
    if grep -q 'ERROR: AddressSanitizer: heap-buffer-overflow' "$log" && grep -q 'in planted' "$log"; then
        control="planted overflow found after $((SECONDS - began)) s"
    else
        control="FAILED: planted overflow not found in $patience s"
    fi
    tries=${tries:-1}
    report "$target" "$tries" $((tries - losses)) "$losses" "$control" \
        "coverage $cover of ${counters:-?} edges, corpus $(find "tests/fuzz/corpus/$target" -type f | wc -l) inputs"
}

replay_all
if [ "$mode" = full ]; then
    for corpus in tests/fuzz/corpus/*/; do
        hunt_one "$(basename "$corpus")"
    done
fi
exit $failed
