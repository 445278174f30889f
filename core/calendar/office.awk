# SPDX-License-Identifier: GPL-3.0-or-later
#
# Turns the office calendar (office.csv) into the C table office_calendar_shipped. Every row is
# checked; one that cannot be right stops the build, for a wrong working day moves deadlines silently.

function fail(why) {
    printf "%s:%d: %s: %s\n", FILENAME, FNR, why, $0 > "/dev/stderr"
    failed = 1
    exit 1
}

function month_days(year, month) {
    if (month == 2)
        return 28 + (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 30 + (month + (month > 7)) % 2
}

# 0 = Sunday (Sakamoto's method).
function weekday(year, month, day) {
    if (month < 3)
        year--
    return (year + int(year / 4) - int(year / 100) + int(year / 400) + substr("032503514624", month, 1) + day) % 7
}

BEGIN {
    FS = ","
    print "/* SPDX-License-Identifier: GPL-3.0-or-later"
    print " *"
    print " * Generated from core/calendar/office.csv by core/calendar/office.awk; change those instead."
    print " */"
    print "#include \"core/calendar/workday.h\""
    print ""
    print "static const struct office_day days[] = {"
}

/^# covers [0-9]+-[0-9]+$/ {
    split(substr($0, 10), years, "-")
    next
}

/^#/ { next }

$0 == "date,kind,name" {
    header = 1
    next
}

{
    if (!header)
        fail("a row before the header date,kind,name")
    if (NF != 3 || $1 !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/)
        fail("not date,kind,name")
    year = substr($1, 1, 4) + 0
    month = substr($1, 6, 2) + 0
    day = substr($1, 9, 2) + 0
    if (month < 1 || month > 12 || day < 1 || day > month_days(year, month))
        fail("no such day")
    if ($1 <= last)
        fail("not in ascending order")
    if ($2 != "holiday" && $2 != "workday")
        fail("neither holiday nor workday")
    weekend = weekday(year, month, day) % 6 == 0
    if (weekend != ($2 == "workday"))
        fail("does not differ from Monday to Friday")
    if ($3 == "" || $3 ~ /["\\\r]/)
        fail("no name, or one that cannot stand in C")
    printf "    {{%d, %d, %d}, %s, \"%s\"},\n", year, month, day, ($2 == "workday" ? "true" : "false"), $3
    if ($2 == "holiday")
        holidays[year]++
    last = $1
    rows++
}

END {
    if (failed)
        exit 1
    if (!rows || years[1] + 0 == 0 || years[2] + 0 < years[1] + 0)
        fail("no rows, or no line \"# covers FIRST-LAST\"")
    for (year = years[1]; year <= years[2] + 0; year++)
        if (!holidays[year])
            fail("covers " year " but lists no holiday of it")
    print "};"
    print ""
    print "const struct office_calendar office_calendar_shipped = {"
    printf "    days, sizeof days / sizeof days[0], %d, %d,\n", years[1], years[2]
    print "};"
}
