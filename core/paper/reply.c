/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form on which a member answers whether he comes: one for all, or one for each with his name.
 */
#include "core/paper/paper_parts.h"

#include <string.h>

enum { ROWS_MAX = 16, NAME_SIZE = 32 };

struct form {
    const struct build *b;
    const struct seat *seat; /* whose form it is; NULL: anybody's */
    char names[ROWS_MAX][NAME_SIZE];
    size_t n;
};

/* What the style prints in a row, by the first of these that it has: for civil representatives, who send no
 * delegate (要點七); for a member whose name is known; for all. */
static bool answer(const struct form *form, const char *row, const char *suffix, struct cell *cell)
{
    const struct about about = {.b = form->b, .seat = form->seat};
    struct str key = STR_INIT, text = STR_INIT;
    bool found;

    str_printf(&key, "%s_%s", row, suffix);
    found = !str_failed(&key) && about_expand(&about, part_get(form->b, "reply", key.text), &text) &&
            text.len_bytes;
    if (found)
        str_add(&cell->text, text.text);
    cell->text.failed |= str_failed(&key) || str_failed(&text);
    str_release(&key);
    str_release(&text);
    return found;
}

static void fill(const void *context, size_t line, const char *column, struct cell *cell)
{
    const struct form *form = context;
    const char *row = form->names[line];

    if (strcmp(column, "answer") != 0) {
        str_add(&cell->text, part_get(form->b, "reply", row));
        return;
    }
    if (form->seat && form->seat->kind == KIND_CIVIL && answer(form, row, "civil", cell))
        return;
    if (form->seat && answer(form, row, "filled", cell))
        return;
    if (!answer(form, row, "answer", cell))
        cell_blank(cell);
}

static void add_form(struct build *b, const struct seat *seat)
{
    const struct about about = {.b = b, .seat = seat};
    struct form form = {.b = b, .seat = seat};

    part_head(b, "reply");
    while (form.n < ROWS_MAX && style_list_at(b->style, "reply:rows", form.n, form.names[form.n], NAME_SIZE))
        form.n++;
    part_table(b, "reply", 0, NULL, form.n, fill, &form);
    (void)part_line(b, "reply", "note", BLOCK_TEXT, 0, &about);
}

void build_reply(struct build *b)
{
    const struct meeting *m = &b->s->meeting;

    if (b->member || !style_yes(b->style, "reply:each") || !m->composition.n) {
        add_form(b, b->member ? meeting_seat(m, b->member) : NULL);
        return;
    }
    for (size_t i = 0; i < m->composition.n; i++) {
        document_break_page(b->out);
        add_form(b, &m->composition.v[i]);
    }
}
