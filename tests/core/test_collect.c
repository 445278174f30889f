/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking units and collecting what they filled in: there and back without a difference, and nothing at all
 * where one cell does not fit.
 */
#include "tests/core/records.h"

#include "core/cycle/collect.h"
#include "core/tracking/reporting.h"

#define TODAY "2024-05-06"
#define HEAD "案號,會議,單位,辦理情形,列管建議\n"

struct desk {
    struct db *db;
    struct snapshot s;
    struct arena arena;
    struct csv csv;
    struct form forms[3];
    size_t n;
    struct collection found;
    struct err err;
};

/* Every line a paragraph. */
static enum status lines(const char *text, struct arena *arena, struct outline *out, struct err *err)
{
    out->n = 0;
    out->v = arena_take(arena, (strlen(text) + 1) * sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    while (*text) {
        const size_t n = strcspn(text, "\n");

        entity_defaults(&node_entity, &out->v[out->n]);
        out->v[out->n++].text = arena_text(arena, text, n);
        text += n + (text[n] == '\n');
    }
    return STATUS_OK;
}

static void open_desk(void **state, struct desk *d, const char *meeting)
{
    *d = (struct desk){.s = SNAPSHOT_INIT, .arena = ARENA_INIT};
    d->db = new_db(state, "collect.db");
    import_file(d->db, EXAMPLE);
    load_meeting(d->db, meeting, &d->s);
}

static void close_desk(void **state, struct desk *d)
{
    snapshot_release(&d->s);
    arena_release(&d->arena);
    db_close(d->db);
    assert_int_equal(unlink(path_of(state, "collect.db")), 0);
}

static enum status take(struct desk *d, const char *text)
{
    enum status status = csv_read("f.csv", text, strlen(text), &d->arena, &d->csv, &d->err);

    return status ? status : form_read("f.csv", &d->csv, &d->arena, &d->forms[d->n++], &d->err);
}

static enum status check(struct desk *d)
{
    return collect_check(&d->s, d->forms, d->n, TODAY, lines, &d->arena, &d->found, &d->err);
}

static const struct report *stored(struct desk *d, const char *number, const char *unit)
{
    snapshot_release(&d->s);
    d->s = (struct snapshot)SNAPSHOT_INIT;
    load_meeting(d->db, "113-1", &d->s);
    return round_report(resolution_round(resolution_find(&d->s.resolutions, number), "113-1"), unit);
}

/* The form of UNIT as rows; each is filled in by the next of TEXTS (NULL ends them) and RECOMMENDATION. */
static void ask_and_fill(struct desk *d, const char *unit, const char *const *texts,
                         const char *recommendation, struct str *out)
{
    struct str form = STR_INIT;
    struct tracked tracked;
    struct csv csv;
    size_t rows;

    assert_int_equal(tracked_of(&d->s, &d->arena, &tracked, &d->err), STATUS_OK);
    rows = form_write(&form, d->s.committee.name, "113-1", unit, tracked.v, tracked.n);
    assert_int_equal(csv_read("f.csv", form.text, form.len_bytes, &d->arena, &csv, &d->err), STATUS_OK);
    assert_int_equal(csv.n, rows + 1);
    csv_begin(out);
    csv_add_row(out, csv.v[0].v, csv.v[0].n);
    for (size_t i = 1; i < csv.n; i++) {
        assert_int_equal(csv.v[i].n, FORM_COLUMNS);
        assert_string_equal(csv.v[i].v[FORM_PROGRESS], "");
        assert_string_equal(csv.v[i].v[FORM_RECOMMENDATION], "");
        if (texts[i - 1]) {
            csv.v[i].v[FORM_PROGRESS] = texts[i - 1];
            csv.v[i].v[FORM_RECOMMENDATION] = recommendation;
        }
        csv_add_row(out, csv.v[i].v, csv.v[i].n);
    }
    str_release(&form);
}

static void a_form__lists_the_units_open_decisions_and_no_others(void **state)
{
    static const struct {
        const char *unit;
        const char *numbers;
    } cases[] = {{"資訊處", "第112-1-02案 第112-2-02案 第112-2-03案 "},
                 {"海象署", "第111-2-02案 第112-2-01案 "},
                 {"水文觀測所", "第112-2-01案 第112-2-02案 "},
                 {"主計處", ""}};
    struct desk d;

    open_desk(state, &d, "113-1");
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str form = STR_INIT, numbers = STR_INIT;
        struct tracked tracked;
        struct csv csv;

        assert_int_equal(tracked_of(&d.s, &d.arena, &tracked, &d.err), STATUS_OK);
        (void)form_write(&form, d.s.committee.name, "113-1", cases[i].unit, tracked.v, tracked.n);
        assert_int_equal(csv_read("f", form.text, form.len_bytes, &d.arena, &csv, &d.err), STATUS_OK);
        for (size_t k = 1; k < csv.n; k++) {
            str_printf(&numbers, "%s ", csv.v[k].v[FORM_NUMBER]);
            assert_string_equal(csv.v[k].v[FORM_MEETING], "113-1（113年第1次會議）");
            assert_string_equal(csv.v[k].v[FORM_UNIT], cases[i].unit);
        }
        assert_string_equal(numbers.text, cases[i].numbers);
        str_release(&form);
        str_release(&numbers);
    }
    close_desk(state, &d);
}

