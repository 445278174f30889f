/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minutes: against papers written by hand (white space apart), never wider than the page, and what
 * a public copy must not say.
 */
#include "tests/core/records.h"

#include "core/base/builtin.h"
#include "core/base/ini.h"
#include "core/paper/minutes.h"

enum { FILES_MAX = 100 };

/* The minutes of the meeting KEY of the record at PATH (KEY NULL: its first) appended to OUT. */
static void print_minutes(void **state, const char *path, const char *key, const char *paper, enum copy copy,
                          int width, struct str *out)
{
    struct db *db = new_db(state, "paper.db");
    struct snapshot s;
    struct style *style;
    struct document document;
    struct err err = {0};

    import_file(db, path);
    if (key) {
        load_meeting(db, key, &s);
    } else {
        assert_int_equal(snapshot_load(db, ask(db, "SELECT min(id) FROM meeting"), &s, &err), STATUS_OK);
    }
    assert_int_equal(style_load(paper, &style, &err), STATUS_OK);
    document_init(&document);
    assert_int_equal(minutes_build(&s, style, copy, &document, &err), STATUS_OK);
    assert_int_equal(document_text(&document, width, out, &err), STATUS_OK);
    document_release(&document);
    style_free(style);
    snapshot_release(&s);
    db_close(db);
    assert_int_equal(unlink(path_of(state, "paper.db")), 0);
}

/* TEXT without spaces and line feeds, full-width spaces too. */
static void squeeze(struct str *text)
{
    struct str out = STR_INIT;

    for (size_t i = 0; i < text->len_bytes;) {
        if (strncmp(text->text + i, "　", 3) == 0) {
            i += 3;
            continue;
        }
        if (!strchr(" \n\t\r", text->text[i]))
            str_add_char(&out, text->text[i]);
        i++;
    }
    str_swap(text, &out);
    str_release(&out);
}

static void minutes__equal_those_written_by_hand(void **state)
{
    char *names[FILES_MAX];
    size_t n = list_files(FIXTURES "minutes", ".txt", names, FILES_MAX);

    for (size_t i = 0; i < n; i++) {
        struct str path = STR_INIT, paper = STR_INIT, expected = STR_INIT, printed = STR_INIT;
        size_t name = strcspn(names[i], ".");

        str_printf(&path, FIXTURES "minutes/%s", names[i]);
        read_file(path.text, &expected);
        str_add_bytes(&paper, names[i] + name + 1, strlen(names[i]) - name - 1 - strlen(".txt"));
        names[i][name] = '\0';
        str_clear(&path);
        str_printf(&path, FIXTURES "%s.json", names[i]);
        print_minutes(state, path.text, NULL, paper.text, COPY_PUBLIC, 76, &printed);
        squeeze(&expected);
        squeeze(&printed);
        if (strcmp(printed.text, expected.text) != 0)
            print_message("%s %s\n", names[i], paper.text);
        assert_string_equal(printed.text, expected.text);
        str_release(&path);
        str_release(&paper);
        str_release(&expected);
        str_release(&printed);
        free(names[i]);
    }
    assert_true(n >= 20);
}

/* ---- the page -------------------------------------------------------------------------------- */

static void assert_width(const char *text, int width)
{
    while (*text) {
        size_t n = strcspn(text, "\n");
        int cols = text_cols(text, n, &text_paper);

        if (cols > width)
            print_message("%d of %d: %.*s\n", cols, width, (int)n, text);
        assert_true(cols <= width);
        assert_true(n == 0 || text[n - 1] != ' ');
        assert_int_equal(text[n], '\n');
        text += n + 1;
    }
}

static void minutes__are_never_wider_than_the_page(void **state)
{
    static const char *const records[] = {EXAMPLE,
                                          FIXTURES "eleven-items.json",
                                          FIXTURES "odd-characters.json",
                                          FIXTURES "people.json",
                                          FIXTURES "tracking.json",
                                          FIXTURES "vote.json"};
    static const char *const keys[] = {"112-1", "112-2", "113-1"};
    static const int widths[] = {40, 76, 100};

    for (size_t i = 0; i < COUNT(records); i++)
        for (size_t k = 0; k < (i ? 1 : COUNT(keys)); k++)
            for (size_t w = 0; w < COUNT(widths); w++) {
                struct str printed = STR_INIT;

                print_minutes(state, records[i], i ? NULL : keys[k], w % 2 ? "classic" : "formal",
                              COPY_INTERNAL, widths[w], &printed);
                assert_true(printed.len_bytes > 100);
                assert_width(printed.text, widths[w]);
                str_release(&printed);
            }
}

