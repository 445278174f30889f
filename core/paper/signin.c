/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sign-in sheet: the members in the order of their seats, and who else comes, with room to sign. 要點七:
 * nobody may sign for a civil representative.
 */
#include "core/paper/paper_parts.h"

#include <stdlib.h>
#include <string.h>

enum { SPARE_MAX = 50 };

static void fill_member(const void *context, size_t line, const char *column, struct cell *cell)
{
    const struct build *b = context;
    const struct seat *seat = &b->s->meeting.composition.v[line];
    const struct about about = {.b = b, .seat = seat, .n = (int)line + 1};

    if (cell_person(&about, column, cell))
        return;
    if (strcmp(column, "n") == 0)
        str_printf(&cell->text, "%d", about.n);
    else if (strcmp(column, "delegate") == 0 && seat->kind == KIND_CIVIL)
        str_add(&cell->text, part_get(b, "signin", "no_delegate"));
    else
        cell_blank(cell);
}

static void fill_observer(const void *context, size_t line, const char *column, struct cell *cell)
{
    const struct build *b = context;
    const bool is_known = line < b->s->meeting.observers.n;
    const struct about about = {.b = b, .person = is_known ? &b->s->meeting.observers.v[line].person : NULL};

    if (strcmp(column, "n") == 0)
        str_printf(&cell->text, "%zu", line + 1);
    else if (!is_known || !cell_person(&about, column, cell))
        cell_blank(cell);
}

void build_signin(struct build *b)
{
    const long spare = strtol(part_get(b, "signin", "spare"), NULL, 10);
    const size_t observers = b->s->meeting.observers.n + (size_t)(spare < 0           ? 0
                                                                  : spare > SPARE_MAX ? SPARE_MAX
                                                                                      : spare);

    part_head(b, "signin");
    part_table(b, "signin", 0, part_get(b, "signin", "heading"), b->s->meeting.composition.n, fill_member, b);
    if (observers)
        part_table(b, "signin_observers", 0, part_get(b, "signin", "observers"), observers, fill_observer, b);
}
