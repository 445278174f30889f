# SPDX-License-Identifier: GPL-3.0-or-later
# Turns themes/*/*.ini into C: every file's bytes as a string, with its kind and name. Each line is a
# literal of its own, so the compiler's limit on the length of one literal is the only limit.
BEGIN {
    print "/* Made by themes/embed.awk; do not edit. */"
    print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
    print "#include \"core/base/builtin.h\"\n\n#include <string.h>\n"
    print "const struct theme_file theme_files[] = {"
}
FNR == 1 {
    if (open_file)
        print "    },"
    n = split(FILENAME, part, "/")
    name = part[n]
    sub(/\.[a-z]+$/, "", name)
    printf "    {\"%s\", \"%s\",\n", part[n - 1], name
    open_file = 1
    files++
}
{
    gsub(/\\/, "\\\\")
    gsub(/"/, "\\\"")
    gsub(/\?/, "\\?")
    gsub(/\t/, "\\t")
    gsub(/\r/, "\\r")
    printf "     \"%s\\n\"\n", $0
}
END {
    if (open_file)
        print "    },"
    if (!files)
        print "    {\"\", \"\", \"\"},"
    print "};"
    printf "const size_t n_theme_files = %d;\n\n", files
    print "const struct theme_file *theme_file_find(const char *kind, const char *name)"
    print "{"
    print "    for (size_t i = 0; i < n_theme_files; i++)"
    print "        if (strcmp(theme_files[i].kind, kind) == 0 && strcmp(theme_files[i].name, name) == 0)"
    print "            return &theme_files[i];"
    print "    return NULL;"
    print "}"
}
