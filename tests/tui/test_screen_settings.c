/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The settings and the keys: what is changed counts at once and at the next start, and nothing else of the
 * file changes.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"
#include "tui/command_list.h"
#include "tui/file.h"

#include <sys/stat.h>
#include <unistd.h>

#define ENTER "\r"
#define ESC "\033"
#define DOWN "\033[B"
#define RIGHT "\033[C"
#define F4 "\033OS"
#define F6 "\033[17~"
#define F7 "\033[18~"
#define DELETE "\033[3~"
#define INSERT "\033[2~"

static char ini_path[96];

/* At the settings, with TEXT as yishi.ini; NULL: no file, and not even its directory. */
static void at_settings(struct office *office, const char *text)
{
    struct err err = {0};

    memset(office, 0, sizeof *office);
    office_open(office, true, "2024-05-02T06:03:00Z");
    (void)snprintf(ini_path, sizeof ini_path, "%.*s/etc/yishi.ini",
                   (int)(strrchr(office->path, '/') - office->path), office->path);
    if (text) {
        assert_int_equal(file_make_parents(ini_path, &err), STATUS_OK);
        assert_int_equal(file_write(ini_path, text, strlen(text), &err), STATUS_OK);
    }
    assert_int_equal(config_read(&office->config, ini_path, &err), STATUS_OK);
    office->app.config_path = ini_path;
    office->app.login = "login";
    office->app.who =
        *config_text(&office->config, SET_WHO) ? config_text(&office->config, SET_WHO) : "login";
    assert_true(home_push(&office->app));
    assert_true(settings_push(&office->app));
}

static void assert_file(const char *expected)
{
    struct str text = STR_INIT;
    struct err err = {0};

    assert_int_equal(file_read(ini_path, 1 << 20, &text, &err), STATUS_OK);
    assert_string_equal(text.text, expected);
    str_release(&text);
}

/* ---- the settings ----------------------------------------------------------------------------------- */

static void settings__show_every_one_with_its_value_and_default(void **state)
{
    struct office office;

    (void)state;
    at_settings(&office, "[screen]\ntheme = blue\n");
    for (int i = 0; i < SET_COUNT; i++)
        assert_sees(&office, setting_info[i].title);
    assert_sees(&office, "blue");
    assert_sees(&office, "預設：　（依系統語系）");
    assert_sees(&office, "[general] language");
    assert_fits_every_size(&office);
    office_type(&office, DOWN DOWN);
    assert_sees(&office, "下次啟動");
    office_close(&office);
}

static void typed_name__counts_at_once__and_stands_in_the_file(void **state)
{
    struct office office;

    (void)state;
    at_settings(&office, "; 本機\n[general]\nwho = 江謝湖 ; 我\n[screen]\nambiguous = 2\n");
    office_type(&office, DOWN "\b\b\b歐陽秘書" ENTER);
    assert_string_equal(office.app.who, "歐陽秘書");
    assert_file("; 本機\n[general]\nwho = 歐陽秘書 ; 我\n[screen]\nambiguous = 2\n");
    assert_sees(&office, "已存：您的姓名 歐陽秘書");
    office_key(&office, "Up");
    office_type(&office, F4);
    assert_string_equal(office.app.who, "login");
    assert_file("; 本機\n[general]\n; 我\n[screen]\nambiguous = 2\n");
    office_close(&office);
}

static void choice__is_stored_as_it_is_made__and_makes_the_file(void **state)
{
    struct office office;

    (void)state;
    at_settings(&office, NULL);
    office_type(&office, DOWN DOWN DOWN RIGHT);
    assert_string_equal(config_text(&office.config, SET_THEME), "light");
    assert_file("[screen]\ntheme = light\n");
    office_type(&office, DOWN "2" ENTER);
    assert_file("[screen]\ntheme = light\nambiguous = 2\n");
    draw_set_ambiguous(1);
    office_close(&office);
}

