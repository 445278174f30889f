/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vote on an item, and who stayed out for it (迴避). Names stand with a vote by name alone: hands are
 * not counted by name, and a secret ballot is nobody's.
 */
#include "core/paper/build.h"

#include "core/base/number.h"
#include "core/meeting/vote.h"
#include "core/paper/template.h"

#include <string.h>

struct vote_context {
    const struct build *b;
    const struct vote *vote;
    struct threshold by;
};

static bool add_count(struct str *out, int n)
{
    if (n != UNKNOWN)
        str_printf(out, "%d", n);
    return n != UNKNOWN;
}

/* The style's word for a code: "vote:" and "carried". */
static bool add_choice(const struct build *b, const char *before, const struct choices *choices, int value,
                       struct str *out)
{
    struct str key = STR_INIT;

    if (value == UNKNOWN)
        return false;
    str_printf(&key, "%s%s", before, choices->codes[value]);
    str_add(out, style_get(b->style, key.text));
    out->failed |= str_failed(&key);
    str_release(&key);
    return true;
}

/* ---- by what it is carried ------------------------------------------------------------------------- */

static bool share_value(const void *context, const char *name, struct str *out)
{
    const struct share *share = context;

    number_format(out, "一", strcmp(name, "num") == 0 ? share->num : share->den);
    return true;
}

static bool threshold_value(const void *context, const char *name, struct str *out)
{
    const struct vote_context *c = context;
    const bool more = c->by.comparison == COMPARE_MORE;

    if (strcmp(name, "of") == 0)
        return add_choice(c->b, "vote:of_", &vote_of_choices, c->by.of, out);
    if (strcmp(name, "share") != 0)
        return false;
    if (more && 2L * c->by.share.num == c->by.share.den)
        str_add(out, style_get(c->b->style, "vote:majority"));
    else
        (void)template_expand(out, style_get(c->b->style, more ? "vote:more_than" : "vote:at_least"),
                              share_value, &c->by.share);
    return true;
}

/* ---- the line -------------------------------------------------------------------------------------- */

static bool vote_value(const void *context, const char *name, struct str *out)
{
    const struct vote_context *c = context;
    const struct vote *v = c->vote;
    const int missing = vote_missing(v);

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
    if (strcmp(name, "casting") == 0)
        return vote_is_tied(v) && add_choice(c->b, "vote:casting_", &vote_choice_choices, v->casting, out);
    if (strcmp(name, "threshold") == 0)
        return threshold_known(&c->by) &&
               template_expand(out, style_get(c->b->style, "vote:threshold"), threshold_value, c);
    if (strcmp(name, "missing") == 0)
        return missing > 0 && add_count(out, missing);
    return strcmp(name, "over") == 0 && missing < 0 && add_count(out, -missing);
}

/* ---- by name --------------------------------------------------------------------------------------- */

struct names_context {
    const char *names;
    int n;
};

static bool names_value(const void *context, const char *name, struct str *out)
{
    const struct names_context *c = context;

    if (strcmp(name, "names") == 0)
        str_add(out, c->names);
    else
        str_printf(out, "%d", c->n);
    return true;
}

/* Who voted so; nobody, nothing. */
static void add_names(struct build *b, const struct vote *vote, int choice, struct place place)
{
    struct str key = STR_INIT, names = STR_INIT, text = STR_INIT;
    struct names_context c = {.n = 0};

    for (size_t i = 0; i < vote->ballots.n; i++) {
        if (vote->ballots.v[i].vote != choice)
            continue;
        str_add(&names, c.n++ ? style_get(b->style, "people:separator") : "");
        build_delegate(b, vote->ballots.v[i].member, &names);
    }
    str_printf(&key, "vote:names_%s", vote_choice_choices.codes[choice]);
    c.names = names.text;
    if (c.n && *style_get(b->style, key.text)) {
        (void)template_expand(&text, style_get(b->style, key.text), names_value, &c);
        document_add(b->out, BLOCK_TEXT, place.depth + 1, "", "", text.text);
    }
    b->out->failed |= str_failed(&key) || str_failed(&names) || str_failed(&text);
    str_release(&key);
    str_release(&names);
    str_release(&text);
}

void build_vote(struct build *b, const struct item *item, struct place place)
{
    const struct vote *vote = item->vote.v;
    const struct vote_context context = {b, vote, vote_applied(vote, b->s->rule)};
    struct str text = STR_INIT;

    (void)template_expand(&text,
                          style_get(b->style, vote->method == VOTE_CONSENT ? "vote:by_consent" : "vote:line"),
                          vote_value, &context);
    document_add(b->out, BLOCK_LABEL, place.depth, "",
                 style_section(b->style, section_choices.codes[item->section], "vote"), text.text);
    for (int choice = VOTE_FOR; vote->method == VOTE_ROLLCALL && choice <= VOTE_ABSTAIN; choice++)
        add_names(b, vote, choice, place);
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

/* ---- recusal --------------------------------------------------------------------------------------- */

void build_recused(struct build *b, const struct item *item, struct place place)
{
    const char *label = style_section(b->style, section_choices.codes[item->section], "recused");
    struct str text = STR_INIT;

    for (size_t i = 0; i < item->recused.n; i++) {
        const struct person *who = &item->recused.v[i].person;

        str_add(&text, i ? style_get(b->style, "people:separator") : "");
        (void)build_person(b, who, who->member ? "people:member" : "people:person", &text);
    }
    if (*label && item->recused.n)
        document_add(b->out, BLOCK_LABEL, place.depth, "", label, text.text);
    b->out->failed |= str_failed(&text);
    str_release(&text);
}
