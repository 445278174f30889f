/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Painting past curses, with the terminal's own sequences.
 */
#include "tui/terminal/overlay.h"

#include "core/base/text.h"

#include <curses.h>
#include <term.h>

const char overlay_placeholder[] = "\xE3\x80\x80"; /* U+3000 */

bool overlay_needed(const struct cell *cell)
{
    static const struct text_widths narrow = {.ambiguous_cols = 1};

    if (cell->cols != 2 || draw_widths()->ambiguous_cols != 2)
        return false;
    return (unsigned char)cell->text[0] >= 0x80 && text_cols(cell->text, cell->len_bytes, &narrow) == 1;
}

bool overlay_row_needed(const struct cells *cells, int y)
{
    for (int x = 0; x < cells->cols; x++)
        if (overlay_needed(cells_at(cells, x, y)))
            return true;
    return false;
}

static void put_attributes(const struct look *look, bool colours)
{
    static const struct {
        unsigned flag;
        const char *capability;
    } flags[] = {{LOOK_BOLD, "bold"}, {LOOK_DIM, "dim"}, {LOOK_UNDERLINE, "smul"}, {LOOK_REVERSE, "rev"}};

    (void)putp(tigetstr("sgr0"));
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        if (look->flags & flags[i].flag)
            (void)putp(tigetstr(flags[i].capability));
    if (colours && look->fg >= 0)
        (void)putp(tiparm(tigetstr("setaf"), (int)look->fg));
    if (colours && look->bg >= 0)
        (void)putp(tiparm(tigetstr("setab"), (int)look->bg));
}

void overlay_show(const struct theme *theme, bool colours, const struct cells *cells)
{
    if (!tigetstr("sc") || !tigetstr("rc"))
        return; /* the place stays blank */
    (void)putp(tigetstr("sc"));
    for (int y = 0; y < cells->rows; y++)
        for (int x = 0; x < cells->cols; x++) {
            const struct cell *cell = cells_at(cells, x, y);
            char text[CELL_BYTES + 1] = "";

            if (!overlay_needed(cell))
                continue;
            for (size_t i = 0; i < cell->len_bytes; i++)
                text[i] = cell->text[i];
            (void)putp(tiparm(tigetstr("cup"), y, x));
            put_attributes(&theme->look[cell->role], colours);
            (void)putp(text);
        }
    (void)putp(tigetstr("rc"));
    (void)fflush(stdout);
}
