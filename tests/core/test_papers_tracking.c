/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of earlier decisions, as a table and in the chair's mouth; and the quorum that he announces.
 */
#include "tests/core/papers.h"

#include "core/cycle/kin_desk.h"

/* A style of the test's own, borrowed until the next one is made. */
static const char *own_style(void **state, const char *text)
{
    write_file(path_of(state, "own.ini"), text, strlen(text));
    return path_of(state, "own.ini");
}

/* ---- the table --------------------------------------------------------------------------------- */

static void table__lists_what_is_open_with_progress_and_recommendation(void **state)
{
    static const char *const expected[] = {"上次會議決議事項辦理情形表",
                                           "列管編號",
                                           "111-2-01",
                                           "建請解除列管",
                                           "111-2-02",
                                           "尚有2個欄位",
                                           "建請繼續列管",
                                           "112-1-03",
                                           "建請併案列管"};
    struct office office;

    office_init(state, &office);
    print_paper(&office, "tracking", "formal", COPY_PUBLIC, 200);
    assert_in_order(office.out.text, expected, COUNT(expected));
    office_release(&office);
}

static void table__without_any_decision__says_none(void **state)
{
    struct office office;

    office_of_file(state, &office, FIXTURES "people.json", NULL);
    print_paper(&office, "tracking", "formal", COPY_PUBLIC, 76);
    assert_non_null(strstr(office.out.text, "無列管事項。"));
    office_release(&office);
}

static void table_in_docket__lists_all_that_the_last_meeting_decided_and_what_else_is_open(void **state)
{
    /* a cell's first line stands beside the first of the others */
    static const char *const expected[] = {"參、報告事項：",
                                           "洽悉。",
                                           "一、本部及所屬機關資料盤點表",
                                           "二、112年度資料集品質自評結果報告",
                                           "肆、討論事項：",
                                           "一、修正「水文部",
                                           "二、地下水觀測井位",
                                           "河川司：項次3及項次5已於3月27日開放。",
                                           "111年第2次會議 參、報告事項、案由三",
                                           "水質司：2個欄位"};
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    office_previous(&office, "112-2");
    print_paper(&office, "tracking", "docket", COPY_PUBLIC, 200);
    assert_in_order(office.out.text, expected, COUNT(expected));
    office_release(&office);
}

/* Whatever the style lists, each tracked decision that the meeting goes through is there once. */
static void table__leaves_no_open_decision_out_and_none_stands_twice(void **state)
{
    static const char *const styles[] = {
        "[tracking_table]\nwhich = all\ncolumns = \"matter key progress\"\n",
        "[tracking_table]\nwhich = tracked\ncolumns = \"matter key progress\"\n",
        "[tracking_table]\nwhich = all\ncolumns = \"key decision\"\neach = \"案由1\"\n"};
    static const char *const open[] = {"111-2-02", "112-1-02", "112-2-01", "112-2-02", "112-2-03"};
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    office_previous(&office, "112-2");
    for (size_t i = 0; i < COUNT(styles); i++) {
        print_paper(&office, "tracking", own_style(state, styles[i]), COPY_PUBLIC, 200);
        for (size_t k = 0; k < COUNT(open); k++)
            assert_int_equal(count_of(office.out.text, open[k]), 1);
    }
    office_release(&office);
}

static void table__one_for_each_decision__where_the_style_says_so(void **state)
{
    static const char *const expected[] = {"案由1", "111-2-01", "案由2", "111-2-02", "案由6", "112-1-04"};
    struct office office;

    office_init(state, &office);
    print_paper(&office, "tracking", own_style(state, "[tracking_table]\neach = \"案由1\"\n"), COPY_PUBLIC,
                200);
    assert_in_order(office.out.text, expected, COUNT(expected));
    assert_int_equal(count_of(office.out.text, "列管建議"), 6); /* a head each */
    office_release(&office);
}