/* The words do not depend on the width: where no table is, the same text comes at each. */
static void minutes__say_the_same_at_every_width(void **state)
{
    struct str wide = STR_INIT, narrow = STR_INIT;

    print_minutes(state, FIXTURES "people.json", NULL, "formal", COPY_PUBLIC, 100, &wide);
    print_minutes(state, FIXTURES "people.json", NULL, "formal", COPY_PUBLIC, 40, &narrow);
    squeeze(&wide);
    squeeze(&narrow);
    assert_string_equal(wide.text, narrow.text);
    str_release(&wide);
    str_release(&narrow);
}

/* ---- disclosure ------------------------------------------------------------------------------ */

static const char *const closed_record =
    "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\",\"name\":\"水文部諮詢小組\"},"
    "\"members\":[{\"key\":\"m1\",\"surname\":\"司徒\",\"given\":\"靜宜\",\"appointments\":[{\"kind\":"
    "\"civil\"}]},"
    "{\"key\":\"m2\",\"surname\":\"江謝\",\"given\":\"雅筑\",\"appointments\":[{\"kind\":\"civil\"}]},"
    "{\"key\":\"m3\",\"surname\":\"高\",\"given\":\"志遠\",\"appointments\":[{\"kind\":\"agency\"}]}],"
    "\"meetings\":[{\"id\":\"112-1\",\"attendance\":[{\"member\":\"m1\",\"status\":\"present\","
    "\"disclosure\":\"anonymous\"},"
    "{\"member\":\"m3\",\"status\":\"delegate\",\"delegate\":{\"surname\":\"許\",\"given\":\"子謙\"},"
    "\"disclosure\":"
    "\"closed\"}],\"items\":[{\"section\":\"report\",\"title\":\"雨量報告\",\"statements\":["
    "{\"speaker\":{\"member\":\"m1\"},\"points\":[\"某某一\"]},"
    "{\"speaker\":{\"member\":\"m2\"},\"disclosure\":\"closed\",\"points\":[\"密一\"]},"
    "{\"speaker\":{\"unit\":\"河川司\"},\"disclosure\":\"closed\",\"response\":true,\"points\":[\"密二\"]},"
    "{\"speaker\":{\"delegate_of\":\"m3\"},\"points\":[\"密三\"]}]}]}]}";

static void print_closed(void **state, enum copy copy, struct str *out)
{
    write_file(path_of(state, "closed.json"), closed_record, strlen(closed_record));
    {
        struct str path = STR_INIT;

        str_add(&path, path_of(state, "closed.json"));
        print_minutes(state, path.text, NULL, "formal", copy, 76, out);
        str_release(&path);
    }
    squeeze(out);
}

static void public_minutes__say_nothing_of_closed_statements_and_no_anonymous_name(void **state)
{
    struct str out = STR_INIT;

    print_closed(state, COPY_PUBLIC, &out);
    assert_null(strstr(out.text, "密"));
    assert_null(strstr(out.text, "江謝"));
    assert_null(strstr(out.text, "河川司"));
    assert_null(strstr(out.text, "許"));
    assert_null(strstr(out.text, "高"));
    assert_null(strstr(out.text, "司徒"));
    assert_null(strstr(out.text, "靜宜"));
    assert_non_null(strstr(out.text, "某委員：某某一"));
    assert_null(strstr(out.text, "(一)")); /* one statement is left, and no gap shows the others */
    str_release(&out);
}

static void internal_minutes__have_the_closed_statements_and_say_so(void **state)
{
    struct str out = STR_INIT;

    print_closed(state, COPY_INTERNAL, &out);
    assert_non_null(strstr(out.text, "密一"));
    assert_non_null(strstr(out.text, "密二"));
    assert_non_null(strstr(out.text, "密三"));
    assert_non_null(strstr(out.text, "(不公開)"));
    assert_null(strstr(out.text, "司徒"));
    str_release(&out);
}

/* ---- tracking -------------------------------------------------------------------------------- */

static void minutes__tell_what_was_ruled_on_each_tracked_decision(void **state)
{
    static const char *const expected[] = {
        /* a decision of an older meeting, alone */
        "一、雨量站汰換情形報告決議：洽悉。二、紙本年報停刊一案決議：照案通過。辦理情形：已停刊。決議：由主辦"
        "單位自行列管。",
        /* one of the data: progress, recommendation, what was said of it, the ruling with its date and its
           own words */
        "三、112-2-01請資訊處辦理下列事項：1.汰換設備。2.編列經費。辦理情形：設備已汰換，經費籌措中。"
        "列管建議：建請繼續列管歐陽委員秉衡：請補列經費來源。資訊處回應：於下次會議說明。"
        "決議：繼續列管，期限113年12月31日。請於年底前完成。",
        /* and what was said of none of them, after all of them */
        "司徒委員靜宜：無其他意見。參、",
    };
    struct str out = STR_INIT;
    const char *at;

    print_minutes(state, FIXTURES "tracking.json", "113-1", "formal", COPY_PUBLIC, 76, &out);
    squeeze(&out);
    at = out.text;
    for (size_t i = 0; i < COUNT(expected); i++) {
        at = strstr(at, expected[i]);
        if (!at)
            print_message("%s\nin\n%s\n", expected[i], out.text);
        assert_non_null(at);
    }
    str_release(&out);
}

