# SPDX-License-Identifier: GPL-3.0-or-later
#
# The public operations: every function of the headers handed in that takes a struct err or a database, as a
# table in C. So a new one is tortured, or the harness says that it is not.

function take(text,    name)
{
    if (text !~ /struct err \*|struct db \*/ || text ~ /typedef|static inline|^[ \t]*#/)
        return
    if (!match(text, /[a-z_0-9]+\(/))
        return
    name = substr(text, RSTART, RLENGTH - 1)
    if (name == "__attribute__" || name in seen)
        return
    seen[name] = FILENAME
    names[++n] = name
}

# LINE without comments.
function uncommented(line,    out, at)
{
    out = ""
    comment_only = 0
    while (line != "") {
        if (comment) {
            at = index(line, "*/")
            if (!at) {
                comment_only = out == ""
                return out
            }
            line = substr(line, at + 2)
            comment = 0
        }
        at = index(line, "/*")
        if (!at)
            return out line
        out = out substr(line, 1, at - 1)
        line = substr(line, at + 2)
        comment = 1
    }
    return out
}

FNR == 1 { text = ""; depth = 0; comment = 0 }
{
    line = uncommented($0)
    if (comment_only || line ~ /^[ \t]*#/)
        next
    # what stands between braces is no prototype
    if (line ~ /\{/ && line !~ /\}/)
        depth++
    if (depth == 0)
        text = text " " line
    if (line ~ /\}/ && line !~ /\{/ && depth > 0) {
        depth--
        text = ""
    }
    if (depth == 0 && line ~ /;[ \t]*$/) {
        take(text)
        text = ""
    }
}

END {
    print "/* Made by tests/torture/faults/public.awk. */\n#include \"tests/torture/faults/public.h\"\n"
    for (i = 1; i <= n; i++)
        printf "extern void %s(void);\n", names[i]
    print "\nconst struct public_function public_functions[] = {"
    for (i = 1; i <= n; i++)
        printf "    {\"%s\", \"%s\", %s},\n", names[i], seen[names[i]], names[i]
    print "};\nconst size_t n_public_functions = " n ";"
}
