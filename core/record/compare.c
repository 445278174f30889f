/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparing what is stored with what a file says, and naming each place that differs.
 */
#include "core/record/record.h"

#include "core/base/text.h"

#include <stdio.h>
#include <string.h>

struct comparing {
    struct problems *problems;
    struct str path;
    bool same;
};

static void compare_rows(struct comparing *c, const struct entity *e, const void *a, const void *b);

/* A field's value as a few words. */
static void describe(struct str *out, const struct field *field, const void *row)
{
    if (field->type == FIELD_SHARE) {
        struct share share = field_share(field, row);

        str_printf(out, "%d/%d", share.num, share.den);
    } else if (field_is_text(field)) {
        const char *text = field_text(field, row);

        text_truncate(out, text ? text : "-", 40, &text_paper);
    } else if (field_int(field, row) == UNKNOWN) {
        str_add(out, "-");
    } else if (field->type == FIELD_CHOICE) {
        str_add(out, field->choices->codes[field_int(field, row)]);
    } else {
        str_printf(out, "%d", field_int(field, row));
    }
}

static void differs(struct comparing *c, const char *stored, const char *wanted)
{
    c->same = false;
    if (c->problems)
        problems_add(c->problems, CODE_RECORD_DIFFERS, c->path.text, stored, wanted);
}

static void add_cell_place(struct comparing *c, const struct grid_cell *cell)
{
    str_printf(&c->path, "[%d][%d]", cell->line, cell->column);
}

static void compare_lists(struct comparing *c, const struct field *field, const void *a, const void *b)
{
    struct list x = field_list(field, a), y = field_list(field, b);

    if (x.n != y.n) {
        char had[32], wants[32];

        (void)snprintf(had, sizeof had, "%zu", x.n);
        (void)snprintf(wants, sizeof wants, "%zu", y.n);
        differs(c, had, wants);
        return;
    }
    for (size_t i = 0; i < x.n; i++) {
        size_t mark = c->path.len_bytes, step = i * field->child->size;

        if (field->child == &cell_entity)
            add_cell_place(c, (const struct grid_cell *)x.v + i);
        else
            str_printf(&c->path, "[%zu]", i);
        compare_rows(c, field->child, (const char *)x.v + step, (const char *)y.v + step);
        str_cut(&c->path, mark);
    }
}

static void compare_rows(struct comparing *c, const struct entity *e, const void *a, const void *b)
{
    for (size_t i = 0; i < e->n_fields; i++) {
        const struct field *field = &e->fields[i];
        size_t mark = c->path.len_bytes;

        str_printf(&c->path, ".%s", field->key ? field->key : field->column);
        if (field->type == FIELD_LIST) {
            compare_lists(c, field, a, b);
        } else if (!field_same(field, a, b)) {
            struct str stored = STR_INIT, wanted = STR_INIT;

            describe(&stored, field, a);
            describe(&wanted, field, b);
            differs(c, stored.text, wanted.text);
            str_release(&stored);
            str_release(&wanted);
        }
        str_cut(&c->path, mark);
    }
}

bool record_same(const struct entity *entity, const void *stored, const void *wanted, const char *place,
                 struct problems *problems)
{
    struct comparing c = {problems, STR_INIT, true};

    str_add(&c.path, place);
    compare_rows(&c, entity, stored, wanted);
    str_release(&c.path);
    return c.same;
}
