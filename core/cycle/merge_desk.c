/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One decision for several items: it stands on one of them, the others name that one.
 */
#include "core/cycle/change.h"
#include "core/cycle/desk.h"
#include "core/meeting/merge.h"

enum { KEY_BYTES = 24 };

/* The key by which others name ITEM; MADE is drawn and stored where it has none. */
static enum status item_named(struct db *db, const struct snapshot *s, const struct item *item,
                              char made[KEY_BYTES], const char **key, struct err *err)
{
    const struct tree_place place = change_place(s, &meeting_entity, s->meeting.row.id, "items");
    struct item wanted = *item;

    *key = item->key;
    if (item->key)
        return STATUS_OK;
    next_key(&item_entity, AS_LIST(s->meeting.items), entity_field(&item_entity, "key"), "i", 1, made,
             KEY_BYTES);
    wanted.key = *key = made;
    return tree_put(db, &item_entity, &place, item, &wanted, err);
}

static bool is_among(const struct item *item, const int64_t *ids, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ids[i] == item->row.id)
            return true;
    return false;
}

/* OTHER gives its own decision up for that of the item KEY. */
static enum status join(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                        const struct item *other, const char *key, const char *time, struct err *err)
{
    const struct decision *old = item_decision(other);
    struct decision wanted;

    if (old)
        wanted = *old;
    else
        entity_defaults(&decision_entity, &wanted);
    if (old && old->kind == DECISION_JOINT && text_same(old->with, key))
        return STATUS_OK;
    wanted.kind = DECISION_JOINT;
    wanted.with = key;
    wanted.points = (struct outline){NULL, 0};
    return decision_save(db, stamp, s, other, &wanted, time, err);
}

enum status decision_join(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                          const struct item *item, const int64_t *ids, size_t n, const char *time,
                          struct err *err)
{
    char made[KEY_BYTES];
    const char *key = NULL;
    enum status status = change_begin(db, stamp, s, err);

    if (status)
        return status;
    status = item_named(db, s, item, made, &key, err);
    for (size_t i = 0; i < s->meeting.items.n && !status; i++) {
        const struct item *other = &s->meeting.items.v[i];

        if (other == item)
            continue;
        if (is_among(other, ids, n))
            status = join(db, stamp, s, other, key, time, err);
        else if (merge_is_joint(other) && merge_with(&s->meeting, other) == item)
            status = decision_remove(db, stamp, s, other, err);
    }
    return write_end(db, status, err);
}
