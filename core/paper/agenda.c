/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda: what the meeting goes through on one page, then every matter by itself with its explanation
 * and an empty place for what is decided.
 */
#include "core/paper/paper_parts.h"

#include "core/base/number.h"

#include <string.h>

static const char *own(const struct build *b, const struct item *item, const char *key)
{
    return style_part(b->style, "agenda", section_choices.codes[item->section], key);
}

static bool has_section(const struct build *b, int section)
{
    int which;

    return style_lists(b->style, "agenda:sections", section_choices.codes[section]) &&
           build_section_items(b, section, NULL, &which) > 0;
}

/* One line of the overview. */
static void list_item(struct build *b, const struct item *item)
{
    const struct about about = {.b = b, .item = item};
    struct str number = STR_INIT, text = STR_INIT;

    number_format(&number, own(b, item, "item"), item_place(&b->s->meeting, item, NULL));
    if (about_expand(&about, own(b, item, "line"), &text))
        document_add(b->out, BLOCK_TEXT, 1, number.text, "", text.text);
    b->out->failed |= str_failed(&number) || str_failed(&text);
    str_release(&number);
    str_release(&text);
}

static void list_section(struct build *b, int section)
{
    struct str number = STR_INIT;

    build_number(b, 0, ++b->counter, &number);
    document_add(b->out, BLOCK_SECTION, 0, number.text,
                 style_section(b->style, section_choices.codes[section], "label"), "");
    b->out->failed |= str_failed(&number);
    str_release(&number);
    for (size_t i = 0; i < b->s->meeting.items.n; i++) {
        const struct item *item = &b->s->meeting.items.v[i];

        if (item->section == section && item_is_matter(item))
            list_item(b, item);
    }
}

/* "報告事項 第一案" */
static void case_heading(struct build *b, const struct item *item)
{
    const struct about about = {.b = b, .item = item};
    struct str text = STR_INIT;

    (void)about_expand(&about, own(b, item, "case"), &text);
    if (item_is_matter(item))
        number_format(&text, own(b, item, "number"), item_place(&b->s->meeting, item, NULL));
    document_add(b->out, BLOCK_SECTION, 0, "", "", text.text);
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

static void add_line(struct build *b, const struct item *item, const char *label, const char *text)
{
    if (text && *text)
        document_add(b->out, BLOCK_LABEL, 0, "", own(b, item, label), text);
}

/* The explanation; points of a case number from the level below the sections'. */
static void case_explanation(struct build *b, const struct item *item)
{
    const struct place place = {0, 1};
    const bool tracks = item->content == CONTENT_TRACKING || item->section == SECTION_TRACKING;

    if (item->title && item->explanation.n)
        build_outline(b, BLOCK_LABEL, "", own(b, item, "explanation"), &item->explanation, place);
    else if (!item->title && item->explanation.n > 1)
        build_outline(b, BLOCK_TEXT, "", "", &item->explanation, place);
    else if (tracks && item->title)
        document_add(b->out, BLOCK_LABEL, 0, "", own(b, item, "explanation"), "");
    if (tracks)
        (void)build_tracking_table(b, item, 0);
    for (size_t i = 0; i < item->tables.n; i++)
        document_add_grid(b->out, 1, &item->tables.v[i]);
}

static void add_case(struct build *b, const struct item *item)
{
    case_heading(b, item);
    add_line(b, item, "unit", item->unit);
    if (item_is_matter(item))
        add_line(b, item, "matter", item_matter(item));
    case_explanation(b, item);
    if (item->proposal.n)
        build_outline(b, BLOCK_LABEL, "", own(b, item, "proposal"), &item->proposal, (struct place){0, 1});
    if (item_is_matter(item))
        document_add(b->out, BLOCK_LABEL, 0, "", own(b, item, "decision"), "");
    build_attachments(b, item->attachments.v, item->attachments.n, own(b, item, "attachment"));
}

/* Whether there is more to say of it than its line in the overview. */
static bool is_case(const struct build *b, const struct item *item)
{
    if (!style_lists(b->style, "agenda:cases", section_choices.codes[item->section]))
        return false;
    return item_is_matter(item) || (item->section == SECTION_TRACKING && (b->tracked.n || item->prior.n));
}

void build_overview(struct build *b)
{
    for (int section = 0; section < SECTION_COUNT; section++)
        if (has_section(b, section))
            list_section(b, section);
}

void build_agenda(struct build *b)
{
    part_head(b, "agenda");
    build_overview(b);
    for (size_t i = 0; i < b->s->meeting.items.n; i++)
        if (is_case(b, &b->s->meeting.items.v[i]))
            add_case(b, &b->s->meeting.items.v[i]);
    for (size_t i = 0; style_yes(b->style, "agenda:annexes") && i < b->s->meeting.annexes.n; i++)
        document_add_grid(b->out, 0, &b->s->meeting.annexes.v[i]);
}
