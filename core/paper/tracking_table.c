/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of what became of earlier decisions: those under tracking, or (where the style asks for it and
 * the meeting before is at hand) all that it decided.
 */
#include "core/paper/paper_parts.h"
#include "core/paper/template.h"
#include "core/paper/tracking_rows.h"

#include "core/base/number.h"
#include "core/calendar/date.h"
#include "core/tracking/reporting.h"

#include <stdlib.h>
#include <string.h>

static void add_units(const struct build *b, const struct resolution *r, struct str *out)
{
    for (size_t i = 0; i < r->units.n; i++)
        str_printf(out, "%s%s", i ? style_get(b->style, "people:separator") : "", r->units.v[i].name);
    for (size_t i = 0; i < r->assisting.n; i++) {
        str_add(out,
                i ? style_get(b->style, "people:separator") : part_get(b, "tracking_table", "assisting"));
        str_add(out, r->assisting.v[i].name);
    }
}

static void add_words(const struct build *b, const char *part, int ruling, struct str *out)
{
    if (ruling != UNKNOWN)
        str_add(out, part_get(b, part, ruling_choices.codes[ruling]));
}

/* A new line, with the unit that it is from. */
static void add_line_of(const struct build *b, const char *unit, struct str *out)
{
    str_add(out, out->len_bytes ? "\n" : "");
    if (unit)
        str_printf(out, "%s%s", unit, style_get(b->style, "statement:colon"));
}

void cell_progress(const struct build *b, const struct round *round, struct cell *cell)
{
    if (round->progress.n) {
        cell->outline = &round->progress;
        return;
    }
    for (size_t i = 0; i < round->reports.n; i++) {
        const struct report *report = &round->reports.v[i];

        for (size_t k = 0; k < report->progress.n; k++) {
            add_line_of(b, k ? NULL : report->unit, &cell->text);
            str_add(&cell->text, report->progress.v[k].text);
        }
    }
}

/* Units that do not agree stand by name. */
static void add_recommendation(const struct build *b, const struct resolution *r, const struct round *round,
                               struct str *out)
{
    const int all = resolution_recommendation(r, round);

    add_words(b, "recommendation", all, out);
    for (size_t i = 0; all == UNKNOWN && i < round->reports.n; i++) {
        const struct report *report = &round->reports.v[i];

        if (report->recommendation == UNKNOWN)
            continue;
        add_line_of(b, report->unit, out);
        add_words(b, "recommendation", report->recommendation, out);
    }
}

static void add_due(const struct build *b, const struct resolution *r, struct str *out)
{
    struct moment due = {.minutes = -1};
    const char *iso = resolution_due(r);

    if (iso && date_parse_iso(iso, &due.date))
        moment_format(out, style_get(b->style, "date:due"), due);
}

static void add_source(const struct build *b, const struct resolution *r, struct str *out)
{
    const struct about about = {.b = b, .tracked = r};

    (void)about_expand(&about, part_get(b, "tracking_table", "source_line"), out);
}

/* What is written there, or the style's name of a section that is given by its code. */
static const char *prior_section(const struct build *b, const struct prior *prior)
{
    const bool is_code = prior->section && choice_find(&section_choices, prior->section) != UNKNOWN;

    return is_code ? style_section(b->style, prior->section, "label") : prior->section ? prior->section : "";
}

/* A number brings its own mark ("一、", "(一)"), or gets the colon. */
static bool has_mark(const char *number)
{
    static const char *const marks[] = {"、", "：", "）", ")", "."};
    const size_t n = number ? strlen(number) : 0;

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (n >= strlen(marks[i]) && strcmp(number + n - strlen(marks[i]), marks[i]) == 0)
            return true;
    return n == 0;
}

