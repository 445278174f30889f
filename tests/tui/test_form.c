/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form: storing on leaving, refusing with the text kept.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/widgets/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME, DATE, TIME, NUMBER, CHOICE, PICK, SWITCH, FIELDS };

struct values {
    char text[FIELDS][64];
    int sets;
    bool refuse, hide_time;
    char *given; /* a label that goes while the picker is open; NULL = none */
};

static int place(const struct form_field *field)
{
    return *(const int *)field->data;
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    if (field->data)
        str_add(out, ((struct values *)context)->text[place(field)]);
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct values *values = context;

    if (values->refuse)
        return err_set(err, STATUS_NO, CODE_KEY_IN_USE, NULL, value, NULL);
    values->sets++;
    (void)snprintf(values->text[place(field)], sizeof values->text[0], "%s", value);
    return STATUS_OK;
}

static void options(void *context, const struct form_field *field, struct arena *arena,
                    struct form_option **out, size_t *n)
{
    static const struct form_option all[] = {{"", "（未定）", NULL, 0},
                                             {"m1", "林主秘", "召集人", 1},
                                             {"m2", "歐陽河", "河海大學", 2},
                                             {"m3", "江謝湖", "水質司", 12}};

    (void)field;
    *out = arena_take(arena, sizeof all);
    assert_non_null(*out);
    memcpy(*out, all, sizeof all);
    if (((struct values *)context)->given)
        (*out)[1].label = ((struct values *)context)->given;
    *n = sizeof all / sizeof all[0];
}

static bool hidden(void *context, const struct form_field *field)
{
    return field->kind == FORM_TIME && ((struct values *)context)->hide_time;
}

static const struct form_source source = {get, set, options, hidden};
static const int places[FIELDS] = {NAME, DATE, TIME, NUMBER, CHOICE, PICK, SWITCH};
static const struct form_field fields[] = {
    {NULL, "基本資料", FORM_HEADING, NULL, 0, 0, false, NULL},
    {"name", "名稱", FORM_TEXT, "會議的名稱", 0, 12, true, &places[NAME]},
    {"date", "日期", FORM_DATE, "可輸入 112/5/24", 0, 0, false, &places[DATE]},
    {"time", "時間", FORM_TIME, NULL, 0, 0, false, &places[TIME]},
    {"number", "次別", FORM_NUMBER, NULL, 1, 99, false, &places[NUMBER]},
    {"choice", "類別", FORM_CHOICE, NULL, 0, 0, false, &places[CHOICE]},
    {"pick", "主席", FORM_PICK, NULL, 0, 0, false, &places[PICK]},
    {"switch", "視訊", FORM_SWITCH, NULL, 0, 0, false, &places[SWITCH]},
    {"delete", "刪除", FORM_ACTION, NULL, 0, 0, false, NULL},
};
static const struct date today = {2023, 5, 10};

static void start(struct form *form, struct values *values)
{
    *values = (struct values){.text = {"水文", "2023-05-24", "14:00", "1", "m1", "m2", "0"}};
    form_init(form, fields, sizeof fields / sizeof fields[0], &source, values, today);
    form_reload(form);
}

/* Press keys by name; what is no key is typed. Returns the last result. */
static enum form_result press(struct form *form, const char *keys)
{
    enum form_result result = FORM_IGNORED;
    char name[64];

    while (*keys) {
        size_t n = strcspn(keys, " ");
        struct key key;

        memcpy(name, keys, n);
        name[n] = '\0';
        if (!key_parse(name, &key))
            key = key_text(name);
        result = form_key(form, &key);
        keys += n + (keys[n] == ' ');
    }
    return result;
}

static void focus__starts_at_the_first_field__and_passes_headings(void **state)
{
    struct values values;
    struct form form;

    (void)state;
    start(&form, &values);
    assert_string_equal(form_field(&form)->name, "name");
    (void)press(&form, "Up");
    assert_string_equal(form_field(&form)->name, "name");
    (void)press(&form, "Down Tab Enter");
    assert_string_equal(form_field(&form)->name, "number");
    (void)press(&form, "Shift-Tab");
    assert_string_equal(form_field(&form)->name, "time");
    form_release(&form);
}

static void typed_value__is_stored_when_the_field_is_left__in_any_way(void **state)
{
    static const char *const ways[] = {"Enter", "Tab", "Shift-Tab", "Up", "Down"};

    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct values values;
        struct form form;

        start(&form, &values);
        assert_true(form_go(&form, "date"));
        (void)press(&form, "112/6/1");
        assert_int_equal(values.sets, 0);
        assert_int_equal(press(&form, ways[i]), FORM_STORED);
        assert_string_equal(values.text[DATE], "2023-06-01");
        form_release(&form);
    }
}