static void nonsense__is_refused_at_the_field__and_nothing_is_written(void **state)
{
    static const struct {
        const char *keys, *says;
        enum setting setting;
    } cases[] = {
        {DOWN DOWN "/etc/passwd" ENTER, "不是資料庫檔案", SET_DATABASE},
        {DOWN DOWN "yishi.db" ENTER, "完整路徑", SET_DATABASE},
        {DOWN DOWN "/no/such/place/x.db" ENTER, "資料夾不存在", SET_DATABASE},
        {DOWN DOWN DOWN DOWN "3" ENTER, "1 到 2", SET_AMBIGUOUS},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct office office;

        at_settings(&office, "[screen]\n; leer\n");
        office_type(&office, cases[i].keys);
        assert_sees(&office, cases[i].says);
        assert_string_equal(config_text(&office.config, cases[i].setting),
                            setting_info[cases[i].setting].fallback);
        assert_file("[screen]\n; leer\n");
        office_close(&office);
    }
}

static void file_that_cannot_be_written__is_named__and_stays_whole(void **state)
{
    struct office office;
    struct str place = STR_INIT;

    (void)state;
    at_settings(&office, "[screen]\ntheme = blue ; 藍\n");
    str_add_bytes(&place, ini_path, (size_t)(strrchr(ini_path, '/') - ini_path));
    if (geteuid() != 0) {
        assert_int_equal(chmod(place.text, 0500), 0);
    } else { /* root may write anywhere: a directory stands where the file is to be */
        assert_int_equal(unlink(ini_path), 0);
        assert_int_equal(mkdir(ini_path, 0700), 0);
    }
    office_type(&office, DOWN "何筆" ENTER);
    assert_sees(&office, "檔案");
    assert_sees(&office, "何筆"); /* what was typed stays at the field */
    assert_string_equal(office.app.who, "login");
    if (geteuid() != 0) {
        assert_int_equal(chmod(place.text, 0700), 0);
        assert_file("[screen]\ntheme = blue ; 藍\n");
    }
    str_release(&place);
    office_close(&office);
}

