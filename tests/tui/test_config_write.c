/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One setting put into yishi.ini: its value changes and nothing else does.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/config.h"
#include "tui/config_write.h"
#include "tui/file.h"

#include <stdio.h>
#include <unistd.h>

static void edit__changes_one_value__and_no_other_byte(void **state)
{
    static const struct {
        const char *before, *section, *key, *value, *after;
    } cases[] = {
        {"", "screen", "theme", "blue", "[screen]\ntheme = blue\n"},
        {"[screen]\ntheme=dark\n", "screen", "theme", "blue", "[screen]\ntheme=blue\n"},
        {"; 我的\n[Screen]\n  Theme  =  dark   ; 藍\nmouse = no\n", "screen", "theme", "blue",
         "; 我的\n[Screen]\n  Theme  =  blue   ; 藍\nmouse = no\n"},
        {"[general]\ndatabase =               ; 檔案\n", "general", "database", "/a b.db",
         "[general]\ndatabase = /a b.db               ; 檔案\n"},
        {"[general]\nwho = \"何 筆\" # 我\n", "general", "who", "江;謝", "[general]\nwho = \"江;謝\" # 我\n"},
        {"[a]\nx = 1\n\n; 關於 b\n[b]\ny = 2", "a", "z", "3", "[a]\nx = 1\nz = 3\n\n; 關於 b\n[b]\ny = 2"},
        {"[a]\nx = 1\n[b]\ny = 2", "b", "z", "3", "[a]\nx = 1\n[b]\ny = 2\nz = 3\n"},
        {"x = 1", "b", "z", "3", "x = 1\n\n[b]\nz = 3\n"},
        {"[a]\r\nx = 1\r\n", "a", "x", "22", "[a]\r\nx = 22\r\n"},
        {"[a]\r\nx = 1\r\n", "a", "y", "2", "[a]\r\nx = 1\r\ny = 2\r\n"},
        {"\xEF\xBB\xBF[a]\nx = 1\n", "a", "x", "2", "\xEF\xBB\xBF[a]\nx = 2\n"},
        {"[a]\nx = 1\nx = 2\n", "a", "x", "3", "[a]\nx = 1\nx = 3\n"},
        {"[a]\nnonsense\nx = 1\n= 5\n", "a", "x", "3", "[a]\nnonsense\nx = 3\n= 5\n"},
        {"[a]\nx = 1\n[c]\nx = 9\n[a]\ny = 2\n", "a", "z", "3",
         "[a]\nx = 1\n[c]\nx = 9\n[a]\ny = 2\nz = 3\n"},
        {"[a]\nx = 1\ny = 2\n", "a", "x", NULL, "[a]\ny = 2\n"},
        {"[a]\nx = 1 ; 為何\ny = 2\n", "a", "x", NULL, "[a]\n; 為何\ny = 2\n"},
        {"[a]\ny = 2\n", "a", "x", NULL, "[a]\ny = 2\n"},
        {"[a]\nx = 1\n", "a", "x", "", "[a]\nx = \n"},
        {"[a]\nx = 1\n", "a", "x", "a\"b", "[a]\nx = 'a\"b'\n"},
        {"[a]\nx = 1\n", "a", "x", "a\"b'c", NULL},
        {"[a]\nx = 1\n", "a", "x", "a\nb", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str text = STR_INIT;
        struct err err = {0};
        enum status status;

        str_add(&text, cases[i].before);
        status = config_edit(&text, cases[i].section, cases[i].key, cases[i].value, &err);
        assert_int_equal(status, cases[i].after ? STATUS_OK : STATUS_BAD);
        assert_string_equal(text.text, cases[i].after ? cases[i].after : cases[i].before);
        str_release(&text);
    }
}

/* Whatever is stored is what the next start reads. */
static void stored_value__reads_back__or_is_refused(void **state)
{
    static const char *const values[] = {"何筆", "a;b",   "a#b", "a'b", "a\"b", " a",
                                         "a\\",  "\"a\"", "a=b", "[a]", "",     "none"};
    static const char begun[] = "[general]\nwho = 江 ; 我\n";
    char path[64] = "/tmp/yishi-config-XXXXXX";
    struct err err = {0};
    const int fd = mkstemp(path);

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(close(fd), 0);
    assert_int_equal(file_write(path, begun, strlen(begun), &err), STATUS_OK);
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        struct config config;
        const enum status status = config_store(path, "general:who", values[i], &err);

        config_init(&config);
        if (!status) {
            assert_int_equal(config_read(&config, path, &err), STATUS_OK);
            assert_string_equal(config.warnings.text, "");
            assert_string_equal(config_text(&config, SET_WHO), values[i]);
        } else {
            assert_int_equal(err.code, CODE_SETTING_STORE);
        }
        config_release(&config);
    }
    assert_int_equal(unlink(path), 0);
}

/* A file that the next start would not read is not written over, nor is one that is too long for a line. */
static void file_that_would_not_be_read__stays_as_it_is(void **state)
{
    static const char *const begun[] = {"[general]\nwho = \xFF\n", "[general]\nwho = 江\n"};

    (void)state;
    for (size_t i = 0; i < sizeof begun / sizeof begun[0]; i++) {
        char path[64] = "/tmp/yishi-config-XXXXXX", value[1200];
        struct str text = STR_INIT;
        struct err err = {0};
        const int fd = mkstemp(path);

        assert_true(fd >= 0);
        assert_int_equal(close(fd), 0);
        memset(value, 'x', sizeof value);
        value[i == 0 ? 3 : sizeof value - 1] = '\0';
        assert_int_equal(file_write(path, begun[i], strlen(begun[i]), &err), STATUS_OK);
        assert_int_equal(config_store(path, "general:database", value, &err), STATUS_BAD);
        assert_int_equal(err.code, CODE_SETTING_STORE);
        assert_int_equal(file_read(path, 1 << 20, &text, &err), STATUS_OK);
        assert_string_equal(text.text, begun[i]);
        str_release(&text);
        assert_int_equal(unlink(path), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edit__changes_one_value__and_no_other_byte),
        cmocka_unit_test(stored_value__reads_back__or_is_refused),
        cmocka_unit_test(file_that_would_not_be_read__stays_as_it_is),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