static void values__are_understood_as_people_type_them(void **state)
{
    static const struct {
        const char *field, *keys;
        int place;
        const char *value;
    } cases[] = {
        {"date", "1120524", DATE, "2023-05-24"},
        {"date", "5/24", DATE, "2023-05-24"},
        {"date", "2023-05-24", DATE, "2023-05-24"},
        {"date", "Backspace", DATE, ""},
        {"time", "0930", TIME, "09:30"},
        {"time", "下午2時", TIME, "14:00"},
        {"number", "１２", NUMBER, "12"},
        {"number", "007", NUMBER, "7"},
        {"name", "Ctrl-U 　河川　", NAME, "河川"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct values values;
        struct form form;

        start(&form, &values);
        assert_true(form_go(&form, cases[i].field));
        (void)press(&form, cases[i].keys);
        assert_true(form_leave(&form));
        assert_string_equal(values.text[cases[i].place], cases[i].value);
        form_release(&form);
    }
}

static void nonsense__is_refused__and_the_text_stays(void **state)
{
    static const struct {
        const char *field, *keys, *text;
        enum code code;
    } cases[] = {
        {"date", "112/2/30", "112/2/30", CODE_DATE_NO_SUCH_DAY},
        {"date", "下週三", "下週三", CODE_DATE_FORM},
        {"time", "99", "99", CODE_TIME_FORM},
        {"number", "100", "100", CODE_FORM_RANGE},
        {"number", "-1", "-1", CODE_FORM_NUMBER},
        {"number", "9999999999999", "9999999999999", CODE_FORM_NUMBER},
        {"name", "Ctrl-U", "", CODE_FORM_REQUIRED},
        {"name", "水文部政府", "水文水文部政府", CODE_FORM_LONG},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct values values;
        struct form form;

        start(&form, &values);
        assert_true(form_go(&form, cases[i].field));
        (void)press(&form, cases[i].keys);
        assert_int_equal(press(&form, "Enter"), FORM_REFUSED);
        assert_false(form_leave(&form));
        assert_int_equal(form.err.code, cases[i].code);
        assert_string_equal(form.line.text.text, cases[i].text);
        assert_string_equal(form_field(&form)->name, cases[i].field);
        assert_int_equal(values.sets, 0);
        assert_int_equal(press(&form, "Esc"), FORM_HANDLED); /* takes it back */
        assert_true(form_leave(&form));
        form_release(&form);
    }
}

static void refusal_of_the_caller__stands_at_the_field(void **state)
{
    struct values values;
    struct form form;
    struct cells cells = {0};

    (void)state;
    start(&form, &values);
    values.refuse = true;
    assert_int_equal(press(&form, "x Enter"), FORM_REFUSED);
    picture_start(&cells, 60, 12);
    form_draw(&form, (struct rect){0, 0, 60, 12}, true);
    assert_row(&cells, 1, " 名稱  水文x");
    assert_row(&cells, 2, "       「水文x」已經有了。");
    assert_row(&cells, 3, " 日期  112/05/24(三)");
    picture_end(&cells);
    form_release(&form);
}

static void unchanged_value__is_not_stored_again(void **state)
{
    struct values values;
    struct form form;

    (void)state;
    start(&form, &values);
    (void)press(&form, "Down 112/5/24 Down 1400 Down 1 Down");
    assert_int_equal(values.sets, 0);
    form_release(&form);
}

static void choices__turn_with_arrows__and_are_stored_at_once(void **state)
{
    struct values values;
    struct form form;

    (void)state;
    start(&form, &values);
    assert_true(form_go(&form, "choice"));
    assert_false(form_typing(&form));
    assert_int_equal(press(&form, "Right"), FORM_STORED);
    assert_string_equal(values.text[CHOICE], "m2");
    (void)press(&form, "Space Right");
    assert_string_equal(values.text[CHOICE], "");
    (void)press(&form, "Left");
    assert_string_equal(values.text[CHOICE], "m3");
    (void)press(&form, "Enter Home Down Enter");
    assert_string_equal(values.text[CHOICE], "m1");
    form_release(&form);
}

static void picker__opens_by_typing_or_enter__and_escape_leaves_the_value(void **state)
{
    struct values values;
    struct form form;

    (void)state;
    start(&form, &values);
    assert_true(form_go(&form, "pick"));
    assert_true(form_typing(&form));
    (void)press(&form, "江 Enter");
    assert_string_equal(values.text[PICK], "m3");
    (void)press(&form, "1 2 Enter");
    assert_string_equal(values.text[PICK], "m3");
    (void)press(&form, "1 Enter");
    assert_string_equal(values.text[PICK], "m1");
    (void)press(&form, "Enter Down Esc");
    assert_string_equal(values.text[PICK], "m1");
    assert_false(form.picking);
    (void)press(&form, "沒 有 Enter Esc");
    assert_string_equal(values.text[PICK], "m1");
    form_release(&form);
}

/* The screen beneath was loaded anew, and what it had given is freed. */
static void an_open_picker__keeps_its_texts_whatever_becomes_of_the_screen(void **state)
{
    struct values values;
    struct form form;

    (void)state;
    start(&form, &values);
    values.given = strdup("林主秘");
    assert_non_null(values.given);
    assert_true(form_go(&form, "pick"));
    (void)press(&form, "Enter");
    free(values.given);
    values.given = NULL;
    form_reload(&form);
    (void)press(&form, "林 Enter");
    assert_string_equal(values.text[PICK], "m1");
    form_release(&form);
}

static void an_open_picker__closes_without_a_choice__when_a_command_goes_to_another_field(void **state)
{
    struct values values;
    struct form form;

    (void)state;
    start(&form, &values);
    assert_true(form_go(&form, "pick"));
    (void)press(&form, "1 Enter");
    (void)press(&form, "Enter Down");
    assert_true(form.picking);
    assert_true(form_go(&form, "name"));
    assert_false(form.picking);
    assert_string_equal(values.text[PICK], "m1");
    form_release(&form);
}

static void switch_and_action__answer_space_and_enter(void **state)
{
    struct values values;
    struct form form;

    (void)state;
    start(&form, &values);
    assert_true(form_go(&form, "switch"));
    assert_int_equal(press(&form, "Space"), FORM_STORED);
    assert_string_equal(values.text[SWITCH], "1");
    (void)press(&form, "Left Enter");
    assert_string_equal(values.text[SWITCH], "0");
    assert_int_equal(press(&form, "Enter"), FORM_RUN);
    assert_string_equal(form_field(&form)->name, "delete");
    assert_int_equal(press(&form, "Esc"), FORM_IGNORED);
    form_release(&form);
}

static void reload__keeps_what_is_being_typed__and_shows_what_is_not(void **state)
{
    struct values values;
    struct form form;

    (void)state;
    start(&form, &values);
    (void)press(&form, "x");
    (void)snprintf(values.text[NAME], sizeof values.text[NAME], "別人改的");
    form_reload(&form);
    assert_string_equal(form.line.text.text, "水文x");
    (void)press(&form, "Esc");
    assert_string_equal(form.line.text.text, "別人改的");
    form_release(&form);
}

static void hidden_field__is_neither_drawn_nor_entered(void **state)
{
    struct values values;
    struct form form;
    struct cells cells = {0};

    (void)state;
    start(&form, &values);
    values.hide_time = true;
    (void)press(&form, "Down Down");
    assert_string_equal(form_field(&form)->name, "number");
    picture_start(&cells, 40, 12);
    form_draw(&form, (struct rect){0, 0, 40, 12}, true);
    assert_row(&cells, 2, " 日期  112/05/24(三)");
    assert_row(&cells, 3, " 次別  1");
    assert_row(&cells, 4, " 類別  < 林主秘 >");
    assert_row(&cells, 5, " 主席   歐陽河");
    assert_row(&cells, 6, " 視訊   否");
    assert_row(&cells, 7, "  [ 刪除 ]");
    picture_end(&cells);
    form_release(&form);
}

static void focused_field__is_in_sight_with_its_help__at_every_height(void **state)
{
    (void)state;
    for (int rows = 2; rows < 14; rows++) {
        struct values values;
        struct form form;

        start(&form, &values);
        for (int i = 0; i < 8; i++) {
            struct cells cells = {0};
            bool seen = false;

            picture_start(&cells, 40, rows);
            form_draw(&form, (struct rect){0, 0, 40, rows}, true);
            for (int y = 0; y < rows; y++)
                for (int x = 0; x < 40; x++) {
                    enum role role = (enum role)cells_at(&cells, x, y)->role;

                    seen = seen || role == ROLE_INPUT_FOCUS || role == ROLE_MARK || role == ROLE_SELECTED;
                }
            assert_true(seen);
            picture_end(&cells);
            (void)press(&form, "Down");
        }
        form_release(&form);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(focus__starts_at_the_first_field__and_passes_headings),
        cmocka_unit_test(typed_value__is_stored_when_the_field_is_left__in_any_way),
        cmocka_unit_test(values__are_understood_as_people_type_them),
        cmocka_unit_test(nonsense__is_refused__and_the_text_stays),
        cmocka_unit_test(refusal_of_the_caller__stands_at_the_field),
        cmocka_unit_test(unchanged_value__is_not_stored_again),
        cmocka_unit_test(choices__turn_with_arrows__and_are_stored_at_once),
        cmocka_unit_test(picker__opens_by_typing_or_enter__and_escape_leaves_the_value),
        cmocka_unit_test(an_open_picker__keeps_its_texts_whatever_becomes_of_the_screen),
        cmocka_unit_test(an_open_picker__closes_without_a_choice__when_a_command_goes_to_another_field),
        cmocka_unit_test(switch_and_action__answer_space_and_enter),
        cmocka_unit_test(reload__keeps_what_is_being_typed__and_shows_what_is_not),
        cmocka_unit_test(hidden_field__is_neither_drawn_nor_entered),
        cmocka_unit_test(focused_field__is_in_sight_with_its_help__at_every_height),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
