/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Motions from the floor: seconded by as many as the committee's rule asks for, where it asks for any.
 */
#include "core/verify/verify_parts.h"

void verify_motions(struct verifying *v, const struct snapshot *s)
{
    const int min = s->rule ? s->rule->seconders_min : UNKNOWN;

    for (size_t i = 0; min != UNKNOWN && i < s->meeting.items.n; i++) {
        const struct item *item = &s->meeting.items.v[i];

        /* without a proposer nobody wrote down who was for it */
        if (item->section == SECTION_MOTION && !person_none(&item->proposer) &&
            item->seconders.n < (size_t)min)
            verify_add(v, FINDING_SECONDERS, false, verify_item_place(v, &s->meeting, item), "%zu/%d",
                       item->seconders.n, min);
    }
}
