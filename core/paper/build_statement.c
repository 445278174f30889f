/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was said. A public copy has no closed statements, and of anonymous ones no more than their words,
 * before anything is counted here: paper_build.
 */
#include "core/paper/build.h"

#include "core/base/number.h"

#include <string.h>

struct statements {
    const struct item *item;
    const char *about; /* a tracked decision's key; NULL: those about none that stands in the item */
    int n, count;      /* numbered so far, and in all */
};

static bool printed(const struct build *b, const struct statements *all, const struct statement *s)
{
    const char *about = s->about && build_tracks(b, all->item, s->about) ? s->about : NULL;

    return text_same(about, all->about);
}

/* Members and delegates count; units, observers and the chair never do. The number must not tell which of
 * them an anonymous one was. */
static bool counts(const struct statement *s)
{
    return s->disclosure == DISCLOSURE_ANONYMOUS ||
           (!s->chair && !s->response && !s->presentation && (s->speaker.member || s->delegate_of));
}

static bool stands_after(const struct build *b, const struct statement *s)
{
    return s->response && style_yes(b->style, "statement:responses_after");
}

/* The statement's number, and the level of its points. */
static int add_number(const struct build *b, struct statements *all, const struct statement *s, int level,
                      struct str *out)
{
    const char *pattern = style_get(b->style, "statement:number");

    if (!counts(s) || all->count < 2)
        return level;
    all->n++;
    if (*pattern) {
        number_format(out, pattern, all->n); /* beside the chain: no rung of it */
        return level;
    }
    build_number(b, level, all->n, out);
    return level + 1;
}

static void add_statement(struct build *b, struct statements *all, const struct statement *s,
                          struct place place)
{
    struct str number = STR_INIT, label = STR_INIT;
    const struct place points = {place.depth, add_number(b, all, s, place.level, &number)};

    (void)build_speaker(b, s, &label);
    str_add(&label, style_get(b->style, "statement:colon"));
    if (s->abridged && !s->points.n)
        document_add(b->out, BLOCK_SPEAKER, place.depth, number.text, label.text,
                     style_get(b->style, "statement:abridged"));
    else
        build_outline(b, BLOCK_SPEAKER, number.text, label.text, &s->points, points);
    b->out->failed |= str_failed(&number) || str_failed(&label);
    str_release(&number);
    str_release(&label);
}

void build_statements(struct build *b, const struct item *item, const char *about, struct place place)
{
    struct statements all = {item, about, 0, 0};

    for (size_t i = 0; i < item->statements.n; i++)
        if (printed(b, &all, &item->statements.v[i]) && counts(&item->statements.v[i]))
            all.count++;
    for (size_t i = 0; i < item->statements.n; i++)
        if (printed(b, &all, &item->statements.v[i]) && !stands_after(b, &item->statements.v[i]))
            add_statement(b, &all, &item->statements.v[i], place);
    for (size_t i = 0; i < item->statements.n; i++)
        if (printed(b, &all, &item->statements.v[i]) && stands_after(b, &item->statements.v[i]))
            add_statement(b, &all, &item->statements.v[i], place);
}

int minutes_statement_level(const struct snapshot *snapshot, const struct style *style,
                            const struct item *item, const struct statement *statement)
{
    const int level = minutes_points_level(snapshot, style, item) + (statement->about ? 1 : 0);
    bool stands = false;
    int count = 0;

    for (size_t i = 0; i < item->statements.n; i++) {
        const struct statement *s = &item->statements.v[i];

        stands |= s == statement;
        count += counts(s) && text_same(s->about, statement->about);
    }
    if (!counts(statement) || count + !stands < 2 || *style_get(style, "statement:number"))
        return level;
    return level + 1;
}
