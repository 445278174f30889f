/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a closed decision up again: a new one, decided at the next meeting, that goes on from it.
 */
#include "core/cycle/kin_desk.h"
#include "core/tracking/kin.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/tracking/register.h"

bool register_is_linked(const struct register_data *data, const struct resolution *resolution)
{
    struct arena arena = ARENA_INIT;
    struct kins kins = {NULL, 0};
    bool linked = false;

    if (resolution && !kin_of(&data->all, resolution, &arena, &kins, NULL))
        for (size_t i = 0; i < kins.n; i++)
            linked = linked || kins.v[i].other;
    arena_release(&arena);
    return linked;
}

static bool confirm(struct app *app, const struct meeting_line *meeting, const struct resolution *r)
{
    const char *const choices[] = {_("先不要"), _("重新列管")};
    struct str title = STR_INIT, text = STR_INIT;
    int answer;

    str_printf(&title, _("重新列管 %s？"), r->key);
    label_meeting_key(&text, meeting->key, meeting->title);
    str_add(&text, _("另編新號，接續原案；沿用裁示事項與單位，期限另訂。"));
    answer = app_ask(app, title.text, text.text, choices, 2, 0);
    str_release(&title);
    str_release(&text);
    return answer == 1;
}

/* The id of the one with number KEY; 0: it is gone again. */
static int64_t id_of(struct app *app, const char *key, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct resolutions all;
    const struct resolution *r = NULL;
    int64_t id = 0;

    if (!resolutions_load(app->db, app->committee_id, &arena, &all, err))
        r = resolution_find(&all, key);
    if (r)
        id = r->row.id;
    arena_release(&arena);
    return id;
}

static enum status take_up(struct app *app, struct attempt *attempt, int64_t meeting_id, const char *old,
                           struct arena *arena, const char **key)
{
    struct snapshot s = SNAPSHOT_INIT;
    const struct resolution *r;
    enum status status = snapshot_load(app->db, meeting_id, &s, &attempt->err);

    r = status ? NULL : resolution_find(&s.resolutions, old);
    if (!status && !r)
        status = err_set(&attempt->err, STATUS_MISSING, CODE_ITEM_GONE, NULL, NULL, NULL);
    if (!status)
        status = resolution_again(app->db, &attempt->stamp, &s, r, arena, key, &attempt->err);
    snapshot_release(&s);
    return status;
}

bool register_again(struct app *app, const struct register_data *data, const struct resolution *resolution,
                    int64_t *id)
{
    const struct meeting_line *meeting = register_next(&data->meetings);
    struct arena arena = ARENA_INIT;
    struct attempt attempt;
    struct err err = {0};
    const char *key = NULL;
    enum status status;

    *id = 0;
    if (!confirm(app, meeting, resolution))
        return false;
    app_attempt(app, &attempt, _("%s 重新列管 %s"), meeting->key, resolution->key);
    do
        status = take_up(app, &attempt, meeting->id, resolution->key, &arena, &key);
    while (app_again(app, &attempt, status));
    if (!status) {
        *id = id_of(app, key, &err);
        app_message(app, ROLE_GOOD, _("已列管，編號 %s；按 F2 訂期限、改單位"), key);
    }
    arena_release(&arena);
    return *id != 0;
}
