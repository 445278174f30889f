/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reasons in words, and the places they lead to.
 */
#include "tui/screens/meeting/gate.h"

#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"

#include <string.h>

/* %s is what the reason names. */
static const char *const words[REASON_COUNT] = {
    [REASON_NO_DATE] = N_("還沒有填開會日期與時間"),
    [REASON_NO_PLACE] = N_("還沒有填開會地點"),
    [REASON_NO_CHAIR] = N_("還沒有主席"),
    [REASON_NO_RECORDER] = N_("還沒有填紀錄人員"),
    [REASON_NO_ITEMS] = N_("議程上沒有報告或討論案"),
    [REASON_NO_TITLE] = N_("有一案沒有案由"),
    [REASON_TOO_LATE] = N_("距開會不足規定的工作日（%s）"),
    [REASON_NO_MATERIALS_SENT] = N_("議程與資料沒有寄送紀錄"),
    [REASON_NOT_OPENED] = N_("會議還沒有開始"),
    [REASON_NOT_ADJOURNED] = N_("會議還沒有散會"),
    [REASON_NO_ATTENDANCE] = N_("沒有記錄出席"),
    [REASON_NO_DECISION] = N_("尚無決定：%s"),
    [REASON_PENDING_SPEAKER] = N_("發言人待補：%s"),
    [REASON_EMPTY_STATEMENT] = N_("有發言人而沒有內容：%s"),
    [REASON_NO_RULING] = N_("列管案尚無決議：%s"),
    [REASON_NOT_APPROVED] = N_("紀錄尚未核定"),
    [REASON_DRAFT_NOT_SENT] = N_("紀錄草稿尚未寄送委員"),
    [REASON_NO_QUORUM] = N_("決定時未達法定人數：%s"),
    [REASON_QUORUM_UNKNOWN] = N_("無法判斷法定人數：%s"),
};

void reason_words(const struct reason *reason, struct str *out)
{
    const char *text = _(words[reason->kind]);
    const char *hole = strstr(text, "%s");

    if (!hole) {
        str_add(out, text);
        return;
    }
    str_add_bytes(out, text, (size_t)(hole - text));
    if (reason->kind == REASON_TOO_LATE)
        label_date(out, reason->what); /* the one reason that names a day */
    else
        str_add(out, reason->what);
    str_add(out, hole + 2);
}

void reason_go(struct app *app, struct meeting_frame *frame, const struct reason *reason)
{
    switch (reason->place) {
    case PLACE_PREPARE:
        frame_go(app, frame, FRAME_PREPARE);
        break;
    case PLACE_ITEM:
        (void)item_push(app, frame->meeting_id, reason->item_id);
        break;
    case PLACE_TRACKING:
        (void)tracking_push(app, frame->meeting_id, reason->resolution);
        break;
    case PLACE_ATTENDANCE:
        frame_go(app, frame, FRAME_CHECKIN);
        break;
    case PLACE_SESSION:
        (void)session_push_at(app, frame->meeting_id, reason->item_id, reason->statement_id);
        break;
    case PLACE_MINUTES:
        frame_go(app, frame, FRAME_MINUTES);
        break;
    case PLACE_PUBLISH:
        frame_go(app, frame, FRAME_PUBLISH);
        break;
    }
}
