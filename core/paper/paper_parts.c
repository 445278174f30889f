/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Heads and lines of papers, and the values their patterns may name.
 */
#include "core/paper/paper_parts.h"

#include "core/paper/template.h"

#include <stdio.h>
#include <string.h>

static bool add_known(struct str *out, const char *text)
{
    str_add(out, text);
    return text != NULL;
}

static bool add_figure(struct str *out, int n)
{
    if (n != UNKNOWN)
        str_printf(out, "%d", n);
    return n != UNKNOWN;
}

static bool add_code(const struct build *b, const char *part, const struct choices *choices, int value,
                     struct str *out)
{
    if (value == UNKNOWN)
        return false;
    str_add(out, part_get(b, part, choices->codes[value]));
    return true;
}

const char *item_matter(const struct item *item)
{
    return item->title ? item->title : item->explanation.n ? item->explanation.v[0].text : NULL;
}

int item_place(const struct meeting *meeting, const struct item *item, int *n)
{
    int which = 0, count = 0;

    for (size_t i = 0; i < meeting->items.n; i++) {
        const struct item *each = &meeting->items.v[i];

        if (each->section != item->section || !item_is_matter(each))
            continue;
        count++;
        if (each == item)
            which = count;
    }
    if (n)
        *n = count;
    return which;
}

static bool item_value(const struct about *a, const char *name, struct str *out)
{
    if (strcmp(name, "title") == 0)
        return add_known(out, item_matter(a->item));
    if (strcmp(name, "unit") == 0)
        return add_known(out, a->item->unit);
    if (strcmp(name, "section") == 0)
        return add_known(out, style_section(a->b->style, section_choices.codes[a->item->section], "label"));
    return strcmp(name, "proposer") == 0 &&
           build_person(a->b, &a->item->proposer,
                        a->item->proposer.member ? "people:member" : "people:person", out);
}

static bool seat_value(const struct about *a, const char *name, struct str *out)
{
    const struct person person = {.member = a->seat->member};

    if (strcmp(name, "who") == 0)
        return build_person(a->b, &person, "people:full", out);
    if (strcmp(name, "member") == 0)
        return build_person(a->b, &person, "people:member", out);
    if (strcmp(name, "title") == 0)
        return add_known(out, a->seat->title);
    if (strcmp(name, "unit") == 0)
        return add_known(out, a->seat->unit);
    if (strcmp(name, "seat") == 0)
        return add_figure(out, a->seat->seat);
    if (strcmp(name, "kind") == 0)
        return add_code(a->b, "kind", &member_kind_choices, a->seat->kind, out);
    return strcmp(name, "role") == 0 && add_code(a->b, "role", &member_role_choices, a->seat->role, out);
}

static bool person_value(const struct about *a, const char *name, struct str *out)
{
    if (strcmp(name, "who") == 0)
        return build_person(a->b, a->person, "people:full", out);
    if (strcmp(name, "title") == 0)
        return add_known(out, a->person->title);
    return strcmp(name, "unit") == 0 && add_known(out, a->person->unit);
}

static bool tracked_value(const struct about *a, const char *name, struct str *out)
{
    if (strcmp(name, "ref") == 0)
        return add_known(out, a->tracked->ref ? a->tracked->ref : a->tracked->source_text);
    if (strcmp(name, "key") == 0)
        return add_known(out, a->tracked->key);
    if (strcmp(name, "source_meeting") != 0 || !a->tracked->meeting)
        return false;
    build_meeting_name(a->b, a->tracked->meeting, out);
    return true;
}

/* The figures that stand on the screen and in the record, from the one function that counts. */
static bool quorum_value(const struct about *a, const char *name, struct str *out)
{
    const struct snapshot *s = a->b->s;
    const struct quorum q = snapshot_quorum(s, -1, NULL);

    if (strcmp(name, "in_office") == 0)
        return q.in_office > 0 && add_figure(out, q.in_office);
    if (strcmp(name, "needed") == 0)
        return add_figure(out, q.needed);
    if (strcmp(name, "civil_needed") == 0)
        return q.civil_needed > 0 && add_figure(out, q.civil_needed);
    if (strcmp(name, "clause") == 0)
        return add_known(out, quorum_clause(s->rule));
    if (!quorum_recorded(&s->meeting))
        return false;
    if (strcmp(name, "attending") == 0)
        return add_figure(out, q.present);
    if (strcmp(name, "delegates") == 0)
        return q.delegates > 0 && add_figure(out, q.delegates);
    if (strcmp(name, "online") == 0)
        return q.online > 0 && add_figure(out, q.online);
    return strcmp(name, "civil") == 0 && add_figure(out, q.civil);
}

