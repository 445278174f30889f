/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Importing a record, and showing what is wrong with it.
 */
#include "tui/screens/home/import.h"

#include "core/cycle/snapshot.h"
#include "core/record/record.h"
#include "tui/file.h"

#include <string.h>

static void list_problems(const struct problems *problems, struct str *out)
{
    for (size_t i = 0; i < problems->n; i++) {
        const struct problem *p = &problems->v[i];
        struct err err = {0};

        (void)err_set(&err, STATUS_BAD, p->code, p->place, p->arg[0], p->arg[1]);
        err_words(&err, out);
        str_add_char(out, '\n');
    }
    if (problems->more)
        str_printf(out, _("另有 %zu 處未列出\n"), problems->more);
}

/* The record's committee is the one to work with from now on. */
static void choose_committee(struct app *app, const char *key)
{
    struct arena arena = ARENA_INIT;
    struct committee_lines lines = {NULL, 0};
    struct err err = {0};

    if (committee_list(app->db, &arena, &lines, &err))
        app_error(app, &err);
    for (size_t i = 0; key && i < lines.n; i++)
        if (strcmp(lines.v[i].key, key) == 0)
            app->committee_id = lines.v[i].id;
    arena_release(&arena);
}

static enum status store(struct app *app, const char *name, struct record *record, bool replace,
                         struct problems *problems, enum record_result *result)
{
    struct attempt attempt;
    enum status status;

    app_attempt(app, &attempt, _("匯入：%s"), name);
    attempt.quiet = true;
    do {
        problems_release(problems);
        problems_init(problems);
        status = record_import(app->db, &attempt.stamp, record, replace, result, problems, &attempt.err);
    } while (app_again(app, &attempt, status));
    if (status && !problems->n)
        app_error(app, &attempt.err);
    return status;
}

/* What differs is listed, and replaced only when the user says so. */
static bool ask_replace(struct app *app, const struct problems *problems)
{
    const char *const choices[] = {_("不匯入，資料庫維持原樣"), _("以檔案為準取代")};
    struct str text = STR_INIT;
    int answer;

    str_add(&text, _("資料庫裡已經有這些資料，內容與檔案不同：\n"));
    list_problems(problems, &text);
    answer = app_ask(app, _("內容不同"), text.text, choices, 2, 0);
    str_release(&text);
    return answer == 1;
}

static void say_mistakes(struct app *app, const char *name, const struct problems *problems)
{
    struct str text = STR_INIT;

    str_printf(&text, _("%s 有 %zu 處錯誤，沒有匯入任何資料：\n\n"), name, problems->n + problems->more);
    list_problems(problems, &text);
    app_show(app, _("不能匯入"), text.text);
    str_release(&text);
}

bool import_text(struct app *app, const char *name, const char *text, size_t len_bytes)
{
    struct record record = RECORD_INIT;
    struct problems problems;
    enum record_result result = RECORD_UNCHANGED;
    struct err err = {0};
    enum status status;

    problems_init(&problems);
    status = record_parse(text, len_bytes, &record, &problems, &err);
    if (status == STATUS_BAD && record.whole)
        (void)record_check(&record, NULL, &problems);
    else if (status != STATUS_OK && status != STATUS_BAD)
        app_error(app, &err);
    else if (!status)
        status = store(app, name, &record, false, &problems, &result);
    if (status == STATUS_NO && problems.n && ask_replace(app, &problems))
        status = store(app, name, &record, true, &problems, &result);
    if (status == STATUS_BAD)
        say_mistakes(app, name, &problems);
    if (!status) {
        choose_committee(app, record.committee.key);
        app_message(app, ROLE_GOOD, "%s",
                    result == RECORD_UNCHANGED ? _("內容相同，資料庫未變動") : _("已匯入"));
    }
    problems_release(&problems);
    record_release(&record);
    return status == STATUS_OK;
}

bool import_file(struct app *app)
{
    struct str typed = STR_INIT, path = STR_INIT, text = STR_INIT;
    struct err err = {0};
    bool done = false;

    while (app_input(app, _("匯入紀錄檔"), _("檔案的路徑，例如 ~/文件/紀錄.json"), &typed, NULL, NULL) &&
           typed.len_bytes) {
        str_clear(&path);
        str_clear(&text);
        file_typed_path(typed.text, &path);
        if (file_read(path.text, (size_t)RECORD_FILE_MIB << 20, &text, &err)) {
            app_error(app, &err); /* and ask again, with what was typed */
            continue;
        }
        done = import_text(app, path.text, text.text, text.len_bytes);
        break;
    }
    str_release(&typed);
    str_release(&path);
    str_release(&text);
    return done;
}