static void minutes_in_preparation__list_what_is_open_even_before_anything_is_reported(void **state)
{
    struct str out = STR_INIT;

    print_minutes(state, EXAMPLE, "113-1", "formal", COPY_PUBLIC, 76, &out);
    squeeze(&out);
    assert_non_null(strstr(out.text, "112-2-02"));
    assert_non_null(strstr(out.text, "112-2-03"));
    assert_null(strstr(out.text, "111-2-01")); /* released */
    str_release(&out);
}

/* ---- styles ---------------------------------------------------------------------------------- */

static void style__that_is_unknown_or_wrong__is_refused_with_its_line(void **state)
{
    static const char *const wrong = "[head]\ntime = \"時間：{start}\"\ntimes = \"x\"\n";
    struct style *style;
    struct err err = {0};

    assert_int_equal(style_load("fancy", &style, &err), STATUS_MISSING);
    assert_int_equal(err.code, CODE_STYLE_UNKNOWN);
    assert_string_equal(err.arg[0], "fancy");
    assert_non_null(strstr(err.arg[1], "classic"));
    assert_null(style);
    write_file(path_of(state, "own.ini"), wrong, strlen(wrong));
    assert_int_equal(style_load(path_of(state, "own.ini"), &style, &err), STATUS_BAD);
    assert_int_equal(err.code, CODE_STYLE_KEY);
    assert_string_equal(err.arg[0], "3");
    assert_null(style);
}

/* The general keys, a line each; a section's own are exceptions from them. */
static enum status add_key(void *out, const struct ini_entry *entry, struct err *err)
{
    (void)err;
    if (strncmp(entry->section, "section.", 8) != 0)
        str_printf(out, "%s:%s\n", entry->section, entry->key);
    return STATUS_OK;
}

static void styles__have_the_same_keys(void **state)
{
    struct str classic = STR_INIT, formal = STR_INIT;
    struct err err = {0};

    (void)state;
    assert_int_equal(ini_read("classic", theme_file_find("paper", "classic")->text, add_key, &classic, &err),
                     STATUS_OK);
    assert_int_equal(ini_read("formal", theme_file_find("paper", "formal")->text, add_key, &formal, &err),
                     STATUS_OK);
    assert_true(classic.len_bytes > 500);
    assert_string_equal(classic.text, formal.text); /* in the same order, too */
    str_release(&classic);
    str_release(&formal);
}

static void names_on_the_screen__are_those_on_the_paper(void **state)
{
    struct db *db = new_db(state, "x.db");
    struct snapshot s;
    struct style *style;
    struct str name = STR_INIT;
    struct err err = {0};

    import_file(db, EXAMPLE);
    load_meeting(db, "112-2", &s);
    assert_int_equal(style_load("formal", &style, &err), STATUS_OK);
    minutes_section_name(&s, style, SECTION_DISCUSSION, &name);
    assert_string_equal(name.text, "肆、討論事項");
    str_clear(&name);
    minutes_item_number(&s, style, meeting_item(&s.meeting, "j4"), &name);
    assert_string_equal(name.text, "案由二：");
    style_free(style);
    str_clear(&name);
    assert_int_equal(style_load("classic", &style, &err), STATUS_OK);
    minutes_section_name(&s, style, SECTION_REPORT, &name);
    assert_string_equal(name.text, "七、報告事項"); /* after the four lines of the head */
    style_free(style);
    str_release(&name);
    snapshot_release(&s);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(minutes__equal_those_written_by_hand),
        scratch_test(minutes__are_never_wider_than_the_page),
        scratch_test(minutes__say_the_same_at_every_width),
        scratch_test(public_minutes__say_nothing_of_closed_statements_and_no_anonymous_name),
        scratch_test(internal_minutes__have_the_closed_statements_and_say_so),
        scratch_test(minutes__tell_what_was_ruled_on_each_tracked_decision),
        scratch_test(minutes_in_preparation__list_what_is_open_even_before_anything_is_reported),
        scratch_test(style__that_is_unknown_or_wrong__is_refused_with_its_line),
        scratch_test(styles__have_the_same_keys),
        scratch_test(names_on_the_screen__are_those_on_the_paper),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