static void what_a_unit_filled_in__is_stored_as_its_own_report__hostile_cells_too(void **state)
{
    static const char *const texts[] = {"=HYPERLINK(\"http://x\",\"y\")\n+886 已聯繫，\"引號\"", "'@SUM(A1)",
                                        "-", NULL};
    static const char *const numbers[] = {"112-1-02", "112-2-02", "112-2-03"};
    static const char *const stored_texts[] = {"=HYPERLINK(\"http://x\",\"y\")|+886 已聯繫，\"引號\"",
                                               "'@SUM(A1)", "-"};
    struct desk d;
    struct str file = STR_INIT;
    int64_t sets;

    open_desk(state, &d, "113-1");
    ask_and_fill(&d, "資訊處", texts, "建請繼續列管", &file);
    assert_int_equal(take(&d, file.text), STATUS_OK);
    assert_int_equal(check(&d), STATUS_OK);
    assert_int_equal(d.found.n, 3);
    sets = ask(d.db, "SELECT count(*) FROM change_set");
    assert_int_equal(collect_store(d.db, &stamp, &d.s, &d.found, &d.arena, &d.err), STATUS_OK);
    assert_int_equal(ask(d.db, "SELECT count(*) FROM change_set"), sets + 1);
    for (size_t i = 0; i < COUNT(numbers); i++) {
        const struct report *report = stored(&d, numbers[i], "資訊處");
        struct str text = STR_INIT;

        assert_non_null(report);
        assert_int_equal(report->recommendation, RULING_CONTINUE);
        assert_string_equal(report->on, TODAY);
        for (size_t k = 0; k < report->progress.n; k++)
            str_printf(&text, "%s%s", k ? "|" : "", report->progress.v[k].text);
        assert_string_equal(text.text, stored_texts[i]);
        str_release(&text);
    }
    /* the same file again says nothing new */
    assert_int_equal(check(&d), STATUS_OK);
    assert_int_equal(d.found.n, 0);
    assert_int_equal(d.found.same, 3);
    str_release(&file);
    close_desk(state, &d);
}

static void two_units_on_one_decision__stand_side_by_side__and_rows_left_empty_change_nothing(void **state)
{
    static const char *const texts[] = {NULL, "本所已提供。", NULL};
    static const char *const others[] = {NULL, "已校核。", NULL};
    struct desk d;
    struct str file = STR_INIT;

    open_desk(state, &d, "113-1");
    ask_and_fill(&d, "水文觀測所", &texts[1], "", &file);
    assert_int_equal(take(&d, file.text), STATUS_OK);
    str_clear(&file);
    ask_and_fill(&d, "海象署", others, "解除列管", &file);
    assert_int_equal(take(&d, file.text), STATUS_OK);
    assert_int_equal(check(&d), STATUS_OK);
    assert_int_equal(d.found.n, 2);
    assert_int_equal(d.found.blank, 2);
    assert_int_equal(collect_store(d.db, &stamp, &d.s, &d.found, &d.arena, &d.err), STATUS_OK);
    assert_string_equal(stored(&d, "112-2-01", "水文觀測所")->progress.v[0].text, "本所已提供。");
    assert_string_equal(stored(&d, "112-2-01", "海象署")->progress.v[0].text, "已校核。");
    assert_int_equal(stored(&d, "112-2-01", "海象署")->recommendation, RULING_RELEASE);
    assert_null(stored(&d, "112-2-02", "水文觀測所"));
    str_release(&file);
    close_desk(state, &d);
}

