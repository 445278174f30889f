/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vote on an item. Who stays out for the item (迴避) has none.
 */
#include "core/cycle/change.h"
#include "core/cycle/desk.h"
#include "core/meeting/vote.h"

static enum status check_ballots(const struct snapshot *s, const struct item *item, const struct vote *wanted,
                                 struct err *err)
{
    for (size_t i = 0; i < wanted->ballots.n; i++) {
        const char *key = wanted->ballots.v[i].member;
        const struct attendance *a = meeting_attendance(&s->meeting, key);
        const struct member *member = member_find(&s->members, key);

        if (quorum_recused(item, key, a && !person_none(&a->delegate) ? &a->delegate : NULL))
            return err_set(err, STATUS_NO, CODE_BALLOT_RECUSED, NULL, member ? member->surname : key,
                           member ? member->given : NULL);
    }
    return STATUS_OK;
}

enum status vote_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                      const struct item *item, struct vote *wanted, struct err *err)
{
    const struct vote *old = item->vote.n ? &item->vote.v[0] : NULL;
    enum status status = wanted ? check_ballots(s, item, wanted, err) : STATUS_OK;

    if (status)
        return status;
    if (old && wanted)
        wanted->row = old->row;
    return change_row(db, stamp, s, &item_entity, item->row.id, "vote", &vote_entity, old, wanted, err);
}
