#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The house's own lint, tested: each rule with a file that breaks it and one that does not.

rules=$PWD/tests/lint/rules.awk
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failed=0

# verdict NAME WANTED FILE, the file's text on standard input; WANTED is what lint must say,
# "nothing" when all is well.
verdict()
{
    mkdir -p "$(dirname "$3")"
    { [ "${plain-}" ] || echo '/* SPDX-License-Identifier: GPL-3.0-or-later */'; cat; } >"$3"
    said=$(awk -f "$rules" "$3")
    status=$?
    if [ "$2" = nothing ]; then
        [ $status -eq 0 ] && [ -z "$said" ]
    elif [ "${2#warning}" != "$2" ]; then
        [ $status -eq 0 ] && echo "$said" | grep -qF -- "$2"
    else
        [ $status -eq 1 ] && echo "$said" | grep -qF -- "$2"
    fi
    if [ $? -eq 0 ]; then
        echo "ok - $1"
    else
        echo "# exit status $status, it said: $said"
        echo "not ok - $1"
        failed=$((failed + 1))
    fi
    rm -f "$3"
}

include() # what is tested, what must be said, the including file, the included
{
    echo "#include \"$4\"" | verdict "$1" "$2" "$3"
}

include 'a room includes itself' nothing core/meeting/a.c core/meeting/b.h
include 'a higher room includes a lower one' nothing core/cycle/a.c core/calendar/date.h
include 'core includes db' nothing core/committee/a.c db/db.h
include 'the front end includes core' nothing tui/a.c core/paper/style.h
include 'tests include everything' nothing tests/tui/a.c tui/app.h
include 'a lower room must not include a higher one' 'must not include core/tracking/a.h' core/meeting/a.c core/tracking/a.h
include 'paper and record stand beside each other' 'must not include core/record/a.h' core/paper/a.c core/record/a.h
include 'core must not include the front end' 'must not include tui/app.h' core/cycle/a.c tui/app.h
include 'db includes base alone' 'db includes only core/base' db/a.c core/calendar/date.h
include 'base includes nothing' 'core/base includes nothing of ours' core/base/a.c db/db.h
include 'a room without a rank is noticed' 'no rank is known for core/nowhere' core/nowhere/a.c core/base/str.h
include 'an include without a path is noticed' 'by its whole path' core/base/a.c str.h
echo '#include <curses.h>' | verdict 'core knows no curses' 'must not include <curses.h>' core/base/a.c
echo '#include <curses.h>' | verdict 'the front end knows curses' nothing tui/a.c

echo 'void f(char *a) { sprintf(a, "x"); }' | verdict 'sprintf is not used' 'sprintf() is not used' tui/a.c
echo 'void f(char *a) { snprintf(a, 1, "x"); }' | verdict 'snprintf is used' nothing tui/a.c
echo 'int a = get_wch (0);' | verdict 'get_wch is not used, with a blank too' 'get_wch() is not used' tui/a.c
echo '#include <form.h>' | verdict 'libform is not used' 'cannot handle Chinese' tui/a.c
printf '/* never\n box() */ // atoi(x)\nint a; /* gets() */\n' | verdict 'comments are not looked at' nothing tui/a.c
echo 'const char *a = "sprintf(\"", b = '"'\"'"'; /* strcpy( */' | verdict 'strings are not looked at' nothing tui/a.c
echo 'const char *a = "/*"; int b = atoi(a);' | verdict 'a comment does not begin in a string' 'atoi() is not used' tui/a.c
echo 'int a = wcwidth(1);' | verdict 'wcwidth belongs to base' 'belongs to core/base alone' tui/a.c
echo 'int a = wcwidth(1);' | verdict 'base calls wcwidth' nothing core/base/a.c
echo 'int a = printf("x");' | verdict 'core does not print' 'core must not call printf()' core/paper/a.c
echo 'long a = time(0);' | verdict 'core reads no clock' 'core must not call time()' core/cycle/a.c
echo 'char *a = getenv("HOME");' | verdict 'core reads no environment' 'core must not call getenv()' core/cycle/a.c
echo 'int a = str_printf(b, "x") + end_time(3);' | verdict 'core calls what only ends alike' nothing core/cycle/a.c

plain=1
printf 'int a;\nint b;\nint c;\n' | verdict 'the licence line must be there' 'the licence line is missing' tui/a.c
plain=
{ echo 'void f(void)'; echo '{'; yes ';' | head -n 61; echo '}'; } | verdict 'a long function is told' 'warning: a function of 61 lines' tui/a.c
{ echo 'void f(void)'; echo '{'; yes ';' | head -n 60; echo '}'; } | verdict 'a function of a screen is not told' nothing tui/a.c
yes 'int a;' | head -n 350 | verdict 'a long file is told' 'warning: longer than 350' tui/a.c
yes 'int a;' | head -n 500 | verdict 'a very long file is refused' 'at most 500 lines' tui/a.c

[ "$failed" -eq 0 ]
