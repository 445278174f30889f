/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every text of a public copy with its place, by the descriptions of the tables: none can be forgotten.
 */
#include "core/publish/public.h"

#include <string.h>

struct walk {
    text_visit *visit;
    void *context;
};

/* What the lists and texts of these rows are to people. */
static const struct {
    const char *table, *column;
    enum part part;
} parts[] = {
    {"item", "title", PART_TITLE},
    {"item", "explanation", PART_EXPLANATION},
    {"item", "proposal", PART_PROPOSAL},
    {"item", "statements", PART_STATEMENT},
    {"item", "vote", PART_VOTE},
    {"item", "decision", PART_DECISION},
    {"item", "prior", PART_PRIOR},
    {"item", "attachments", PART_ATTACHMENT},
    {"resolution", "instruction", PART_INSTRUCTION},
    {"round", "progress", PART_PROGRESS},
    {"round", "reports", PART_PROGRESS},
    {"round", "tables", PART_PROGRESS},
    {"round", "ruling_text", PART_RULING},
    {"round", "attachments", PART_ATTACHMENT},
};

static void enter_row(struct spot *spot, const struct entity *entity, void *row)
{
    spot->entity = entity;
    spot->row = row;
    if (entity == &item_entity)
        spot->item = row;
    else if (entity == &resolution_entity)
        spot->resolution = row;
    else if (entity == &statement_entity)
        spot->statement = row;
    else if (entity == &grid_entity)
        spot->grid = row;
    if (entity == &cell_entity) {
        spot->line = ((const struct grid_cell *)row)->line;
        spot->column = ((const struct grid_cell *)row)->column;
    }
}

static void enter_field(struct spot *spot, const struct field *field)
{
    spot->field = field;
    for (size_t i = 0; spot->part != PART_PREVIOUS && i < sizeof parts / sizeof *parts; i++)
        if (strcmp(parts[i].table, spot->entity->table) == 0 && strcmp(parts[i].column, field->column) == 0)
            spot->part = parts[i].part;
}

static enum status walk_row(const struct walk *walk, const struct spot *above, const struct entity *entity,
                            void *row);

static enum status walk_field(const struct walk *walk, const struct spot *at)
{
    const struct entity *child = at->field->child;
    enum status status = STATUS_OK;

    if (at->field->type == FIELD_LIST) {
        const struct list list = field_list(at->field, at->row);

        for (size_t i = 0; i < list.n && !status; i++)
            status = walk_row(walk, at, child, (char *)list.v + i * child->size);
    } else if (at->field->type == FIELD_TEXT || at->field->type == FIELD_LINES) {
        const char *text = field_text(at->field, at->row), *before = text;

        if (text && *text)
            status = walk->visit(walk->context, at, &text);
        if (text != before)
            field_set_text(at->field, at->row, text);
    }
    return status;
}

static enum status walk_row(const struct walk *walk, const struct spot *above, const struct entity *entity,
                            void *row)
{
    struct spot here = *above;
    enum status status = STATUS_OK;

    enter_row(&here, entity, row);
    for (size_t i = 0; i < entity->n_fields && !status; i++) {
        struct spot at = here;

        enter_field(&at, &entity->fields[i]);
        status = walk_field(walk, &at);
    }
    return status;
}

static enum status walk_amendments(const struct walk *walk, struct amendments *all)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < all->n && !status; i++) {
        struct amendment *a = &all->v[i];
        const char **texts[] = {&a->place, &a->before, &a->after, &a->reason};
        const struct spot spot = {.part = PART_AMENDMENT, .line = -1, .column = -1, .row = a};

        for (size_t k = 0; k < sizeof texts / sizeof *texts && !status; k++)
            status = walk->visit(walk->context, &spot, texts[k]);
    }
    return status;
}

enum status public_copy_texts(struct public_copy *copy, text_visit *visit, void *context)
{
    const struct walk walk = {visit, context};
    struct spot root = {.part = PART_MEETING, .line = -1, .column = -1};
    enum status status = walk_row(&walk, &root, &meeting_entity, &copy->s.meeting);

    for (size_t i = 0; i < copy->s.resolutions.n && !status; i++)
        status = walk_row(&walk, &root, &resolution_entity, &copy->s.resolutions.v[i]);
    if (!status)
        status = walk_amendments(&walk, &copy->s.amendments);
    root.part = PART_PREVIOUS;
    if (!status && copy->has_previous)
        status = walk_row(&walk, &root, &meeting_entity, &copy->previous.meeting);
    return status;
}