/* One row or more under the usual headings. */
static const struct {
    const char *rows;
    enum code code;
    const char *row, *column, *what;
} refused[] = {
    {"112-9-99,113-1,資訊處,完成,\n", CODE_COLLECT_NUMBER, "2", "A", "112-9-99"},
    {",113-1,資訊處,完成,\n", CODE_COLLECT_NUMBER, "2", "A", ""},
    {"1999/2/1,113-1,資訊處,完成,\n", CODE_COLLECT_NUMBER, "2", "A", "1999/2/1"},
    {"112-1-02,112-2,資訊處,完成,\n", CODE_COLLECT_MEETING, "2", "B", "112-2"},
    {"112-1-02,,資訊處,完成,\n", CODE_COLLECT_MEETING, "2", "B", ""},
    {"112-1-02,113-1,河川司,完成,\n", CODE_COLLECT_UNIT, "2", "C", "河川司"},
    {"112-1-02,113-1,,完成,\n", CODE_COLLECT_UNIT, "2", "C", ""},
    {"111-2-01,113-1,河川司,完成,\n", CODE_COLLECT_RELEASED, "2", "A", "111-2-01"},
    {"112-1-02,113-1,資訊處,完成,大概可以\n", CODE_COLLECT_WORD, "2", "E", "大概可以"},
    {"112-1-02,113-1,資訊處,完\x1b成,\n", CODE_COLLECT_CONTROL, "2", "D", "<U+001B>"},
    {"112-1-02,113-1,資訊處,完\xe2\x80\xae成,\n", CODE_COLLECT_CONTROL, "2", "D", "<U+202E>"},
    {"112-1-02,113-1,資訊處,完成,\n112-2-02,113-1,資訊處,辦理中,\n112-1-02,113-1,資訊處,又,\n",
     CODE_COLLECT_TWICE, "4", "A", "112-1-02"},
    {"112-1-02,113-1,資訊處,\"多行\n的字\",\n112-1-03,113-1,水文觀測所,完成,\n", CODE_COLLECT_RELEASED, "3",
     "A", "112-1-03"},
};

static void a_row_that_does_not_fit__is_refused_with_row_and_column(void **state)
{
    struct desk d;

    open_desk(state, &d, "113-1");
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct str file = STR_INIT;

        str_printf(&file, HEAD "%s", refused[i].rows);
        d.n = 0;
        assert_int_equal(take(&d, file.text), STATUS_OK);
        assert_int_equal(check(&d), STATUS_BAD);
        assert_int_equal(d.found.n_problems, 1);
        assert_int_equal(d.err.code, refused[i].code);
        assert_string_equal(d.err.place, "f.csv");
        assert_string_equal(d.err.arg[0], refused[i].row);
        assert_string_equal(d.err.arg[1], refused[i].column);
        assert_string_equal(d.err.arg[2], refused[i].what);
        str_release(&file);
    }
    close_desk(state, &d);
}

static void everything_that_does_not_fit__is_listed_at_once__also_of_several_files(void **state)
{
    struct desk d;

    open_desk(state, &d, "113-1");
    assert_int_equal(take(&d, HEAD "112-1-02,113-1,資訊處,完成,大概\n112-2-02,113-1,河川司,完成,\n"),
                     STATUS_OK);
    assert_int_equal(take(&d, HEAD "112-1-02,113-1,資訊處,完成,\n"), STATUS_OK);
    assert_int_equal(check(&d), STATUS_BAD);
    assert_int_equal(d.found.n_problems, 3);
    assert_int_equal(d.found.problems[0].code, CODE_COLLECT_WORD);
    assert_int_equal(d.found.problems[1].code, CODE_COLLECT_UNIT);
    assert_int_equal(d.found.problems[2].code, CODE_COLLECT_TWICE);
    close_desk(state, &d);
}

static void another_committees_form__is_refused(void **state)
{
    struct desk d;

    open_desk(state, &d, "113-1");
    assert_int_equal(
        take(&d, "案號,會議,單位,辦理情形,列管建議,委員會\n112-1-02,113-1,資訊處,完成,,別的小組\n"),
        STATUS_OK);
    assert_int_equal(check(&d), STATUS_BAD);
    assert_int_equal(d.err.code, CODE_COLLECT_COMMITTEE);
    close_desk(state, &d);
}

static void a_confirmed_meeting__takes_no_reports(void **state)
{
    struct desk d;

    open_desk(state, &d, "112-2");
    assert_int_equal(take(&d, HEAD "112-1-02,112-2,資訊處,完成,\n"), STATUS_OK);
    assert_int_equal(check(&d), STATUS_NO);
    assert_int_equal(d.err.code, CODE_MEETING_CONFIRMED);
    close_desk(state, &d);
}