static void add_matter(const struct build *b, const struct followed *row, struct str *out)
{
    const char *colon = part_get(b, "tracking_table", "section_colon");

    if (row->prior) {
        if (row->begins_section)
            str_printf(out, "%s%s\n", prior_section(b, row->prior), colon);
        str_add(out, row->prior->number);
        str_add(out, row->prior->title && !has_mark(row->prior->number) ? colon : "");
        str_add(out, row->prior->title);
    } else if (row->item) {
        if (row->begins_section) {
            minutes_section_name(b->previous, b->style, row->item->section, out);
            str_printf(out, "%s\n", colon);
        }
        number_format(out, style_part(b->style, "agenda", section_choices.codes[row->item->section], "item"),
                      item_place(&b->previous->meeting, row->item, NULL));
        str_add(out, item_matter(row->item));
    } else {
        add_source(b, row->r, out);
    }
}

static void fill_decision(const struct build *b, const struct followed *row, struct cell *cell)
{
    const struct decision *d = row->item ? item_decision(row->item) : NULL;

    if (row->prior && row->prior->decision.n)
        cell->outline = &row->prior->decision;
    else if (d && d->points.n)
        cell->outline = &d->points;
    else if (d)
        minutes_decision_text(b->previous, b->style, row->item, &cell->text);
    else if (row->r)
        cell->outline = &row->r->instruction;
}

struct letter {
    const struct build *b;
    const struct round *round;
};

static bool letter_value(const void *context, const char *name, struct str *out)
{
    const struct letter *l = context;

    if (strcmp(name, "letter") == 0 && l->round->letter)
        str_add(out, l->round->letter);
    else
        return strcmp(name, "letter_date") == 0 && build_date(l->b, l->round->letter_date, out);
    return true;
}

bool round_letter(const struct build *b, const struct round *round, const char *pattern, struct str *out)
{
    const struct letter letter = {b, round};
    struct str text = STR_INIT;
    const bool known = (round->letter || round->letter_date) && *pattern &&
                       template_expand(&text, pattern, letter_value, &letter) && text.len_bytes;

    if (known)
        str_add(out, text.text);
    out->failed |= str_failed(&text);
    str_release(&text);
    return known;
}

static void fill_ruling(const struct build *b, const struct resolution *r, const struct round *round,
                        const char *column, struct cell *cell)
{
    if (strcmp(column, "recommendation") == 0) {
        add_recommendation(b, r, round, &cell->text);
    } else if (strcmp(column, "ruling") == 0) {
        if (round->ruling_text.n)
            cell->outline = &round->ruling_text;
        else
            add_words(b, "ruling", round->ruling, &cell->text);
    } else if (strcmp(column, "remark") == 0) {
        str_add(&cell->text, round->remark);
    } else if (strcmp(column, "by_letter") == 0) {
        (void)round_letter(b, round, part_get(b, "tracking_table", "by_letter_line"), &cell->text);
    }
}

/* What one tracked decision says in a column. */
static void fill_tracked(const struct build *b, const struct resolution *r, const char *column,
                         struct cell *cell)
{
    const struct round *round = resolution_round(r, b->s->meeting.key);

    if (strcmp(column, "key") == 0)
        str_add(&cell->text, r->key);
    else if (strcmp(column, "source") == 0)
        add_source(b, r, &cell->text);
    else if (strcmp(column, "units") == 0)
        add_units(b, r, &cell->text);
    else if (strcmp(column, "due") == 0)
        add_due(b, r, &cell->text);
    else if (round && strcmp(column, "progress") == 0)
        cell_progress(b, round, cell);
    else if (round)
        fill_ruling(b, r, round, column, cell);
}

