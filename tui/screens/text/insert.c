/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names and phrases to be put into a text, and the user's own editor.
 */
#include "tui/screens/text/insert.h"

#include "core/cycle/desk.h"
#include "tui/file.h"
#include "tui/widgets/picker.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EDITED_BYTES_MAX = 16 * 1024 * 1024 };

/* What a secretary writes at every meeting. */
static const char *const phrases[] = {
    N_("請資訊處於下次會議報告辦理情形。"),
    N_("請各機關依限辦理，並於下次會議提報。"),
    N_("依委員意見修正後通過。"),
    N_("委員意見請納入參考。"),
    N_("請業務單位會後補充資料，提供委員參考。"),
    N_("遵照辦理。"),
};
enum { PHRASES = sizeof phrases / sizeof *phrases };

struct offers {
    struct arena arena;
    struct pick_row *rows;
    const char **texts; /* what each row puts in */
    size_t n, room;
    bool failed;
};

static void offer(struct offers *offers, const char *text, const char *detail, int number)
{
    if (offers->n >= offers->room || !text || !*text)
        return;
    offers->texts[offers->n] = text;
    offers->rows[offers->n++] = (struct pick_row){.number = number, .label = text, .detail = detail};
}

static bool offered(const struct offers *offers, const char *text)
{
    for (size_t i = 0; i < offers->n; i++)
        if (strcmp(offers->texts[i], text) == 0)
            return true;
    return false;
}

static void offer_members(struct offers *offers, const struct members *members)
{
    for (size_t i = 0; i < members->n; i++) {
        const struct member *member = &members->v[i];
        const struct appointment *now = appointment_at(member, NULL);
        const char *name = arena_printf(&offers->arena, "%s%s", member->surname ? member->surname : "",
                                        member->given ? member->given : "");

        offers->failed |= !name;
        offer(offers, name, now && now->unit ? now->unit : _("委員"), (int)i + 1);
    }
    for (size_t i = 0; i < members->n; i++) {
        const struct appointment *now = appointment_at(&members->v[i], NULL);

        if (now && now->unit && !offered(offers, now->unit))
            offer(offers, now->unit, _("單位"), 0);
    }
}

static bool collect(struct app *app, struct offers *offers)
{
    struct committee committee;
    struct members members = {NULL, 0};
    struct err err = {0};

    memset(&committee, 0, sizeof committee);
    if (app->committee_id &&
        committee_load(app->db, app->committee_id, &offers->arena, &committee, &members, &err)) {
        app_error(app, &err);
        return false;
    }
    offers->room = members.n * 2 + PHRASES + 1;
    offers->rows = arena_take(&offers->arena, offers->room * sizeof *offers->rows);
    offers->texts = arena_take(&offers->arena, offers->room * sizeof *offers->texts);
    if (!offers->rows || !offers->texts)
        return false;
    offer_members(offers, &members);
    if (committee.secretariat && !offered(offers, committee.secretariat))
        offer(offers, committee.secretariat, _("單位"), 0);
    for (size_t i = 0; i < PHRASES; i++)
        offer(offers, _(phrases[i]), _("常用語"), 0);
    return !offers->failed;
}

bool insert_into(struct app *app, struct editor *editor)
{
    struct offers offers = {.arena = ARENA_INIT};
    bool changed = false;
    int row = -1;

    if (collect(app, &offers))
        row = app_pick(app, _("插入"), offers.rows, offers.n, 0);
    if (row >= 0)
        changed = editor_insert(editor, offers.texts[row], strlen(offers.texts[row])) == EDITOR_CHANGED;
    arena_release(&offers.arena);
    return changed;
}

/* ---- $EDITOR -------------------------------------------------------------------------------------- */

/* A line a point, its level as tabs in front: what editor_paste reads again. */
static enum status write_lines(struct editor *editor, struct str *out, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct outline outline;
    enum status status = editor_outline(editor, &arena, &outline, err);

    for (size_t i = 0; !status && i < outline.n; i++) {
        str_add_repeat(out, "\t", outline.v[i].level);
        for (const char *at = outline.v[i].text; *at; at++)
            str_add_char(out, *at == '\n' ? '\v' : *at);
        str_add_char(out, '\n');
    }
    if (!status && str_failed(out))
        status = err_memory(err);
    arena_release(&arena);
    return status;
}

/* The shell knows which editor: $VISUAL, $EDITOR, or vi. */
static enum status edit_file(struct app *app, const char *path, struct err *err)
{
    const char *const argv[] = {"/bin/sh", "-c", "exec ${VISUAL:-${EDITOR:-vi}} \"$0\"", path, NULL};
    int result = 0;
    enum status status = app_run_child(app, argv, &result, err);

    if (!status && result != 0)
        status =
            err_set(err, STATUS_NO, CODE_FILE_OPEN, "$EDITOR", _("編輯器沒有正常結束，文字維持原樣"), NULL);
    return status;
}

bool insert_outside(struct app *app, struct editor *editor)
{
    char path[] = "/tmp/yishi-XXXXXX";
    struct str before = STR_INIT, after = STR_INIT;
    struct err err = {0};
    bool changed = false;
    int fd = mkstemp(path);
    enum status status =
        fd < 0 ? err_set(&err, STATUS_STORAGE, CODE_FILE_WRITE, path, strerror(errno), NULL) : STATUS_OK;

    if (fd >= 0)
        (void)close(fd);
    if (!status)
        status = write_lines(editor, &before, &err);
    if (!status)
        status = file_write(path, before.text, before.len_bytes, &err);
    if (!status)
        status = edit_file(app, path, &err);
    if (!status)
        status = file_read(path, EDITED_BYTES_MAX, &after, &err);
    if (!status && strcmp(before.text, after.text) != 0) {
        (void)editor_act(editor, "editor.select-all");
        changed = editor_paste(editor, after.text, after.len_bytes) == EDITOR_CHANGED;
    }
    if (status)
        app_error(app, &err);
    if (fd >= 0)
        (void)unlink(path);
    str_release(&before);
    str_release(&after);
    return changed;
}
