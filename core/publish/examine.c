/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking through the public copy: replies and texts. What is found goes to finding_add.
 */
#include "core/publish/finding_parts.h"

#include "core/meeting/disclosure.h"
#include "core/meeting/grid.h"
#include "core/publish/personal.h"

#include <string.h>

/* ---- replies to what is closed --------------------------------------------------------------- */

static bool is_closed(const struct examining *x, const struct statement *st)
{
    return statement_disclosure(&x->s->meeting, st) == DISCLOSURE_CLOSED;
}

/* What stands at I answers a closed statement: other replies may stand between them. */
static bool answers_closed(const struct examining *x, const struct item *item, size_t i)
{
    const struct statement *v = item->statements.v;

    if (!v[i].response || is_closed(x, &v[i]))
        return false;
    while (i > 0 && v[--i].response)
        ;
    return !v[i].response && is_closed(x, &v[i]);
}

/* What stands in a reply that is left out: it is not asked about, but may have been answered in the same go.
 */
static enum status note_gone(struct examining *x, const struct spot *reply)
{
    struct examining apart = *x;
    struct spot spot = *reply;
    enum status status = STATUS_OK;

    apart.out = &x->gone;
    apart.room = x->gone.n; /* never more than there is room for */
    spot.entity = &node_entity;
    spot.field = entity_field(&node_entity, "text");
    for (size_t i = 0; i < reply->statement->points.n && !status; i++) {
        const char *text = reply->statement->points.v[i].text;

        spot.row = &reply->statement->points.v[i];
        status = examine_text(&apart, &spot, &text);
    }
    return status;
}

/* The public copy's statement with that id; those of it that are to be left out go at once. */
static enum status examine_reply(struct examining *x, struct item *item, int64_t id)
{
    size_t k = 0;

    while (k < item->statements.n && item->statements.v[k].row.id != id)
        k++;
    if (k == item->statements.n)
        return STATUS_OK;
    const struct statement *st = &item->statements.v[k];
    const char *text = st->points.n ? st->points.v[0].text : "";
    const struct spot spot = {.part = PART_STATEMENT,
                              .item = item,
                              .statement = st,
                              .line = -1,
                              .column = -1,
                              .entity = &statement_entity,
                              .row = &item->statements.v[k]};
    enum status status = finding_add(x, PUBLISH_ANSWERS_CLOSED, &spot, text, text, strlen(text));

    if (!status && x->out->v[x->out->n - 1].choice == PUBLISH_REDACT) {
        struct publish_finding *f = &x->out->v[x->out->n - 1];
        struct statement *gone = arena_take(x->arena, sizeof *gone);

        if (!gone)
            return err_memory(x->err);
        status = note_gone(x, &spot);
        *gone = *st; /* its place in the list is another's now */
        f->spot.statement = gone;
        f->spot.row = gone;
        memmove(&item->statements.v[k], &item->statements.v[k + 1],
                (item->statements.n - k - 1) * sizeof *gone);
        item->statements.n--;
    }
    return status;
}

enum status examine_replies(struct examining *x)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; i < x->s->meeting.items.n; i++) {
        const struct item *item = &x->s->meeting.items.v[i];

        for (size_t k = 0; k < item->statements.n && !status; k++)
            if (answers_closed(x, item, k))
                status = examine_reply(x, &x->copy->s.meeting.items.v[i], item->statements.v[k].row.id);
    }
    return status;
}

/* ---- texts ----------------------------------------------------------------------------------- */

static const enum publish_kind kind_of_personal[] = {
    [PERSONAL_PHONE] = PUBLISH_PHONE,
    [PERSONAL_EMAIL] = PUBLISH_EMAIL,
    [PERSONAL_ID] = PUBLISH_ID,
    [PERSONAL_CONTACT] = PUBLISH_CONTACT,
};

static enum status examine_personal(struct examining *x, const struct spot *spot, const char *text)
{
    enum status status = STATUS_OK;
    enum personal kind;
    size_t start, end;

