/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi.ini: what is wrong is named, and never stops the start.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/config.h"

#include <stdio.h>
#include <unistd.h>

static void write_file(char path[64], const char *text, size_t len_bytes)
{
    FILE *file;
    int fd;

    (void)snprintf(path, 64, "/tmp/yishi-config-XXXXXX");
    fd = mkstemp(path);
    assert_true(fd >= 0);
    file = fdopen(fd, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len_bytes, file), len_bytes);
    assert_int_equal(fclose(file), 0);
}

static void read_text(struct config *config, const char *text)
{
    struct err err = {0};
    char path[64];

    write_file(path, text, strlen(text));
    config_init(config);
    assert_int_equal(config_read(config, path, &err), STATUS_OK);
    assert_int_equal(unlink(path), 0);
}

static void good_file__sets_everything_in_it(void **state)
{
    struct config config;
    struct key keys[COMMAND_KEYS];
    const struct command command = {"checkin.present", "Space", "", "", 0, NULL, NULL};

    (void)state;
    read_text(
        &config,
        "\xEF\xBB\xBF; 我的設定\n[general]\nwho = 歐陽秘書\nlanguage = en\n\n[screen]\nTheme = blue ; 藍底\n"
        "ambiguous = 2\nmouse = yes\n[keys]\ncheckin.present = F5 Ctrl-Y\n[paper]\nstyle = "
        "\"formal\"\r\n");
    assert_string_equal(config.warnings.text, "");
    assert_string_equal(config_text(&config, SET_WHO), "歐陽秘書");
    assert_string_equal(config_text(&config, SET_LANGUAGE), "en");
    assert_string_equal(config_text(&config, SET_THEME), "blue");
    assert_string_equal(config_text(&config, SET_PAPER), "formal");
    assert_int_equal(config_number(&config, SET_AMBIGUOUS), 2);
    assert_int_equal(config_number(&config, SET_MOUSE), 1);
    assert_int_equal(config_number(&config, SET_WIDTH), 76);
    assert_int_equal(command_keys(&config.keymap, &command, keys), 2);
    assert_int_equal(keys[0].code, KEYC_F1 + 4);
    config_release(&config);
}