/* Two units that recommend different things: neither word stands for both. */
static void table__names_the_units_that_do_not_agree(void **state)
{
    static const char *const record =
        "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\",\"name\":\"水文部諮詢小組\"}"
        ","
        "\"members\":[],\"meetings\":[{\"id\":\"112-2\",\"start\":\"2023-11-02T14:00\",\"items\":["
        "{\"section\":\"tracking\"}]}],\"resolutions\":[{\"key\":\"112-1-01\",\"source\":{\"text\":\"舊案\"},"
        "\"instruction\":[{\"text\":\"請兩司會商。\"}],\"units\":[\"河川司\",\"水質司\"],\"assisting\":["
        "\"資訊處\"],"
        "\"rounds\":[{\"meeting\":{\"id\":\"112-2\"},\"reports\":["
        "{\"unit\":\"河川司\",\"progress\":[\"已會商。\"],\"recommendation\":\"release\"},"
        "{\"unit\":\"水質司\",\"progress\":[\"尚待確認。\"],\"recommendation\":\"continue\"}]}]}]}";
    static const char *const expected[] = {"河川司、水質司；協辦：資訊處", "河川司：已會商。",
                                           "河川司：建請解除列管", "水質司：尚待確認。",
                                           "水質司：建請繼續列管"};
    struct office office;
    struct str path = STR_INIT;

    write_file(path_of(state, "two.json"), record, strlen(record));
    str_add(&path, path_of(state, "two.json"));
    office_of_file(state, &office, path.text, NULL);
    print_paper(&office, "tracking", "formal", COPY_PUBLIC, 200);
    assert_in_order(office.out.text, expected, COUNT(expected));
    print_paper(&office, "script", "formal", COPY_PUBLIC, 200);
    assert_non_null(strstr(office.out.text, "本案請問各位委員的意見？"));
    assert_null(strstr(office.out.text, "本案建議"));
    str_release(&path);
    office_release(&office);
}

/* ---- the chair's script ------------------------------------------------------------------------ */

static void script__announces_the_quorum_that_the_screen_shows(void **state)
{
    struct office office;
    struct str figures = STR_INIT;
    struct quorum q;

    office_init(state, &office);
    q = snapshot_quorum(&office.s, -1, NULL);
    assert_int_equal(q.verdict, QUORUM_MET);
    str_printf(&figures, "應出席委員%d人，現在出席%d人（含代理%d人），其中民間代表%d人", q.in_office,
               q.present, q.delegates, q.civil);
    print_paper(&office, "script", "formal", COPY_PUBLIC, 200);
    assert_non_null(strstr(office.out.text, figures.text));
    assert_non_null(strstr(office.out.text, "宣布開會"));
    str_release(&figures);
    office_release(&office);
}

static void script__without_quorum__does_not_let_the_chair_open(void **state)
{
    struct office office;

    office_init(state, &office);
    for (size_t i = 0; i < office.s.meeting.attendance.n; i++)
        office.s.meeting.attendance.v[i].status = i < 2 ? PRESENCE_PRESENT : PRESENCE_LEAVE;
    print_paper(&office, "script", "formal", COPY_PUBLIC, 200);
    assert_non_null(strstr(office.out.text, "未達開會人數（應有6人，民間代表至少3人），尚不能開會"));
    assert_null(strstr(office.out.text, "宣布開會"));
    office_release(&office);
}

static void script__before_check_in__leaves_the_figures_to_be_filled_in(void **state)
{
    struct office office;

    office_init(state, &office);
    office_meeting(&office, "113-1");
    print_paper(&office, "script", "formal", COPY_PUBLIC, 200);
    assert_non_null(strstr(office.out.text, "應出席委員12人，現在出席＿＿人"));
    office_release(&office);
}

static void script__goes_through_every_section_and_matter_in_order(void **state)
{
    static const char *const expected[] = {"壹、主席致詞",
                                           "貳、前次會議決議事項追蹤",
                                           "上次會議決議事項共6案，請資訊處說明",
                                           "111-2-01",
                                           "辦理情形：186站",
                                           "本案建議解除列管",
                                           "本案建議繼續列管",
                                           "參、報告事項",
                                           "請資訊處報告。",
                                           "本案洽悉",
                                           "肆、討論事項",
                                           "請綜合規劃司說明。",
                                           "擬辦事項如下",
                                           "擬辦：擬照案通過後",
                                           "伍、臨時動議",
                                           "陸、散會",
                                           "散會。"};
    struct office office;

    office_init(state, &office);
    print_paper(&office, "script", "formal", COPY_PUBLIC, 200);
    assert_in_order(office.out.text, expected, COUNT(expected));
    office_release(&office);
}

