/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be decided before a meeting is published, and that a decision is asked for once.
 */
#include "tests/core/publish.h"

#define EVERYTHING FIXTURES "publication.json"

struct expected {
    enum publish_kind kind;
    enum part part;
    const char *found;
};
static const struct expected everything[] = {
    {PUBLISH_ANSWERS_CLOSED, PART_STATEMENT, "感謝江謝副司長說明，將補正契約。"},
    {PUBLISH_FILE_MISSING, PART_ATTACHMENT, "files/分級清冊.txt"},
    {PUBLISH_FILE_MISSING, PART_ATTACHMENT, "files/slides.pdf"},
    {PUBLISH_CONTACT, PART_EXPLANATION, "魚玄機"},
    {PUBLISH_PHONE, PART_EXPLANATION, "1234"},
    {PUBLISH_CONTACT, PART_MEETING, "薛濤"},
    {PUBLISH_PHONE, PART_MEETING, "(02)2345-0002#12"},
    {PUBLISH_CONTACT, PART_MEETING, "李冶"},
    {PUBLISH_PHONE, PART_MEETING, "０９１２－３４５－６７８"},
    {PUBLISH_EMAIL, PART_ATTACHMENT, "water@example.tw"},
    {PUBLISH_NAMES_SPEAKER, PART_STATEMENT, "陳委員"},
    {PUBLISH_NAMES_SPEAKER, PART_STATEMENT, "高委員"},
    {PUBLISH_NAMES_SPEAKER, PART_STATEMENT, "江謝副司長"},
    {PUBLISH_ID, PART_DECISION, "A123456789"},
    {PUBLISH_QUOTES_CLOSED, PART_DECISION, "監視系統之弱點已列於內部稽核報告"},
};

static const struct publish_finding *find(const struct published *x, const char *found)
{
    for (size_t i = 0; i < x->p.findings.n; i++)
        if (text_same(x->p.findings.v[i].found, found))
            return &x->p.findings.v[i];
    return NULL;
}

static void everything_that_must_be_decided__is_listed_with_its_place(void **state)
{
    struct published x;

    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, NULL);
    assert_int_equal(x.p.findings.n, COUNT(everything));
    assert_int_equal(x.p.findings.undecided, COUNT(everything));
    for (size_t i = 0; i < COUNT(everything); i++) {
        const struct publish_finding *f = &x.p.findings.v[i];

        assert_string_equal(f->found, everything[i].found);
        assert_int_equal(f->kind, everything[i].kind);
        assert_int_equal(f->spot.part, everything[i].part);
        assert_non_null(f->spot.item);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(f->id, x.p.findings.v[k].id);
    }
    assert_int_equal(find(&x, "李冶")->spot.line, 1);
    assert_int_equal(find(&x, "李冶")->spot.column, 1);
    published_end(&x);
}

static void a_number_where_a_name_was_expected__is_one_finding(void **state)
{
    struct published x;
    struct str text = STR_INIT;

    read_file(EVERYTHING, &text);
    replace_one(&text, "\"薛濤\"", "\"0912-345-000\"");
    published_of_text(state, &x, text.text, "113-1");
    examine(&x, NULL);
    assert_int_equal(x.p.findings.n, COUNT(everything));
    assert_int_equal(find(&x, "0912-345-000")->kind, PUBLISH_PHONE);
    published_end(&x);
    str_release(&text);
}

/* Each is the first row of its table. */
static void the_same_file_at_an_item_and_at_a_round__is_two_findings(void **state)
{
    struct published x;
    struct str text = STR_INIT;
    size_t n = 0;

    read_file(EVERYTHING, &text);
    replace_one(&text, "\"remark\": \"內部備註勿外流\"",
                "\"attachments\": [{\"title\": \"清冊\", \"file\": \"files/分級清冊.txt\"}]");
    published_of_text(state, &x, text.text, "113-1");
    examine(&x, NULL);
    for (size_t i = 0; i < x.p.findings.n; i++)
        n += text_same(x.p.findings.v[i].found, "files/分級清冊.txt");
    assert_int_equal(n, 2);
    published_end(&x);
    str_release(&text);
}

