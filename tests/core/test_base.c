/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What everything stands on: errors, growing texts and arenas.
 */
#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/base/str.h"
#include "core/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* ---- err ---- */

static void error__says_what_where_and_with_which_arguments(void **state)
{
    struct err err = {0};

    (void)state;
    err.os_error = 5;
    assert_int_equal(err_set(&err, STATUS_BAD, CODE_DATE_FORM, "meetings[0].start", "2023-02-30", NULL),
                     STATUS_BAD);
    err_arg(&err, 2, "第三");
    assert_int_equal(err.status, STATUS_BAD);
    assert_int_equal(err.code, CODE_DATE_FORM);
    assert_int_equal(err.os_error, 0);
    assert_string_equal(err.place, "meetings[0].start");
    assert_string_equal(err.arg[0], "2023-02-30");
    assert_string_equal(err.arg[1], "");
    assert_string_equal(err.arg[2], "第三");
    assert_int_equal(err_memory(&err), STATUS_MEMORY);
    assert_int_equal(err.code, CODE_MEMORY);
    assert_string_equal(err.place, "");
    assert_string_equal(err.arg[2], "");
}

static void error__may_have_nobody_to_hear_it(void **state)
{
    struct err err = {0};

    (void)state;
    assert_int_equal(err_set(NULL, STATUS_FULL, CODE_DB_FULL, "x", "y", "z"), STATUS_FULL);
    assert_int_equal(err_memory(NULL), STATUS_MEMORY);
    err_arg(NULL, 0, "x");
    err_arg(&err, -1, "x");
    err_arg(&err, ERR_ARGS, "x");
    for (int i = 0; i < ERR_ARGS; i++)
        assert_string_equal(err.arg[i], "");
}

static void long_argument__is_cut_between_characters(void **state)
{
    (void)state;
    for (size_t lead = 0; lead < 4; lead++) {
        struct err err = {0};
        struct str text = STR_INIT;

        str_add_repeat(&text, "x", (int)lead);
        str_add_repeat(&text, lead % 2 ? "水" : "\U00020000", 200);
        (void)err_set(&err, STATUS_BAD, CODE_DATE_FORM, text.text, NULL, text.text);
        assert_true(strlen(err.place) < ERR_TEXT_BYTES && strlen(err.place) > ERR_TEXT_BYTES - 5);
        assert_int_equal(text_invalid_at(err.place, strlen(err.place)), strlen(err.place));
        assert_memory_equal(err.place, text.text, strlen(err.place));
        assert_string_equal(err.arg[1], err.place);
        str_release(&text);
    }
}

