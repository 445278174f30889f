/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal of changes tells: seals, holes, other tools, and tables that say else than it does.
 */
#include "core/verify/verify_parts.h"
#include "db/seal.h"

#include <stdio.h>

static void add(void *context, enum seal_wrong wrong, int64_t id, const char *text, const char *at)
{
    static const enum finding_kind kinds[] = {
        [SEAL_BROKEN] = FINDING_SEAL,
        [SEAL_MISSING] = FINDING_SEAL_MISSING,
        [SEAL_HOLE] = FINDING_JOURNAL_HOLE,
        [SEAL_UNSEALED] = FINDING_UNSEALED,
        [SEAL_REPLAY] = FINDING_JOURNAL_DIFFERS,
    };
    const bool names_table = wrong == SEAL_UNSEALED || wrong == SEAL_REPLAY;
    char number[24];

    (void)snprintf(number, sizeof number, "%lld", (long long)id);
    verify_add(context, kinds[wrong], wrong == SEAL_UNSEALED, names_table ? text : number, "%s",
               names_table ? number : at);
}

enum status verify_journal(struct verifying *v, struct db *db, struct err *err)
{
    return seal_check(db, add, v, err);
}
