# SPDX-License-Identifier: GPL-3.0-or-later
#
# Counts the tests in logs of tests/check.sh. With brief=1: one line for one log. Without: the whole
# of each log that tells of a failure, and the sum in the last line.

function begin_log()
{
    text = ""
    ok = bad = skipped = planned = 0
    status = -1
}

# What a log comes to when it has ended. A program that died owes the tests that it had planned.
function end_log(    owed)
{
    owed = planned - ok - bad - skipped
    if (planned > 0 && owed > 0)
        bad += owed
    if (ok + bad + skipped == 0 || (status != 0 && bad == 0))
        status == 0 ? ok++ : bad++
    passed += ok
    failed += bad
    left_out += skipped
    if (brief)
        printf "  %-6s %s  %d passed%s%s\n", bad ? "FAILED" : "TEST", name, ok, bad ? ", " bad " failed" : "", \
            skipped ? ", " skipped " skipped" : ""
    else if (bad)
        printf "==== %s ====\n%s", name, text
}

FNR == 1 {
    if (NR > 1)
        end_log()
    begin_log()
    name = FILENAME
    sub(/^.*build\/(.*\/)?check\//, "", name)
    sub(/\.log$/, "", name)
}

{ text = text $0 "\n" }
/^1\.\.[0-9]+/ { planned += substr($0, 4) }
/^(not )?ok [0-9]+ # SKIP/ { skipped++; next }
/^ok / { ok++ }
/^not ok / { bad++ }
/^# .* ended with [0-9]+$/ { status = $NF }

END {
    if (NR > 0)
        end_log()
    if (brief)
        exit
    if (left_out)
        printf "%d skipped\n", left_out
    printf "%d passed, %d failed\n", passed, failed
    exit failed > 0 || passed == 0
}
