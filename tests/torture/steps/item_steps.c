/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps on the agenda and on what is said and decided.
 */
#include "tests/torture/steps/steps.h"

#include <stdio.h>
#include <string.h>

/* ---- drawing --------------------------------------------------------------------------------------- */

int draw_below(struct walk *w, int n)
{
    return (int)(draw(&w->random) % (uint64_t)n);
}

const char *draw_text(struct walk *w, char *out)
{
    static const char *const words[] = {"測站", "雨量", "水位",       "座標",      "授權",
                                        "說明", "欄位", "更新\n頻率", "e\xcc\x81", "𠮷"};
    char text[MODEL_TEXT];

    (void)snprintf(text, sizeof text, "%s%s%llu", words[draw_below(w, (int)COUNT(words))],
                   words[draw_below(w, (int)COUNT(words))], (unsigned long long)draw(&w->random) % 1000000);
    model_text(out, text);
    return out;
}

/* A line of text without line feeds. */
static const char *draw_line(struct walk *w, char *out)
{
    (void)draw_text(w, out);
    for (char *c = out; *c; c++)
        if (*c == '\n')
            *c = ' ';
    return out;
}

static void draw_points(struct walk *w, struct node *nodes, struct outline *outline, struct m_points *points,
                        int most)
{
    memset(points, 0, sizeof *points);
    points->n = 1 + draw_below(w, most);
    for (int i = 0; i < points->n; i++) {
        entity_defaults(&node_entity, &nodes[i]);
        nodes[i].text = draw_text(w, points->text[i]);
    }
    *outline = (struct outline){nodes, (size_t)points->n};
}

/* An item of the discussion, its place in the list; -1: none fits. */
static int draw_item(struct walk *w)
{
    int at = draw_below(w, w->model.n_items);

    return w->model.items[at].section == SECTION_DISCUSSION ? at : -1;
}

static const struct item *stored_item(const struct walk *w, int at)
{
    return &w->office.s.meeting.items.v[at];
}

static void *opened(void *v, int n, int at, size_t size)
{
    char *place = (char *)v + (size_t)at * size;

    memmove(place + size, place, (size_t)(n - at) * size);
    memset(place, 0, size);
    return place;
}

static void closed(void *v, int n, int at, size_t size)
{
    char *place = (char *)v + (size_t)at * size;

    memmove(place, place + size, (size_t)(n - at - 1) * size);
    memset((char *)v + (size_t)(n - 1) * size, 0, size);
}

static void swapped(void *a, void *b, void *between, size_t size)
{
    memcpy(between, a, size);
    memcpy(a, b, size);
    memcpy(b, between, size);
}

/* ---- the agenda ------------------------------------------------------------------------------------- */

static enum status step_item_add(struct walk *w, enum status *expected, struct err *err)
{
    struct model *m = &w->model;
    int end = 0, at;
    char title[MODEL_TEXT];
    struct item wanted;
    struct m_item *added;
    int64_t id, before;

    while (end < m->n_items && m->items[end].section <= SECTION_DISCUSSION)
        end++;
    at = end - draw_below(w, 2); /* before the last one, or at the end */
    if (m->n_items == MODEL_ITEMS || (at < end && m->items[at].section != SECTION_DISCUSSION)) {
        *expected = STATUS_MISSING;
        return STATUS_MISSING;
    }
    before = at < end ? stored_item(w, at)->row.id : 0;
    entity_defaults(&item_entity, &wanted);
    wanted.section = SECTION_DISCUSSION;
    wanted.title = draw_line(w, title);
    added = opened(m->items, m->n_items++, at, sizeof *m->items);
    added->section = SECTION_DISCUSSION;
    added->decision = added->votes_for = UNKNOWN;
    model_text(added->title, title);
    return item_add(w->office.db, &office_stamp, &w->office.s, &wanted, before, &id, err);
}

static enum status save_item(struct walk *w, int at, struct err *err)
{
    struct m_item *item = &w->model.items[at];
    struct item wanted = *stored_item(w, at);
    struct node nodes[MODEL_POINTS];

