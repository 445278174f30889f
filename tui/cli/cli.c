/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of commands, and what they share.
 */
#include "tui/cli/cli.h"

#include "core/base/arena.h"
#include "tui/version.h"
#include "tui/words.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

const struct cli_command cli_commands[] = {
    {"meetings", "meetings", N_("列出會議"), 0, 0, 0, cli_meetings},
    {"quorum", "quorum MEETING [--at HH:MM | --all] [--format text|json]",
     N_("計算法定人數；成會 0，未成會或無法判斷 1"), 1, 1, BIT(OPT_AT) | BIT(OPT_ALL) | BIT(OPT_FORMAT),
     cli_quorum},
    {"track",
     "track [--open|--all|--overdue|--released|--unreported] [--unit UNIT] [--meeting MEETING] [--text TEXT] "
     "[--sort number|due] [--format text|csv|json]",
     N_("列出列管案件（預設為列管中）：來源、裁示事項、單位、期限、報告次數、日數"), 0, 0,
     BIT(OPT_OPEN) | BIT(OPT_ALL) | BIT(OPT_OVERDUE) | BIT(OPT_RELEASED) | BIT(OPT_UNREPORTED) |
         BIT(OPT_UNIT) | BIT(OPT_MEETING) | BIT(OPT_TEXT) | BIT(OPT_SORT) | BIT(OPT_FORMAT),
     cli_track},
    {"ask", "ask MEETING [--unit UNIT] [-o FILE|DIRECTORY]",
     N_("寫出請單位填辦理情形的表（CSV）；不指定單位時，每個單位一個檔，放進資料夾"), 1, 1,
     BIT(OPT_UNIT) | BIT(OPT_OUTPUT), cli_ask},
    {"collect", "collect FILE... [--dry-run]",
     N_("收回填好的表，存為各單位自己的回報；有一格不符就全部不收；--dry-run 只列出會變更什麼"), 1, ARGS_MAX,
     BIT(OPT_DRY_RUN), cli_collect},
    {"print",
     "print DOCUMENT MEETING [--paper STYLE] [--format text|odt|html|md] [--width N] [--pages[=LINES]] "
     "[--public|--internal] [--member NAME|SEAT] [--kept VERSION] [-o FILE]",
     N_("印出文件：notice 開會通知、reply 出席回復單、agenda 議程、tracking 決議辦理情形、roster 委員名單、"
        "signin 簽到表、fees 印領清冊、script 主席主持稿、minutes 會議紀錄"),
     2, 2,
     BIT(OPT_PAPER) | BIT(OPT_FORMAT) | BIT(OPT_WIDTH) | BIT(OPT_PAGES) | BIT(OPT_PUBLIC) |
         BIT(OPT_INTERNAL) | BIT(OPT_MEMBER) | BIT(OPT_KEPT) | BIT(OPT_OUTPUT),
     cli_print},
    {"publish", "publish MEETING DIR [--dry-run] [--keep WHAT,...] [--redact WHAT,...] [--paper STYLE]",
     N_("寫出公開資料夾：公開版紀錄與議程、列管與發言的表、紀錄檔、附件、清單；個資與會洩漏發言人的文字先列出"
        "，"
        "決定照登或遮去之後才寫"),
     1, 2, BIT(OPT_DRY_RUN) | BIT(OPT_KEEP) | BIT(OPT_REDACT) | BIT(OPT_PAPER), cli_publish},
    {"import", "import FILE|- [--replace]", N_("匯入紀錄檔"), 1, 1, BIT(OPT_REPLACE), cli_import},
    {"export", "export [COMMITTEE|MEETING] [-o FILE]", N_("匯出紀錄檔"), 0, 1, BIT(OPT_OUTPUT), cli_export},
    {"workday", "workday DATE ±N", N_("計算工作日"), 2, 2, 0, cli_workday},
    {"verify", "verify [--seal SHA256]",
     N_("檢核資料庫、異動日誌、留存的紀錄、資料與程序；紙本上的封印在不在日誌裡"), 0, 0, BIT(OPT_SEAL),
     cli_verify},
    {"versions", "versions MEETING [--json]", N_("列出留存的紀錄版本：寄送的草稿、確認的、公開的"), 1, 1,
     BIT(OPT_JSON), cli_versions},
    {"diff", "diff MEETING A B",
     N_("比較兩個版本：序號、confirmed 等步驟，或 now（現在印出的）；相同 0，不同 1"), 3, 3, 0, cli_diff},
    {"log", "log [MEETING] [--json]", N_("列出異動：何時、何人、改了什麼"), 0, 1, BIT(OPT_JSON), cli_log},
    {"backup", "backup FILE", N_("備份整個資料庫"), 1, 1, 0, cli_backup},
    {"restore", "restore FILE", N_("以備份還原資料庫；原來的檔案留著"), 1, 1, 0, cli_restore},
    {"demo", "demo [FILE]", N_("建立範例資料庫"), 0, 1, 0, cli_demo},
    {NULL, NULL, NULL, 0, 0, 0, NULL},
};

