/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi import, export, demo: the record in and out.
 */
#include "core/record/record.h"

#include "core/base/builtin.h"
#include "core/base/text.h"
#include "tui/cli/cli.h"
#include "tui/file.h"
#include "tui/words.h"

#include <stdio.h>
#include <string.h>

/* Each problem a line: the sentence with its place. */
static void say_problems(const char *name, const struct problems *problems)
{
    for (size_t i = 0; i < problems->n; i++) {
        const struct problem *p = &problems->v[i];
        struct err err = {0};
        struct str text = STR_INIT;

        (void)err_set(&err, STATUS_BAD, p->code, p->place, p->arg[0], p->arg[1]);
        err_words(&err, &text);
        (void)fprintf(stderr, "%s: %s\n", name, text.text);
        str_release(&text);
    }
    if (problems->more)
        (void)fprintf(stderr, _("%s: 另有 %zu 處未列出\n"), name, problems->more);
}

/* How it went, worded; ERR's own sentence is dropped where the problems said it. */
static void say_result(struct cli *cli, const char *name, enum status status, enum record_result result,
                       const struct problems *problems, struct err *err)
{
    say_problems(name, problems);
    if (status == STATUS_BAD || (status == STATUS_NO && problems->n))
        err->code = CODE_NONE;
    if (status == STATUS_BAD)
        (void)fprintf(stderr, _("yishi: %s 有 %zu 處錯誤，未匯入任何資料\n"), name,
                      problems->n + problems->more);
    else if (status == STATUS_NO && problems->n)
        (void)fprintf(stderr, _("yishi: %s 與資料庫內容不同，未匯入；確定以檔案為準時請加 --replace\n"),
                      name);
    else if (!status)
        str_printf(&cli->out, "%s\n",
                   result == RECORD_UNCHANGED  ? _("內容相同，資料庫未變動")
                   : result == RECORD_REPLACED ? _("已匯入，並以檔案內容取代上列各處")
                                               : _("已匯入"));
}

enum status cli_import_text(struct cli *cli, struct db *db, const char *name, const char *text,
                            size_t len_bytes, bool replace, struct err *err)
{
    struct problems problems;
    struct stamp stamp = {cli->who, cli->when, NULL};
    struct str label = STR_INIT, shown = STR_INIT;
    enum record_result result = RECORD_UNCHANGED;
    enum status status;

    problems_init(&problems);
    text_show(&shown, name, strlen(name)); /* a file may be called anything */
    str_printf(&label, _("匯入：%s"), shown.text);
    stamp.label = label.text;
    if (str_failed(&label) || str_failed(&shown))
        status = err_memory(err);
    else
        status = record_import_text(db, &stamp, text, len_bytes, replace, &result, &problems, err);
    say_result(cli, shown.text, status, result, &problems, err);
    problems_release(&problems);
    str_release(&label);
    str_release(&shown);
    return status;
}

/* Whether TEXT can be imported where there is nothing yet. */
static enum status check_alone(struct cli *cli, const char *name, const char *text, size_t len_bytes,
                               struct err *err)
{
    struct record record = RECORD_INIT;
    struct problems problems;
    struct str shown = STR_INIT;
    enum status status;

    problems_init(&problems);
    text_show(&shown, name, strlen(name));
    status = record_parse(text, len_bytes, &record, &problems, err);
    if (status == STATUS_OK || (status == STATUS_BAD && record.whole))
        status = record_check(&record, NULL, &problems);
    if (status)
        say_result(cli, shown.text, status, RECORD_UNCHANGED, &problems, err);
    record_release(&record);
    problems_release(&problems);
    str_release(&shown);
    return status;
}

static enum status create(struct cli *cli, struct db **db, struct err *err)
{
    enum status status = cli->db_default ? file_make_parents(cli->db_path, err) : STATUS_OK;

    return status ? status : cli_open(cli, DB_CREATE, db, err);
}

static bool nothing_there(const struct err *err)
{
    return err->code == CODE_DB_MISSING || err->code == CODE_CLI_NO_DATABASE;
}

