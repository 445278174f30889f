/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of an item: its fields, its texts, its attachments, the people about it.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/office.h"

#include "core/cycle/desk.h"

static const char spring[] = "2024-05-02T06:03:00Z";

static void load(struct office *office, const char *key, struct snapshot *s)
{
    struct err err = {0};

    assert_int_equal(snapshot_load(office->db, office_meeting(office, key), s, &err), STATUS_OK);
}

/* Open item ITEM of the meeting KEY on top of the agenda. */
static void open_item(struct office *office, const char *key, const char *item)
{
    struct snapshot s;

    office_open(office, true, spring);
    load(office, key, &s);
    assert_non_null(meeting_item(&s.meeting, item));
    assert_true(home_push(&office->app));
    assert_true(agenda_push(&office->app, s.meeting.row.id));
    assert_true(item_push(&office->app, s.meeting.row.id, meeting_item(&s.meeting, item)->row.id));
    snapshot_release(&s);
}

/* The item as it is stored; S is released by the caller. */
static const struct item *stored(struct office *office, const char *key, const char *item, struct snapshot *s)
{
    load(office, key, s);
    assert_non_null(meeting_item(&s->meeting, item));
    return meeting_item(&s->meeting, item);
}

static void press(struct office *office, const char *name, int times)
{
    for (int i = 0; i < times; i++)
        office_key(office, name);
}

/* ---- the form --------------------------------------------------------------------------------------- */

static void an_item__is_shown_whole__with_a_preview_of_its_text(void **state)
{
    struct office office;

    (void)state;
    open_item(&office, "113-1", "k3");
    assert_sees(&office, "案由　承112年第2次會議");
    assert_sees(&office, "訂定本部資料集命名");
    assert_sees(&office, "2 段　本案於112年第2次會議未及討論");
    assert_sees(&office, "附件2 資料集命名及詮釋資料撰寫原則草案");
    assert_sees(&office, "1.本案於112年第2次會議未及討論，爰再提會。");
    assert_fits_every_size(&office);
    for (int i = 0; i < 7; i++) {
        office_key(&office, "Down");
        assert_fits_every_size(&office);
    }
    office_close(&office);
}

static void fields__are_stored_when_they_are_left(void **state)
{
    struct office office;
    struct snapshot s;
    const struct item *item;

    (void)state;
    open_item(&office, "113-1", "k1");
    office_type(&office, "\025新的案由\r\025水質司\r");
    item = stored(&office, "113-1", "k1", &s);
    assert_string_equal(item->title, "新的案由");
    assert_string_equal(item->unit, "水質司");
    assert_int_equal(item->explanation.n, 1);
    snapshot_release(&s);
    office_close(&office);
}

static void an_item__needs_a_title(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_item(&office, "113-1", "k1");
    office_type(&office, "\025\r");
    assert_sees(&office, "這一欄必須填寫");
    assert_non_null(stored(&office, "113-1", "k1", &s)->title);
    snapshot_release(&s);
    office_close(&office);
}

static void another_section__takes_the_item_with_a_new_number(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_item(&office, "113-1", "k2");
    office_key(&office, "Up");
    office_key(&office, "Right");
    assert_int_equal(stored(&office, "113-1", "k2", &s)->section, SECTION_DISCUSSION);
    snapshot_release(&s);
    office_close(&office);
}

static void the_explanation__is_edited_on_the_whole_screen(void **state)
{
    struct office office;
    struct snapshot s;
    const struct item *item;

    (void)state;
    open_item(&office, "113-1", "k1");
    office_type(&office, "\033[15~\033[1;5F\r第二點。\033");
    item = stored(&office, "113-1", "k1", &s);
    assert_int_equal(item->explanation.n, 2);
    assert_string_equal(item->explanation.v[1].text, "第二點。");
    snapshot_release(&s);
    assert_sees(&office, "2 段");
    /* the focus is on it now, and the proposal is its neighbour, opened with Enter */
    press(&office, "Down", 1);
    office_type(&office, "\r擬照案通過。\033");
    item = stored(&office, "113-1", "k1", &s);
    assert_string_equal(item->proposal.v[0].text, "擬照案通過。");
    snapshot_release(&s);
    assert_sees(&office, "擬照案通過。");
    office_close(&office);
}

static void F9__goes_from_item_to_item(void **state)
{
    struct office office;

    (void)state;
    open_item(&office, "113-1", "k1");
    office_key(&office, "F9");
    assert_sees(&office, "113年第1季資料開放推動情形");
    office_key(&office, "F9");
    assert_sees(&office, "訂定本部資料集命名");
    office_key(&office, "F9");
    assert_sees(&office, "這是最後一案");
    press(&office, "F10", 3);
    assert_sees(&office, "這是第一案");
    assert_sees(&office, "本部及所屬機關資料盤點表");
    office_close(&office);
}

