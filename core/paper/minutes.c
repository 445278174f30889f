/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minutes from their head to their annexes.
 */
#include "core/paper/minutes.h"

#include "core/base/number.h"
#include "core/paper/build.h"
#include "core/paper/paper.h"

void build_minutes(struct build *b)
{
    build_head(b);
    for (int section = 0; section < SECTION_COUNT; section++)
        build_section(b, section);
    for (size_t i = 0; i < b->s->meeting.annexes.n; i++)
        document_add_grid(b->out, 0, &b->s->meeting.annexes.v[i]);
    build_amendments(b);
}

enum status minutes_build(const struct snapshot *snapshot, const struct style *style, enum copy copy,
                          struct document *out, struct err *err)
{
    const struct paper_source source = {snapshot, NULL, style, copy};

    return paper_build(paper_find("minutes"), &source, out, err);
}

enum status minutes_text(const struct snapshot *snapshot, const struct style *style, enum copy copy,
                         int width_cols, struct str *out, struct err *err)
{
    struct document document;
    enum status status;

    document_init(&document);
    status = minutes_build(snapshot, style, copy, &document, err);
    if (!status)
        status = document_text(&document, width_cols, out, err);
    document_release(&document);
    return status;
}

/* How many lines of the head share the sections' counter. */
static int head_count(const struct snapshot *snapshot, const struct style *style)
{
    struct document scratch;
    struct build b = {.s = snapshot, .style = style, .out = &scratch};

    document_init(&scratch);
    build_head(&b);
    document_release(&scratch);
    return b.counter;
}

void minutes_section_name(const struct snapshot *snapshot, const struct style *style, int section,
                          struct str *out)
{
    struct build b = {.s = snapshot, .style = style, .counter = head_count(snapshot, style)};
    int which;

    for (int i = 0; i <= section; i++)
        b.counter += i == section || build_section_items(&b, i, NULL, &which) > 0;
    build_number(&b, 0, b.counter, out);
    str_add(out, style_section(style, section_choices.codes[section], "label"));
}

void minutes_item_number(const struct snapshot *snapshot, const struct style *style, const struct item *item,
                         struct str *out)
{
    struct build b = {.s = snapshot, .style = style};
    int which, n = build_section_items(&b, item->section, item, &which);
    const char *section = section_choices.codes[item->section];

    number_format(out, style_section(style, section, n > 1 ? "item" : "item_single"), which);
}