static void say_error(const struct err *err)
{
    struct str text = STR_INIT;

    err_words(err, &text);
    (void)fprintf(stderr, "yishi: %s\n", text.text);
    str_release(&text);
}

enum status cli_flush(struct cli *cli, struct err *err)
{
    bool written;

    if (str_failed(&cli->out))
        return err_memory(err);
    written =
        fwrite(cli->out.text, 1, cli->out.len_bytes, stdout) == cli->out.len_bytes && fflush(stdout) == 0;
    if (!written)
        return err_set(err, STATUS_STORAGE, CODE_FILE_WRITE, _("標準輸出"), strerror(errno), NULL);
    return STATUS_OK;
}

int cli_run(struct cli *cli)
{
    const struct cli_command *command = cli_commands;
    struct err err = {0}, late = {0};
    enum status status, flushed;

    while (command->name && strcmp(command->name, cli->args->command) != 0)
        command++;
    status = command->run(cli, &err);
    flushed = cli_flush(cli, &late);
    if (status && err.code != CODE_NONE)
        say_error(&err);
    if (flushed) {
        say_error(&late);
        if (!status)
            status = flushed;
    }
    return status_exit(status);
}

static void help_one(const struct cli_command *command)
{
    (void)printf("  yishi %s\n      %s\n", command->usage, _(command->summary));
}

void cli_help(const struct args *args)
{
    (void)printf(
        _("yishi（議事） %s：委員會幕僚的議事管理\n\n用法：\n  yishi [--db FILE]\n      開啟全螢幕程式\n"),
        YISHI_VERSION);
    for (const struct cli_command *c = cli_commands; c->name; c++)
        if (!args->command || strcmp(args->command, c->name) == 0)
            help_one(c);
    (void)printf(
        _("\n各指令皆可加 --db FILE、--committee KEY、--lang zh|en、--help；--version 顯示版本。\n"
          "會議代號如 112-2，臨時會議如 112-e1。結束碼：0 完成，1 否，2 用法，3 輸入錯誤，4 儲存錯誤。\n"));
}

enum status cli_open(struct cli *cli, enum db_mode mode, struct db **db, struct err *err)
{
    enum status status = db_open(db, cli->db_path, mode, err);

    if (status && cli->db_default && (err->code == CODE_DB_MISSING || err->code == CODE_DIR_MISSING))
        status = err_set(err, status, CODE_CLI_NO_DATABASE, NULL, cli->db_path, NULL);
    if (!status)
        db_wait(*db, 5000); /* nobody looks on: wait for whoever is writing */
    /* who only reads wants a database that is there: its absence is the storage's fault, not the input's */
    if (status == STATUS_MISSING && (mode == DB_READ || err->code == CODE_DIR_MISSING))
        status = err->status = STATUS_STORAGE;
    return status;
}

/* All the keys, to name them. */
static enum status ambiguous(const struct committee_lines *lines, struct err *err)
{
    struct str keys = STR_INIT;
    enum status status;

    for (size_t i = 0; i < lines->n; i++)
        str_printf(&keys, "%s%s", i ? " " : "", lines->v[i].key);
    status = err_set(err, STATUS_USAGE, CODE_RECORD_COMMITTEES, NULL, keys.text, NULL);
    str_release(&keys);
    return status;
}

enum status cli_committee(struct cli *cli, struct db *db, const char *key, struct committee_line *out,
                          struct arena *arena, struct err *err)
{
    struct committee_lines lines;
    enum status status = committee_list(db, arena, &lines, err);

    if (status)
        return status;
    if (!key)
        key = cli->args->value[OPT_COMMITTEE];
    for (size_t i = 0; i < lines.n; i++)
        if ((!key && lines.n == 1) || text_same(key, lines.v[i].key)) {
            *out = lines.v[i];
            return STATUS_OK;
        }
    if (!key && lines.n > 1)
        return ambiguous(&lines, err);
    return err_set(err, STATUS_MISSING, CODE_RECORD_NO_COMMITTEE, NULL, key, NULL);
}

enum status cli_meeting_id(struct cli *cli, struct db *db, const char *name, int64_t *id, struct err *err)
{
    const char *colon = strchr(name, ':'), *meeting = colon ? colon + 1 : name;
    struct arena arena = ARENA_INIT;
    struct committee_line committee;
    struct str key = STR_INIT;
    enum status status;

    if (colon)
        str_add_bytes(&key, name, (size_t)(colon - name));
    status = cli_committee(cli, db, colon ? key.text : NULL, &committee, &arena, err);
    if (!status)
        status = meeting_id_find(db, committee.id, meeting, id, err);
    str_release(&key);
    arena_release(&arena);
    return status;
}

enum status cli_meeting(struct cli *cli, struct db *db, const char *name, struct snapshot *out,
                        struct err *err)
{
    int64_t id = 0;
    enum status status = cli_meeting_id(cli, db, name, &id, err);

    return status ? status : snapshot_load(db, id, out, err);
}