/* An item of which several points are tracked: each of them on a line of its own, after its number. */
static void fill_several(const struct follow *f, const struct followed *row, const char *column,
                         struct cell *cell)
{
    for (size_t i = 0; i < f->b->s->resolutions.n; i++) {
        const struct resolution *r = &f->b->s->resolutions.v[i];
        struct cell each = {STR_INIT, NULL};

        if (!followed_is_of(f, row, r))
            continue;
        fill_tracked(f->b, r, column, &each);
        for (size_t k = 0; each.outline && k < each.outline->n; k++)
            str_printf(&each.text, "%s%s", k ? "\n" : "", each.outline->v[k].text);
        if (each.text.len_bytes) {
            str_add(&cell->text, cell->text.len_bytes ? "\n" : "");
            if (strcmp(column, "key") != 0)
                str_printf(&cell->text, "%s　", r->key);
            str_add(&cell->text, each.text.text);
        }
        cell->text.failed |= str_failed(&each.text);
        str_release(&each.text);
    }
}

static void fill(const void *context, size_t line, const char *column, struct cell *cell)
{
    const struct follow *f = context;
    const struct followed *row = &f->v[f->from + line];

    if (strcmp(column, "n") == 0)
        str_printf(&cell->text, "%zu", f->from + line + 1);
    else if (strcmp(column, "matter") == 0)
        add_matter(f->b, row, &cell->text);
    else if (strcmp(column, "decision") == 0)
        fill_decision(f->b, row, cell);
    else if (row->prior && row->prior->progress.n && strcmp(column, "progress") == 0)
        cell->outline = &row->prior->progress;
    else if (row->prior && !row->r && strcmp(column, "source") == 0)
        str_printf(&cell->text, "%s%s", prior_section(f->b, row->prior),
                   row->prior->number ? row->prior->number : "");
    else if (row->tracked > 1)
        fill_several(f, row, column, cell);
    else if (row->r)
        fill_tracked(f->b, row->r, column, cell);
}

/* ---- the table ---- */

void build_attachments(struct build *b, const struct attachment *list, size_t n, const char *colon)
{
    for (size_t i = 0; i < n; i++) {
        const struct attachment *a = &list[i];
        struct str label = STR_INIT;

        str_add(&label, a->label);
        if (a->label && a->title)
            str_add(&label, colon);
        if (label.len_bytes || a->title)
            document_add(b->out, BLOCK_LABEL, 0, "", label.text, a->title);
        for (size_t k = 0; k < a->tables.n; k++)
            document_add_grid(b->out, 0, &a->tables.v[k]);
        b->out->failed |= str_failed(&label);
        str_release(&label);
    }
}

/* The tables and attachments of the rounds in the rows from FROM on, N of them. */
static void add_annexes(const struct follow *f, size_t from, size_t n)
{
    const struct build *b = f->b;

    for (size_t i = from; i < from + n; i++) {
        const struct round *round = f->v[i].r ? resolution_round(f->v[i].r, b->s->meeting.key) : NULL;

        for (size_t k = 0; round && k < round->tables.n; k++)
            document_add_grid(b->out, 0, &round->tables.v[k]);
        if (round)
            build_attachments(f->b, round->attachments.v, round->attachments.n,
                              part_get(b, "agenda", "attachment"));
    }
}

bool build_tracking_table(struct build *b, const struct item *item, int depth)
{
    struct follow f = {.b = b};
    const char *each = part_get(b, "tracking_table", "each");
    const bool has_any = follow_take(&f, item) && f.n;

    b->out->failed |= !f.v;
    if (has_any && !*each)
        part_table(b, "tracking_table", depth, NULL, f.n, fill, &f);
    if (has_any && !*each)
        add_annexes(&f, 0, f.n);
    for (; has_any && *each && f.from < f.n; f.from++) {
        struct str caption = STR_INIT;

        number_format(&caption, each, (int)f.from + 1);
        part_table(b, "tracking_table", depth, caption.text, 1, fill, &f);
        add_annexes(&f, f.from, 1);
        b->out->failed |= str_failed(&caption);
        str_release(&caption);
    }
    if (!has_any)
        document_add(b->out, BLOCK_TEXT, depth, "", "", part_get(b, "tracking_table", "none"));
    free(f.v);
    return has_any;
}

void build_tracking_paper(struct build *b)
{
    part_head(b, "tracking_table");
    (void)build_tracking_table(b, NULL, 0);
}
