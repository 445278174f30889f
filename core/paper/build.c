/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlines as numbered points: the rules of numbering, in one place.
 */
#include "core/paper/build.h"

#include "core/base/number.h"

#include <string.h>

void build_number(const struct build *b, int level, int n, struct str *out)
{
    number_format(out, style_level(b->style, level), n);
}

int build_section_items(const struct build *b, int section, const struct item *item, int *which)
{
    const struct meeting *meeting = &b->s->meeting;
    int n = 0;

    *which = 0;
    for (size_t i = 0; i < meeting->items.n; i++) {
        if (meeting->items.v[i].section != section)
            continue;
        n++;
        if (&meeting->items.v[i] == item)
            *which = n;
    }
    return n;
}

/* The siblings from AT on, at LEVEL of the outline: how many of them are numbered. */
static int numbered_siblings(const struct outline *outline, size_t at, int level)
{
    int n = 0;

    for (size_t i = at; i < outline->n && outline->v[i].level >= level; i++)
        if (outline->v[i].level == level && !outline->v[i].plain)
            n++;
    return n;
}

/* The paragraph that a label or number stands before; the rest of the outline follows it. */
struct leading {
    enum block_kind kind;
    const char *number, *label;
    bool pending;
};

static void add_point(struct build *b, struct leading *lead, int depth, const char *number, const char *text)
{
    if (lead->pending) {
        document_add(b->out, lead->kind, depth, lead->number, lead->label, text);
        lead->pending = false;
        return;
    }
    document_add(b->out, BLOCK_TEXT, depth, number, "", text);
}

/* The siblings at one level, from *AT on. */
static void add_siblings(struct build *b, const struct outline *outline, size_t *at, struct leading *lead,
                         struct place place)
{
    int level = outline->v[*at].level, n = 0;
    bool single = numbered_siblings(outline, *at, level) == 1;

    while (*at < outline->n && outline->v[*at].level >= level) {
        const struct node *node = &outline->v[*at];
        struct place below = {place.depth + 1, place.level};
        struct str number = STR_INIT;

        if (!node->plain && !single) {
            build_number(b, place.level, ++n, &number);
            below.level++;
        }
        add_point(b, lead, place.depth, number.text, node->text);
        if (str_failed(&number))
            b->out->failed = true;
        str_release(&number);
        (*at)++;
        if (*at < outline->n && outline->v[*at].level > level)
            add_siblings(b, outline, at, lead, below);
    }
}

void build_outline(struct build *b, enum block_kind kind, const char *number, const char *label,
                   const struct outline *outline, struct place place)
{
    struct leading lead = {kind, number, label, *number || *label};
    size_t at = 0;

    if (!outline->n) {
        if (lead.pending)
            document_add(b->out, kind, place.depth, number, label, "");
        return;
    }
    if (lead.pending && (outline->v[0].plain || numbered_siblings(outline, 0, outline->v[0].level) > 1)) {
        document_add(b->out, kind, place.depth, number, label, "");
        lead.pending = false;
        place.depth++;
    }
    while (at < outline->n)
        add_siblings(b, outline, &at, &lead, place);
}
