#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual page with the list of keys that the program has: what stands between the two marks of PAGE is made
# anew from the command tables. Printed; `make manual` puts it in place, tests/cli/manual.sh compares. Started at
# the root.
page=${1:?usage: man/keys.sh PAGE}

sources() { find tui -name '*.[ch]' | LC_ALL=C sort; }

# sources have no blanks in their names
# shellcheck disable=SC2046
awk -v form=man -f tui/commands.awk tui/command_list.c $(sources) |
    awk 'FILENAME == "-" { list = list $0 "\n"; next }
         /^\.\\" keys end/ { inside = 0 }
         !inside { print }
         /^\.\\" keys begin/ { inside = 1; printf "%s", list }' - "$page"
