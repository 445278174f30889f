# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the harnesses said (tests/torture/README), judged: as tests ("ok …", "not ok …"), and with report=FILE as
# a page of Markdown. Its files are their outputs, and before them one named head: date, tree, seed, time.

# The value of KEY in a flat line of JSON; "" where it is missing.
function value(line, key,    at, rest)
{
    at = index(line, "\"" key "\":")
    if (!at)
        return ""
    rest = substr(line, at + length(key) + 3)
    sub(/^ */, "", rest)
    if (substr(rest, 1, 1) == "\"") {
        rest = substr(rest, 2)
        return substr(rest, 1, index(rest, "\"") - 1)
    }
    match(rest, /^[-0-9.]+/)
    return RSTART ? substr(rest, 1, RLENGTH) : ""
}

function wrong(line)
{
    if (value(line, "harness") == "" || value(line, "faults") == "" || value(line, "seed") == "")
        return "the line of JSON is not whole"
    if (value(line, "tries") + 0 <= 0)
        return "nothing was tried"
    if (value(line, "losses") != "0")
        return value(line, "losses") " losses"
    if (value(line, "survived") != value(line, "tries"))
        return value(line, "survived") " of " value(line, "tries") " survived"
    if (value(line, "control") == "" || value(line, "control") ~ /^FAILED/)
        return "the control found nothing"
    return ""
}

function judge(what, why)
{
    count++
    if (why == "")
        print "ok " count " - " what
    else {
        print "not ok " count " - " what ": " why
        failed++
        bad_here++
    }
}

function end_harness(    i, why)
{
    if (name == "" || name == "head")
        return
    if (status == 77) {
        count++
        print (report == "" ? "ok " count " # SKIP " : "not ok " count " - ") name ": " skip
        failed += report != ""
        row[++rows] = "| " name " | – | – | – | – | could not run here: " skip " | " took " |"
        return
    }
    bad_here = 0
    for (i = 1; i <= lines; i++) {
        why = wrong(line[i])
        judge(value(line[i], "harness"), why)
        row[++rows] = "| " value(line[i], "harness") " | " value(line[i], "tries") " | " \
            value(line[i], "faults") " | " value(line[i], "survived") " | " \
            (why == "" ? "0" : "**" value(line[i], "losses") "**: " why) " | " \
            value(line[i], "control") " | " took " |"
        if (value(line[i], "note") != "")
            note[++notes] = "- **" value(line[i], "harness") "**: " value(line[i], "note")
    }
    if (lines == 0)
        judge(name, "said nothing, ended with " status)
    else if (status != 0 && !bad_here)
        judge(name, "ended with " status)
    if (lines == 0)
        row[++rows] = "| " name " | – | – | – | **said nothing**, ended with " status " | – | " took " |"
    if (bad_here)
        print text
}

function page(    i)
{
    print "# Torture\n\nWritten by `make torture` alone; what each harness does is said in its own file in" \
        " tests/torture and tests/fuzz.\n" >report
    for (i = 1; i <= heads; i++)
        print "- " head[i] >report
    print "- " (failed ? "**" failed " failed**" : "all survived, every control was found") "\n" >report
    print "| harness | tries | faults | survived | losses | its control | took |" >report
    print "|---|--:|--:|--:|--:|---|--:|" >report
    for (i = 1; i <= rows; i++)
        print row[i] >report
    print "" >report
    for (i = 1; i <= notes; i++)
        print note[i] >report
}

FNR == 1 {
    end_harness()
    name = FILENAME
    sub(/^.*\//, "", name)
    sub(/\.out$/, "", name)
    lines = 0
    text = skip = took = ""
    status = -1
}

name == "head" { head[++heads] = $0; next }
/^ended [0-9]+ after [0-9]+ s$/ { status = $2; took = $4 " s"; next }
/^\{/ { line[++lines] = $0 }
{ text = text "# " $0 "\n"; if ($0 != "") skip = $0 }

END {
    end_harness()
    if (report != "")
        page()
    exit failed > 0 || count == 0
}
