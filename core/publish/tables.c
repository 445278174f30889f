/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of the package, as open data: words and columns are fixed in every language, as a file's keys
 * are.
 */
#include "core/publish/package.h"

#include "core/base/csv.h"
#include "core/base/names.h"
#include "core/cycle/desk.h"
#include "core/paper/minutes.h"
#include "core/tracking/form.h"

#include <string.h>

/* The cells of a row while it is filled. */
enum { CELLS = 16 };
struct cells {
    struct str v[CELLS];
    size_t n;
};

static void cells_init(struct cells *cells, size_t n)
{
    cells->n = n;
    for (size_t i = 0; i < n; i++)
        str_init(&cells->v[i]);
}

static void cells_write(struct cells *cells, struct str *out)
{
    const char *texts[CELLS];

    for (size_t i = 0; i < cells->n; i++) {
        texts[i] = cells->v[i].text;
        out->failed |= str_failed(&cells->v[i]);
    }
    csv_add_row(out, texts, cells->n);
    for (size_t i = 0; i < cells->n; i++)
        str_release(&cells->v[i]);
}

/* ---- tracked decisions ----------------------------------------------------------------------- */

static const char *const tracked_headings[] = {"案號",     "來源", "裁示事項", "主辦單位",
                                               "協辦單位", "期限", "追蹤會議", "辦理情形",
                                               "列管建議", "裁示", "裁示內容", "列管中"};
enum {
    TRACKED_KEY,
    TRACKED_SOURCE,
    TRACKED_INSTRUCTION,
    TRACKED_UNITS,
    TRACKED_ASSISTING,
    TRACKED_DUE,
    TRACKED_MEETING,
    TRACKED_PROGRESS,
    TRACKED_RECOMMENDATION,
    TRACKED_RULING,
    TRACKED_RULING_TEXT,
    TRACKED_OPEN,
    TRACKED_COLUMNS
};

static const char *ruling_words(int ruling)
{
    static const struct {
        const char *code, *words;
    } words[] = {{"release", "解除列管"}, {"continue", "繼續列管"}, {"self", "自行列管"},
                 {"merge", "併案列管"},   {"again", "再行列管"},    {"split", "分案列管"}};

    for (size_t i = 0; ruling != UNKNOWN && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].code, ruling_choices.codes[ruling]) == 0)
            return words[i].words;
    return "";
}

static void add_units(struct str *out, const struct unit *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        str_printf(out, "%s%s", i ? "、" : "", v[i].name);
}

/* The consolidated text, else each unit's own. */
static void add_progress(struct str *out, const struct round *round)
{
    form_outline(out, &round->progress);
    for (size_t i = 0; !round->progress.n && i < round->reports.n; i++) {
        const struct report *report = &round->reports.v[i];

        str_printf(out, "%s%s：", i ? "\n" : "", report->unit ? report->unit : "");
        form_outline(out, &report->progress);
    }
}

static void add_round(struct cells *row, const struct round *round)
{
    str_add(&row->v[TRACKED_MEETING], round->meeting ? round->meeting : round->meeting_text);
    add_progress(&row->v[TRACKED_PROGRESS], round);
    str_add(&row->v[TRACKED_RECOMMENDATION], ruling_words(round->recommendation));
    str_add(&row->v[TRACKED_RULING], ruling_words(round->ruling));
    form_outline(&row->v[TRACKED_RULING_TEXT], &round->ruling_text);
}

void package_tracked_csv(const struct public_copy *copy, struct str *out)
{
    csv_add_row(out, tracked_headings, TRACKED_COLUMNS);
    for (size_t i = 0; i < copy->s.resolutions.n; i++) {
        const struct resolution *r = &copy->s.resolutions.v[i];
        const struct round *last = resolution_round(r, copy->s.meeting.key);
        struct cells row;

        cells_init(&row, TRACKED_COLUMNS);
        if (!last && r->rounds.n)
            last = &r->rounds.v[r->rounds.n - 1];
        str_add(&row.v[TRACKED_KEY], r->key);
        form_source(&row.v[TRACKED_SOURCE], r);
        form_outline(&row.v[TRACKED_INSTRUCTION], &r->instruction);
        add_units(&row.v[TRACKED_UNITS], r->units.v, r->units.n);
        add_units(&row.v[TRACKED_ASSISTING], r->assisting.v, r->assisting.n);
        str_add(&row.v[TRACKED_DUE], resolution_due(r));
        if (last)
            add_round(&row, last);
        str_add(&row.v[TRACKED_OPEN], resolution_open(r) ? "是" : "否");
        cells_write(&row, out);
    }
}

