# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads `objdump -t` of object files and complains of every variable that can be written:
#   objdump -t FILE… | awk -f tests/lint/globals.awk
# str_empty is the one exception: every empty text points to it, and nothing writes to it.

/file format/ { file = $1; sub(/:$/, "", file) }
/ O \.(data|bss|tdata|tbss)[ \t.]/ && $NF != "str_empty" && $4 !~ /^\.data\.rel\.ro/ {
    printf "%s: \"%s\" can be written: core and db keep nothing between calls\n", file, $NF
    broken = 1
}
END { exit broken }