static void files_that_carry_an_author__are_one_finding(void **state)
{
    struct published x;

    put_file(state, "files/分級清冊.txt", "乙類\n");
    put_file(state, "files/slides.pdf", "%PDF\n");
    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, NULL);
    assert_non_null(find(&x, "attachments/02.slides.pdf"));
    assert_int_equal(find(&x, "attachments/02.slides.pdf")->kind, PUBLISH_AUTHOR_FILES);
    assert_null(find(&x, "files/slides.pdf"));
    published_end(&x);
}

static void personal_data_in_attached_text__is_found(void **state)
{
    struct published x;

    put_file(state, "files/分級清冊.txt", "窗口 02-2345-0009\n水質司 a@example.tw\n");
    put_file(state, "files/slides.pdf", "02-2345-0009\n");
    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, NULL);
    assert_non_null(find(&x, "02-2345-0009、a@example.tw"));
    assert_int_equal(find(&x, "02-2345-0009、a@example.tw")->kind, PUBLISH_FILE_PERSONAL);
    assert_string_equal(find(&x, "02-2345-0009、a@example.tw")->text, "files/分級清冊.txt");
    publication_release(&x.p);
    examine(&x, &redact_all);
    for (size_t i = 0; i < x.p.copy.n_attached; i++)
        assert_null(x.p.copy.attached[i].attachment->file);
    published_end(&x);
}

/* In Big5, or anything else that is no UTF-8: what is ASCII. */
static void attached_text_of_any_bytes__is_looked_through(void **state)
{
    struct published x;

    put_file(state, "files/分級清冊.txt", "\xB9q\xB8\xDC 02-2345-0009 \xE9");
    put_file(state, "files/slides.pdf", "");
    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, NULL);
    assert_non_null(find(&x, "02-2345-0009"));
    published_end(&x);
}

/* In words that a text may use of who spoke behind closed doors: 高志遠, 處長 of 資訊處, member m05. */
static void every_way_to_name_a_hidden_speaker__is_found(void **state)
{
    static const struct {
        const char *text, *found;
    } cases[] = {
        {"謝謝高委員。", "高委員"},   {"高志遠委員所提甚是。", "高志遠"},
        {"志遠委員說得好。", "志遠"}, {"高委員志遠指示。", "高委員志遠"},
        {"依高處長意見。", "高處長"}, {"高處長志遠之建議。", "高處長志遠"},
        {"高教授表示。", "高教授"},   {"高度評價。", NULL},
        {"歐陽委員表示。", NULL}, /* spoke by name */
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct published x;
        struct str text = STR_INIT;

        read_file(FIXTURES "closed.json", &text);
        replace_one(&text, "補遺值應與實測值區別。", cases[i].text);
        published_of_text(state, &x, text.text, "113-1");
        examine(&x, NULL);
        if (x.p.findings.n != (cases[i].found != NULL) ||
            (cases[i].found && !text_same(x.p.findings.v[0].found, cases[i].found)))
            fail_msg("%s: %zu %s", cases[i].text, x.p.findings.n,
                     x.p.findings.n ? x.p.findings.v[0].found : "");
        published_end(&x);
        str_release(&text);
    }
}

static void words_of_a_closed_statement__are_found_unless_the_agenda_had_them(void **state)
{
    static const struct {
        const char *text, *found;
    } cases[] = {
        {"因底價尚未核定，下次再議。", "底價尚未核定"},
        {"底價核定後再議。", NULL},
        {"得標廠商為甲公司。", "得標廠商為甲公司"},
        {"補遺方法報告洽悉。", NULL},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct published x;
        struct str text = STR_INIT;

        read_file(FIXTURES "closed.json", &text);
        replace_one(&text, "補遺值應與實測值區別。", cases[i].text);
        replace_one(&text, "鄰近測站之設備亦由甲公司維護。", "補遺方法報告，另議。");
        published_of_text(state, &x, text.text, "113-1");
        examine(&x, NULL);
        if (x.p.findings.n != (cases[i].found != NULL) ||
            (cases[i].found && !text_same(x.p.findings.v[0].found, cases[i].found)))
            fail_msg("%s: %zu %s", cases[i].text, x.p.findings.n,
                     x.p.findings.n ? x.p.findings.v[0].found : "");
        published_end(&x);
        str_release(&text);
    }
}