/* A decision of a meeting that is not in the data: its section by the style's name where it is a code, and a
 * mark behind a number that has none. */
static void a_decision_from_before__is_named_by_section_and_number(void **state)
{
    static const struct {
        const char *section, *number, *expected;
    } cases[] = {{"report", "案由一", "|報告事項：|案由一：測站校核|"},
                 {"壹、報告事項", "一、", "|壹、報告事項：|一、測站校核|"},
                 {"壹、報告事項", "(一)", "|壹、報告事項：|(一)測站校核|"},
                 {NULL, NULL, "|測站校核|"}};
    struct office office;

    office_init(state, &office);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct prior prior = {.section = cases[i].section, .number = cases[i].number, .title = "測站校核"};

        for (size_t k = 0; k < office.s.meeting.items.n; k++)
            if (office.s.meeting.items.v[k].section == SECTION_TRACKING) {
                office.s.meeting.items.v[k].prior.v = &prior;
                office.s.meeting.items.v[k].prior.n = 1;
            }
        print_paper(&office, "tracking", own_style(state, "[tracking_table]\ncolumns = \"matter\"\n"),
                    COPY_PUBLIC, 100);
        squeeze(&office.out);
        for (char *at; (at = strstr(office.out.text, "||")) != NULL;)
            memmove(at, at + 1, strlen(at)); /* of cells in two lines */
        if (!strstr(office.out.text, cases[i].expected))
            print_message("%s\n%s\n", cases[i].expected, office.out.text);
        assert_non_null(strstr(office.out.text, cases[i].expected));
    }
    office_release(&office);
}

/* ---- the minutes ------------------------------------------------------------------------------- */

static void minutes__say_what_a_decision_was_split_into(void **state)
{
    static const char *const expected[] = {"分案列管", "113-1-01", "請河川司校核北區。", "113-1-02",
                                           "請河川司校核南區。"};
    struct office office;
    struct node nodes[2];
    struct outline parts[2] = {{&nodes[0], 1}, {&nodes[1], 1}};
    struct arena arena = ARENA_INIT;
    const char **keys = NULL;
    struct err err = {0};

    for (int i = 0; i < 2; i++)
        entity_defaults(&node_entity, &nodes[i]);
    nodes[0].text = "請河川司校核北區。";
    nodes[1].text = "請河川司校核南區。";
    office_of_file(state, &office, FIXTURES "rounds.json", "113-1");
    assert_int_equal(resolution_split(office.db, &stamp, &office.s,
                                      resolution_find(&office.s.resolutions, "112-2-01"), parts, 2, &arena,
                                      &keys, &err),
                     STATUS_OK);
    arena_release(&arena);
    office_meeting(&office, "113-1");
    print_paper(&office, "minutes", "formal", COPY_PUBLIC, 76);
    assert_in_order(office.out.text, expected, COUNT(expected));
    office_release(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_decision_from_before__is_named_by_section_and_number),
        scratch_test(minutes__say_what_a_decision_was_split_into),
        scratch_test(table__lists_what_is_open_with_progress_and_recommendation),
        scratch_test(table__without_any_decision__says_none),
        scratch_test(table_in_docket__lists_all_that_the_last_meeting_decided_and_what_else_is_open),
        scratch_test(table__leaves_no_open_decision_out_and_none_stands_twice),
        scratch_test(table__one_for_each_decision__where_the_style_says_so),
        scratch_test(table__names_the_units_that_do_not_agree),
        scratch_test(script__announces_the_quorum_that_the_screen_shows),
        scratch_test(script__without_quorum__does_not_let_the_chair_open),
        scratch_test(script__before_check_in__leaves_the_figures_to_be_filled_in),
        scratch_test(script__goes_through_every_section_and_matter_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
