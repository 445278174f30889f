/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gates: every reason, in the order of the steps, and which of them bar.
 */
#include "tests/core/good_meeting.h"

#include "core/cycle/gate.h"

static const char *const names[REASON_COUNT] = {
    [REASON_NO_DATE] = "no date",
    [REASON_NO_PLACE] = "no place",
    [REASON_NO_CHAIR] = "no chair",
    [REASON_NO_RECORDER] = "no recorder",
    [REASON_NO_ITEMS] = "no items",
    [REASON_NO_TITLE] = "no title",
    [REASON_TOO_LATE] = "too late",
    [REASON_NO_MATERIALS_SENT] = "not sent",
    [REASON_NOT_OPENED] = "not opened",
    [REASON_NOT_ADJOURNED] = "not adjourned",
    [REASON_NO_ATTENDANCE] = "no attendance",
    [REASON_NO_DECISION] = "no decision",
    [REASON_PENDING_SPEAKER] = "pending",
    [REASON_EMPTY_STATEMENT] = "empty",
    [REASON_NO_RULING] = "no ruling",
    [REASON_NOT_APPROVED] = "not approved",
    [REASON_DRAFT_NOT_SENT] = "draft not sent",
    [REASON_NO_QUORUM] = "no quorum",
    [REASON_QUORUM_UNKNOWN] = "quorum?",
};

/* "no place, no decision i1 'title'": ! before what bars. */
static void reasons_text(const struct snapshot *s, const struct reasons *reasons, struct str *out)
{
    size_t barring = 0;

    for (size_t i = 0; i < reasons->n; i++) {
        const struct reason *r = &reasons->v[i];
        const struct item *item = meeting_item_by_id(&s->meeting, r->item_id);

        assert_true(!r->item_id || item);
        str_printf(out, "%s%s%s", i ? ", " : "", r->warning ? "" : "!", names[r->kind]);
        if (item)
            str_printf(out, " %s", item->key ? item->key : "-");
        if (r->resolution)
            str_printf(out, " %s", r->resolution);
        if (r->kind == REASON_TOO_LATE)
            str_printf(out, " %s", r->what);
        barring += !r->warning;
    }
    assert_int_equal(reasons->barring, barring);
}

static void assert_reasons(void **state, const struct str *record, enum gate gate, const char *today,
                           const char *expected)
{
    struct db *db = new_db(state, "gate.db");
    struct arena arena = ARENA_INIT;
    struct str text = STR_INIT;
    struct reasons reasons = {.n = 0};
    struct snapshot s;
    struct err err = {0};

    import_right(db, record->text, record->len_bytes, RECORD_STORED);
    load_meeting(db, "112-1", &s);
    assert_int_equal(gate_reasons(&s, gate, &office_calendar_shipped, today, &arena, &reasons, &err),
                     STATUS_OK);
    reasons_text(&s, &reasons, &text);
    assert_string_equal(text.text, expected);
    str_release(&text);
    arena_release(&arena);
    snapshot_release(&s);
    db_close(db);
    assert_int_equal(unlink(path_of(state, "gate.db")), 0);
}

/* ---- nothing stands against it ---------------------------------------------------------------------------
 */

static void every_gate__is_open__for_a_meeting_that_has_all(void **state)
{
    struct str record = STR_INIT;

    good_meeting(&record);
    for (int gate = GATE_SEND; gate <= GATE_PUBLISH; gate++)
        assert_reasons(state, &record, (enum gate)gate, "2023-05-24", "");
    str_release(&record);
}

/* ---- sending ----------------------------------------------------------------------------------------------
 */

static void sending__lists_what_the_agenda_lacks(void **state)
{
    static const struct {
        const char *old, *with, *expected;
    } cases[] = {
        {"\"start\":\"2023-05-24T14:00\",\"end\":\"2023-05-24T15:40\",", "", "!no date"},
        {"\"place\":\"第3會議室\",", "", "!no place"},
        {"\"place\":\"第3會議室\",", "\"mode\":\"online\",", ""},
        {"\"chair\":{\"member\":\"m01\"},", "", "!no chair"},
        {"\"chair\":{\"member\":\"m01\"},", "\"chair\":{\"acting\":{\"member\":\"m05\"}},", ""},
        {"\"title\":\"盤點報告\",", "", "!no title i1"},
        {"\"title\":\"盤點報告\",", "\"explanation\":[\"盤點如附表。\"],", ""},
        {"\"title\":\"盤點報告\",", "\"content\":\"tracking\",", ""},
        {"\"recorder\":{\"surname\":\"何\",\"given\":\"筆\"},", "", ""},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str record = STR_INIT;

        good_meeting(&record);
        replace_one(&record, cases[i].old, cases[i].with);
        assert_reasons(state, &record, GATE_SEND, "2023-05-10", cases[i].expected);
        str_release(&record);
    }
}

