/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files written whole: what a path leads to is replaced, and nothing but a file is.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tui/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char text[] = "會議紀錄\n";

struct place {
    char directory[32], link[64], file[64];
};

/* A directory with a link to TO. */
static void place_open(struct place *place, const char *to)
{
    (void)snprintf(place->directory, sizeof place->directory, "/tmp/yishi-file-XXXXXX");
    assert_non_null(mkdtemp(place->directory));
    (void)snprintf(place->link, sizeof place->link, "%s/link", place->directory);
    (void)snprintf(place->file, sizeof place->file, "%s/file", place->directory);
    assert_int_equal(symlink(to ? to : place->file, place->link), 0);
}

static void place_close(struct place *place)
{
    (void)unlink(place->file);
    assert_int_equal(unlink(place->link), 0);
    assert_int_equal(rmdir(place->directory), 0);
}

static bool is_link(const char *path)
{
    struct stat info;

    return lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
}

static void file__is_replaced_by_the_whole(void **state)
{
    struct place place;
    struct str read = STR_INIT;
    struct err err = {0};

    (void)state;
    place_open(&place, NULL);
    assert_int_equal(file_write(place.file, "舊", strlen("舊"), &err), STATUS_OK);
    assert_int_equal(file_write(place.file, text, strlen(text), &err), STATUS_OK);
    assert_int_equal(file_read(place.file, 1 << 20, &read, &err), STATUS_OK);
    assert_string_equal(read.text, text);
    str_release(&read);
    place_close(&place);
}

static void link__stays_and_what_it_leads_to_is_replaced(void **state)
{
    struct place place;
    struct str read = STR_INIT;
    struct err err = {0};

    (void)state;
    place_open(&place, NULL);
    assert_int_equal(file_write(place.file, "舊", strlen("舊"), &err), STATUS_OK);
    assert_int_equal(file_write(place.link, text, strlen(text), &err), STATUS_OK);
    assert_true(is_link(place.link));
    assert_int_equal(file_read(place.file, 1 << 20, &read, &err), STATUS_OK);
    assert_string_equal(read.text, text);
    str_release(&read);
    place_close(&place);
}

static void device__is_written_to_and_never_replaced_by_a_file(void **state)
{
    static const struct {
        const char *device;
        enum status expected;
    } cases[] = {{"/dev/null", STATUS_OK}, {"/dev/full", STATUS_FULL}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct place place;
        struct err err = {0};

        place_open(&place, cases[i].device); /* by a link, that a mistake costs no device */
        assert_int_equal(file_write(place.link, text, strlen(text), &err), cases[i].expected);
        assert_true(is_link(place.link));
        place_close(&place);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(file__is_replaced_by_the_whole),
        cmocka_unit_test(link__stays_and_what_it_leads_to_is_replaced),
        cmocka_unit_test(device__is_written_to_and_never_replaced_by_a_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
