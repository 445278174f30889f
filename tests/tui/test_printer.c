/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The print command: it gets the file, what it says when it fails is told, and it never keeps anybody
 * waiting.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "core/base/str.h"
#include "tui/printer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LONG_SECONDS = 60 };

static char directory[64];

static int make_directory(void **state)
{
    (void)state;
    (void)snprintf(directory, sizeof directory, "/tmp/yishi-printer-XXXXXX");
    return mkdtemp(directory) ? 0 : -1;
}

/* Nothing of what was printed stays. */
static int remove_directory(void **state)
{
    (void)state;
    return rmdir(directory);
}

static enum status print(const char *command, const char *text, int seconds, struct err *err)
{
    *err = (struct err){0};
    return printer_run(command, directory, text, strlen(text), ".txt", seconds, err);
}

/* The file beside the temporary ones that a command wrote into, and then it is gone. */
static void take_file(const char *name, char *text, size_t room)
{
    char path[128];
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/%s", directory, name);
    file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, room - 1, file)] = '\0';
    assert_int_equal(fclose(file), 0);
    assert_int_equal(unlink(path), 0);
}

static void a_paper__is_handed_over_in_a_file_that_nobody_else_reads_and_that_is_gone_afterwards(void **state)
{
    struct str command = STR_INIT;
    char text[256];
    struct err err;

    (void)state;
    str_printf(&command,
               "sh -c 'cat \"$1\" >%s/printed; stat -c %%a \"$1\" >%s/mode; echo \"$1\" >%s/name' sh",
               directory, directory, directory);
    assert_int_equal(print(command.text, "紀錄\f第二頁\n", LONG_SECONDS, &err), STATUS_OK);
    take_file("printed", text, sizeof text);
    assert_string_equal(text, "紀錄\f第二頁\n");
    take_file("mode", text, sizeof text);
    assert_string_equal(text, "600\n");
    take_file("name", text, sizeof text);
    assert_int_equal(strcmp(text + strlen(text) - 5, ".txt\n"), 0);
    str_release(&command);
}

static void a_command_that_fails__says_why(void **state)
{
    static const struct {
        const char *command, *code, *said;
    } cases[] = {
        {"echo lp: no default destination >&2; exit 3 #", "3", "lp: no default destination"},
        {"printf 'one\\ntwo\\n\\n'; exit 1 #", "1", "one two"},
        {"exit 9 #", "9", ""},
        {"kill -TERM $$ #", "143", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err err;

        assert_int_equal(print(cases[i].command, "x", LONG_SECONDS, &err), STATUS_STORAGE);
        assert_int_equal(err.code, CODE_PRINT_FAILED);
        assert_string_equal(err.arg[1], cases[i].code);
        assert_string_equal(err.arg[2], cases[i].said);
    }
}

static void a_command_that_is_not_there__is_told(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(print("/nowhere/lp -d office", "x", LONG_SECONDS, &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_PRINT_FAILED);
    assert_string_equal(err.arg[1], "127");
    assert_non_null(strstr(err.arg[2], "/nowhere/lp"));
}

static void no_command__is_told_and_nothing_written(void **state)
{
    static const char *const none[] = {"", "  ", NULL};
    struct err err = {0};

    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_int_equal(printer_run(none[i], "/nowhere", "x", 1, ".txt", 1, &err), STATUS_NO);
        assert_int_equal(err.code, CODE_PRINT_NO_COMMAND);
    }
    assert_int_equal(printer_run("true", "/nowhere", "x", 1, ".txt", 1, &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_FILE_WRITE);
}

/* Also one that does not listen, and what it started itself. */
static void a_command_that_does_not_end__is_ended(void **state)
{
    static const char *const commands[] = {"exec sleep 1000 #", "trap '' TERM; sleep 1000; sleep 1000 #",
                                           "exec >&- 2>&-; sleep 1000 #"};

    (void)state;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        const time_t began = time(NULL);
        struct err err;

        assert_int_equal(print(commands[i], "x", 1, &err), STATUS_STORAGE);
        assert_int_equal(err.code, CODE_PRINT_SLOW);
        assert_string_equal(err.arg[1], "1");
        assert_true(time(NULL) - began < LONG_SECONDS);
    }
}

/* A spooler that goes on in the background, with the pipe still open. */
static void a_command_that_leaves_something_running__is_not_waited_for(void **state)
{
    const time_t began = time(NULL);
    struct err err;

    (void)state;
    assert_int_equal(print("(sleep 20 &) ; true #", "x", LONG_SECONDS, &err), STATUS_OK);
    assert_true(time(NULL) - began < 15);
}

/* More than a pipe holds. */
static void a_command_that_says_much__does_not_stand_still(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(print("yes | head -c 300000; exit 1 #", "x", LONG_SECONDS, &err), STATUS_STORAGE);
    assert_int_equal(err.code, CODE_PRINT_FAILED);
    assert_int_equal(strncmp(err.arg[2], "y y y ", 6), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_paper__is_handed_over_in_a_file_that_nobody_else_reads_and_that_is_gone_afterwards),
        cmocka_unit_test(a_command_that_fails__says_why),
        cmocka_unit_test(a_command_that_is_not_there__is_told),
        cmocka_unit_test(no_command__is_told_and_nothing_written),
        cmocka_unit_test(a_command_that_does_not_end__is_ended),
        cmocka_unit_test(a_command_that_leaves_something_running__is_not_waited_for),
        cmocka_unit_test(a_command_that_says_much__does_not_stand_still),
    };

    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
