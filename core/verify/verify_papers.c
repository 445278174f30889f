/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The papers that were kept: each is what was kept, and what was confirmed still prints so.
 */
#include "core/archive/archive.h"
#include "core/base/str.h"
#include "core/cycle/desk.h"
#include "core/paper/minutes.h"
#include "core/verify/verify_parts.h"

#include <string.h>

/* What the meeting prints now, without amendments and without the seal beneath. */
static enum status reprint(const struct snapshot *s, const struct version *version, struct str *out,
                           struct err *err)
{
    struct snapshot bare = *s;
    struct style *style = NULL;
    enum status status = style_load(version->style, &style, err);

    bare.amendments = (struct amendments){NULL, 0};
    if (!status)
        status = minutes_text(&bare, style, version->is_public ? COPY_PUBLIC : COPY_INTERNAL, KEPT_WIDTH, out,
                              err);
    style_free(style);
    return status;
}

/* Loaded as it is shown, with the names of its own day. A style of the committee's own may be gone, or
 * changed since: then nothing can be said. */
static enum status check_confirmed(struct verifying *v, struct db *db, int64_t meeting_id,
                                   const struct version *version, struct err *err)
{
    struct snapshot s = SNAPSHOT_INIT;
    struct str text = STR_INIT;
    struct err why = {0};
    enum status status = snapshot_load(db, meeting_id, &s, &why);

    if (!status)
        status = reprint(&s, version, &text, &why);
    if (!status && strncmp(version->text, text.text, text.len_bytes) != 0)
        verify_add(v, FINDING_PAPER_DIFFERS, true, s.meeting.key, "%s", version->on);
    str_release(&text);
    snapshot_release(&s);
    if (status == STATUS_MISSING || status == STATUS_BAD)
        return STATUS_OK;
    if (status && err)
        *err = why;
    return status;
}

enum status verify_papers(struct verifying *v, struct db *db, const struct meeting *meeting, struct err *err)
{
    struct versions versions;
    const struct version *confirmed;
    enum status status = versions_load(db, meeting->row.id, v->arena, &versions, err);

    if (status)
        return status;
    for (size_t i = 0; i < versions.n; i++)
        if (!version_is_whole(&versions.v[i]))
            verify_add(v, FINDING_KEPT_PAPER, false, meeting->key, "%d", versions.v[i].number);
    confirmed = version_find(&versions, "confirmed");
    return confirmed ? check_confirmed(v, db, meeting->row.id, confirmed, err) : STATUS_OK;
}
