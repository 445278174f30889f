/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Since when the meeting had no quorum, and had it again, in the words of the style. The internal copy alone
 * tells it unless the style wants it in public: a loss counts where somebody raises it, and whether the
 * minutes say so is the committee's to decide.
 */
#include "core/paper/build.h"

#include "core/paper/template.h"

#include <string.h>

struct moment_context {
    const struct build *b;
    const struct quorum_moment *moment;
};

static void add_time(const struct build *b, int minutes, struct str *out)
{
    struct moment moment = {.minutes = minutes};

    if (b->s->date)
        (void)date_parse_iso(b->s->date, &moment.date);
    moment_format(out, style_get(b->style, "quorum:time"), moment);
}

static bool moment_value(const void *context, const char *name, struct str *out)
{
    const struct moment_context *c = context;
    const struct quorum *q = &c->moment->q;
    const bool few_civil = q->civil_needed != UNKNOWN && q->civil < q->civil_needed;

    if (strcmp(name, "time") == 0 && c->moment->minutes >= 0)
        add_time(c->b, c->moment->minutes, out);
    else if (strcmp(name, "present") == 0)
        str_printf(out, "%d", q->present);
    else if (strcmp(name, "in_office") == 0)
        str_printf(out, "%d", q->in_office);
    else if (strcmp(name, "needed") == 0 && q->needed != UNKNOWN)
        str_printf(out, "%d", q->needed);
    else if (strcmp(name, "civil") == 0 && few_civil)
        str_printf(out, "%d", q->civil);
    else
        return false;
    return true;
}

bool build_quorum(const struct build *b, struct str *out)
{
    struct arena arena = ARENA_INIT;
    struct quorum_moments moments = {NULL, 0};
    bool lost = false, any = false;

    if (b->copy != COPY_INTERNAL && !style_yes(b->style, "quorum:public"))
        return false;
    if (quorum_moments(&b->s->meeting, b->s->rule, &arena, &moments, NULL))
        out->failed = true;
    for (size_t i = 0; i < moments.n; i++) {
        const struct moment_context c = {b, &moments.v[i]};
        const bool met = moments.v[i].q.verdict != QUORUM_NOT_MET;

        if (met && !lost)
            continue;
        str_add(out, any ? style_get(b->style, "quorum:separator") : "");
        (void)template_expand(out, style_get(b->style, met ? "quorum:regained" : "quorum:lost"), moment_value,
                              &c);
        lost = !met;
        any = true;
    }
    arena_release(&arena);
    return any;
}