enum status cli_import(struct cli *cli, struct err *err)
{
    const char *name = cli->args->word[0];
    struct str text = STR_INIT;
    struct db *db = NULL;
    enum status status = file_read(name, (size_t)RECORD_FILE_MIB << 20, &text, err);

    if (!status)
        status = cli_open(cli, DB_WRITE, &db, err);
    /* the first record makes the database, but a bad one does not */
    if (status && nothing_there(err)) {
        status = check_alone(cli, name, text.text, text.len_bytes, err);
        if (!status)
            status = create(cli, &db, err);
    }
    if (!status)
        status = cli_import_text(cli, db, name, text.text, text.len_bytes, cli->args->has[OPT_REPLACE], err);
    db_close(db);
    str_release(&text);
    return status;
}

/* Leave in the record one meeting, and the tracked decisions that come from it. */
static enum status keep_meeting(struct record *record, const char *key, struct err *err)
{
    size_t n = 0, kept = 0;

    for (size_t i = 0; i < record->meetings.n; i++)
        if (text_same(record->meetings.v[i].key, key))
            record->meetings.v[n++] = record->meetings.v[i];
    if (!n)
        return err_set(err, STATUS_MISSING, CODE_RECORD_NO_MEETING, NULL, key, NULL);
    record->meetings.n = n;
    for (size_t i = 0; i < record->resolutions.n; i++)
        if (text_same(record->resolutions.v[i].meeting, key))
            record->resolutions.v[kept++] = record->resolutions.v[i];
    record->resolutions.n = kept;
    return STATUS_OK;
}

/* WORD is a committee's key, a meeting, or KEY:MEETING. */
static void split_word(const char *word, struct str *committee, const char **meeting)
{
    const char *colon = word ? strchr(word, ':') : NULL;
    int year, number;
    bool extraordinary;

    *meeting = NULL;
    if (!word)
        return;
    if (colon) {
        str_add_bytes(committee, word, (size_t)(colon - word));
        *meeting = colon + 1;
    } else if (meeting_key_parse(word, &year, &number, &extraordinary)) {
        *meeting = word;
    } else {
        str_add(committee, word);
    }
}

static enum status export_to(struct cli *cli, struct db *db, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct record record = RECORD_INIT;
    struct committee_line committee;
    struct str key = STR_INIT, text = STR_INIT;
    const char *meeting, *path = cli->args->value[OPT_OUTPUT];
    enum status status;

    split_word(cli->args->n ? cli->args->word[0] : NULL, &key, &meeting);
    status = cli_committee(cli, db, key.len_bytes ? key.text : NULL, &committee, &arena, err);
    if (!status)
        status = record_load(db, committee.id, &record, err);
    if (!status && meeting)
        status = keep_meeting(&record, meeting, err);
    if (!status)
        status = record_write(&record, &text, err);
    if (!status && path)
        status = file_write(path, text.text, text.len_bytes, err);
    else if (!status)
        str_add_bytes(&cli->out, text.text, text.len_bytes);
    record_release(&record);
    arena_release(&arena);
    str_release(&key);
    str_release(&text);
    return status;
}

enum status cli_export(struct cli *cli, struct err *err)
{
    struct db *db = NULL;
    enum status status = cli_open(cli, DB_READ, &db, err);

    if (!status)
        status = export_to(cli, db, err);
    db_close(db);
    return status;
}

enum status cli_demo(struct cli *cli, struct err *err)
{
    const struct theme_file *example = theme_file_find("record", "example");
    struct db *db = NULL;
    struct str shown = STR_INIT;
    enum status status;

    if (cli->args->n) {
        cli->db_path = cli->args->word[0];
        cli->db_default = false;
    }
    status = create(cli, &db, err);
    if (!status)
        status = cli_import_text(cli, db, _("範例"), example->text, strlen(example->text), false, err);
    if (!status) {
        text_show(&shown, cli->db_path, strlen(cli->db_path));
        str_clear(&cli->out);
        str_printf(&cli->out, _("已建立範例資料庫 %s\n開啟：yishi --db %s\n"), shown.text, shown.text);
    }
    db_close(db);
    str_release(&shown);
    return status;
}