static void a_text_being_typed__goes_along_to_the_next_item(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_item(&office, "113-1", "k1");
    office_type(&office, "\025新的案由");
    office_key(&office, "F9");
    assert_string_equal(stored(&office, "113-1", "k1", &s)->title, "新的案由");
    snapshot_release(&s);
    assert_sees(&office, "113年第1季資料開放推動情形");
    office_close(&office);
}

static void a_confirmed_item__is_not_changed(void **state)
{
    struct office office;
    struct snapshot s;

    (void)state;
    open_item(&office, "112-1", "i1");
    office_type(&office, "\025新的案由\r");
    assert_sees(&office, "紀錄已確認");
    assert_string_not_equal(stored(&office, "112-1", "i1", &s)->title, "新的案由");
    snapshot_release(&s);
    office_close(&office);
}

static void an_item_that_somebody_removed__says_so(void **state)
{
    const struct stamp stamp = {"他人", "2024-05-02T06:04:00.000Z", "刪除"};
    struct office office;
    struct snapshot s;
    struct err err = {0};

    (void)state;
    open_item(&office, "113-1", "k1");
    load(&office, "113-1", &s);
    assert_int_equal(item_remove(office.db, &stamp, &s, meeting_item(&s.meeting, "k1")->row.id, &err),
                     STATUS_OK);
    snapshot_release(&s);
    office.app.changed = true;
    office_key(&office, "Down");
    assert_sees(&office, "這一案已被刪除");
    office_type(&office, "資訊處\r");
    assert_sees(&office, "這一案已被刪除，這次的修改沒有存");
    assert_fits_every_size(&office);
    office_close(&office);
}

/* How many drafts are left when the program ends in the middle. */
static size_t drafts_after(struct office *office, const char *bytes)
{
    struct draft_orphan *orphans = NULL;
    struct err err = {0};
    char directory[80];
    size_t n = 0;

    (void)snprintf(directory, sizeof directory, "%.*s/drafts",
                   (int)(strrchr(office->path, '/') - office->path), office->path);
    office->app.draft_dir = directory;
    office_type(office, bytes);
    office->app.hung_up = true;
    app_release(&office->app);
    assert_int_equal(draft_orphans(office->db, directory, &orphans, &n, &err), STATUS_OK);
    draft_orphans_free(orphans, n);
    return n;
}

