/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in a given number of columns: cutting, padding. Wrapping is wrap.c. Asks text_cluster_cols
 * and knows no width itself.
 */
#include "core/base/text.h"

#include <string.h>

static const char ellipsis[] = "…";

size_t text_fit(const char *text, size_t len_bytes, int cols, const struct text_widths *widths,
                int *used_cols)
{
    size_t at = 0;
    int used = 0;

    while (at < len_bytes) {
        size_t n = text_cluster_bytes(text + at, len_bytes - at);
        int more = text_cluster_cols(text + at, n, widths);

        if (more > cols - used)
            break;
        used += more;
        at += n;
    }
    if (used_cols)
        *used_cols = used;
    return at;
}

/* TEXT with its line feeds as the spaces that they are printed as, in COPY where there are any: before it is
 * measured, for a mark behind a line feed stands on the space. */
static const char *in_line(const char *text, struct str *copy)
{
    if (!text)
        return "";
    if (!strpbrk(text, "\n\r"))
        return text;
    str_add(copy, text);
    for (char *p = strpbrk(copy->text, "\n\r"); p; p = strpbrk(p, "\n\r"))
        *p = ' ';
    return copy->text;
}

/* What text_truncate does; returns the columns that were appended. */
static int add_cut(struct str *out, const char *text, int cols, const struct text_widths *widths)
{
    const int mark_cols = text_cols(ellipsis, sizeof ellipsis - 1, widths);
    struct str copy = STR_INIT;
    const char *line = in_line(text, &copy);
    const size_t len_bytes = strlen(line);
    int used;
    size_t fits = text_fit(line, len_bytes, cols, widths, &used);

    if (fits < len_bytes && mark_cols <= cols) {
        fits = text_fit(line, fits, cols - mark_cols, widths, &used);
        str_add_bytes(out, line, fits);
        str_add_bytes(out, ellipsis, sizeof ellipsis - 1);
        used += mark_cols;
    } else {
        str_add_bytes(out, line, fits);
    }
    if (str_failed(&copy))
        out->failed = true;
    str_release(&copy);
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
