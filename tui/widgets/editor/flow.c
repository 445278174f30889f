/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Line starts, found lazily and forgotten from a change on.
 */
#include "tui/widgets/editor/flow.h"

#include <stdint.h>
#include <stdlib.h>

/* A change can move the breaks of the lines before it: a mark that may not begin a line pulls one cluster
 * down, a word that now fits moves up, an address longer than a line may begin earlier. */
enum { LINES_BEFORE_CHANGE = 4 };

void flow_release(struct flow *flow)
{
    free(flow->more);
    *flow = (struct flow){0};
}

size_t flow_known(const struct flow *flow)
{
    return flow->n_more + 1;
}

size_t flow_start(const struct flow *flow, size_t line)
{
    return line ? flow->more[line - 1] : 0;
}

size_t flow_line(const struct flow *flow, size_t at_bytes)
{
    size_t low = 0, high = flow->n_more;

    while (low < high) {
        const size_t middle = low + (high - low + 1) / 2;

        if (flow_start(flow, middle) <= at_bytes)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

void flow_touch(struct flow *flow, size_t at_bytes)
{
    const size_t line = flow_line(flow, at_bytes);
    const size_t kept = line > LINES_BEFORE_CHANGE ? line - LINES_BEFORE_CHANGE : 0;

    if (kept < flow->n_more)
        flow->n_more = kept;
    flow->whole = false;
}

static bool add_start(struct flow *flow, size_t start)
{
    if (flow->n_more == flow->room) {
        const size_t room = flow->room ? flow->room * 2 : 8;
        size_t *more;

        if (room > SIZE_MAX / sizeof *more)
            return false;
        more = realloc(flow->more, room * sizeof *more);
        if (!more)
            return false;
        flow->more = more;
        flow->room = room;
    }
    flow->more[flow->n_more++] = start;
    return true;
}

/* Find where the line after the last known one starts, or that there is none. */
static bool next_line(struct flow *flow, const struct flow_text *text)
{
    const size_t last = flow_start(flow, flow->n_more);
    size_t end, next;

    if (!text_line(text->text, text->len_bytes, last, text->cols, text->widths, &end, &next)) {
        flow->whole = true;
        return true;
    }
    if (next < text->len_bytes)
        return add_start(flow, next);
    /* After a line feed at the very end there is one more line, for the caret. */
    if (text->text[text->len_bytes - 1] == '\n' && !add_start(flow, text->len_bytes))
        return false;
    flow->whole = true;
    return true;
}

bool flow_reach(struct flow *flow, const struct flow_text *text, size_t at_bytes, size_t line)
{
    if (flow->cols != text->cols) {
        flow->n_more = 0;
        flow->whole = false;
        flow->cols = text->cols;
    }
    while (!flow->whole && (flow_start(flow, flow->n_more) <= at_bytes || flow->n_more < line))
        if (!next_line(flow, text))
            return false;
    return true;
}

size_t flow_end(const struct flow *flow, const struct flow_text *text, size_t line)
{
    size_t end, next;

    if (!text_line(text->text, text->len_bytes, flow_start(flow, line), text->cols, text->widths, &end,
                   &next))
        return text->len_bytes;
    return end;
}
