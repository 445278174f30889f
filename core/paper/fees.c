/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list on which civil representatives sign for their fee and travel. 要點八: only they are paid, and only
 * who came himself; so no delegate stands here.
 */
#include "core/paper/paper_parts.h"

#include <stdlib.h>
#include <string.h>

struct payees {
    const struct build *b;
    const struct seat **v;
    size_t n;
};

static void fill(const void *context, size_t line, const char *column, struct cell *cell)
{
    const struct payees *p = context;
    const struct about about = {.b = p->b, .seat = line < p->n ? p->v[line] : NULL};

    if (line == p->n) {
        if (strcmp(column, "who") == 0)
            str_add(&cell->text, part_get(p->b, "fees", "total"));
        return;
    }
    if (cell_person(&about, column, cell))
        return;
    if (strcmp(column, "n") == 0)
        str_printf(&cell->text, "%zu", line + 1);
    else if (strcmp(column, "fee") == 0)
        str_add(&cell->text, part_get(p->b, "fees", "fee_amount"));
    else if (strcmp(column, "sign") == 0)
        cell_blank(cell);
}

static bool take_payees(struct payees *p)
{
    const struct meeting *m = &p->b->s->meeting;
    const bool is_recorded = quorum_recorded(m);

    p->v = calloc(m->composition.n + 1, sizeof *p->v);
    for (size_t i = 0; p->v && i < m->composition.n; i++) {
        const struct seat *seat = &m->composition.v[i];
        const struct attendance *a = meeting_attendance(m, seat->member);

        if (seat->kind == KIND_CIVIL && (!is_recorded || (a && a->status == PRESENCE_PRESENT)))
            p->v[p->n++] = seat;
    }
    return p->v != NULL;
}

void build_fees(struct build *b)
{
    const struct about about = {.b = b};
    struct payees payees = {.b = b};

    part_head(b, "fees");
    b->out->failed |= !take_payees(&payees);
    if (!quorum_recorded(&b->s->meeting))
        (void)part_line(b, "fees", "unrecorded", BLOCK_TEXT, 0, &about);
    if (payees.n) {
        part_table(b, "fees", 0, NULL, payees.n + 1, fill, &payees);
        (void)part_line(b, "fees", "approval", BLOCK_TEXT, 0, &about);
    } else {
        (void)part_line(b, "fees", "none", BLOCK_TEXT, 0, &about);
    }
    free(payees.v);
}