static void what_is_typed_into_a_field__is_a_draft_until_it_is_stored_or_given_up(void **state)
{
    static const struct {
        const char *bytes;
        size_t drafts;
    } cases[] = {
        {"\025打到一半", 1},
        {"\025打完了\r", 0},
        {"\025不要了\033", 0},
        {"\025打到一半\033[20~\025下一案", 1}, /* the first was stored by going on */
        {"\033[200~a\tb\n1\t2\033[201~\r\033[17~\r格子", 1},
        {"\033[200~a\tb\n1\t2\033[201~\r\033[17~\r格子\r", 0},
        {"\033[200~a\tb\n1\t2\033[201~\r\033[17~\r\033OR整格", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct office office;

        open_item(&office, "113-1", "k1");
        assert_int_equal(drafts_after(&office, cases[i].bytes), cases[i].drafts);
        office_close(&office);
    }
}

/* ---- attachments ------------------------------------------------------------------------------------ */

static void attachments__are_added_changed_moved_and_removed(void **state)
{
    struct office office;
    struct snapshot s;
    const struct item *item;

    (void)state;
    open_item(&office, "113-1", "k1");
    office_type(&office, "\033[19~n\r盤點表\r盤點表.ods\r");
    office_type(&office, "n\r需求回應說明\r\r");
    item = stored(&office, "113-1", "k1", &s);
    assert_int_equal(item->attachments.n, 2);
    assert_string_equal(item->attachments.v[0].label, "附件1");
    assert_string_equal(item->attachments.v[0].file, "盤點表.ods");
    assert_string_equal(item->attachments.v[1].label, "附件2");
    assert_string_equal(item->attachments.v[1].title, "需求回應說明");
    assert_null(item->attachments.v[1].file);
    snapshot_release(&s);
    assert_fits_every_size(&office);
    office_key(&office, "Shift-Up");
    item = stored(&office, "113-1", "k1", &s);
    assert_string_equal(item->attachments.v[0].title, "需求回應說明");
    snapshot_release(&s);
    office_type(&office, "\033[3~2");
    item = stored(&office, "113-1", "k1", &s);
    assert_int_equal(item->attachments.n, 1);
    assert_string_equal(item->attachments.v[0].title, "盤點表");
    snapshot_release(&s);
    /* Esc in the middle of adding leaves all as it is */
    office_type(&office, "n\r第三\033");
    assert_int_equal(stored(&office, "113-1", "k1", &s)->attachments.n, 1);
    snapshot_release(&s);
    office_close(&office);
}

/* ---- people ----------------------------------------------------------------------------------------- */

static void those_recused__are_ticked_off_on_the_list_of_members(void **state)
{
    struct office office;
    struct snapshot s;
    const struct item *item;

    (void)state;
    open_item(&office, "113-1", "k3");
    press(&office, "Down", 6);
    office_type(&office, "\r\033[B \033[B\033[15~");
    item = stored(&office, "113-1", "k3", &s);
    assert_int_equal(item->recused.n, 2);
    assert_string_equal(item->recused.v[0].person.member, s.meeting.composition.v[1].member);
    assert_string_equal(item->recused.v[1].person.member, s.meeting.composition.v[2].member);
    snapshot_release(&s);
    assert_sees(&office, "✓");
    assert_fits_every_size(&office);
    office_key(&office, "Space");
    assert_int_equal(stored(&office, "113-1", "k3", &s)->recused.n, 1);
    snapshot_release(&s);
    office_key(&office, "Esc");
    assert_sees(&office, "歐陽秉衡");
    office_close(&office);
}

static void a_motion__has_its_proposer_and_seconders(void **state)
{
    struct office office;
    struct snapshot s;
    const struct item *item = NULL;

    (void)state;
    office_open(&office, true, spring);
    assert_true(home_push(&office.app));
    assert_true(agenda_push(&office.app, office_meeting(&office, "113-1")));
    press(&office, "Down", 7);
    office_type(&office, "\r汛期座談\r\r");
    assert_sees(&office, "提案人");
    press(&office, "Down", 2);
    office_type(&office, "\r陳柏安\r");
    assert_sees(&office, "陳柏安");
    press(&office, "Down", 1);
    office_type(&office, "\r\033[B\033[B \033");
    load(&office, "113-1", &s);
    for (size_t i = 0; i < s.meeting.items.n; i++)
        if (s.meeting.items.v[i].section == SECTION_MOTION)
            item = &s.meeting.items.v[i];
    assert_non_null(item);
    assert_string_equal(item->proposer.member, "m07");
    assert_int_equal(item->seconders.n, 1);
    assert_string_equal(item->seconders.v[0].person.member, s.meeting.composition.v[2].member);
    snapshot_release(&s);
    office_close(&office);
}

static void recusing__counts_the_quorum_of_a_decision_again(void **state)
{
    const struct stamp stamp = {"何筆", "2024-05-14T06:30:00.000Z", "測試"};
    struct office office;
    struct snapshot s;
    struct decision decision;
    struct err err = {0};
    int present;

    (void)state;
    open_item(&office, "113-1", "k3");
    for (int i = 0; i < 12; i++) {
        struct attendance a;
        const struct attendance *old;

        load(&office, "113-1", &s);
        old = meeting_attendance(&s.meeting, s.meeting.composition.v[i].member);
        if (old)
            a = *old;
        else
            entity_defaults(&attendance_entity, &a);
        a.member = s.meeting.composition.v[i].member;
        a.status = PRESENCE_PRESENT;
        assert_int_equal(attendance_save(office.db, &stamp, &s, &a, &err), STATUS_OK);
        snapshot_release(&s);
    }
    load(&office, "113-1", &s);
    entity_defaults(&decision_entity, &decision);
    decision.kind = DECISION_APPROVED;
    assert_int_equal(
        decision_save(office.db, &stamp, &s, meeting_item(&s.meeting, "k3"), &decision, "14:30", &err),
        STATUS_OK);
    snapshot_release(&s);
    present = item_decision(stored(&office, "113-1", "k3", &s))->present;
    assert_int_equal(present, 12);
    snapshot_release(&s);
    office.app.changed = true;
    press(&office, "Down", 6);
    office_type(&office, "\r\033[B ");
    assert_int_equal(item_decision(stored(&office, "113-1", "k3", &s))->present, present - 1);
    snapshot_release(&s);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item__is_shown_whole__with_a_preview_of_its_text),
        cmocka_unit_test(fields__are_stored_when_they_are_left),
        cmocka_unit_test(an_item__needs_a_title),
        cmocka_unit_test(another_section__takes_the_item_with_a_new_number),
        cmocka_unit_test(the_explanation__is_edited_on_the_whole_screen),
        cmocka_unit_test(F9__goes_from_item_to_item),
        cmocka_unit_test(a_text_being_typed__goes_along_to_the_next_item),
        cmocka_unit_test(a_confirmed_item__is_not_changed),
        cmocka_unit_test(an_item_that_somebody_removed__says_so),
        cmocka_unit_test(what_is_typed_into_a_field__is_a_draft_until_it_is_stored_or_given_up),
        cmocka_unit_test(attachments__are_added_changed_moved_and_removed),
        cmocka_unit_test(those_recused__are_ticked_off_on_the_list_of_members),
        cmocka_unit_test(a_motion__has_its_proposer_and_seconders),
        cmocka_unit_test(recusing__counts_the_quorum_of_a_decision_again),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