static void sending__needs_a_report_or_a_discussion(void **state)
{
    static const char record[] = "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\","
                                 "\"name\":\"水\"},\"meetings\":[{\"id\":"
                                 "\"112-1\",\"items\":[{\"section\":\"opening\"},{\"section\":\"report\"},{"
                                 "\"section\":\"motion\",\"none\":true}]}]}";
    struct str text = STR_INIT;

    str_add(&text, record);
    assert_reasons(state, &text, GATE_SEND, "2023-05-10", "!no date, !no place, !no chair, !no items");
    str_release(&text);
}

/* R18: the fifth working day before 2023-05-24 is 2023-05-17, and that day is in time. */
static void sending__is_warned_of_being_late__and_never_barred(void **state)
{
    struct str record = STR_INIT;

    good_meeting(&record);
    replace_one(&record, "{\"step\":\"sent\",\"date\":\"2023-05-17\"},", "");
    assert_reasons(state, &record, GATE_SEND, "2023-05-17", "");
    assert_reasons(state, &record, GATE_SEND, "2023-05-18", "too late 2023-05-17");
    replace_one(&record, "\"materials_workdays\":5,", "");
    assert_reasons(state, &record, GATE_SEND, "2023-05-23", "");
    str_release(&record);
}

/* ---- the minutes ------------------------------------------------------------------------------------------
 */

static void approving__lists_what_the_minutes_lack(void **state)
{
    static const struct {
        const char *old, *with, *expected;
    } cases[] = {
        {"\"recorder\":{\"surname\":\"何\",\"given\":\"筆\"},", "", "!no recorder"},
        {"{\"step\":\"sent\",\"date\":\"2023-05-17\"},", "", "not sent"},
        {",\"decision\":{\"kind\":\"noted\"",
         ",\"topic\":\"x\"},{\"key\":\"i3\",\"section\":\"report\",\"title\":\"別案\",\"decision\":{\"kind\":"
         "\"noted\"",
         "!no decision i1"},
        {"\"speaker\":{\"member\":\"m09\"}", "\"speaker\":{\"pending\":true}", "!pending i1"},
        {"\"points\":[\"無意見。\"]", "\"at\":\"14:20\"", "!empty i1"},
        {"\"points\":[\"無意見。\"]", "\"points\":[\"\"]", "!empty i1"},
        {"\"points\":[\"無意見。\"]", "\"presentation\":true,\"abridged\":true", ""},
        {"\"ruling\":\"release\"", "\"recommendation\":\"release\"", "!no ruling 111-2-01"},
        {"\"ruling\":\"release\"", "\"ruling_text\":[\"另案處理。\"]", ""},
        {",\"rounds\":[{\"meeting\":{\"id\":\"112-1\"},\"ruling\":\"release\"}]", "", "!no ruling 111-2-01"},
        {"\"met\":true", "\"met\":false", "no quorum i1"},
        {"\"numerator\":1,", "", "quorum?"},
        {"{\"section\":\"motion\",\"none\":true}",
         "{\"key\":\"m1\",\"section\":\"motion\",\"title\":\"公開會議紀錄\"}", ""},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str record = STR_INIT;

        good_meeting(&record);
        replace_one(&record, cases[i].old, cases[i].with);
        if (strstr(cases[i].old, "numerator"))
            replace_one(&record, "\"denominator\":2,", "");
        assert_reasons(state, &record, GATE_APPROVE, "2023-05-30", cases[i].expected);
        str_release(&record);
    }
}

/* Cut from the record what came after the agenda was made. */
static void cut(struct str *record, const char *from, const char *to)
{
    char *start = strstr(record->text, from), *end = start ? strstr(start, to) : NULL;

    assert_non_null(start);
    assert_non_null(end);
    str_splice(record, (size_t)(start - record->text), (size_t)(end - start), "", 0);
}

