/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tracking section: each tracked decision that this meeting went through, with its progress,
 * the recommendation, what was said of it, and the ruling.
 */
#include "core/paper/paper_parts.h"

#include "core/calendar/date.h"
#include "core/paper/template.h"
#include "core/tracking/reporting.h"

#include <string.h>

static const char *ruling_words(const struct build *b, const char *section, int ruling)
{
    char key[48];
    size_t n = strlen(section);

    memcpy(key, section, n);
    memcpy(key + n, ruling_choices.codes[ruling], strlen(ruling_choices.codes[ruling]) + 1);
    return style_get(b->style, key);
}

static bool is_on_agenda(const struct build *b, const struct resolution *r)
{
    for (size_t i = 0; i < b->tracked.n; i++)
        if (b->tracked.v[i] == r)
            return true;
    return false;
}

static bool is_prior(const struct item *item, const struct resolution *r)
{
    for (size_t i = 0; i < item->prior.n; i++)
        if (text_same(item->prior.v[i].track, r->key))
            return true;
    return false;
}

bool build_has_tracking(const struct build *b)
{
    return b->tracked.n > 0;
}

bool build_tracks(const struct build *b, const struct item *item, const char *key)
{
    const struct resolution *r = resolution_find(&b->s->resolutions, key);

    if (item->section != SECTION_TRACKING && item->content != CONTENT_TRACKING)
        return false;
    return r && (is_prior(item, r) || is_on_agenda(b, r));
}

struct ruling_context {
    const struct build *b;
    const struct round *round;
    const char *words;
};

static bool ruling_value(const void *context, const char *name, struct str *out)
{
    const struct ruling_context *c = context;
    struct moment due = {.minutes = -1};

    if (strcmp(name, "due") == 0) {
        if (!c->round->due || !date_parse_iso(c->round->due, &due.date))
            return false;
        moment_format(out, style_get(c->b->style, "date:due"), due);
        return true;
    }
    if (strcmp(name, "words") == 0)
        str_add(out, c->words);
    else if (strcmp(name, "into") == 0)
        str_add(out, c->round->into);
    return strcmp(name, "words") == 0 || (strcmp(name, "into") == 0 && c->round->into);
}

/* The ruling: words of its own, where the committee gave any, after the standard ones (which they may
 * contain already). */
static void add_ruling(struct build *b, const struct round *round, struct place place)
{
    const struct ruling_context context = {
        b, round, round->ruling == UNKNOWN ? "" : ruling_words(b, "ruling:", round->ruling)};
    const struct outline *own = &round->ruling_text;
    struct str label = STR_INIT;

    if (round->ruling == UNKNOWN && !own->n)
        return;
    str_add(&label, style_get(b->style, "tracking:ruling"));
    if (round->ruling != UNKNOWN && !(own->n && strstr(own->v[0].text, context.words)))
        (void)template_expand(&label, style_get(b->style, "tracking:ruling_line"), ruling_value, &context);
    build_outline(b, BLOCK_LABEL, "", label.text, own, place);
    b->out->failed |= str_failed(&label);
    str_release(&label);
}

void build_progress(struct build *b, const struct round *round, struct place place)
{
    const char *label = style_get(b->style, "tracking:progress");
    struct cell cell = {STR_INIT, NULL};

    cell_progress(b, round, &cell);
    if (cell.outline)
        build_outline(b, BLOCK_LABEL, "", label, cell.outline, place);
    else if (cell.text.len_bytes)
        document_add(b->out, BLOCK_LABEL, place.depth, "", label, cell.text.text);
    b->out->failed |= str_failed(&cell.text);
    str_release(&cell.text);
}