/* The tracked decision of this meeting quotes what was closed in the last one. */
static void words_closed_in_the_last_meeting__are_found_in_its_tracked_decisions(void **state)
{
    struct published x;
    struct str text = STR_INIT;

    read_file(EVERYTHING, &text);
    replace_one(&text, "\"請資訊處訂定更新頻率。\"", "\"前次密談之內容，請資訊處依陳委員意見辦理。\"");
    published_of_text(state, &x, text.text, "113-1");
    examine(&x, NULL);
    assert_int_equal(find(&x, "前次密談之內容")->kind, PUBLISH_QUOTES_CLOSED);
    assert_int_equal(find(&x, "前次密談之內容")->spot.part, PART_INSTRUCTION);
    published_end(&x);
    str_release(&text);
}

/* ---- decisions ------------------------------------------------------------------------------- */

static void choose(struct published *x, const char *found, int choice)
{
    assert_int_equal(publish_choose(x->db, &publishing_stamp, &x->p.s, find(x, found), choice, &x->err),
                     STATUS_OK);
    publication_release(&x->p);
    examine(x, NULL);
}

static void a_decision__is_kept_changed_and_taken_back(void **state)
{
    struct published x;

    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, NULL);
    choose(&x, "魚玄機", PUBLISH_REDACT);
    assert_int_equal(find(&x, "魚玄機")->choice, PUBLISH_REDACT);
    assert_int_equal(x.p.findings.undecided, COUNT(everything) - 1);
    choose(&x, "魚玄機", PUBLISH_KEEP);
    assert_int_equal(find(&x, "魚玄機")->choice, PUBLISH_KEEP);
    assert_int_equal(ask(x.db, "SELECT count(*) FROM publication_choice"), 1);
    choose(&x, "魚玄機", UNKNOWN);
    assert_int_equal(x.p.findings.undecided, COUNT(everything));
    published_end(&x);
}

static void a_decision__is_asked_for_again_when_the_words_change(void **state)
{
    struct published x;

    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, &redact_all);
    assert_int_equal(publish_store_answers(x.db, &publishing_stamp, &x.p.s, &x.p.findings, &x.err),
                     STATUS_OK);
    publication_release(&x.p);
    examine(&x, NULL);
    assert_int_equal(x.p.findings.undecided, 0);
    assert_int_equal(write_sql(x.db,
                               "UPDATE node SET text = '本案承辦人：魚玄機，分機 1234，另洽分機 4321。'"
                               " WHERE text LIKE '本案承辦人%'",
                               &x.err),
                     STATUS_OK);
    publication_release(&x.p);
    examine(&x, NULL);
    assert_int_equal(x.p.findings.undecided, 1);
    assert_int_equal(find(&x, "4321")->choice, UNKNOWN);
    assert_int_equal(find(&x, "1234")->choice, PUBLISH_REDACT);
    published_end(&x);
}

static void a_decision_about_a_tracked_text__holds_in_the_next_meeting(void **state)
{
    struct published x;
    struct str text = STR_INIT;

    read_file(EVERYTHING, &text);
    replace_one(&text, "\"請水質司改善監視系統。\"",
                "\"監視系統之弱點已列於內部稽核報告，請洽02-2345-0010。\"");
    published_of_text(state, &x, text.text, "113-1");
    examine(&x, &redact_all);
    assert_int_equal(publish_store_answers(x.db, &publishing_stamp, &x.p.s, &x.p.findings, &x.err),
                     STATUS_OK);
    publication_release(&x.p);
    assert_int_equal(
        meeting_id_find(x.db, ask(x.db, "SELECT min(id) FROM committee"), "113-2", &x.meeting, &x.err),
        STATUS_OK);
    examine(&x, NULL);
    assert_int_equal(find(&x, "監視系統之弱點已列於內部稽核報告")->choice, PUBLISH_REDACT);
    assert_int_equal(find(&x, "02-2345-0010")->choice, PUBLISH_REDACT);
    published_end(&x);
    str_release(&text);
}