static void link_and_permissions__stay_what_they_are(void **state)
{
    struct office office;
    struct stat info;
    struct str own = STR_INIT;

    (void)state;
    at_settings(&office, "[screen]\ntheme = blue\n");
    str_printf(&own, "%s.own", ini_path);
    assert_int_equal(rename(ini_path, own.text), 0);
    assert_int_equal(chmod(own.text, 0644), 0);
    assert_int_equal(symlink("yishi.ini.own", ini_path), 0);
    office_type(&office, DOWN DOWN DOWN RIGHT);
    assert_int_equal(lstat(ini_path, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat(ini_path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0644);
    assert_file("[screen]\ntheme = contrast\n");
    str_release(&own);
    office_close(&office);
}

/* ---- the keys --------------------------------------------------------------------------------------- */

static void new_key__works_at_once__and_stands_in_the_file(void **state)
{
    struct office office;

    (void)state;
    at_settings(&office, "[keys]\n; 我慣用的\n");
    office_type(&office, F6 "/home.new" ENTER ENTER "\024"); /* Ctrl-T */
    assert_file("[keys]\nhome.new = Ctrl-T\n; 我慣用的\n");
    assert_sees(&office, "^T");
    assert_sees(&office, "n  F7"); /* what it was */
    office_type(&office, INSERT "b");
    assert_file("[keys]\nhome.new = Ctrl-T b\n; 我慣用的\n");
    office_type(&office, ESC);
    office_type(&office, ESC);
    office_type(&office, "b" ENTER "6/20" ENTER);
    assert_sees(&office, "113年第2次會議");
    office_close(&office);
}

static void key_of_another__is_refused__and_the_other_named(void **state)
{
    static const struct {
        const char *command, *key, *says;
    } cases[] = {
        {"home.new", "t", "列管總表"},
        {"home.new", ":", "用名稱尋找並執行指令"},
        {"agenda.send", "\033[20~", "到下一步"},
        {"session.vote", "z", "一直在打字"},
        {"session.vote", "\001", "到本點的開頭"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct office office;
        struct str keys = STR_INIT;

        at_settings(&office, "[keys]\n");
        str_printf(&keys, F6 "/%s" ENTER ENTER "%s", cases[i].command, cases[i].key);
        office_type(&office, keys.text);
        str_release(&keys);
        assert_sees(&office, cases[i].says);
        assert_file("[keys]\n");
        office_close(&office);
    }
}

static void default_keys__come_back__and_their_line_goes(void **state)
{
    struct office office;

    (void)state;
    at_settings(&office, "[keys]\nhome.new = F10\nhome.open = Enter o\n");
    office_type(&office, F6 "/home.new" ENTER DELETE);
    assert_file("[keys]\nhome.open = Enter o\n");
    assert_sees(&office, "n  F7");
    assert_fits_every_size(&office);
    office_close(&office);
}

/* ---- the list of commands --------------------------------------------------------------------------- */

static void every_command__has_a_room__and_readable_keys(void **state)
{
    (void)state;
    assert_true(n_listed_commands > 200);
    for (size_t i = 0; i < n_listed_commands; i++) {
        const struct listed_command *command = &listed_commands[i];
        const struct command own = {.name = command->name, .keys = command->keys};
        struct key keys[COMMAND_KEYS];
        size_t n = 0;

        if (!command_room_of(command->name))
            print_error("no room in tui/command_list.c for %s\n", command->name);
        assert_non_null(command_room_of(command->name));
        assert_true(*command->title);
        for (const char *at = command->keys; *at; at += strspn(at, " ")) {
            at += strcspn(at, " ");
            n++;
        }
        if (n <= COMMAND_KEYS)
            assert_int_equal(command_keys(NULL, &own, keys), n);
        assert_ptr_equal(command_listed(command->name), command); /* once */
    }
    assert_null(command_listed("attendance.none"));
}

static void assert_listed(const struct app *app)
{
    const struct command_table *table = &app->top->ops->commands;

    for (size_t k = 0; k < table->n; k++) {
        const struct listed_command *listed = command_listed(table->v[k].name);

        if (!listed || strcmp(listed->title, table->v[k].title) || strcmp(listed->keys, table->v[k].keys))
            print_error("not in the list as it is: %s\n", table->v[k].name);
        assert_non_null(listed);
        assert_string_equal(listed->title, table->v[k].title);
        assert_string_equal(listed->keys, table->v[k].keys);
    }
}

/* What the screens themselves have is in the list, as it is there. */
static void commands_of_the_screens__stand_in_the_list(void **state)
{
    bool (*const screens[])(struct app *) = {home_push,    settings_push, keys_push,   committee_push,
                                             members_push, register_push, search_push, welcome_push};
    bool (*const steps[])(struct app *, int64_t) = {prepare_push, agenda_push, checkin_push, minutes_push,
                                                    publish_push};
    struct office office;

    (void)state;
    at_settings(&office, NULL);
    for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
        assert_true(screens[i](&office.app));
        assert_listed(&office.app);
    }
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        assert_true(steps[i](&office.app, office_meeting(&office, "113-1")));
        assert_listed(&office.app);
    }
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings__show_every_one_with_its_value_and_default),
        cmocka_unit_test(typed_name__counts_at_once__and_stands_in_the_file),
        cmocka_unit_test(choice__is_stored_as_it_is_made__and_makes_the_file),
        cmocka_unit_test(nonsense__is_refused_at_the_field__and_nothing_is_written),
        cmocka_unit_test(file_that_cannot_be_written__is_named__and_stays_whole),
        cmocka_unit_test(link_and_permissions__stay_what_they_are),
        cmocka_unit_test(new_key__works_at_once__and_stands_in_the_file),
        cmocka_unit_test(key_of_another__is_refused__and_the_other_named),
        cmocka_unit_test(default_keys__come_back__and_their_line_goes),
        cmocka_unit_test(every_command__has_a_room__and_readable_keys),
        cmocka_unit_test(commands_of_the_screens__stand_in_the_list),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