/* What goes with the progress: its tables, and the letter that brought it where the style quotes it. */
static void add_beside(struct build *b, const struct round *round, struct place place)
{
    struct str letter = STR_INIT;

    for (size_t i = 0; i < round->tables.n; i++)
        document_add_grid(b->out, place.depth, &round->tables.v[i]);
    if (round_letter(b, round, style_get(b->style, "tracking:letter"), &letter))
        document_add(b->out, BLOCK_TEXT, place.depth, "", "", letter.text);
    b->out->failed |= str_failed(&letter);
    str_release(&letter);
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

/* What it was split into, each with its number and words: nothing else of the minutes says them. */
static void add_parts(struct build *b, const struct resolution *r, const struct round *round,
                      struct place place)
{
    const struct resolutions *all = &b->s->resolutions;

    for (size_t i = 0; round->ruling == RULING_SPLIT && i < all->n; i++) {
        const struct resolution *part = &all->v[i];
        struct str label = STR_INIT;

        if (!text_same(part->after, r->key) || !text_same(part->meeting, b->s->meeting.key))
            continue;
        (void)template_expand(&label, style_get(b->style, "tracking:head"), head_value, part);
        build_outline(b, BLOCK_LABEL, "", label.text, &part->instruction,
                      (struct place){place.depth + 1, place.level + 1});
        b->out->failed |= str_failed(&label);
        str_release(&label);
    }
}

/* What this meeting did with it, after the progress; ROUND is NULL where nothing is recorded yet. */
static void add_round(struct build *b, const struct item *item, const struct resolution *r,
                      const struct round *round, struct place place)
{
    const int recommended = resolution_recommendation(r, round);

    if (round)
        add_beside(b, round, place);
    if (recommended != UNKNOWN)
        document_add(b->out, BLOCK_LABEL, place.depth, "", style_get(b->style, "tracking:recommendation"),
                     ruling_words(b, "recommendation:", recommended));
    build_statements(b, item, r->key, place);
    if (round) {
        add_ruling(b, round, place);
        add_parts(b, r, round, place);
    }
}

static void add_resolution(struct build *b, const struct item *item, const struct resolution *r, int n,
                           struct place place)
{
    const struct place below = {place.depth + 1, place.level + 1};
    const struct round *round = resolution_round(r, b->s->meeting.key);
    struct str number = STR_INIT, label = STR_INIT;

    build_number(b, place.level, n, &number);
    (void)template_expand(&label, style_get(b->style, "tracking:head"), head_value, r);
    build_outline(b, BLOCK_ITEM, number.text, label.text, &r->instruction,
                  (struct place){place.depth, place.level + 1});
    if (round)
        build_progress(b, round, below);
    add_round(b, item, r, round, below);
    b->out->failed |= str_failed(&number) || str_failed(&label);
    str_release(&number);
    str_release(&label);
}

/* A decision that is in the data too is printed once, here. */
static void add_prior(struct build *b, const struct item *item, const struct prior *prior, int n,
                      struct place place)
{
    const struct place below = {place.depth + 1, place.level + 1};
    const struct resolution *r = resolution_find(&b->s->resolutions, prior->track);
    const struct round *round = r ? resolution_round(r, b->s->meeting.key) : NULL;
    struct str number = STR_INIT;

    build_number(b, place.level, n, &number);
    document_add(b->out, BLOCK_ITEM, place.depth, number.text, "",
                 prior->title ? prior->title : prior->number);
    if (prior->decision.n)
        build_outline(b, BLOCK_LABEL, "", style_get(b->style, "tracking:decided"), &prior->decision, below);
    if (prior->progress.n)
        build_outline(b, BLOCK_LABEL, "", style_get(b->style, "tracking:progress"), &prior->progress, below);
    else if (round)
        build_progress(b, round, below);
    if (r)
        add_round(b, item, r, round, below);
    b->out->failed |= str_failed(&number);
    str_release(&number);
}

void build_tracking(struct build *b, const struct item *item, struct place place)
{
    int n = 0;

    for (size_t i = 0; i < item->prior.n; i++)
        add_prior(b, item, &item->prior.v[i], ++n, place);
    for (size_t i = 0; i < b->tracked.n; i++)
        if (!is_prior(item, b->tracked.v[i]))
            add_resolution(b, item, b->tracked.v[i], ++n, place);
}