/* The other lines of each file count all the same: theme is light in every one. */
static void bad_line__is_named__and_the_rest_counts(void **state)
{
    static const struct {
        const char *line, *warning;
    } cases[] = {
        {"nonsense", "第 3 行"},   {"= 5", "第 3 行"},         {"colour = red", "colour"},
        {"ambiguous = 3", "1–2"},  {"ambiguous = two", "two"}, {"mouse = maybe", "yes no"},
        {"a\033[31mb", "第 3 行"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct config config;
        struct str text = STR_INIT;

        str_printf(&text, "[screen]\n; a comment\n%s\ntheme = light\n", cases[i].line);
        read_text(&config, text.text);
        assert_non_null(strstr(config.warnings.text, cases[i].warning));
        assert_non_null(strstr(config.warnings.text, "第 3 行"));
        assert_null(strchr(config.warnings.text, '\033'));
        assert_string_equal(config_text(&config, SET_THEME), "light");
        assert_int_equal(config_number(&config, SET_AMBIGUOUS), 1);
        str_release(&text);
        config_release(&config);
    }
}

static void key_that_is_none__is_named(void **state)
{
    struct config config;

    (void)state;
    read_text(&config, "[keys]\ncheckin.present = F99\n[screen]\ntheme = mono\n");
    assert_non_null(strstr(config.warnings.text, "F99"));
    assert_string_equal(config_text(&config, SET_THEME), "mono");
    config_release(&config);
}

static void command_that_is_none__is_named_with_its_line(void **state)
{
    struct config config;

    (void)state;
    read_text(&config, "[keys]\ncheckin.preset = F3\nCheckin.Present = F4\n[screen]\ntheme = mono\n");
    assert_non_null(strstr(config.warnings.text, "第 2 行"));
    assert_non_null(strstr(config.warnings.text, "沒有「checkin.preset」這個指令"));
    assert_null(strstr(config.warnings.text, "第 3 行"));
    assert_string_equal(config_text(&config, SET_THEME), "mono");
    config_release(&config);
}

static void overlong_line__does_not_lose_the_others(void **state)
{
    struct config config;
    struct str text = STR_INIT;

    (void)state;
    str_add(&text, "[screen]\ntheme = light\nx = ");
    str_add_repeat(&text, "水", 2000);
    str_add(&text, "\nambiguous = 2\n");
    read_text(&config, text.text);
    assert_non_null(strstr(config.warnings.text, "第 3 行"));
    assert_string_equal(config_text(&config, SET_THEME), "light");
    assert_int_equal(config_number(&config, SET_AMBIGUOUS), 2);
    str_release(&text);
    config_release(&config);
}

static void no_file_directory_or_garbage__means_defaults(void **state)
{
    struct config config;
    struct err err = {0};
    char path[64];

    (void)state;
    config_init(&config);
    assert_int_equal(config_read(&config, "/nonexistent/yishi.ini", &err), STATUS_OK);
    assert_string_equal(config.warnings.text, "");
    assert_int_equal(config_read(&config, "/tmp", &err), STATUS_OK);
    assert_non_null(strstr(config.warnings.text, "/tmp"));
    config_release(&config);
    write_file(path, "[screen]\ntheme = \xFF\xFE\n", 21);
    assert_int_equal(config_read(&config, path, &err), STATUS_OK);
    assert_non_null(strstr(config.warnings.text, "UTF-8"));
    assert_string_equal(config_text(&config, SET_THEME), "dark");
    assert_int_equal(unlink(path), 0);
    config_release(&config);
}

static void setting__takes_only_what_its_row_allows(void **state)
{
    static const struct {
        enum setting setting;
        const char *value;
        enum status status;
    } cases[] = {
        {SET_LANGUAGE, "en", STATUS_OK}, {SET_LANGUAGE, "fr", STATUS_BAD},
        {SET_AMBIGUOUS, "2", STATUS_OK}, {SET_AMBIGUOUS, "0", STATUS_BAD},
        {SET_AMBIGUOUS, "", STATUS_BAD}, {SET_WIDTH, "9999999999", STATUS_BAD},
        {SET_MOUSE, "on", STATUS_OK},    {SET_MOUSE, "2", STATUS_BAD},
        {SET_WHO, "a\033b", STATUS_BAD},
    };
    struct config config;

    (void)state;
    config_init(&config);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(config_set(&config, cases[i].setting, cases[i].value, NULL), cases[i].status);
    for (int i = 0; i < SET_COUNT; i++) {
        assert_non_null(setting_info[i].key);
        assert_non_null(setting_info[i].help);
        assert_int_equal(config_set(&config, (enum setting)i, setting_info[i].fallback, NULL), STATUS_OK);
    }
    config_release(&config);
}

static void path__follows_xdg(void **state)
{
    static const struct {
        const char *xdg, *home, *path;
    } cases[] = {{"/x", "/h", "/x/yishi/yishi.ini"},
                 {NULL, "/h", "/h/.config/yishi/yishi.ini"},
                 {"relative", "/h", "/h/.config/yishi/yishi.ini"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str path = STR_INIT;

        config_path(&path, cases[i].xdg, cases[i].home);
        assert_string_equal(path.text, cases[i].path);
        str_release(&path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_file__sets_everything_in_it),
        cmocka_unit_test(bad_line__is_named__and_the_rest_counts),
        cmocka_unit_test(key_that_is_none__is_named),
        cmocka_unit_test(command_that_is_none__is_named_with_its_line),
        cmocka_unit_test(overlong_line__does_not_lose_the_others),
        cmocka_unit_test(no_file_directory_or_garbage__means_defaults),
        cmocka_unit_test(setting__takes_only_what_its_row_allows),
        cmocka_unit_test(path__follows_xdg),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
