/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items that go with another: what they name is there, has a decision where theirs is that, and does not lead
 * back to them.
 */
#include "core/base/str.h"
#include "core/meeting/merge.h"
#include "core/verify/verify_parts.h"

static void check_item(struct verifying *v, const struct snapshot *s, const struct item *item)
{
    const struct decision *d = item_decision(item);
    const char *with = d && d->with ? d->with : "";
    const struct item *other = merge_with(&s->meeting, item);

    if (!d || (d->kind != DECISION_MERGED && d->kind != DECISION_JOINT))
        return;
    if (d->kind == DECISION_MERGED && (!d->with || resolution_find(&s->resolutions, d->with)))
        return; /* old minutes often do not say with what */
    if (!other)
        verify_add(v, FINDING_MERGE_NOBODY, false, verify_item_place(v, &s->meeting, item), "%s", with);
    else if (!merge_holder(&s->meeting, item))
        verify_add(v, FINDING_MERGE_CIRCLE, false, verify_item_place(v, &s->meeting, item), "%s", with);
    else if (d->kind == DECISION_JOINT && !item_decision(merge_decided(&s->meeting, item)))
        verify_add(v, FINDING_MERGE_UNDECIDED, false, verify_item_place(v, &s->meeting, item), "%s", with);
}

void verify_merge(struct verifying *v, const struct snapshot *s)
{
    for (size_t i = 0; i < s->meeting.items.n; i++)
        check_item(v, s, &s->meeting.items.v[i]);
}
