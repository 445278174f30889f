/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An ODT while it is written. For core/paper alone.
 */
#ifndef YISHI_PAPER_ODT_H
#define YISHI_PAPER_ODT_H

#include "core/paper/writer.h"

enum { ODT_OWN_DEPTHS = 16, ODT_OWN_HANGS = 32, ODT_HANG_OF_COLS = 76, ODT_NARROWEST_POINTS = 120 };
/* How a paragraph stands on its page. */
enum { ODT_KEEP = 1, ODT_NEW_PAGE = 2, ODT_STANDS = 4 };

struct odt {
    struct str styles; /* of columns and tables */
    struct str body;
    bool own[ODT_STANDS][BLOCK_TABLE][ODT_OWN_DEPTHS][ODT_OWN_HANGS]; /* these need a style of their own */
    bool beside[ODT_OWN_DEPTHS]; /* and so do captions and notes at these depths */
    bool landscape, ends_with_table;
    int tables;
};

extern const struct markup odt_paragraphs;

static inline int odt_at_most(int n, int most)
{
    return n < 0 ? 0 : n < most ? n : most;
}

/* Append a table to the body, and its styles. */
void odt_table(struct odt *odt, const struct document *document, const struct block *block);

#endif
