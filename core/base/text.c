/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in a given number of columns: cutting, padding. Wrapping is wrap.c. Asks text_cluster_cols
 * and knows no width itself.
 */
#include "core/base/text.h"

#include <string.h>

static const char ellipsis[] = "…";

/* Columns of a cluster; with IN_LINE a line feed is the space that it is printed as. */
static int cluster_cols(const char *text, size_t cluster_bytes, bool in_line,
                        const struct text_widths *widths)
{
    if (in_line && (text[0] == '\n' || text[0] == '\r'))
        return (int)cluster_bytes;
    return text_cluster_cols(text, cluster_bytes, widths);
}

static size_t fit(const char *text, size_t len_bytes, int cols, bool in_line,
                  const struct text_widths *widths, int *used_cols)
{
    size_t at = 0;

    *used_cols = 0;
    while (at < len_bytes) {
        size_t n = text_cluster_bytes(text + at, len_bytes - at);
        int more = cluster_cols(text + at, n, in_line, widths);

        if (more > cols - *used_cols)
            break;
        *used_cols += more;
        at += n;
    }
    return at;
}

size_t text_fit(const char *text, size_t len_bytes, int cols, const struct text_widths *widths,
                int *used_cols)
{
    int used;

    return fit(text, len_bytes, cols, false, widths, used_cols ? used_cols : &used);
}

/* Append bytes, line feeds as the spaces that they were counted as. */
static void add_in_line(struct str *out, const char *text, size_t len_bytes)
{
    size_t from = out->len_bytes;

    str_add_bytes(out, text, len_bytes);
    if (str_failed(out))
        return;
    for (size_t i = from; i < out->len_bytes; i++)
        if (out->text[i] == '\n' || out->text[i] == '\r')
            out->text[i] = ' ';
}

/* What text_truncate does; returns the columns that were appended. */
static int add_cut(struct str *out, const char *text, int cols, const struct text_widths *widths)
{
    const int mark_cols = text_cols(ellipsis, sizeof ellipsis - 1, widths);
    const size_t len_bytes = text ? strlen(text) : 0;
    int used;
    size_t fits = fit(text, len_bytes, cols, true, widths, &used);

    if (fits < len_bytes && mark_cols <= cols) {
        fits = fit(text, fits, cols - mark_cols, true, widths, &used);
        add_in_line(out, text, fits);
        str_add_bytes(out, ellipsis, sizeof ellipsis - 1);
        return used + mark_cols;
    }
    add_in_line(out, text, fits);
    return used;
}

void text_truncate(struct str *out, const char *text, int cols, const struct text_widths *widths)
{
    (void)add_cut(out, text, cols, widths);
}

void text_pad(struct str *out, const char *text, int cols, enum text_align align,
              const struct text_widths *widths)
{
    struct str cut = STR_INIT;
    const int blank = cols - add_cut(&cut, text, cols, widths);
    int before = 0;

    if (align == TEXT_RIGHT)
        before = blank;
    else if (align == TEXT_CENTRE)
        before = blank / 2;
    str_add_repeat(out, " ", before);
    str_add_bytes(out, cut.text, cut.len_bytes);
    str_add_repeat(out, " ", blank - before);
    if (str_failed(&cut))
        out->failed = true;
    str_release(&cut);
}