    wanted.title = draw_line(w, item->title);
    draw_points(w, nodes, &wanted.explanation, &item->explanation, MODEL_POINTS);
    return item_save(w->office.db, &office_stamp, &w->office.s, stored_item(w, at), &wanted, err);
}

static enum status step_item_save(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_item(w);

    if (at < 0)
        return *expected = STATUS_MISSING;
    return save_item(w, at, err);
}

/* Two edits of one text that was read once: the second is refused, and changes nothing. */
static enum status step_two_edits(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_item(w);
    enum status status;
    struct model kept;

    if (at < 0)
        return *expected = STATUS_MISSING;
    status = save_item(w, at, err);
    if (status != STATUS_OK)
        return status;
    kept = w->model;
    *expected = STATUS_CONFLICT;
    status = save_item(w, at, err);
    w->model = kept;
    return status;
}

static enum status step_item_move(struct walk *w, enum status *expected, struct err *err)
{
    struct model *m = &w->model;
    static struct m_item between;
    int at = draw_item(w), by = draw_below(w, 2) ? 1 : -1;

    if (at < 0)
        return *expected = STATUS_MISSING;
    if (at + by < 0 || at + by >= m->n_items || m->items[at + by].section != SECTION_DISCUSSION)
        *expected = STATUS_NO;
    else
        swapped(&m->items[at], &m->items[at + by], &between, sizeof between);
    return item_move(w->office.db, &office_stamp, &w->office.s, stored_item(w, at)->row.id, by, err);
}

static enum status step_item_remove(struct walk *w, enum status *expected, struct err *err)
{
    struct model *m = &w->model;
    int at = draw_item(w), left = 0;
    bool held = false;

    for (int i = 0; i < m->n_items; i++)
        left += m->items[i].section == SECTION_DISCUSSION;
    if (at < 0 || left < 4)
        return *expected = STATUS_MISSING;
    for (int i = 0; i < m->n_items; i++)
        held |= text_same(m->items[i].with, stored_item(w, at)->key);
    if (held || m->items[at].n_statements || m->items[at].decision != UNKNOWN)
        *expected = STATUS_NO;
    else if (m->items[at].votes_for != UNKNOWN)
        return *expected = STATUS_MISSING;
    else
        closed(m->items, m->n_items--, at, sizeof *m->items);
    return item_remove(w->office.db, &office_stamp, &w->office.s, stored_item(w, at)->row.id, err);
}

/* ---- statements -------------------------------------------------------------------------------------- */

static enum status step_statement_add(struct walk *w, enum status *expected, struct err *err)
{
    int at = draw_item(w), place;
    struct m_item *item = &w->model.items[at < 0 ? 0 : at];
    struct m_statement *added;
    struct statement wanted;
    struct node nodes[MODEL_POINTS];
    int64_t id;

    if (at < 0 || item->n_statements == MODEL_STATEMENTS)
        return *expected = STATUS_MISSING;
    place = draw_below(w, item->n_statements + 1);
    added = opened(item->statements, item->n_statements++, place, sizeof *added);
    (void)snprintf(added->speaker, sizeof added->speaker, "m%02d", 1 + draw_below(w, 7));
    entity_defaults(&statement_entity, &wanted);
    wanted.speaker.member = added->speaker;
    draw_points(w, nodes, &wanted.points, &added->points, MODEL_POINTS);
    return statement_add(w->office.db, &office_stamp, &w->office.s, stored_item(w, at), &wanted,
                         (size_t)place, &id, err);
}

/* An item with a statement, and which. -1: there is none. */
static int draw_statement(struct walk *w, int *which)
{
    int at = draw_item(w);

    if (at < 0 || w->model.items[at].n_statements == 0)
        return -1;
    *which = draw_below(w, w->model.items[at].n_statements);
    return at;
}

static enum status step_statement_save(struct walk *w, enum status *expected, struct err *err)
{
    int which, at = draw_statement(w, &which);
    struct node nodes[MODEL_POINTS];
    const struct statement *old;
    struct statement wanted;

