/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Operations on the committee's whole record, its archive and its journal, and how a draft becomes stored.
 */
#include "core/record/record.h"

#include "core/archive/archive.h"
#include "db/undo.h"
#include "tests/torture/office/operations.h"

/* ---- the record, settings, drafts ---------------------------------------------------------------- */

enum status run_record_import(struct office *o, struct err *err)
{
    struct record record = RECORD_INIT;
    struct problems problems;
    enum record_result result;
    enum status status = record_load(o->db, o->committee, &record, err);

    problems_init(&problems);
    if (status == STATUS_OK) {
        record.members.v[0].given = "大河";
        record.meetings.v[record.meetings.n - 1].place = "禮堂";
        status = record_import(o->db, &office_stamp, &record, true, &result, &problems, err);
    }
    problems_release(&problems);
    record_release(&record);
    return status;
}

enum status run_record_import_text(struct office *o, struct err *err)
{
    static const char text[] = "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"rain\","
                               "\"name\":\"雨量小組\"},\"members\":[{\"key\":\"m01\",\"surname\":\"雷\"}]}";
    struct problems problems;
    enum record_result result;
    enum status status;

    problems_init(&problems);
    status = record_import_text(o->db, &office_stamp, text, sizeof text - 1, false, &result, &problems, err);
    problems_release(&problems);
    return status;
}

static enum status save_place(struct office *o, struct err *err)
{
    struct meeting wanted = o->s.meeting;

    wanted.place = "第9會議室";
    return meeting_save(o->db, &office_stamp, &o->s, &wanted, err);
}

/* A text is saved as the editor does it: the change, and that its draft is stored, in one write. */
enum status run_save_with_draft(struct office *o, struct err *err)
{
    enum status status = write_begin(o->db, &office_stamp, err);

    if (status != STATUS_OK)
        return status;
    status = save_place(o, err);
    if (status == STATUS_OK)
        status = draft_mark_stored(o->db, "0123456789abcdef", "title:1:0", 7, err);
    if (status == STATUS_OK)
        status = db_setting_put(o->db, "last", "title:1:0", err);
    return write_end(o->db, status, err);
}

/* ---- the archive and the journal ----------------------------------------------------------------- */

/* The draft's paper is kept with the milestone. */
enum status run_milestone_keep(struct office *o, struct err *err)
{
    struct style *style = NULL;
    struct milestone wanted;
    enum status status = style_load("formal", &style, err);

    entity_defaults(&milestone_entity, &wanted);
    wanted.step = STEP_DRAFT_SENT;
    wanted.date = "2023-11-20";
    if (status == STATUS_OK)
        status = milestone_keep(o->db, &office_stamp, &o->s, &wanted, NULL, style, "formal", err);
    style_free(style);
    return status;
}

enum status run_amendment_add(struct office *o, struct err *err)
{
    const struct amendment amendment = {.place = "報告事項一",
                                        .before = "無其他意見。",
                                        .after = "請再補充授權條款。",
                                        .reason = "錄音核對",
                                        .on = "2023-07-01",
                                        .by = "何筆"};

    return amendment_add(o->db, &office_stamp, &o->s, &amendment, err);
}

/* The last change set is taken back. */
enum status run_undo(struct office *o, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status = stmt_begin(o->db, &stmt, "SELECT max(id) FROM change_set", err);
    int64_t last = 0;

    if (status == STATUS_OK)
        status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        last = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return status == STATUS_OK ? undo_change_set(o->db, &office_stamp, last, err) : status;
}
