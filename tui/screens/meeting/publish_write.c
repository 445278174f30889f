/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the publication package from the program, and the offer to record the day.
 */
#include "tui/file.h"
#include "tui/screens/meeting/gate.h"
#include "tui/screens/meeting/publish_check.h"

static enum status check_name(void *context, const char *text, struct err *err)
{
    (void)context;
    return *text ? STATUS_OK : err_set(err, STATUS_BAD, CODE_FILE_WRITE, "", _("請輸入資料夾名稱"), NULL);
}

static bool write_to(struct app *app, struct meeting_frame *frame, struct publication *publication,
                     const char *path)
{
    char today[DATE_ISO_SIZE];
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("%s：寫出公開資料夾"), frame->s.meeting.key);
    do {
        const struct publishing how = {&attempt.stamp, frame_today(app, today)};

        status = publication_write(app->db, publication, frame->style, &how, path, &attempt.err);
    } while (app_again(app, &attempt, status));
    return status == STATUS_OK;
}

/* The day that it went out, if the user has put it there already. */
static void offer_day(struct app *app, struct meeting_frame *frame, const char *path)
{
    const char *const choices[] = {_("上傳之後再記"), _("記下公開日期")};

    if (meeting_milestone(&frame->s.meeting, STEP_PUBLISHED) ||
        app_ask(app, _("公開資料夾已寫出"), path, choices, 2, 0) != 1)
        app_message(app, ROLE_GOOD, _("已寫出 %s"), path);
    else if (gate_ask(app, frame, GATE_PUBLISH) == GATE_OPEN &&
             milestone_ask(app, frame, STEP_PUBLISHED, _("公開"), NULL))
        app_message(app, ROLE_GOOD, "%s", _("已記下公開日期"));
}

void publish_write_ask(struct app *app, struct meeting_frame *frame, struct publication *publication)
{
    struct str typed = STR_INIT, path = STR_INIT;

    str_printf(&typed, _("%s公開"), frame->s.meeting.key);
    if (app_input(app, _("寫出公開資料夾"), _("資料夾名稱或完整路徑；會是一個新的資料夾"), &typed, check_name,
                  NULL)) {
        file_typed_path(typed.text, &path);
        if (write_to(app, frame, publication, path.text))
            offer_day(app, frame, path.text);
    }
    str_release(&typed);
    str_release(&path);
}
