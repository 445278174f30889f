/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tracking section: each tracked decision that this meeting went through, with its progress,
 * the recommendation, what was said of it, and the ruling.
 */
#include "core/paper/build.h"

#include "core/paper/template.h"

#include <string.h>

static const char *ruling_words(const struct build *b, const char *section, int ruling)
{
    char key[48];
    size_t n = strlen(section);

    memcpy(key, section, n);
    memcpy(key + n, ruling_choices.codes[ruling], strlen(ruling_choices.codes[ruling]) + 1);
    return style_get(b->style, key);
}

bool build_has_tracking(const struct build *b)
{
    for (size_t i = 0; i < b->s->resolutions.n; i++)
        if (resolution_round(&b->s->resolutions.v[i], b->s->meeting.key))
            return true;
    return false;
}

struct ruling_context {
    const struct build *b;
    const struct round *round;
    const char *words;
};

static bool ruling_value(const void *context, const char *name, struct str *out)
{
    const struct ruling_context *c = context;

    if (strcmp(name, "words") == 0)
        str_add(out, c->words);
    else if (strcmp(name, "into") == 0)
        str_add(out, c->round->into);
    return strcmp(name, "words") == 0 || (strcmp(name, "into") == 0 && c->round->into);
}

/* The ruling: words of its own, where the committee gave any, after the standard ones. */
static void add_ruling(struct build *b, const struct round *round, struct place place)
{
    const struct ruling_context context = {b, round, round->ruling == UNKNOWN ? "" : ruling_words(b, "ruling:", round->ruling)};
    const char *label = style_get(b->style, "tracking:ruling");
    struct str text = STR_INIT;

    if (round->ruling == UNKNOWN && !round->ruling_text.n)
        return;
    if (round->ruling_text.n) {
        build_outline(b, BLOCK_LABEL, "", label, &round->ruling_text, place);
        return;
    }
    (void)template_expand(&text, style_get(b->style, "tracking:ruling_line"), ruling_value, &context);
    document_add(b->out, BLOCK_LABEL, place.depth, "", label, text.text);
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

static void add_round(struct build *b, const struct item *item, const struct resolution *r, const struct round *round,
                      struct place place)
{
    if (round->progress.n)
        build_outline(b, BLOCK_LABEL, "", style_get(b->style, "tracking:progress"), &round->progress, place);
    if (round->recommendation != UNKNOWN)
        document_add(b->out, BLOCK_LABEL, place.depth, "", style_get(b->style, "tracking:recommendation"),
                     ruling_words(b, "recommendation:", round->recommendation));
    build_statements(b, item, r->key, place);
    add_ruling(b, round, place);
}

static bool head_value(const void *context, const char *name, struct str *out)
{
    const struct resolution *r = context;
    const char *value = NULL;

    if (strcmp(name, "key") == 0)
        value = r->key;
    else if (strcmp(name, "source") == 0)
        value = r->ref ? r->ref : r->source_text;
    str_add(out, value);
    return value != NULL;
}

static void add_resolution(struct build *b, const struct item *item, const struct resolution *r, int n, struct place place)
{
    const struct place below = {place.depth + 1, place.level + 1};
    struct str number = STR_INIT, label = STR_INIT;

    build_number(b, place.level, n, &number);
    (void)template_expand(&label, style_get(b->style, "tracking:head"), head_value, r);
    build_outline(b, BLOCK_ITEM, number.text, label.text, &r->instruction, (struct place){place.depth, place.level + 1});
    add_round(b, item, r, resolution_round(r, b->s->meeting.key), below);
    b->out->failed |= str_failed(&number) || str_failed(&label);
    str_release(&number);
    str_release(&label);
}

static void add_prior(struct build *b, const struct prior *prior, int n, struct place place)
{
    const struct place below = {place.depth + 1, place.level + 1};
    struct str number = STR_INIT;

    build_number(b, place.level, n, &number);
    document_add(b->out, BLOCK_ITEM, place.depth, number.text, "", prior->title ? prior->title : prior->number);
    if (prior->decision.n)
        build_outline(b, BLOCK_LABEL, "", style_get(b->style, "tracking:decided"), &prior->decision, below);
    if (prior->progress.n)
        build_outline(b, BLOCK_LABEL, "", style_get(b->style, "tracking:progress"), &prior->progress, below);
    b->out->failed |= str_failed(&number);
    str_release(&number);
}

void build_tracking(struct build *b, const struct item *item, struct place place)
{
    int n = 0;

    for (size_t i = 0; i < item->prior.n; i++)
        add_prior(b, &item->prior.v[i], ++n, place);
    for (size_t i = 0; i < b->s->resolutions.n; i++)
        if (resolution_round(&b->s->resolutions.v[i], b->s->meeting.key))
            add_resolution(b, item, &b->s->resolutions.v[i], ++n, place);
}
