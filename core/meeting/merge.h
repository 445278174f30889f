/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items that go with another one: merged into it (併案), or decided together with it (一併決議). Pure
 * functions over a loaded meeting; what is tracked they know by its key alone.
 */
#ifndef YISHI_MEETING_MERGE_H
#define YISHI_MEETING_MERGE_H

#include "core/meeting/meeting.h"

/* Its decision only says with what it goes. */
bool merge_goes(const struct item *item);
/* It is decided together with that one, not merged into it. */
bool merge_is_joint(const struct item *item);
/* The item of MEETING that it goes with; NULL: with none of them. */
const struct item *merge_with(const struct meeting *meeting, const struct item *item);
/* Where that leads at last: ITEM itself where it goes with none. NULL: it leads round in a circle. */
const struct item *merge_holder(const struct meeting *meeting, const struct item *item);
/* The item whose decision is ITEM's own: that of the last it is decided with, else ITEM. */
const struct item *merge_decided(const struct meeting *meeting, const struct item *item);
/* The items that go with what KEY names (an item, or a tracked decision), one after another in the agenda's
 * order: *AT begins at 0. NULL: no more. */
const struct item *merge_next(const struct meeting *meeting, const char *key, size_t *at);

#endif
