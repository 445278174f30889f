/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the terminal program share: a picture to draw into, and keys by their names. Include
 * after cmocka.h.
 */
#ifndef YISHI_TESTS_TUI_SCREEN_TEXT_H
#define YISHI_TESTS_TUI_SCREEN_TEXT_H

#include "tui/terminal/cells.h"
#include "tui/terminal/key.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* The tests do not depend on the locale of whoever runs them. */
static inline int pin_locale(void **state)
{
    (void)state;
    (void)setenv("LANGUAGE", "zh_TW", 1);
    (void)setenv("TZ", "UTC", 1);
    assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
    draw_set_ambiguous(1);
    return 0;
}

static inline void picture_start(struct cells *cells, int cols, int rows)
{
    assert_true(cells_resize(cells, cols, rows));
    draw_target(cells);
}

static inline void picture_end(struct cells *cells)
{
    assert_true(cells_whole(cells));
    draw_target(NULL);
    cells_release(cells);
}

/* Row Y of the picture, blanks at its end left out. */
static inline void assert_row(const struct cells *cells, int y, const char *expected)
{
    struct str text = STR_INIT;

    cells_row_text(cells, y, &text);
    assert_string_equal(text.text, expected);
    str_release(&text);
}

static inline struct key key_named(const char *name)
{
    struct key key;

    assert_true(key_parse(name, &key));
    return key;
}

static inline struct key key_text(const char *text)
{
    return (struct key){.kind = KEY_KIND_TEXT, .text = text, .len_bytes = strlen(text)};
}

#endif
