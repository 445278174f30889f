/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi backup, restore: the whole database as a file, and back.
 */
#include "db/backup.h"

#include "core/base/text.h"
#include "core/calendar/date.h"
#include "db/restore.h"
#include "tui/cli/cli.h"
#include "tui/file.h"
#include "tui/journal_words.h"
#include "tui/words.h"

#include <string.h>

enum { PATIENCE_MS = 5000 };

/* What identifies a backup: its size, whose it is, and how old. */
static void add_info(struct str *out, const struct backup_info *info)
{
    str_printf(out, _("大小：%lld 位元組\n識別碼：%s\n"), (long long)info->bytes, info->uuid);
    if (!*info->last)
        return;
    str_add(out, _("最後的異動："));
    journal_when(info->last, out);
    str_add_char(out, '\n');
}

static void add_path(struct str *out, const char *label, const char *path)
{
    str_add(out, label);
    text_show(out, path, strlen(path));
    str_add_char(out, '\n');
}

enum status cli_backup(struct cli *cli, struct err *err)
{
    const char *to = cli->args->word[0];
    struct backup_info info;
    struct db *db = NULL;
    enum status status = cli_open(cli, DB_READ, &db, err);

    if (!status)
        status = db_backup(db, to, err);
    db_close(db);
    if (!status)
        status = backup_look(to, &info, err); /* read back from the file that it has become */
    if (!status) {
        add_path(&cli->out, _("已備份，檢查無誤："), to);
        add_info(&cli->out, &info);
    }
    return status == STATUS_MISSING ? err->status = STATUS_STORAGE : status;
}

enum status cli_restore(struct cli *cli, struct err *err)
{
    struct backup_info old, info;
    struct str kept = STR_INIT;
    /* a damaged one has no identity to compare with */
    const bool known = backup_look(cli->db_path, &old, NULL) == STATUS_OK;
    enum status status = backup_look(cli->args->word[0], &info, err);

    if (!status && cli->db_default)
        status = file_make_parents(cli->db_path, err);
    if (!status)
        status = db_restore(cli->args->word[0], cli->db_path, cli->today, PATIENCE_MS, &info, &kept, err);
    if (!status) {
        add_path(&cli->out, _("已還原："), cli->db_path);
        add_info(&cli->out, &info);
        if (known && strcmp(old.uuid, info.uuid) != 0)
            str_printf(&cli->out, _("請留意：原來的是另一個資料庫，識別碼 %s\n"), old.uuid);
        if (kept.len_bytes)
            add_path(&cli->out, _("原來的檔案留在："), kept.text);
    }
    str_release(&kept);
    return status == STATUS_MISSING ? err->status = STATUS_STORAGE : status;
}