static bool add_chairman(const struct build *b, struct str *out)
{
    const struct meeting *m = &b->s->meeting;

    if (!person_none(&m->chair) || !person_none(&m->acting))
        return build_value(b, "chair", out);
    for (size_t i = 0; i < m->composition.n; i++) {
        const struct person convener = {.member = m->composition.v[i].member};

        if (m->composition.v[i].role == MEMBER_CONVENER)
            return build_person(b, &convener, "people:chair", out);
    }
    return false;
}

static bool add_members(const struct build *b, struct str *out)
{
    const struct meeting *m = &b->s->meeting;

    for (size_t i = 0; i < m->composition.n; i++) {
        const struct person person = {.member = m->composition.v[i].member};

        if (i)
            str_add(out, style_get(b->style, "people:separator"));
        (void)build_person(b, &person, "people:member", out);
    }
    return m->composition.n > 0;
}

static bool meeting_value(const struct about *a, const char *name, struct str *out)
{
    if (strcmp(name, "n") == 0)
        return a->n > 0 && add_figure(out, a->n);
    if (strcmp(name, "date") == 0)
        return build_date(a->b, a->b->s->date, out);
    if (strcmp(name, "chairman") == 0)
        return add_chairman(a->b, out);
    if (strcmp(name, "members") == 0)
        return add_members(a->b, out);
    return quorum_value(a, name, out) || build_value(a->b, name, out);
}

bool about_value(const void *context, const char *name, struct str *out)
{
    const struct about *a = context;

    if (a->item && item_value(a, name, out))
        return true;
    if (a->seat && seat_value(a, name, out))
        return true;
    if (a->person && person_value(a, name, out))
        return true;
    if (a->tracked && tracked_value(a, name, out))
        return true;
    return meeting_value(a, name, out);
}

bool about_expand(const struct about *about, const char *pattern, struct str *out)
{
    return template_expand(out, pattern, about_value, about);
}

const char *part_get(const struct build *b, const char *part, const char *key)
{
    char full[64];

    return snprintf(full, sizeof full, "%s:%s", part, key) < (int)sizeof full ? style_get(b->style, full)
                                                                              : "";
}

bool part_line(struct build *b, const char *part, const char *key, enum block_kind kind, int depth,
               const struct about *about)
{
    const char *pattern = part_get(b, part, key);
    struct str text = STR_INIT;
    bool known;

    if (!*pattern)
        pattern = part_get(b, "head", key);
    known = about_expand(about, pattern, &text) && text.len_bytes;
    if (known && kind == BLOCK_LINE)
        build_head_line(b, depth, "", text.text);
    else if (known)
        document_add(b->out, kind, depth, "", "", text.text);
    b->out->failed |= str_failed(&text);
    str_release(&text);
    return known;
}

void part_lines(struct build *b, const char *part, const char *key, enum block_kind kind,
                const struct about *about)
{
    struct str list = STR_INIT;
    char name[32];

    str_printf(&list, "%s:%s", part, key);
    for (size_t i = 0; style_list_at(b->style, list.text, i, name, sizeof name); i++)
        (void)part_line(b, part, name, kind, 0, about);
    b->out->failed |= str_failed(&list);
    str_release(&list);
}

void part_head(struct build *b, const char *part)
{
    const struct about about = {.b = b};

    b->out->landscape |= strcmp(part_get(b, part, "landscape"), "yes") == 0;
    (void)part_line(b, part, "title_1", BLOCK_TITLE, 0, &about);
    (void)part_line(b, part, "title_2", BLOCK_TITLE, 0, &about);
    (void)part_line(b, part, "title_3", BLOCK_TITLE, 0, &about);
    part_lines(b, part, "lines", BLOCK_LINE, &about);
}
