/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tracked decisions whose links run in a circle: the program draws none, a record may bring some.
 */
#include "core/tracking/kin.h"
#include "core/verify/verify_parts.h"

/* The number of one that goes on from R and leads back to it; NULL: none. */
static enum status find_back(struct verifying *v, const struct resolutions *all, const struct resolution *r,
                             const char **back, struct err *err)
{
    const bool *marks = NULL;
    struct kins kins;
    enum status status = kin_of(all, r, v->arena, &kins, err);

    *back = NULL;
    for (size_t i = 0; i < kins.n && !status && !*back; i++) {
        if (kins.v[i].before || !kins.v[i].other)
            continue;
        if (!marks)
            status = kin_before(all, r, v->arena, &marks, err);
        if (!status && marks[kins.v[i].other - all->v])
            *back = kins.v[i].key;
    }
    return status;
}

enum status verify_kin(struct verifying *v, const struct resolutions *all, struct err *err)
{
    for (size_t i = 0; i < all->n; i++) {
        const char *back;
        const enum status status = find_back(v, all, &all->v[i], &back, err);

        if (status)
            return status;
        if (back)
            verify_add(v, FINDING_TRACK_CIRCLE, false, all->v[i].key, "%s", back);
    }
    return STATUS_OK;
}
