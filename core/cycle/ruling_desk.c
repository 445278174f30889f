/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding what is not ruled on yet, and ruling on it as recommended.
 */
#include "core/cycle/change.h"
#include "core/cycle/ruling.h"
#include "core/tracking/reporting.h"

/* The recommended survivors do not lead back to where they came from. */
static bool ends(const struct snapshot *s, const struct resolution *r)
{
    for (size_t steps = 0; steps <= s->resolutions.n; steps++) {
        const struct round *round = resolution_round(r, s->meeting.key);

        r = round && round->recommendation == RULING_MERGE
                ? resolution_find(&s->resolutions, round->proposed_into)
                : NULL;
        if (!r)
            return true;
    }
    return false;
}

/* It can be ruled as it stands: a merge where the survivor is named, a split never. */
static bool is_clear(const struct snapshot *s, const struct resolution *r, int recommended)
{
    const struct round *round = resolution_round(r, s->meeting.key);

    return recommended == RULING_RELEASE || recommended == RULING_CONTINUE || recommended == RULING_SELF ||
           (recommended == RULING_MERGE && round && round->proposed_into && ends(s, r));
}

enum status rest_find(const struct snapshot *s, const struct tracked *tracked, struct arena *arena,
                      struct rest *out, struct err *err)
{
    *out = (struct rest){.v = arena_take(arena, tracked->n * sizeof *out->v),
                         .rulings = arena_take(arena, tracked->n * sizeof *out->rulings),
                         .unclear = arena_take(arena, tracked->n * sizeof *out->unclear)};
    if (!out->v || !out->rulings || !out->unclear)
        return err_memory(err);
    for (size_t i = 0; i < tracked->n; i++) {
        const struct resolution *r = tracked->v[i];
        const struct round *round = resolution_round(r, s->meeting.key);
        const int recommended = resolution_recommendation(r, round);

        if (round && (round->ruling != UNKNOWN || round->ruling_text.n))
            continue;
        if (!is_clear(s, r, recommended)) {
            out->unclear[out->n_unclear++] = r;
        } else {
            out->rulings[out->n] = recommended;
            out->v[out->n++] = r;
        }
    }
    return STATUS_OK;
}

enum status rest_rule(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                      const struct rest *rest, struct err *err)
{
    enum status status = change_begin(db, stamp, s, err);

    if (status)
        return status;
    for (size_t i = 0; i < rest->n && !status; i++) {
        /* a recommendation stands in a round: there is one */
        struct round round = *resolution_round(rest->v[i], s->meeting.key);

        round.ruling = rest->rulings[i];
        round.into = round.ruling == RULING_MERGE ? round.proposed_into : NULL;
        status = round_save(db, stamp, s, rest->v[i], &round, err);
    }
    return write_end(db, status, err);
}
