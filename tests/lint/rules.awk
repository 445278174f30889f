# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the compiler does not know of this house: who may include whom, calls that are not used,
# what core must not do, and how long files and functions may be.
#   awk -f tests/lint/rules.awk FILE…   from the root; exit status 1 when a rule is broken.
# Comments and the insides of strings are not looked at, except by the check for the licence line.

function complain(text)
{
    printf "%s:%d: %s\n", FILENAME, FNR, text
    broken = 1
}

function warn(file, line, text)
{
    printf "%s:%d: warning: %s\n", file, line, text
}

function words_into(set, list,    word, n, i)
{
    n = split(list, word, " ")
    for (i = 1; i <= n; i++)
        set[word[i]] = 1
}

BEGIN {
    MAX_LINES = 500
    LONG_LINES = 350
    LONG_FUNCTION = 60

    # A room may include itself and every room of a lower rank; db stands beside base.
    rank["core/base"] = 0
    rank["db"] = 1
    rank["core/calendar"] = 2
    rank["core/committee"] = 3
    rank["core/meeting"] = 4
    rank["core/tracking"] = 5
    rank["core/cycle"] = 6
    rank["core/journal"] = 6
    rank["core/paper"] = 7
    rank["core/record"] = 7
    rank["core/archive"] = 8
    rank["core/verify"] = 9
    rank["core/publish"] = 10
    rank["tui"] = 11
    rank["tests"] = 12

    words_into(banned, "strcpy strcat sprintf vsprintf strncpy strtok strtok_r atoi atol atof gets get_wch wget_wch box")
    words_into(widths, "wcwidth wcswidth")
    words_into(impure, "printf fprintf vprintf vfprintf dprintf puts fputs putchar putc fputc perror psignal")
    words_into(impure, "time clock clock_gettime gettimeofday localtime localtime_r gmtime mktime getenv secure_getenv setenv")
    words_into(impure, "abort exit _exit assert")
    words_into(unusable_header, "form.h menu.h cdk.h cdk/cdk.h")
    words_into(front_end_header, "curses.h ncurses.h panel.h libintl.h locale.h")
}

function room_of(path,    part, n)
{
    n = split(path, part, "/")
    if (part[1] == "core")
        return n > 2 ? "core/" part[2] : "core"
    return part[1]
}

function begin_file()
{
    if (last_file != "")
        end_file()
    room = room_of(FILENAME)
    is_c = FILENAME ~ /\.[ch]$/
    in_comment = 0
    function_start = 0
    licence = 0
    last_file = FILENAME
}

function end_file()
{
    if (last_lines > MAX_LINES) {
        printf "%s:%d: a file has at most %d lines\n", last_file, last_lines, MAX_LINES
        broken = 1
    } else if (last_lines > LONG_LINES) {
        warn(last_file, last_lines, "longer than " LONG_LINES " lines")
    }
}

# The line without comments, and with strings and characters emptied.
function code_of(line,    code, at, two)
{
    code = ""
    while (line != "") {
        if (in_comment) {
            at = index(line, "*/")
            if (!at)
                return code
            line = substr(line, at + 2)
            in_comment = 0
            continue
        }
        if (!match(line, /["']|\/\/|\/\*/))
            return code line
        code = code substr(line, 1, RSTART - 1)
        two = substr(line, RSTART, 2)
        line = substr(line, RSTART)
        if (two == "//")
            return code
        if (two == "/*") {
            in_comment = 1
            line = substr(line, 3)
        } else if (match(line, /^"(\\.|[^"\\])*"/) || match(line, /^'(\\.|[^'\\])*'/)) {
            code = code (substr(line, 1, 1) == "\"" ? "\"\"" : "' '")
            line = substr(line, RLENGTH + 1)
        } else {
            return code
        }
    }
    return code
}

function check_include(line,    target, to)
{
    target = line
    sub(/^[ \t]*#[ \t]*include[ \t]*["<]/, "", target)
    sub(/[">].*$/, "", target)
    if (line ~ /</) {
        if (room ~ /^(core|db)/ && target in front_end_header)
            complain(room " must not include <" target ">")
        if (target in unusable_header)
            complain("<" target ">: the library cannot handle Chinese")
        return
    }
    to = room_of(target)
    if (target !~ /\//)
        complain("include \"" target "\" by its whole path from the root")
    else if (!(to in rank) || !(room in rank))
        complain("no rank is known for " (room in rank ? to : room) "; tests/lint/rules.awk lists them")
    else if (to != room && room == "db" && to != "core/base")
        complain("db includes only core/base, not " target)
    else if (to != room && room == "core/base")
        complain("core/base includes nothing of ours, not " target)
    else if (to != room && rank[to] >= rank[room])
        complain(room " stands below or beside " to " and must not include " target)
}

# Every name that is called in CODE, one by one.
function check_calls(code,    name)
{
    while (match(code, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
        name = substr(code, RSTART, RLENGTH)
        sub(/[ \t]*\($/, "", name)
        code = substr(code, RSTART + RLENGTH)
        if (name in banned)
            complain(name "() is not used here")
        if (name in widths && room != "core/base")
            complain(name "() belongs to core/base alone")
        if (name in impure && room ~ /^core/)
            complain("core must not call " name "()")
    }
}

# Functions begin and end with a brace in the first column.
function check_length(line)
{
    if (line ~ /^\{/)
        function_start = FNR
    else if (line ~ /^\}/ && function_start) {
        if (FNR - function_start - 1 > LONG_FUNCTION)
            warn(FILENAME, function_start, "a function of " FNR - function_start - 1 " lines")
        function_start = 0
    }
}

FNR == 1 { begin_file() }

FNR <= 3 && /SPDX-License-Identifier: GPL-3.0-or-later/ { licence = 1 }
FNR == 3 && !licence { complain("the licence line is missing at the head") }

{ last_lines = FNR }

is_c {
    if (!in_comment && $0 ~ /^[ \t]*#[ \t]*include/)
        check_include($0)
    check_length($0)
    code = code_of($0)
    if (code !~ /^[ \t]*#[ \t]*include/)
        check_calls(code)
}

END {
    end_file()
    exit broken
}
