#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Papers that were handed out, and the seals that stand on them: versions, diff, print --kept, verify --seal.
# What the steps of a meeting keep, tests/core/test_archive.c and the stories tell.
# shellcheck source=tests/cli/lib/assert.sh
. tests/cli/lib/assert.sh

import "$example"
remember "$db"

# an imported record was handed out elsewhere: nothing was kept here
yishi --db "$db" versions 112-1
nothing_kept() { ended 0 && says_nothing && [ ! -s "$work/out" ]; }
check 'an imported meeting has no versions' nothing_kept
yishi --db "$db" versions 112-1 --json
no_rows() { ended 0 && [ "$(tr -d ' \n' <"$work/out")" = '[]' ]; }
check 'as JSON that is an empty array' no_rows

unknown_version() { ended 3 && says 'confirmed' && nothing_changed; }
yishi --db "$db" diff 112-1 now confirmed
check 'a version that is not there is named' unknown_version
yishi --db "$db" print minutes 112-1 --kept confirmed
check 'nor can it be printed' unknown_version
yishi --db "$db" diff 112-1 now now
same() { ended 0 && [ ! -s "$work/out" ]; }
check 'a paper does not differ from itself' same

# ---- seals ----------------------------------------------------------------------------------------------
yishi --db "$db" --now 2024-01-01T00:00:00Z verify
seal=$(sed -n 's/^封印 *//p' "$work/out")
a_seal() { [ ${#seal} -eq 64 ]; }
check 'verify tells the seal of the journal' a_seal
yishi --db "$db" --now 2024-01-01T00:00:00Z verify --seal "$seal"
known() { ended 0 && prints 封印相符 && nothing_changed; }
check 'a seal from paper is found in the journal' known
yishi --db "$db" --now 2024-01-01T00:00:00Z verify --seal "$(printf '%064d' 0)"
unknown() { ended 1 && says 封印 && nothing_changed; }
check 'a seal of another journal is not' unknown
yishi --db "$db" verify --seal 12
usage() { ended 2 && nothing_changed; }
check 'what is no seal is refused' usage

conclude
