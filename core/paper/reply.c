/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form on which a member answers whether he comes.
 */
#include "core/paper/paper_parts.h"

#include <string.h>

enum { ROWS_MAX = 16, NAME_SIZE = 32 };

struct form {
    const struct build *b;
    char names[ROWS_MAX][NAME_SIZE];
    size_t n;
};

static void fill(const void *context, size_t line, const char *column, struct cell *cell)
{
    const struct form *form = context;
    struct str key = STR_INIT;
    const char *answer;

    if (strcmp(column, "answer") != 0) {
        str_add(&cell->text, part_get(form->b, "reply", form->names[line]));
        return;
    }
    str_printf(&key, "%s_answer", form->names[line]);
    answer = part_get(form->b, "reply", key.text);
    if (*answer)
        str_add(&cell->text, answer);
    else
        cell_blank(cell);
    cell->text.failed |= str_failed(&key);
    str_release(&key);
}

void build_reply(struct build *b)
{
    const struct about about = {.b = b};
    struct form form = {.b = b};

    part_head(b, "reply");
    while (form.n < ROWS_MAX && style_list_at(b->style, "reply:rows", form.n, form.names[form.n], NAME_SIZE))
        form.n++;
    part_table(b, "reply", 0, NULL, form.n, fill, &form);
    (void)part_line(b, "reply", "note", BLOCK_TEXT, 0, &about);
}
