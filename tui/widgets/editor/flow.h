/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the lines of one paragraph start at a given width, worked out only as far as somebody looks and
 * kept until the text changes: a key in a text of a million bytes must cost no more than a few lines.
 */
#ifndef YISHI_TUI_WIDGETS_EDITOR_FLOW_H
#define YISHI_TUI_WIDGETS_EDITOR_FLOW_H

#include "core/base/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Initialise with {0}: one line is always known, the first. */
struct flow {
    size_t *more; /* starts of the lines after the first, in bytes */
    size_t n_more, room;
    int cols;   /* what they were worked out for */
    bool whole; /* the last known line is the last there is */
};

/* A paragraph's text and the width it flows in. */
struct flow_text {
    const char *text;
    size_t len_bytes;
    int cols;
    const struct text_widths *widths;
};

void flow_release(struct flow *flow);
/* The text changed from byte AT on. */
void flow_touch(struct flow *flow, size_t at_bytes);
/* Know the lines at least as far as byte AT_BYTES and line LINE (from 0), where there are so many. False: out
 * of memory, and fewer are known. */
bool flow_reach(struct flow *flow, const struct flow_text *text, size_t at_bytes, size_t line);
/* Lines known so far, at least 1. */
size_t flow_known(const struct flow *flow);
size_t flow_start(const struct flow *flow, size_t line);
/* One past the last byte that shows in LINE, a known one: without the spaces at the break and the line feed.
 */
size_t flow_end(const struct flow *flow, const struct flow_text *text, size_t line);
/* The known line that byte AT stands in: where two lines meet, the later one. */
size_t flow_line(const struct flow *flow, size_t at_bytes);

#endif
