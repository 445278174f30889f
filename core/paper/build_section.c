/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sections of the minutes, in their order. One that is absent is neither printed nor counted.
 */
#include "core/paper/build.h"

#include "core/paper/template.h"

#include <string.h>

static const char *section_code(int section)
{
    return section_choices.codes[section];
}

static const struct item *first_item(const struct build *b, int section)
{
    for (size_t i = 0; i < b->s->meeting.items.n; i++)
        if (b->s->meeting.items.v[i].section == section)
            return &b->s->meeting.items.v[i];
    return NULL;
}

/* A row that stands for the section itself and not for one of its items. */
static bool stands_for_section(const struct item *item)
{
    return !item->title || item->section == SECTION_OPENING || item->section == SECTION_TRACKING ||
           item->section == SECTION_CONCLUSION || item->section == SECTION_CLOSING;
}

static const char *own(const struct build *b, int section, const char *key)
{
    return style_section(b->style, section_code(section), key);
}

/* The section's line: number, name, and what follows the name. */
static void add_heading(struct build *b, int section, const char *number, const char *after)
{
    struct str label = STR_INIT;

    str_add(&label, own(b, section, "label"));
    str_add(&label, after);
    document_add(b->out, BLOCK_SECTION, 0, number, label.text, "");
    b->out->failed |= str_failed(&label);
    str_release(&label);
}

static void add_closing(struct build *b, const struct item *item, const char *number)
{
    struct str text = STR_INIT;

    if (!template_expand(&text, own(b, SECTION_CLOSING, "closed"), build_value, b)) {
        str_clear(&text);
        str_add(&text, own(b, SECTION_CLOSING, "label"));
    }
    document_add(b->out, BLOCK_SECTION, 0, number, text.text, "");
    build_outline(b, BLOCK_TEXT, "", "", &item->explanation, (struct place){1, 1});
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

/* What a section's own row holds besides its text. */
static void add_rest(struct build *b, const struct item *item, struct place place)
{
    if (item->section == SECTION_TRACKING)
        build_tracking(b, item, place);
    if (item->proposal.n)
        build_outline(b, BLOCK_LABEL, "", own(b, item->section, "proposal"), &item->proposal, place);
    for (size_t i = 0; i < item->tables.n; i++)
        document_add_grid(b->out, place.depth, &item->tables.v[i]);
    build_statements(b, item, NULL, place);
    build_decision(b, item, place);
}

static void add_body(struct build *b, const struct item *item, const char *number)
{
    const struct place place = {1, 1};
    struct str label = STR_INIT;

    str_add(&label, own(b, item->section, "label"));
    if (item->explanation.n == 1 && !item->explanation.v[0].plain) {
        str_add(&label, own(b, item->section, "body"));
        document_add(b->out, BLOCK_SECTION, 0, number, label.text, "");
        document_add(b->out, BLOCK_TEXT, 1, "", "", item->explanation.v[0].text);
    } else {
        if (item->explanation.n)
            str_add(&label, own(b, item->section, "body"));
        document_add(b->out, BLOCK_SECTION, 0, number, label.text, "");
        build_outline(b, BLOCK_TEXT, "", "", &item->explanation, place);
    }
    b->out->failed |= str_failed(&label);
    str_release(&label);
    add_rest(b, item, place);
}

static bool says_nothing(const struct build *b, const struct item *item)
{
    bool tracks = item->prior.n || (item->section == SECTION_TRACKING && build_has_tracking(b));

    return !item->explanation.n && !item->proposal.n && !item->statements.n && !item->decision.n &&
           !item->tables.n && !item->vote.n && (!tracks || item->abridged);
}

static void add_items_under(struct build *b, int section, const char *number)
{
    add_heading(b, section, number, own(b, section, "items"));
    for (size_t i = 0; i < b->s->meeting.items.n; i++)
        if (b->s->meeting.items.v[i].section == section)
            build_item(b, &b->s->meeting.items.v[i]);
}

static void add_section(struct build *b, int section, const struct item *first, const char *number)
{
    int which, n = build_section_items(b, section, first, &which);

    if (section == SECTION_CLOSING)
        add_closing(b, first, number);
    else if (n > 1 || !stands_for_section(first))
        add_items_under(b, section, number);
    else if (!says_nothing(b, first))
        add_body(b, first, number);
    else if (first->abridged && !first->none)
        add_heading(b, section, number, own(b, section, "abridged"));
    else if (first->none || section == SECTION_TRACKING) /* nothing was gone through */
        add_heading(b, section, number, own(b, section, "none"));
    else
        add_heading(b, section, number, "");
}

int minutes_points_level(const struct snapshot *snapshot, const struct style *style, const struct item *item)
{
    const struct build b = {.s = snapshot, .style = style};
    int which;

    if (build_section_items(&b, item->section, item, &which) <= 1 && stands_for_section(item))
        return 1;
    return build_item_level(&b, item);
}

void build_section(struct build *b, int section)
{
    const struct item *first = first_item(b, section);
    struct str number = STR_INIT;

    if (!first)
        return;
    build_number(b, 0, ++b->counter, &number);
    add_section(b, section, first, number.text);
    b->out->failed |= str_failed(&number);
    str_release(&number);
}