/* ---- statements ------------------------------------------------------------------------------ */

static const char *const statement_headings[] = {"會議", "節",     "案號", "案由",     "列管案號",
                                                 "序號", "發言人", "類別", "公開方式", "內容"};
enum {
    SAID_MEETING,
    SAID_SECTION,
    SAID_ITEM,
    SAID_TITLE,
    SAID_ABOUT,
    SAID_NUMBER,
    SAID_SPEAKER,
    SAID_KIND,
    SAID_DISCLOSURE,
    SAID_TEXT,
    SAID_COLUMNS
};

static void add_member(struct str *out, const struct snapshot *s, const char *key)
{
    const struct member *member = member_find(&s->members, key);

    if (member)
        name_with_title(out, member->surname, "委員", member->given);
}

static void add_person(struct str *out, const struct snapshot *s, const struct person *p)
{
    if (p->member)
        add_member(out, s, p->member);
    else if (p->surname)
        name_with_title(out, p->surname, p->title, p->given);
    else
        str_add(out, p->unit);
}

static void add_speaker(struct str *out, const struct snapshot *s, const struct statement *st)
{
    const struct attendance *a = meeting_attendance(&s->meeting, st->delegate_of);

    if (st->disclosure == DISCLOSURE_ANONYMOUS) {
        str_add(out, "某委員");
    } else if (st->chair) {
        str_add(out, "主席");
    } else if (st->delegate_of) {
        add_member(out, s, st->delegate_of);
        if (a && !person_none(&a->delegate)) {
            str_add(out, "（");
            add_person(out, s, &a->delegate);
            str_add(out, "代）");
        }
    } else if (st->name) {
        str_add(out, st->name);
    } else {
        add_person(out, s, &st->speaker);
    }
}

/* "案由一": the number without the mark that leads over to the title. */
static void add_number(const struct public_copy *copy, const struct style *style, const struct item *item,
                       struct str *out)
{
    static const char *const marks[] = {"：", "、", ":", "."};

    if (item->label)
        str_add(out, item->label);
    else if (item->title)
        minutes_item_number(&copy->s, style, item, out);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const size_t n = strlen(marks[i]);

        if (out->len_bytes > n && strcmp(out->text + out->len_bytes - n, marks[i]) == 0) {
            str_cut(out, out->len_bytes - n);
            return;
        }
    }
}

static void add_statement(const struct public_copy *copy, const struct style *style, const struct item *item,
                          size_t i, struct str *out)
{
    const struct statement *st = &item->statements.v[i];
    struct cells row;

    cells_init(&row, SAID_COLUMNS);
    str_add(&row.v[SAID_MEETING], copy->s.meeting.key);
    minutes_section_name(&copy->s, style, item->section, &row.v[SAID_SECTION]);
    add_number(copy, style, item, &row.v[SAID_ITEM]);
    str_add(&row.v[SAID_TITLE], item->title);
    str_add(&row.v[SAID_ABOUT], st->about);
    str_printf(&row.v[SAID_NUMBER], "%zu", i + 1);
    add_speaker(&row.v[SAID_SPEAKER], &copy->s, st);
    str_add(&row.v[SAID_KIND], st->response ? "回應" : st->presentation ? "簡報" : "發言");
    str_add(&row.v[SAID_DISCLOSURE], st->disclosure == DISCLOSURE_ANONYMOUS ? "不記名" : "記名");
    if (st->abridged && !st->points.n)
        str_add(&row.v[SAID_TEXT], "（略）");
    form_outline(&row.v[SAID_TEXT], &st->points);
    cells_write(&row, out);
}

enum status package_statements_csv(const struct public_copy *copy, const struct style *style, struct str *out,
                                   struct err *err)
{
    csv_add_row(out, statement_headings, SAID_COLUMNS);
    for (size_t i = 0; i < copy->s.meeting.items.n; i++)
        for (size_t k = 0; k < copy->s.meeting.items.v[i].statements.n; k++)
            add_statement(copy, style, &copy->s.meeting.items.v[i], k, out);
    return str_failed(out) ? err_memory(err) : STATUS_OK;
}
