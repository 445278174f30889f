/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notice that calls the members together, with the agenda's overview below it.
 */
#include "core/paper/paper_parts.h"

#include <string.h>

/* The remarks that apply, numbered. */
static void add_notes(struct build *b)
{
    const struct about about = {.b = b};
    char name[32];
    int n = 0;

    if (!style_list_at(b->style, "notice:notes", 0, name, sizeof name))
        return;
    (void)part_line(b, "notice", "heading", BLOCK_SECTION, 0, &about);
    for (size_t i = 0; style_list_at(b->style, "notice:notes", i, name, sizeof name); i++) {
        struct str number = STR_INIT, text = STR_INIT;

        if (about_expand(&about, part_get(b, "notice", name), &text) && text.len_bytes) {
            build_number(b, 1, ++n, &number);
            document_add(b->out, BLOCK_TEXT, 1, number.text, "", text.text);
        }
        b->out->failed |= str_failed(&number) || str_failed(&text);
        str_release(&number);
        str_release(&text);
    }
}

void build_notice(struct build *b)
{
    const struct about about = {.b = b};

    part_head(b, "notice");
    add_notes(b);
    if (style_yes(b->style, "notice:overview")) {
        (void)part_line(b, "notice", "overview_heading", BLOCK_SECTION, 0, &about);
        build_overview(b);
    }
}
