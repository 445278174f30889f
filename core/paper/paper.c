/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of papers. A new one is a row here, a builder, and its words in the styles.
 */
#include "core/paper/paper.h"

#include "core/meeting/disclosure.h"
#include "core/paper/build.h"
#include "core/paper/paper_parts.h"

#include <string.h>

static const struct paper papers[] = {
    {"notice", build_notice, false},   {"reply", build_reply, true},
    {"agenda", build_agenda, false},   {"tracking", build_tracking_paper, false},
    {"roster", build_roster, false},   {"signin", build_signin, false},
    {"fees", build_fees, false},       {"script", build_script, false},
    {"minutes", build_minutes, false},
};

const struct paper *paper_at(size_t index)
{
    return index < sizeof papers / sizeof *papers ? &papers[index] : NULL;
}

const struct paper *paper_find(const char *name)
{
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (strcmp(papers[i].name, name) == 0)
            return &papers[i];
    return NULL;
}

enum status paper_build(const struct paper *paper, const struct paper_source *source, struct document *out,
                        struct err *err)
{
    return paper_build_for(paper, source, NULL, out, err);
}

/* An extraordinary meeting goes through what it chose: the rest waits for the next regular one. */
static void keep_chosen(struct build *b)
{
    size_t n = 0;

    if (b->s->meeting.kind != MEETING_EXTRAORDINARY)
        return;
    for (size_t i = 0; i < b->tracked.n; i++)
        if (resolution_round(b->tracked.v[i], b->s->meeting.key))
            b->tracked.v[n++] = b->tracked.v[i];
    b->tracked.n = n;
}

enum status paper_build_for(const struct paper *paper, const struct paper_source *source, const char *member,
                            struct document *out, struct err *err)
{
    static const char *const cell_levels[] = {"cell:1", "cell:2", "cell:3"};
    struct snapshot read = *source->snapshot; /* by whom the copy is for; its arena is not touched */
    struct build b = {.s = &read,
                      .previous = source->previous,
                      .style = source->style,
                      .copy = source->copy,
                      .member = member,
                      .out = out};
    enum status status = tracked_of(source->snapshot, &out->arena, &b.tracked, err);

    if (!status && source->copy == COPY_PUBLIC)
        status = meeting_for_public(&source->snapshot->meeting, &out->arena, &read.meeting, err);
    if (status)
        return status;
    keep_chosen(&b);
    for (int i = 0; i < 3; i++)
        out->cell_numbers[i] = style_get(source->style, cell_levels[i]);
    paper->build(&b);
    return out->failed ? err_memory(err) : STATUS_OK;
}
