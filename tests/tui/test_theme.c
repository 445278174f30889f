/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes and words: every theme complete, every error code worded.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/base/builtin.h"
#include "tests/tui/screen_text.h"
#include "tui/terminal/theme.h"
#include "tui/words.h"

static const char *const shipped[] = {"dark", "light", "blue", "contrast", "mono"};

static bool same_look(const struct look *a, const struct look *b)
{
    return a->fg == b->fg && a->bg == b->bg && a->flags == b->flags;
}

static void shipped_themes__read_without_complaint_and_show_the_selection(void **state)
{
    static const int colours[] = {0, 8, 16, 256};

    (void)state;
    for (size_t i = 0; i < sizeof shipped / sizeof shipped[0]; i++)
        for (size_t c = 0; c < sizeof colours / sizeof colours[0]; c++) {
            struct theme theme;
            struct err err = {0};

            assert_int_equal(theme_load(&theme, NULL, shipped[i], colours[c], &err), STATUS_OK);
            assert_false(same_look(&theme.look[ROLE_SELECTED], &theme.look[ROLE_TEXT]));
            assert_false(same_look(&theme.look[ROLE_SELECTED_DIM], &theme.look[ROLE_TEXT]));
            assert_false(same_look(&theme.look[ROLE_INPUT_FOCUS], &theme.look[ROLE_TEXT]));
            assert_false(same_look(&theme.look[ROLE_BAD], &theme.look[ROLE_TEXT]));
            for (int r = 0; r < ROLE_COUNT; r++) {
                const struct look *look = &theme.look[r];

                assert_true(look->fg < (colours[c] < 8 ? 0 : colours[c]));
                assert_true(look->bg < (colours[c] < 8 ? 0 : colours[c]));
                assert_true((look->fg == COLOUR_DEFAULT && look->bg == COLOUR_DEFAULT) ||
                            look->fg != look->bg);
            }
        }
}

static void every_role__stands_in_every_shipped_theme(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shipped / sizeof shipped[0]; i++) {
        const struct theme_file *file = theme_file_find("screen", shipped[i]);

        assert_non_null(file);
        for (int r = 0; r < ROLE_COUNT; r++) {
            struct str line = STR_INIT;

            str_printf(&line, "\n%s = ", role_name((enum role)r));
            assert_non_null(strstr(file->text, line.text));
            str_release(&line);
        }
    }
    assert_null(theme_file_find("screen", "nosuch"));
    assert_null(theme_file_find("nosuch", "dark"));
}

static void theme_lines__are_read_or_named(void **state)
{
    static const struct {
        const char *line;
        enum status status;
        struct look look;
    } cases[] = {
        {"text = white on blue", STATUS_OK, {7, 4, 0}},
        {"text = bright-white on black bold underline", STATUS_OK, {15, 0, LOOK_BOLD | LOOK_UNDERLINE}},
        {"text = 200 on 17 reverse dim", STATUS_OK, {200, 17, LOOK_REVERSE | LOOK_DIM}},
        {"text = default", STATUS_OK, {-1, -1, 0}},
        {"text = on red", STATUS_OK, {-1, 1, 0}},
        {"text = mauve", STATUS_BAD, {-1, -1, 0}},
        {"text = white blue", STATUS_BAD, {-1, -1, 0}},
        {"text = 256 on 1", STATUS_BAD, {-1, -1, 0}},
        {"text = bright-7", STATUS_BAD, {-1, -1, 0}},
        {"txet = white", STATUS_BAD, {-1, -1, 0}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct theme theme;
        struct err err = {0};
        struct str text = STR_INIT;

        str_printf(&text, "[roles]\n%s\n", cases[i].line);
        assert_int_equal(theme_read(&theme, "mine", text.text, 256, &err), cases[i].status);
        assert_true(same_look(&theme.look[ROLE_TEXT], &cases[i].look));
        if (cases[i].status)
            assert_string_equal(err.place, "mine:2");
        str_release(&text);
    }
}

static void eight_colours__brighten_by_bold(void **state)
{
    struct theme theme;
    struct err err = {0};

    (void)state;
    assert_int_equal(theme_read(&theme, "mine", "[roles]\ntext = bright-red on bright-blue\n", 8, &err),
                     STATUS_OK);
    assert_int_equal(theme.look[ROLE_TEXT].fg, 1);
    assert_int_equal(theme.look[ROLE_TEXT].bg, 4);
    assert_int_equal(theme.look[ROLE_TEXT].flags, LOOK_BOLD);
}

static void unknown_theme__is_said__and_dark_serves(void **state)
{
    struct theme theme, dark;
    struct err err = {0};

    (void)state;
    assert_int_equal(theme_load(&dark, NULL, "dark", 256, &err), STATUS_OK);
    assert_int_equal(theme_load(&theme, NULL, "../../etc/passwd", 256, &err), STATUS_MISSING);
    assert_int_equal(err.code, CODE_THEME_UNKNOWN);
    assert_true(same_look(&theme.look[ROLE_TEXT], &dark.look[ROLE_TEXT]));
}

static void every_error_code__has_a_sentence(void **state)
{
    static const char *const names[] = {
#define X(name) #name,
#include "core/base/codes.def"
#undef X
    };

    (void)state;
    for (int code = 0; code < CODE_COUNT; code++)
        if (!err_has_words((enum code)code))
            fail_msg("no sentence for CODE_%s", names[code]);
}

static void sentence__names_place_and_arguments__and_lets_no_escape_through(void **state)
{
    struct err err = {0};
    struct str words = STR_INIT;

    (void)state;
    (void)err_set(&err, STATUS_STORAGE, CODE_FILE_OPEN, "/tmp/\033[2Jx", "沒有權限", NULL);
    err_words(&err, &words);
    assert_string_equal(words.text, "開不了檔案 /tmp/<U+001B>[2Jx：沒有權限");
    str_clear(&words);
    (void)err_set(&err, STATUS_BAD, CODE_FORM_RANGE, NULL, "{1}", "1");
    err_arg(&err, 2, "99");
    err_words(&err, &words);
    assert_string_equal(words.text, "{1} 不在 1 到 99 之間。");
    str_release(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_themes__read_without_complaint_and_show_the_selection),
        cmocka_unit_test(every_role__stands_in_every_shipped_theme),
        cmocka_unit_test(theme_lines__are_read_or_named),
        cmocka_unit_test(eight_colours__brighten_by_bold),
        cmocka_unit_test(unknown_theme__is_said__and_dark_serves),
        cmocka_unit_test(every_error_code__has_a_sentence),
        cmocka_unit_test(sentence__names_place_and_arguments__and_lets_no_escape_through),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
