/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the minutes to a file.
 */
#include "tui/screens/meeting/paper_file.h"

#include "tui/file.h"

#include <unistd.h>

static enum status check_name(void *context, const char *text, struct err *err)
{
    (void)context;
    return *text ? STATUS_OK : err_set(err, STATUS_BAD, CODE_FILE_WRITE, "", _("請輸入檔名"), NULL);
}

static bool may_replace(struct app *app, const char *path)
{
    const char *const choices[] = {_("不取代"), _("取代舊檔")};

    return access(path, F_OK) != 0 || app_ask(app, _("檔案已存在"), path, choices, 2, 0) == 1;
}

bool paper_write(struct app *app, const struct meeting_frame *frame, const struct style *style,
                 enum copy copy)
{
    struct str typed = STR_INIT, path = STR_INIT, text = STR_INIT;
    struct err err = {0};
    bool written = false;

    str_printf(&typed, _("%s會議紀錄%s.txt"), frame->s.meeting.key, copy == COPY_INTERNAL ? _("(內部)") : "");
    if (!app_input(app, _("存成文字檔"), _("檔名或完整路徑；相對路徑在啟動程式的目錄之下"), &typed,
                   check_name, NULL))
        goto out;
    file_typed_path(typed.text, &path);
    if (may_replace(app, path.text)) {
        enum status status =
            minutes_text(&frame->s, style, copy, config_number(app->config, SET_WIDTH), &text, &err);

        if (!status)
            status = file_write(path.text, text.text, text.len_bytes, &err);
        if (status)
            app_error(app, &err);
        else
            app_message(app, ROLE_GOOD, _("已寫入 %s"), path.text);
        written = status == STATUS_OK;
    }
out:
    str_release(&typed);
    str_release(&path);
    str_release(&text);
    return written;
}
