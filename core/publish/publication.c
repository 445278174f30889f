/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of publishing, in their order.
 */
#include "core/publish/publication.h"

#include "core/archive/archive.h"
#include "core/cycle/previous.h"
#include "core/paper/minutes.h"
#include "db/file.h"

#include <stdio.h>

static enum status load(struct db *db, int64_t meeting_id, struct publication *p, bool *has_previous,
                        struct err *err)
{
    enum status status = read_begin(db, err);

    if (status)
        return status;
    status = snapshot_load(db, meeting_id, &p->s, err);
    if (!status)
        status = snapshot_load_previous(db, &p->s, &p->previous, has_previous, err);
    read_end(db);
    return status;
}

/* Only a table of all that the last meeting decided needs that meeting. */
static bool prints_previous(const struct style *style)
{
    return text_same(style_get(style, "tracking_table:which"), "all");
}

enum status publication_open(struct db *db, int64_t meeting_id, const struct style *style,
                             const struct publish_answers *answers, struct publication *out, struct err *err)
{
    struct publish_choices choices;
    bool has_previous = false;
    enum status status;

    *out = (struct publication)PUBLICATION_INIT;
    file_add_directory(&out->beside, db_path(db));
    status = str_failed(&out->beside) ? err_memory(err) : load(db, meeting_id, out, &has_previous, err);
    if (!status)
        status = publish_choices_load(db, meeting_id, &out->arena, &choices, err);
    if (!status && answers)
        choices.answers = *answers;
    if (!status)
        status = public_copy_make(&out->s, has_previous && prints_previous(style) ? &out->previous : NULL,
                                  &out->copy, err);
    if (!status)
        status = publish_examine(&out->copy, &out->s, has_previous ? &out->previous : NULL, &choices,
                                 out->beside.text, &out->arena, &out->findings, err);
    if (status)
        publication_release(out);
    return status;
}

void publication_release(struct publication *p)
{
    public_copy_release(&p->copy);
    snapshot_release(&p->previous);
    snapshot_release(&p->s);
    arena_release(&p->arena);
    str_release(&p->beside);
    p->findings = (struct publish_findings){NULL, 0, 0};
}

enum status publication_write(struct db *db, struct publication *p, const struct style *style,
                              const struct publishing *how, const char *path, struct err *err)
{
    struct package_items items = {.arena = ARENA_INIT};
    char number[24];
    enum status status = STATUS_OK;

    if (p->findings.undecided) {
        (void)snprintf(number, sizeof number, "%zu", p->findings.undecided);
        return err_set(err, STATUS_NO, CODE_PUBLISH_UNDECIDED, NULL, number, NULL);
    }
    status = package_items_make(&p->copy, style, p->beside.text, &items, err);
    if (!status)
        status = package_publish(db, how, &p->copy, &items, path, err);
    package_items_release(&items);
    return status;
}

enum status publication_day(struct db *db, int64_t meeting_id, char out[11], struct err *err)
{
    struct stmt *stmt;
    enum status status = stmt_begin(
        db, &stmt, "SELECT made_on FROM publication WHERE meeting = $1 ORDER BY id DESC LIMIT 1", err);

    out[0] = '\0';
    if (status)
        return status;
    stmt_int(stmt, 1, meeting_id);
    status = stmt_step(stmt, err);
    if (!status)
        (void)snprintf(out, 11, "%s", stmt_column_text(stmt, 0));
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status publication_minutes(struct db *db, int64_t meeting_id, const struct style *style, int width_cols,
                                struct str *out, struct err *err)
{
    struct publication p;
    enum status status = publication_open(db, meeting_id, style, NULL, &p, err);

    if (status)
        return status;
    status = minutes_text(&p.copy.s, style, COPY_PUBLIC, width_cols, out, err);
    publication_release(&p);
    return status;
}

enum status publication_keep(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                             struct milestone *wanted, const struct style *style, const char *style_name,
                             struct err *err)
{
    struct str text = STR_INIT;
    enum status status = publication_minutes(db, s->meeting.row.id, style, KEPT_WIDTH, &text, err);

    if (!status)
        status = milestone_keep_text(db, stamp, s, wanted, text.text, style_name, err);
    str_release(&text);
    return status;
}