    if (at < 0)
        return *expected = STATUS_MISSING;
    old = &stored_item(w, at)->statements.v[which];
    wanted = *old;
    draw_points(w, nodes, &wanted.points, &w->model.items[at].statements[which].points, MODEL_POINTS);
    return statement_save(w->office.db, &office_stamp, &w->office.s, stored_item(w, at), old, &wanted, err);
}

static enum status step_statement_remove(struct walk *w, enum status *expected, struct err *err)
{
    int which, at = draw_statement(w, &which);
    struct m_item *item = &w->model.items[at < 0 ? 0 : at];

    if (at < 0)
        return *expected = STATUS_MISSING;
    closed(item->statements, item->n_statements--, which, sizeof *item->statements);
    return statement_remove(w->office.db, &office_stamp, &w->office.s, stored_item(w, at), (size_t)which,
                            err);
}

static enum status step_statement_move(struct walk *w, enum status *expected, struct err *err)
{
    int which, at = draw_statement(w, &which), by = draw_below(w, 2) ? 1 : -1;
    struct m_item *item = &w->model.items[at < 0 ? 0 : at];
    struct m_statement between;

    if (at < 0)
        return *expected = STATUS_MISSING;
    if (which + by < 0 || which + by >= item->n_statements)
        *expected = STATUS_NO;
    else if (!w->forgetful)
        swapped(&item->statements[which], &item->statements[which + by], &between, sizeof between);
    return statement_move(w->office.db, &office_stamp, &w->office.s, stored_item(w, at), (size_t)which, by,
                          err);
}

static enum status step_statement_split(struct walk *w, enum status *expected, struct err *err)
{
    int which, at = draw_statement(w, &which), point;
    struct m_item *item = &w->model.items[at < 0 ? 0 : at];
    struct m_statement *first, *second;

    if (at < 0 || item->n_statements == MODEL_STATEMENTS || item->statements[which].points.n < 2)
        return *expected = STATUS_MISSING;
    point = 1 + draw_below(w, item->statements[which].points.n - 1);
    second = opened(item->statements, item->n_statements++, which + 1, sizeof *second);
    first = &item->statements[which];
    *second = *first;
    for (int i = 0; i < point; i++)
        closed(second->points.text, second->points.n--, 0, MODEL_TEXT);
    for (int i = first->points.n; i > point; i--)
        closed(first->points.text, first->points.n--, point, MODEL_TEXT);
    return statement_split(w->office.db, &office_stamp, &w->office.s, stored_item(w, at), (size_t)which,
                           (size_t)point, err);
}

static enum status step_statement_join(struct walk *w, enum status *expected, struct err *err)
{
    int which, at = draw_statement(w, &which);
    struct m_item *item = &w->model.items[at < 0 ? 0 : at];
    struct m_points *before, *after;

    if (at < 0)
        return *expected = STATUS_MISSING;
    before = &item->statements[which > 0 ? which - 1 : 0].points;
    after = &item->statements[which].points;
    if (which == 0) {
        *expected = STATUS_NO;
    } else if (before->n + after->n > MODEL_POINTS) {
        return *expected = STATUS_MISSING;
    } else {
        for (int i = 0; i < after->n; i++)
            memcpy(before->text[before->n++], after->text[i], MODEL_TEXT);
        closed(item->statements, item->n_statements--, which, sizeof *item->statements);
    }
    return statement_join(w->office.db, &office_stamp, &w->office.s, stored_item(w, at), (size_t)which, err);
}

const struct step_kind item_steps[] = {
    {"item_add", step_item_add},
    {"item_save", step_item_save},
    {"two edits", step_two_edits},
    {"item_move", step_item_move},
    {"item_remove", step_item_remove},
    {"statement_add", step_statement_add},
    {"statement_add", step_statement_add},
    {"statement_save", step_statement_save},
    {"statement_remove", step_statement_remove},
    {"statement_move", step_statement_move},
    {"statement_split", step_statement_split},
    {"statement_join", step_statement_join},
};
const size_t n_item_steps = COUNT(item_steps);
