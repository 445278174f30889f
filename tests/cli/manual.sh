#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual keeps up with the program: every key of a paper style, every key of the record and every
# command has its word there.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh
status=0
: >"$work/out"
: >"$work/err"

# Every word of standard input stands in the manual page.
all_in()
{
    missing=$(while read -r word; do
        grep -qw -- "$word" "$root/man/$1" || printf '%s ' "$word"
    done)
    [ -z "$missing" ] || { echo "# not in $1: $missing"; return 1; }
}
style_keys() { sed -n 's/^\([a-z_0-9]*\) = .*/\1/p' "$root"/themes/paper/*.ini | sort -u; }
record_keys() { sed -n 's/.*\.key = "\([a-z_.]*\)".*/\1/p' "$root"/core/*/*.c | tr . '\n' | sort -u; }
commands() { "$YISHI" --help | sed -n 's/^  yishi \([a-z]*\).*/\1/p' | sort -u; }
keys_of_styles_are_explained() { style_keys | all_in yishi-paper.5; }
keys_of_the_record_are_explained() { record_keys | all_in yishi-record.5; }
commands_are_explained() { commands | all_in yishi.1; }

settings() { sed -n 's/.*{"\([a-z]*\):\([a-z]*\)", SETTING_.*/\2/p' "$root/tui/config.c" | sort -u; }
settings_are_explained() { settings | all_in yishi.1; }
# What differs is shown; `make manual` mends it.
keys_are_those_of_the_program() { (cd "$root" && sh man/keys.sh man/yishi.1 | diff man/yishi.1 -); }

check 'every key of a paper style is explained' keys_of_styles_are_explained
check 'every key of the record is explained' keys_of_the_record_are_explained
check 'every command is explained' commands_are_explained
check 'every setting is explained' settings_are_explained
check 'the keys are those of the command tables (else: make manual)' keys_are_those_of_the_program
conclude