static void headings__are_found_wherever_they_stand__and_missed_by_name(void **state)
{
    static const struct {
        const char *text;
        enum code code;
        const char *what;
    } cases[] = {
        {"列管建議（請填）,辦理情形 (請填寫),單位,會議,案號\n", CODE_NONE, NULL},
        {"", CODE_COLLECT_COLUMN, "案號"},
        {"案號,會議,單位,辦理情形\n", CODE_COLLECT_COLUMN, "列管建議"},
        {"案號,會議,單位,上次辦理情形,列管建議\n", CODE_COLLECT_COLUMN, "辦理情形"},
        {"回報表\n案號,會議,單位,辦理情形,列管建議\n", CODE_COLLECT_COLUMN, "案號"},
    };
    struct desk d = {.arena = ARENA_INIT};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        d.n = 0;
        d.err = (struct err){0};
        assert_int_equal(take(&d, cases[i].text), cases[i].code == CODE_NONE ? STATUS_OK : STATUS_BAD);
        assert_int_equal(d.err.code, cases[i].code);
        if (cases[i].what)
            assert_string_equal(d.err.arg[0], cases[i].what);
    }
    d.n = 0;
    assert_int_equal(take(&d, "案號,案號\n"), STATUS_BAD);
    assert_int_equal(d.err.code, CODE_COLLECT_DOUBLE);
    assert_string_equal(d.err.arg[1], "B");
    d.n = 0;
    assert_int_equal(take(&d, "案號,會議,單位,辦理情形,列管建議\n112-1-01,112-2,資訊處,已公布,,解除列管\n"),
                     STATUS_BAD);
    assert_int_equal(d.err.code, CODE_COLLECT_BEYOND);
    assert_string_equal(d.err.arg[0], "2");
    assert_string_equal(d.err.arg[1], "F");
    arena_release(&d.arena);
}

static void recommendations__are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *text;
        bool known;
        int ruling;
    } cases[] = {{"", true, UNKNOWN},
                 {"建請解除列管", true, RULING_RELEASE},
                 {" 解除 列管 ", true, RULING_RELEASE},
                 {"繼續列管", true, RULING_CONTINUE},
                 {"建請持續列管", true, RULING_CONTINUE},
                 {"建請自行列管", true, RULING_SELF},
                 {"併案列管", true, RULING_MERGE},
                 {"建請", false, UNKNOWN},
                 {"恢復列管", false, UNKNOWN},
                 {"解除列管。", false, UNKNOWN}};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int ruling;

        assert_int_equal(form_recommendation(cases[i].text, &ruling), cases[i].known);
        assert_int_equal(ruling, cases[i].ruling);
    }
}

static void who_has_not_reported__is_told_by_unit_and_by_decision(void **state)
{
    struct desk d;
    const struct resolution *r;

    open_desk(state, &d, "113-1");
    r = resolution_find(&d.s.resolutions, "112-2-02");
    assert_true(resolution_silent(r, "113-1"));
    assert_true(resolution_unit_silent(r, "113-1", "資訊處"));
    assert_int_equal(take(&d, HEAD "112-2-02,113-1,資訊處,完成,\n"), STATUS_OK);
    assert_int_equal(check(&d), STATUS_OK);
    assert_int_equal(collect_store(d.db, &stamp, &d.s, &d.found, &d.arena, &d.err), STATUS_OK);
    (void)stored(&d, "112-2-02", "資訊處");
    r = resolution_find(&d.s.resolutions, "112-2-02");
    assert_false(resolution_silent(r, "113-1"));
    assert_true(resolution_unit_silent(r, "113-1", "水文觀測所")); /* it assists, and owes nothing */
    close_desk(state, &d);
}

static void decisions__are_ordered_by_number_and_by_due_date(void **state)
{
    struct resolution r[] = {{.key = "112-1-10", .due = "2024-01-01"},
                             {.key = "112-1-2"},
                             {.key = "99-2-01", .due = "2024-03-01"},
                             {.key = "112-10-1", .due = "2024-01-01"},
                             {.key = "old-01"}};
    const struct resolution *v[] = {&r[4], &r[3], &r[2], &r[1], &r[0]};
    static const char *const by_number[] = {"99-2-01", "112-1-2", "112-1-10", "112-10-1", "old-01"};
    static const char *const by_due[] = {"112-1-10", "112-10-1", "99-2-01", "112-1-2", "old-01"};

    (void)state;
    track_sort_by_number(v, COUNT(v));
    for (size_t i = 0; i < COUNT(v); i++)
        assert_string_equal(v[i]->key, by_number[i]);
    track_sort_by_due(v, COUNT(v));
    for (size_t i = 0; i < COUNT(v); i++)
        assert_string_equal(v[i]->key, by_due[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_form__lists_the_units_open_decisions_and_no_others),
        scratch_test(what_a_unit_filled_in__is_stored_as_its_own_report__hostile_cells_too),
        scratch_test(two_units_on_one_decision__stand_side_by_side__and_rows_left_empty_change_nothing),
        scratch_test(a_row_that_does_not_fit__is_refused_with_row_and_column),
        scratch_test(everything_that_does_not_fit__is_listed_at_once__also_of_several_files),
        scratch_test(another_committees_form__is_refused),
        scratch_test(a_confirmed_meeting__takes_no_reports),
        scratch_test(who_has_not_reported__is_told_by_unit_and_by_decision),
        cmocka_unit_test(headings__are_found_wherever_they_stand__and_missed_by_name),
        cmocka_unit_test(recommendations__are_read_as_people_write_them),
        cmocka_unit_test(decisions__are_ordered_by_number_and_by_due_date),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
