/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amendments of confirmed minutes, under the text that they put right.
 */
#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/paper/build.h"
#include "core/paper/template.h"

struct amended {
    const struct build *b;
    const struct amendment *a;
};

/* A value that is not there leaves its part of the pattern out. */
static bool say(const char *text, struct str *out)
{
    str_add(out, text);
    return text && *text;
}

static bool value(const void *context, const char *name, struct str *out)
{
    const struct amended *m = context;
    struct moment on = {.minutes = -1};

    if (text_same(name, "date")) {
        if (!m->a->on || !date_parse_iso(m->a->on, &on.date))
            return false;
        moment_format(out, style_get(m->b->style, "date:due"), on);
        return true;
    }
    if (text_same(name, "place"))
        return say(m->a->place, out);
    if (text_same(name, "before"))
        return say(m->a->before, out);
    if (text_same(name, "after"))
        return say(m->a->after, out);
    if (text_same(name, "reason"))
        return say(m->a->reason, out);
    return text_same(name, "by") && say(m->a->by, out);
}

void build_amendments(struct build *b)
{
    const struct amendments *all = &b->s->amendments;

    if (all->n)
        document_add(b->out, BLOCK_SECTION, 0, "", style_get(b->style, "amendment:heading"), "");
    for (size_t i = 0; i < all->n; i++) {
        const struct amended m = {b, &all->v[i]};
        struct str number = STR_INIT, text = STR_INIT;

        if (all->n > 1)
            build_number(b, 1, (int)i + 1, &number);
        (void)template_expand(&text, style_get(b->style, "amendment:line"), value, &m);
        document_add(b->out, BLOCK_TEXT, 1, number.text, "", text.text);
        b->out->failed |= str_failed(&text) || str_failed(&number);
        str_release(&number);
        str_release(&text);
    }
}
