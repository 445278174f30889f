/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands and their keys, hints, and keys changed in the configuration.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/command.h"

static const struct command screen_commands[] = {
    {"roll.present", "Space F5", "出席並往下", "出席", 0, NULL, NULL},
    {"roll.delegate", "d F7", "由他人代理出席", "代理", 0, NULL, NULL},
    {"roll.letter", "x", "只有字母鍵", "字母", 0, NULL, NULL},
    {"roll.second", "F8", "同一件事的另一個鍵", "另一", COMMAND_HIDDEN, NULL, NULL},
};
static const struct command global_commands[] = {
    {"app.palette", ": Ctrl-P", "指令", "指令", 0, NULL, NULL},
    {"app.help", "F1 ?", "說明", "說明", 0, NULL, NULL},
};
static const struct command_table screen_table = COMMANDS(screen_commands),
                                  global_table = COMMANDS(global_commands);

static const char *found(const struct keymap *keymap, const char *name, bool typing)
{
    struct key key = key_named(name);
    const struct command *command = command_find(keymap, screen_table, &key, typing);

    if (!command)
        command = command_find(keymap, global_table, &key, typing);
    return command ? command->name : "";
}

static void key__finds_its_command__but_no_plain_one_while_typing(void **state)
{
    static const struct {
        const char *key;
        bool typing;
        const char *command;
    } cases[] = {
        {"Space", false, "roll.present"},
        {"Space", true, ""},
        {"F5", true, "roll.present"},
        {"　", false, "roll.present"},
        {"d", false, "roll.delegate"},
        {"ｄ", false, "roll.delegate"},
        {"d", true, ""},
        {"D", false, ""},
        {"：", false, "app.palette"},
        {":", true, ""},
        {"Ctrl-P", true, "app.palette"},
        {"？", false, "app.help"},
        {"F1", true, "app.help"},
        {"Shift-F1", false, ""},
        {"F12", false, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(found(NULL, cases[i].key, cases[i].typing), cases[i].command);
}

static void configured_keys__replace_the_defaults(void **state)
{
    struct keymap keymap = {0};
    struct err err = {0};

    (void)state;
    assert_int_equal(keymap_set(&keymap, "roll.present", "p Ctrl-Y", &err), STATUS_OK);
    assert_int_equal(keymap_set(&keymap, "roll.letter", "none", &err), STATUS_OK);
    assert_string_equal(found(&keymap, "p", false), "roll.present");
    assert_string_equal(found(&keymap, "Ctrl-Y", true), "roll.present");
    assert_string_equal(found(&keymap, "Space", false), "");
    assert_string_equal(found(&keymap, "x", false), "");
    assert_string_equal(found(&keymap, "d", false), "roll.delegate");
    assert_int_equal(keymap_set(&keymap, "roll.present", "F9", &err), STATUS_OK); /* the last one counts */
    assert_string_equal(found(&keymap, "F9", false), "roll.present");
    assert_int_equal(keymap_set(&keymap, "roll.present", "F5 Strg-X", &err), STATUS_BAD);
    assert_int_equal(err.code, CODE_KEY_NAME);
    assert_string_equal(err.arg[0], "Strg-X");
    keymap_release(&keymap);
}

static void paste__is_never_a_command(void **state)
{
    struct key key = {.kind = KEY_KIND_PASTE, .text = "d", .len_bytes = 1};

    (void)state;
    assert_null(command_find(NULL, screen_table, &key, false));
}

static void hints(const struct keymap *keymap, bool typing, int cols, struct str *out)
{
    const struct command_table tables[] = {screen_table, global_table};
    struct hints chosen = {.n = 0};
    int used = 0;

    hints_choose(&chosen, keymap, tables, 2, typing, cols);
    for (size_t i = 0; i < chosen.n; i++) {
        str_printf(out, "%s%s %s", i ? "  " : "", chosen.v[i].key.text, chosen.v[i].command->hint);
        used += chosen.v[i].cols + 2;
    }
    assert_true(used <= cols);
    hints_release(&chosen);
}

static void hints__show_keys_that_work_now__as_many_as_fit__and_help_always(void **state)
{
    static const struct {
        bool typing;
        int cols;
        const char *line;
    } cases[] = {
        {false, 80, "空白鍵 出席  d 代理  x 字母  : 指令  F1 說明"},
        {true, 80, "F5 出席  F7 代理  ^P 指令  F1 說明"},
        {false, 30, "空白鍵 出席  d 代理  F1 說明"},
        {false, 12, "F1 說明"},
        {false, 3, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str line = STR_INIT;

        hints(NULL, cases[i].typing, cases[i].cols, &line);
        assert_string_equal(line.text, cases[i].line);
        str_release(&line);
    }
}

static void hints__follow_the_configuration(void **state)
{
    struct keymap keymap = {0};
    struct str line = STR_INIT;

    (void)state;
    assert_int_equal(keymap_set(&keymap, "roll.present", "Ctrl-Y", NULL), STATUS_OK);
    assert_int_equal(keymap_set(&keymap, "app.help", "F12", NULL), STATUS_OK);
    hints(&keymap, false, 80, &line);
    assert_string_equal(line.text, "^Y 出席  d 代理  x 字母  : 指令  F12 說明");
    str_release(&line);
    keymap_release(&keymap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(key__finds_its_command__but_no_plain_one_while_typing),
        cmocka_unit_test(configured_keys__replace_the_defaults),
        cmocka_unit_test(paste__is_never_a_command),
        cmocka_unit_test(hints__show_keys_that_work_now__as_many_as_fit__and_help_always),
        cmocka_unit_test(hints__follow_the_configuration),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
