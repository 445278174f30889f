/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Following what decisions name.
 */
#include "core/meeting/merge.h"

#include "core/base/str.h"

bool merge_goes(const struct item *item)
{
    const struct decision *d = item_decision(item);

    return d && d->with && (d->kind == DECISION_MERGED || d->kind == DECISION_JOINT);
}

bool merge_is_joint(const struct item *item)
{
    const struct decision *d = item_decision(item);

    return d && d->with && d->kind == DECISION_JOINT;
}

const struct item *merge_with(const struct meeting *meeting, const struct item *item)
{
    return merge_goes(item) ? meeting_item(meeting, item_decision(item)->with) : NULL;
}

const struct item *merge_holder(const struct meeting *meeting, const struct item *item)
{
    for (size_t steps = 0; steps <= meeting->items.n; steps++) {
        const struct item *next = merge_with(meeting, item);

        if (!next)
            return item;
        item = next;
    }
    return NULL; /* more steps than there are items */
}

const struct item *merge_decided(const struct meeting *meeting, const struct item *item)
{
    const struct item *at = item, *next;

    for (size_t steps = 0; steps <= meeting->items.n; steps++) {
        next = merge_is_joint(at) ? merge_with(meeting, at) : NULL;
        if (!next)
            return at;
        at = next;
    }
    return item;
}

const struct item *merge_next(const struct meeting *meeting, const char *key, size_t *at)
{
    while (key && *at < meeting->items.n) {
        const struct item *item = &meeting->items.v[(*at)++];

        if (merge_goes(item) && text_same(item_decision(item)->with, key))
            return item;
    }
    return NULL;
}