    for (size_t at = 0; !status && personal_find(text, at, &kind, &start, &end); at = end)
        status = finding_add(x, kind_of_personal[kind], spot, text, text + start, end - start);
    return status;
}

static bool cell_labels(const struct grid_cell *cell)
{
    return cell && cell->kind == CELL_TEXT && cell->text && personal_is_contact_label(cell->text);
}

/* It is a number or an address and nothing else, which is listed as what it is. */
static bool is_personal(const char *text)
{
    enum personal kind;
    size_t start, end;

    return personal_find(text, 0, &kind, &start, &end) && start == 0 && end == strlen(text);
}

/* A cell below or beside "聯絡人" has a name. */
static enum status examine_contact(struct examining *x, const struct spot *spot, const char *text)
{
    const struct node *head = grid_leaf(spot->grid, spot->column);

    if (is_personal(text) || strlen(text) > 36 || personal_is_contact_label(text))
        return STATUS_OK;
    if (!(head && personal_is_contact_label(head->text)) &&
        !(spot->column > 0 && cell_labels(grid_cell_at(spot->grid, spot->line, spot->column - 1))))
        return STATUS_OK;
    return finding_add(x, PUBLISH_CONTACT, spot, text, text, strlen(text));
}

/* What people write, as against the fields that hold their names. */
static bool is_prose(const struct spot *spot)
{
    return !spot->entity || spot->entity == &node_entity || spot->entity == &cell_entity ||
           spot->entity == &grid_entity || spot->entity == &prior_entity ||
           spot->entity == &attachment_entity || spot->entity == &round_attachment_entity ||
           (spot->entity == &item_entity && text_same(spot->field->column, "title"));
}

static enum status examine_hidden(struct examining *x, const struct hidden *hidden, const struct spot *spot,
                                  const char *text)
{
    enum status status = STATUS_OK;
    size_t start, len;

    for (size_t at = 0; !status && (len = hidden_find(&hidden->names, text, at, &start)); at = start + len)
        status = finding_add(x, PUBLISH_NAMES_SPEAKER, spot, text, text + start, len);
    for (size_t at = 0; !status && (len = hidden_find(&hidden->quotes, text, at, &start)); at = start + len)
        status = finding_add(x, PUBLISH_QUOTES_CLOSED, spot, text, text + start, len);
    return status;
}

/* What this meeting prints of the one before. */
static bool is_from_before(const struct spot *spot)
{
    return spot->part == PART_INSTRUCTION || spot->part == PART_PROGRESS || spot->part == PART_PRIOR ||
           spot->part == PART_PREVIOUS;
}

/* What was found in the same place when another meeting was published. */
static enum status examine_known(struct examining *x, const struct spot *spot, const char *text)
{
    const char *place = finding_place(spot, x->arena);
    enum status status = place ? STATUS_OK : err_memory(x->err);

    for (size_t i = 0; i < x->choices->n && !status; i++) {
        const struct publish_stored *stored = &x->choices->v[i];
        const int kind = choice_find(&publish_kind_choices, stored->kind);

        if ((kind == PUBLISH_NAMES_SPEAKER || kind == PUBLISH_QUOTES_CLOSED) &&
            text_same(stored->place, place) && strstr(text, stored->found))
            status =
                finding_add(x, (enum publish_kind)kind, spot, text, stored->found, strlen(stored->found));
    }
    return status;
}

enum status examine_text(void *context, const struct spot *spot, const char **text)
{
    struct examining *x = context;
    enum status status = examine_personal(x, spot, *text);

    if (!status && spot->entity == &cell_entity && spot->grid)
        status = examine_contact(x, spot, *text);
    if (!status && is_prose(spot))
        status = examine_hidden(x, &x->hidden, spot, *text);
    if (!status && is_prose(spot) && is_from_before(spot))
        status = examine_hidden(x, &x->before, spot, *text);
    return status ? status : examine_known(x, spot, *text);
}