static void exit_status__follows_the_contract_of_the_command_line(void **state)
{
    static const struct {
        enum status status;
        int exit;
    } cases[] = {
        {STATUS_OK, 0},      {STATUS_NO, 1},   {STATUS_CONFLICT, 1}, {STATUS_USAGE, 2},  {STATUS_BAD, 3},
        {STATUS_MISSING, 3}, {STATUS_BUSY, 4}, {STATUS_STORAGE, 4},  {STATUS_MEMORY, 4}, {STATUS_FULL, 4},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(status_exit(cases[i].status), cases[i].exit);
}

/* ---- str ---- */

static void text__is_never_null__and_can_be_used_again_after_release(void **state)
{
    struct str str = STR_INIT;

    (void)state;
    assert_string_equal(str.text, "");
    str_clear(&str);
    str_cut(&str, 0);
    str_add(&str, NULL);
    str_add(&str, "");
    str_add_bytes(&str, NULL, 0);
    str_add_repeat(&str, "x", -1);
    assert_string_equal(str.text, "");
    str_release(&str);
    str_release(&str);
    str_add(&str, "水");
    assert_string_equal(str.text, "水");
    str_clear(&str);
    assert_string_equal(str.text, "");
    assert_int_equal(str.len_bytes, 0);
    assert_false(str_failed(&str));
    str_release(&str);
    assert_string_equal(str_empty, "");
}

static void appending__keeps_every_byte__however_long(void **state)
{
    struct str str = STR_INIT;

    (void)state;
    str_add_bytes(&str, "a\0b", 3);
    assert_int_equal(str.len_bytes, 3);
    assert_memory_equal(str.text, "a\0b", 4);
    str_clear(&str);
    for (int i = 0; i < 10000; i++)
        str_add_char(&str, (char)('a' + i % 26));
    str_add_repeat(&str, "水", 3);
    str_printf(&str, "%d-%s", 112, "五月");
    assert_int_equal(str.len_bytes, 10000 + 9 + 10);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(str.text[i], 'a' + i % 26);
    assert_string_equal(str.text + 10000, "水水水112-五月");
    str_release(&str);
}

static void splice__replaces__and_clamps_what_lies_outside(void **state)
{
    static const struct {
        const char *text;
        size_t at, del;
        const char *bytes, *result;
    } cases[] = {
        {"abcdef", 2, 2, "XYZ", "abXYZef"},
        {"abcdef", 2, 3, "X", "abXf"},
        {"abcdef", 0, 0, "X", "Xabcdef"},
        {"abcdef", 6, 0, "X", "abcdefX"},
        {"abcdef", 99, 99, "X", "abcdefX"},
        {"abcdef", 4, SIZE_MAX, "", "abcd"},
        {"abcdef", 0, SIZE_MAX, "", ""},
        {"", 0, 0, "水", "水"},
        {"", 5, 5, "", ""},
        {"abcdef", 3, 0, "", "abcdef"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str str = STR_INIT;

        str_add(&str, cases[i].text);
        str_splice(&str, cases[i].at, cases[i].del, cases[i].bytes, strlen(cases[i].bytes));
        assert_false(str_failed(&str));
        assert_string_equal(str.text, cases[i].result);
        assert_int_equal(str.len_bytes, strlen(cases[i].result));
        str_release(&str);
    }
}

static void cutting_and_swapping__leave_whole_texts(void **state)
{
    struct str a = STR_INIT, b = STR_INIT;

    (void)state;
    str_add(&a, "河川司");
    str_cut(&a, 99);
    assert_string_equal(a.text, "河川司");
    str_cut(&a, 6);
    str_swap(&a, &b);
    assert_string_equal(a.text, "");
    assert_string_equal(b.text, "河川");
    str_release(&a);
    str_release(&b);
}

static void failed_allocation__is_remembered__and_the_text_stays_as_it_was(void **state)
{
    struct str str = STR_INIT, fresh = STR_INIT;

    (void)state;
    str_add(&str, "水質");
    str_add_bytes(&str, "x", SIZE_MAX / 2);
    assert_true(str_failed(&str));
    str_add(&str, "more");
    str_printf(&str, "%d", 1);
    str_splice(&str, 0, 3, "y", 1);
    assert_string_equal(str.text, "水質");
    str_clear(&str);
    assert_true(str_failed(&str));
    str_release(&str);
    assert_false(str_failed(&str));
    str_splice(&fresh, 0, 0, "x", SIZE_MAX);
    assert_true(str_failed(&fresh));
    assert_string_equal(fresh.text, "");
    str_release(&fresh);
}

static void texts__are_the_same__by_their_bytes__and_nothing_only_as_nothing(void **state)
{
    char copy[] = "水";

    (void)state;
    assert_true(text_same(NULL, NULL));
    assert_false(text_same(NULL, ""));
    assert_false(text_same("", NULL));
    assert_true(text_same("水", copy));
    assert_false(text_same("台", "臺"));
}

/* ---- arena ---- */

static void arena__gives_zeroed_aligned_memory__of_any_size(void **state)
{
    struct arena arena = ARENA_INIT;
    const size_t sizes[] = {0, 1, 7, 16, 17, 4096, 16384, 16385, 1000000, 3};

    (void)state;
    for (int round = 0; round < 50; round++)
        for (size_t i = 0; i < COUNT(sizes); i++) {
            unsigned char *taken = arena_take(&arena, sizes[i]);

            assert_non_null(taken);
            assert_int_equal((uintptr_t)taken % _Alignof(max_align_t), 0);
            for (size_t j = 0; j < sizes[i]; j++)
                assert_int_equal(taken[j], 0);
            memset(taken, 0xAA, sizes[i]);
        }
    arena_release(&arena);
    arena_release(&arena);
    assert_non_null(arena_take(&arena, 10));
    arena_release(&arena);
}

static void arena__copies_and_formats_texts(void **state)
{
    struct arena arena = ARENA_INIT;

    (void)state;
    assert_string_equal(arena_text(&arena, "水質司", 6), "水質");
    assert_string_equal(arena_text(&arena, NULL, 0), "");
    assert_string_equal(arena_printf(&arena, "%d年第%d次", 112, 2), "112年第2次");
    assert_string_equal(arena_printf(&arena, "%s", ""), "");
    assert_int_equal(strlen(arena_printf(&arena, "%*d", 20000, 1)), 20000);
    arena_release(&arena);
}

static void arena__refuses__what_cannot_be_had(void **state)
{
    struct arena arena = ARENA_INIT;

    (void)state;
    assert_null(arena_take(&arena, SIZE_MAX));
    assert_null(arena_take(&arena, SIZE_MAX - 20));
    assert_null(arena_text(&arena, "x", SIZE_MAX));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(error__says_what_where_and_with_which_arguments),
        cmocka_unit_test(error__may_have_nobody_to_hear_it),
        cmocka_unit_test(long_argument__is_cut_between_characters),
        cmocka_unit_test(exit_status__follows_the_contract_of_the_command_line),
        cmocka_unit_test(text__is_never_null__and_can_be_used_again_after_release),
        cmocka_unit_test(appending__keeps_every_byte__however_long),
        cmocka_unit_test(splice__replaces__and_clamps_what_lies_outside),
        cmocka_unit_test(cutting_and_swapping__leave_whole_texts),
        cmocka_unit_test(failed_allocation__is_remembered__and_the_text_stays_as_it_was),
        cmocka_unit_test(texts__are_the_same__by_their_bytes__and_nothing_only_as_nothing),
        cmocka_unit_test(arena__gives_zeroed_aligned_memory__of_any_size),
        cmocka_unit_test(arena__copies_and_formats_texts),
        cmocka_unit_test(arena__refuses__what_cannot_be_had),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