static void a_missing_file__cannot_be_kept(void **state)
{
    struct published x;

    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, &keep_all);
    assert_int_equal(x.p.findings.undecided, 2);
    choose(&x, "files/slides.pdf", PUBLISH_KEEP);
    assert_int_equal(find(&x, "files/slides.pdf")->choice, UNKNOWN);
    choose(&x, "files/slides.pdf", PUBLISH_REDACT);
    assert_int_equal(find(&x, "files/slides.pdf")->choice, PUBLISH_REDACT);
    published_end(&x);
}

static void answers__are_by_id_or_for_all_that_is_undecided(void **state)
{
    struct published x;
    struct str ids = STR_INIT;
    struct publish_answers answers = {NULL, "all"};

    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, NULL);
    str_printf(&ids, "%s,%s", find(&x, "魚玄機")->id, find(&x, "陳委員")->id);
    answers.keep = ids.text;
    publication_release(&x.p);
    examine(&x, &answers);
    assert_int_equal(find(&x, "陳委員")->choice, PUBLISH_KEEP);
    assert_int_equal(find(&x, "高委員")->choice, PUBLISH_REDACT);
    publication_release(&x.p);
    answers = (struct publish_answers){"phone,contact", "file-missing"};
    examine(&x, &answers);
    assert_int_equal(find(&x, "薛濤")->choice, PUBLISH_KEEP);
    assert_int_equal(find(&x, "files/slides.pdf")->choice, PUBLISH_REDACT);
    assert_int_equal(find(&x, "陳委員")->choice, UNKNOWN);
    publication_release(&x.p);
    answers = (struct publish_answers){"0000dead", NULL};
    assert_int_equal(publication_open(x.db, x.meeting, x.style, &answers, &x.p, &x.err), STATUS_BAD);
    assert_int_equal(x.err.code, CODE_PUBLISH_FINDING);
    str_release(&ids);
    published_end(&x);
}

static void redaction__leaves_nothing_of_the_words_nor_of_their_length(void **state)
{
    struct published x;
    struct str minutes = STR_INIT;

    published_of_file(state, &x, EVERYTHING, "113-1");
    examine(&x, &redact_all);
    assert_int_equal(minutes_text(&x.p.copy.s, x.style, COPY_PUBLIC, 200, &minutes, &x.err), STATUS_OK);
    assert_non_null(strstr(minutes.text, "本案承辦人：○○○，分機 ○○○。"));
    assert_non_null(strstr(minutes.text, "同意某委員所提，並請某委員補充。"));
    assert_non_null(strstr(minutes.text, "決議：○○○，請水質司改善，聯絡身分證字號○○○者。"));
    assert_null(strstr(minutes.text, "水質司回應"));
    str_release(&minutes);
    published_end(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(everything_that_must_be_decided__is_listed_with_its_place),
        scratch_test(a_number_where_a_name_was_expected__is_one_finding),
        scratch_test(the_same_file_at_an_item_and_at_a_round__is_two_findings),
        scratch_test(files_that_carry_an_author__are_one_finding),
        scratch_test(personal_data_in_attached_text__is_found),
        scratch_test(attached_text_of_any_bytes__is_looked_through),
        scratch_test(every_way_to_name_a_hidden_speaker__is_found),
        scratch_test(words_of_a_closed_statement__are_found_unless_the_agenda_had_them),
        scratch_test(words_closed_in_the_last_meeting__are_found_in_its_tracked_decisions),
        scratch_test(a_decision_about_a_tracked_text__holds_in_the_next_meeting),
        scratch_test(a_decision__is_kept_changed_and_taken_back),
        scratch_test(a_decision__is_asked_for_again_when_the_words_change),
        scratch_test(a_missing_file__cannot_be_kept),
        scratch_test(answers__are_by_id_or_for_all_that_is_undecided),
        scratch_test(redaction__leaves_nothing_of_the_words_nor_of_their_length),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