static void approving__lists_all_reasons_in_the_order_of_the_steps(void **state)
{
    struct str record = STR_INIT;

    good_meeting(&record);
    cut(&record, "\"milestones\"", "\"items\"");
    replace_one(&record, ",\"end\":\"2023-05-24T15:40\"", "");
    cut(&record, ",\"statements\"", "},{\"key\":\"i2\"");
    cut(&record, ",\"vote\"", "},{\"section\":\"motion\"");
    replace_one(&record, ",\"rounds\":[{\"meeting\":{\"id\":\"112-1\"},\"ruling\":\"release\"}]", "");
    assert_reasons(
        state, &record, GATE_APPROVE, "2023-05-30",
        "not sent, !not opened, !no attendance, !no ruling 111-2-01, !no decision i1, !no decision i2, "
        "!not adjourned");
    assert_reasons(
        state, &record, GATE_CONFIRM, "2023-05-30",
        "not sent, !not opened, !no attendance, !no ruling 111-2-01, !no decision i1, !no decision i2, "
        "!not adjourned, !not approved, !draft not sent");
    /* it fell: nobody opened it, nothing was decided, and that is as it should be */
    replace_one(&record, "\"place\"", "\"outcome\":\"fell\",\"place\"");
    assert_reasons(state, &record, GATE_APPROVE, "2023-05-30", "not sent, !no attendance");
    replace_one(&record, "\"outcome\":\"fell\"", "\"outcome\":\"talk\"");
    assert_reasons(state, &record, GATE_APPROVE, "2023-05-30",
                   "not sent, !not opened, !no attendance, !not adjourned");
    str_release(&record);
}

static void later_gates__wait_for_the_earlier_steps(void **state)
{
    static const struct {
        enum gate gate;
        const char *step, *expected;
    } cases[] = {
        {GATE_APPROVE, "{\"step\":\"approved\",\"date\":\"2023-05-30\"},", ""},
        {GATE_DRAFT, "{\"step\":\"approved\",\"date\":\"2023-05-30\"},", "!not approved"},
        {GATE_CONFIRM, "{\"step\":\"approved\",\"date\":\"2023-05-30\"},", "!not approved"},
        {GATE_PUBLISH, "{\"step\":\"approved\",\"date\":\"2023-05-30\"},", "!not approved"},
        {GATE_DRAFT, "{\"step\":\"draft_sent\",\"date\":\"2023-06-07\"},", ""},
        {GATE_CONFIRM, "{\"step\":\"draft_sent\",\"date\":\"2023-06-07\"},", "!draft not sent"},
        /* day 14 does not wait for the members */
        {GATE_PUBLISH, "{\"step\":\"draft_sent\",\"date\":\"2023-06-07\"},", "draft not sent"},
        {GATE_PUBLISH, "{\"step\":\"confirmed\",\"date\":\"2023-06-12\"},", ""},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str record = STR_INIT;

        good_meeting(&record);
        replace_one(&record, cases[i].step, "");
        assert_reasons(state, &record, cases[i].gate, "2023-06-09", cases[i].expected);
        str_release(&record);
    }
}

/* What is a matter of this meeting or of a later one was not open when it was held. */
static void approving__asks_for_rulings_on_what_was_open_then(void **state)
{
    static const struct {
        const char *source, *expected;
    } cases[] = {
        {"{\"meeting\":\"112-1\",\"item\":\"i2\"}", ""},
        {"{\"meeting\":\"112-2\"}", ""},
        {"{\"meeting\":\"113-1\"}", ""},
        {"{\"meeting\":\"111-2\"}", "!no ruling x-1"},
        {"{\"text\":\"電話交辦\",\"date\":\"2023-06-01\"}", ""},
        {"{\"text\":\"電話交辦\",\"date\":\"2023-05-01\"}", "!no ruling x-1"},
        {"{\"text\":\"電話交辦\"}", "!no ruling x-1"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str record = STR_INIT, with = STR_INIT;

        good_meeting(&record);
        str_printf(&with, "\"resolutions\":[{\"key\":\"x-1\",\"source\":%s},", cases[i].source);
        replace_one(&record, "\"resolutions\":[", with.text);
        replace_one(&record, "\"meetings\":[",
                    "\"meetings\":[{\"id\":\"111-2\"},{\"id\":\"112-2\"},{\"id\":\"113-1\"},");
        assert_reasons(state, &record, GATE_APPROVE, "2023-05-30", cases[i].expected);
        str_release(&record);
        str_release(&with);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(every_gate__is_open__for_a_meeting_that_has_all),
        scratch_test(sending__lists_what_the_agenda_lacks),
        scratch_test(sending__needs_a_report_or_a_discussion),
        scratch_test(sending__is_warned_of_being_late__and_never_barred),
        scratch_test(approving__lists_what_the_minutes_lack),
        scratch_test(approving__lists_all_reasons_in_the_order_of_the_steps),
        scratch_test(later_gates__wait_for_the_earlier_steps),
        scratch_test(approving__asks_for_rulings_on_what_was_open_then),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
