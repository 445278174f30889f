# SPDX-License-Identifier: GPL-3.0-or-later
# Turns db/schema/NNNN-name.sql, in order, into the C table that the program carries (db/migrate.h).

function fail(text) {
    print "embed.awk: " text >"/dev/stderr"
    failed = 1
    exit 1
}

BEGIN {
    print "/* Generated from db/schema by embed.awk. */"
    print "#include \"db/migrate.h\""
    print ""
    print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
    print ""
    print "const struct migration migrations[] = {"
}

FNR == 1 {
    base = FILENAME
    sub(/^.*\//, "", base)
    if (base !~ /^[0-9][0-9][0-9][0-9]-[a-z-]+\.sql$/)
        fail(FILENAME ": not named NNNN-name.sql")
    if (substr(base, 1, 4) + 0 != ++count)
        fail(FILENAME ": expected number " count)
    name = substr(base, 6, length(base) - 9)
    if (count > 1)
        print "    },"
    printf "    {%d, \"%s\",\n", count, name
}

{
    line = $0
    gsub(/\\/, "\\\\", line)
    gsub(/"/, "\\\"", line)
    gsub(/\?/, "\\?", line) # no trigraphs
    printf "     \"%s\\n\"\n", line
}

END {
    if (failed)
        exit 1
    print "    },"
    print "};"
    print "const size_t n_migrations = sizeof migrations / sizeof migrations[0];"
}
