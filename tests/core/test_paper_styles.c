/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paper styles: that they have the same keys, that the manual tells of them all, and that a user's own is
 * refused with the line where it errs.
 */
#include "tests/core/papers.h"

#include "core/base/builtin.h"
#include "core/base/ini.h"

static enum status add_key(void *out, const struct ini_entry *entry, struct err *err)
{
    (void)err;
    if (!strchr(entry->section, '.'))
        str_printf(out, "%s:%s\n", entry->section, entry->key);
    return STATUS_OK;
}

static void every_style__has_every_key_in_the_same_order(void **state)
{
    struct str first = STR_INIT;
    struct err err = {0};

    (void)state;
    assert_int_equal(ini_read("classic", theme_file_find("paper", "classic")->text, add_key, &first, &err),
                     STATUS_OK);
    for (size_t i = 1; style_builtin_name(i); i++) {
        struct str other = STR_INIT;

        assert_int_equal(ini_read(style_builtin_name(i),
                                  theme_file_find("paper", style_builtin_name(i))->text, add_key, &other,
                                  &err),
                         STATUS_OK);
        assert_string_equal(other.text, first.text);
        str_release(&other);
    }
    str_release(&first);
}

/* The manual names each key where it names its part. */
static enum status look_up(void *manual, const struct ini_entry *entry, struct err *err)
{
    struct str part = STR_INIT;
    const char *at = manual;
    bool found = false;

    (void)err;
    str_printf(&part, "[%.*s]", (int)strcspn(entry->section, "."), entry->section);
    while (!found && (at = strstr(at, part.text)) != NULL) {
        const char *end = strstr(at, "\n.It Cm ["), *key = strstr(at, entry->key);

        found = key && (!end || key < end);
        at += part.len_bytes;
    }
    if (!found && strncmp(entry->key, "title_", 6) != 0 && strcmp(entry->key, "lines") != 0 &&
        strcmp(entry->key, "columns") != 0) {
        print_message("the manual does not tell of %s:%s\n", entry->section, entry->key);
        str_release(&part);
        return STATUS_BAD;
    }
    str_release(&part);
    return STATUS_OK;
}

static void manual__tells_of_every_key(void **state)
{
    struct str manual = STR_INIT;
    struct err err = {0};

    (void)state;
    read_file("man/yishi-paper.5", &manual);
    assert_int_equal(
        ini_read("classic", theme_file_find("paper", "classic")->text, look_up, manual.text, &err),
        STATUS_OK);
    str_release(&manual);
}

static void own_style__says_what_it_wants_and_classic_the_rest(void **state)
{
    static const char *const own =
        "[level]\n1 = \"一、\"\n[agenda]\ntitle_2 = \"議事日程\"\n[agenda.report]\nunit = \"主講：\"\n";
    struct office office;
    struct str path = STR_INIT;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    write_file(path_of(state, "own.ini"), own, strlen(own));
    str_add(&path, path_of(state, "own.ini"));
    print_paper(&office, "agenda", path.text, COPY_PUBLIC, 76);
    assert_non_null(strstr(office.out.text, "議事日程"));
    assert_non_null(strstr(office.out.text, "主講：資訊處"));
    assert_non_null(strstr(office.out.text, "提案單位：資訊處"));
    print_paper(&office, "signin", path.text, COPY_PUBLIC, 76);
    assert_non_null(strstr(office.out.text, "簽到表"));
    str_release(&path);
    office_release(&office);
}

static void own_style__with_a_key_that_no_part_knows__is_refused_with_its_line(void **state)
{
    static const struct {
        const char *text, *line;
    } cases[] = {{"[agenda]\nunits = \"x\"\n", "2"},
                 {"[signin]\nspare = 2\nspares = 2\n", "3"},
                 {"[agenda.dinner]\nunit = \"x\"\n", "2"},
                 {"[agenda.report]\nunit = \"x\"\ndinner = \"x\"\n", "3"},
                 {"[dinner]\ntitle_1 = \"x\"\n", "2"}};

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct style *style;
        struct err err = {0};

        write_file(path_of(state, "own.ini"), cases[i].text, strlen(cases[i].text));
        assert_int_equal(style_load(path_of(state, "own.ini"), &style, &err), STATUS_BAD);
        assert_int_equal(err.code, CODE_STYLE_KEY);
        assert_string_equal(err.arg[0], cases[i].line);
        assert_null(style);
    }
}

static void own_style__with_a_value_that_means_nothing__is_refused_with_its_line(void **state)
{
    static const struct {
        const char *text;
        enum code code;
        const char *line, *what;
    } cases[] = {
        {"[signin]\nlandscape = sideways\n", CODE_STYLE_SWITCH, "2", "sideways"},
        {"[reply]\neach = \"\"\n", CODE_STYLE_SWITCH, "2", ""},
        {"[head]\n; a remark\ntime = \"時間：{start\"\n", CODE_STYLE_PAIR, "3", "{start"},
        {"[date]\nstart = \"{Y}年[{MM}分\"\n", CODE_STYLE_PAIR, "2", "[{MM}分"},
        {"[head]\ntime = \"時間：{strat}\"\n", CODE_STYLE_NAME, "2", "{strat}"},
        {"[head]\ntime = \"{start}[、{place}]{}\"\n", CODE_STYLE_NAME, "2", "{}"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct style *style;
        struct err err = {0};

        write_file(path_of(state, "own.ini"), cases[i].text, strlen(cases[i].text));
        assert_int_equal(style_load(path_of(state, "own.ini"), &style, &err), STATUS_BAD);
        assert_int_equal(err.code, cases[i].code);
        assert_string_equal(err.arg[0], cases[i].line);
        assert_string_equal(err.arg[2], cases[i].what);
        assert_null(style);
    }
}

/* A copy of a compiled-in style is right, and so is every name that the manual speaks of. */
static void own_style__may_say_whatever_the_manual_and_the_compiled_in_styles_do(void **state)
{
    struct str manual = STR_INIT, own = STR_INIT;
    struct style *style;
    struct err err = {0};
    int names = 0;

    for (size_t i = 0; style_builtin_name(i); i++) {
        struct str path = STR_INIT;

        str_printf(&path, "themes/paper/%s.ini", style_builtin_name(i));
        assert_int_equal(style_load(path.text, &style, &err), STATUS_OK);
        style_free(style);
        str_release(&path);
    }
    read_file("man/yishi-paper.5", &manual);
    for (const char *at = strchr(manual.text, '{'); at; at = strchr(at + 1, '{')) {
        const size_t n = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz_YHM");

        if (n == 0 || at[n + 1] != '}')
            continue;
        str_clear(&own);
        str_printf(&own, "[head]\ntime = \"%.*s\"\n", (int)n + 2, at);
        write_file(path_of(state, "own.ini"), own.text, own.len_bytes);
        if (style_load(path_of(state, "own.ini"), &style, &err))
            print_message("%s is refused\n", own.text);
        assert_non_null(style);
        style_free(style);
        names++;
    }
    assert_true(names > 60);
    str_release(&manual);
    str_release(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(every_style__has_every_key_in_the_same_order),
        scratch_test(manual__tells_of_every_key),
        scratch_test(own_style__says_what_it_wants_and_classic_the_rest),
        scratch_test(own_style__with_a_key_that_no_part_knows__is_refused_with_its_line),
        scratch_test(own_style__with_a_value_that_means_nothing__is_refused_with_its_line),
        scratch_test(own_style__may_say_whatever_the_manual_and_the_compiled_in_styles_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
