/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of the minutes: its matter, who moved it, explanation and proposal, what was said.
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

static void add_line(struct build *b, const struct item *item, const char *key, const struct str *text,
                     int depth)
{
    const char *label = own(b, item, key);

    if (*label && text->len_bytes)
        document_add(b->out, BLOCK_LABEL, depth, "", label, text->text);
    b->out->failed |= str_failed(text);
}

static void add_mover(const struct build *b, const struct person *person, struct str *out)
{
    if (!person->member && !person->surname)
        str_add(out, person->unit);
    else
        (void)build_person(b, person, person->member ? "people:member" : "people:person", out);
}

/* Who moved it and who seconded, and what is treated together with it, where the style wants to say so. */
static void add_origin(struct build *b, const struct item *item, int depth)
{
    struct str text = STR_INIT;

    add_mover(b, &item->proposer, &text);
    add_line(b, item, "proposer", &text, depth);
    str_clear(&text);
    for (size_t i = 0; i < item->seconders.n; i++) {
        str_add(&text, i ? style_get(b->style, "people:separator") : "");
        add_mover(b, &item->seconders.v[i].person, &text);
    }
    add_line(b, item, "seconders", &text, depth);
    str_clear(&text);
    (void)minutes_joined(b->s, b->style, item, &text);
    add_line(b, item, "joined", &text, depth);
    str_release(&text);
}

static void add_matter(struct build *b, const struct item *item, const char *number, struct place below)
{
    const struct place here = {0, below.level};

    if (item->title) {
        document_add(b->out, BLOCK_ITEM, 0, number, "", item->title);
        add_origin(b, item, below.depth);
        build_outline(b, BLOCK_LABEL, "", item->explanation.n ? own(b, item, "explanation") : "",
                      &item->explanation, below);
    } else {
        build_outline(b, BLOCK_ITEM, number, "", &item->explanation, here);
        add_origin(b, item, below.depth);
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
    build_recused(b, item, below);
    build_statements(b, item, NULL, below);
    build_decision(b, item, below);
    b->out->failed |= str_failed(&number);
    str_release(&number);
}
