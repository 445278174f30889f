/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of members as they were at the meeting, which is public: 要點九.
 */
#include "core/paper/paper_parts.h"

#include "core/calendar/date.h"
#include "core/paper/template.h"

#include <string.h>

struct term {
    const struct build *b;
    const struct appointment *a;
};

static bool add_day(const struct build *b, const char *iso, struct str *out)
{
    struct moment day = {.minutes = -1};

    if (!iso || !date_parse_iso(iso, &day.date))
        return false;
    moment_format(out, part_get(b, "roster", "term_date"), day);
    return true;
}

static bool term_value(const void *context, const char *name, struct str *out)
{
    const struct term *t = context;

    if (strcmp(name, "from") == 0)
        return add_day(t->b, t->a->from, out);
    return strcmp(name, "to") == 0 && add_day(t->b, t->a->to, out);
}

/* Agency representatives have no term: 要點六 I. */
static void add_term(const struct build *b, const struct seat *seat, const struct member *member,
                     struct str *out)
{
    const struct appointment *a = member ? appointment_at(member, b->s->date) : NULL;
    const struct term term = {b, a};

    if (a && seat->kind == KIND_CIVIL && a->from && a->to)
        (void)template_expand(out, part_get(b, "roster", "term_line"), term_value, &term);
}

static void fill(const void *context, size_t line, const char *column, struct cell *cell)
{
    const struct build *b = context;
    const struct seat *seat = &b->s->meeting.composition.v[line];
    const struct member *member = member_find(&b->s->members, seat->member);
    const struct about about = {.b = b, .seat = seat};

    if (cell_person(&about, column, cell))
        return;
    if (strcmp(column, "n") == 0)
        str_printf(&cell->text, "%zu", line + 1);
    else if (strcmp(column, "term") == 0)
        add_term(b, seat, member, &cell->text);
    else if (strcmp(column, "gender") == 0 && member && member->gender != UNKNOWN)
        str_add(&cell->text, part_get(b, "gender", gender_choices.codes[member->gender]));
}

struct totals {
    const struct about about;
    int agency, civil, women, men;
};

static bool add_count(struct str *out, int n)
{
    str_printf(out, "%d", n);
    return n > 0;
}

static bool totals_value(const void *context, const char *name, struct str *out)
{
    const struct totals *t = context;

    if (strcmp(name, "agency_members") == 0)
        return add_count(out, t->agency);
    if (strcmp(name, "civil_members") == 0)
        return add_count(out, t->civil);
    if (strcmp(name, "women") == 0)
        return add_count(out, t->women);
    if (strcmp(name, "men") == 0)
        return add_count(out, t->men);
    return about_value(&t->about, name, out);
}

/* Who is listed, by kind and gender; the figures of the quorum may leave the convener out. */
static void add_totals(struct build *b)
{
    struct totals t = {.about = {.b = b}};
    struct str text = STR_INIT;

    for (size_t i = 0; i < b->s->meeting.composition.n; i++) {
        const struct seat *seat = &b->s->meeting.composition.v[i];
        const struct member *member = member_find(&b->s->members, seat->member);

        t.agency += seat->kind == KIND_AGENCY;
        t.civil += seat->kind == KIND_CIVIL;
        t.women += member && member->gender == GENDER_FEMALE;
        t.men += member && member->gender == GENDER_MALE;
    }
    if (template_expand(&text, part_get(b, "roster", "totals"), totals_value, &t))
        document_add(b->out, BLOCK_TEXT, 0, "", "", text.text);
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

void build_roster(struct build *b)
{
    part_head(b, "roster");
    part_table(b, "roster", 0, NULL, b->s->meeting.composition.n, fill, b);
    add_totals(b);
}
