/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of the minutes: its matter, explanation and proposal, what was said, the vote, the
 * decision.
 */
#include "core/paper/build.h"

#include "core/base/number.h"
#include "core/paper/template.h"

#include <string.h>

static const char *own(const struct build *b, const struct item *item, const char *key)
{
    return style_section(b->style, section_choices.codes[item->section], key);
}

/* The item's number as it prints before its title; true: its points stand one level below the items' own. An
 * only item without a number hands its level on, unless the style says that it keeps it. */
static bool add_number(const struct build *b, const struct item *item, struct str *out)
{
    int which, n = build_section_items(b, item->section, item, &which);
    const char *many = own(b, item, "item"), *one = own(b, item, "item_single");

    number_format(out, n > 1 ? many : one, which);
    return n > 1 || strcmp(many, one) == 0 || strcmp(own(b, item, "item_single_level"), "yes") == 0;
}

int build_item_level(const struct build *b, const struct item *item)
{
    struct str number = STR_INIT;
    const int level = add_number(b, item, &number) ? 2 : 1;

    str_release(&number);
    return level;
}

static void add_matter(struct build *b, const struct item *item, const char *number, struct place below)
{
    const struct place here = {0, below.level};

    if (item->title) {
        document_add(b->out, BLOCK_ITEM, 0, number, "", item->title);
        build_outline(b, BLOCK_LABEL, "", item->explanation.n ? own(b, item, "explanation") : "",
                      &item->explanation, below);
    } else {
        build_outline(b, BLOCK_ITEM, number, "", &item->explanation, here);
    }
    if (item->abridged)
        document_add(b->out, BLOCK_TEXT, below.depth, "", "", own(b, item, "abridged_item"));
    if (item->none)
        document_add(b->out, BLOCK_TEXT, below.depth, "", "", own(b, item, "none_item"));
}

static void add_tables(struct build *b, const struct item *item, int depth)
{
    for (size_t i = 0; i < item->tables.n; i++)
        document_add_grid(b->out, depth, &item->tables.v[i]);
}

void build_item(struct build *b, const struct item *item)
{
    struct str number = STR_INIT;
    struct place below = {1, 1};

    if (add_number(b, item, &number))
        below.level = 2;
    add_matter(b, item, number.text, below);
    if (item->content == CONTENT_TRACKING)
        build_tracking(b, item, below);
    add_tables(b, item, below.depth);
    if (item->proposal.n)
        build_outline(b, BLOCK_LABEL, "", own(b, item, "proposal"), &item->proposal, below);
    build_statements(b, item, NULL, below);
    build_decision(b, item, below);
    b->out->failed |= str_failed(&number);
    str_release(&number);
}

struct vote_context {
    const struct build *b;
    const struct vote *vote;
};

static bool add_count(struct str *out, int n)
{
    if (n != UNKNOWN)
        str_printf(out, "%d", n);
    return n != UNKNOWN;
}

static bool add_choice(const struct build *b, const char *section, const struct choices *choices, int value,
                       struct str *out)
{
    char key[48];
    size_t n;

    if (value == UNKNOWN)
        return false;
    n = strlen(section);
    memcpy(key, section, n);
    memcpy(key + n, choices->codes[value], strlen(choices->codes[value]) + 1);
    str_add(out, style_get(b->style, key));
    return true;
}

/* Votes that lack to those entitled; negative: more than those. 0 where it is not known. */
static int votes_missing(const struct vote *v)
{
    if (v->entitled == UNKNOWN || v->votes_for == UNKNOWN || v->against == UNKNOWN)
        return 0;
    return v->entitled - v->votes_for - v->against - (v->abstain == UNKNOWN ? 0 : v->abstain);
}

static bool vote_value(const void *context, const char *name, struct str *out)
{
    const struct vote_context *c = context;
    const struct vote *v = c->vote;
    int missing = votes_missing(v);

    if (strcmp(name, "method") == 0)
        return add_choice(c->b, "vote:", &vote_method_choices, v->method, out);
    if (strcmp(name, "result") == 0)
        return add_choice(c->b, "vote:", &vote_result_choices, v->result, out);
    if (strcmp(name, "entitled") == 0)
        return add_count(out, v->entitled);
    if (strcmp(name, "for") == 0)
        return add_count(out, v->votes_for);
    if (strcmp(name, "against") == 0)
        return add_count(out, v->against);
    if (strcmp(name, "abstain") == 0)
        return add_count(out, v->abstain);
    if (strcmp(name, "missing") == 0)
        return missing > 0 && add_count(out, missing);
    return strcmp(name, "over") == 0 && missing < 0 && add_count(out, -missing);
}

static void add_vote(struct build *b, const struct item *item, struct place place)
{
    const struct vote_context context = {b, item->vote.v};
    struct str text = STR_INIT;

    (void)template_expand(
        &text, style_get(b->style, context.vote->method == VOTE_CONSENT ? "vote:by_consent" : "vote:line"),
        vote_value, &context);
    document_add(b->out, BLOCK_LABEL, place.depth, "", own(b, item, "vote"), text.text);
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

const char *minutes_decision_words(const struct style *style, int kind)
{
    char key[32] = "decision:";
    const char *code = kind == UNKNOWN ? "" : decision_kind_choices.codes[kind];

    memcpy(key + strlen("decision:"), code, strlen(code) + 1);
    return style_get(style, key);
}

void build_decision(struct build *b, const struct item *item, struct place place)
{
    const struct decision *d = item_decision(item);
    const char *label = own(b, item, "decision");

    if (item->vote.n)
        add_vote(b, item, place);
    if (!d)
        return;
    if (d->points.n)
        build_outline(b, BLOCK_LABEL, "", label, &d->points, place);
    else
        document_add(b->out, BLOCK_LABEL, place.depth, "", label, minutes_decision_words(b->style, d->kind));
}
