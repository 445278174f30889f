/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to a statement that stands: choosing it, moving, joining, removing, another speaker, another
 * disclosure.
 */
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/label.h"

#include <string.h>

enum { PAGE = 5 };

/* ---- which ---------------------------------------------------------------------------------------- */

/* The meeting stands at this tracked decision at some point. */
static bool is_stop(const struct session *session, const char *about)
{
    for (size_t i = 0; i < session->n_stops; i++)
        if (session->stops[i].about && text_same(session->stops[i].about->key, about))
            return true;
    return false;
}

bool session_shows(const struct session *session, const struct statement *statement)
{
    const struct stop *stop = session_stop(session);

    if (stop->about)
        return text_same(statement->about, stop->about->key);
    return !statement->about || !is_stop(session, statement->about);
}

size_t session_place_of(const struct item *item, int64_t id)
{
    for (size_t i = 0; i < item->statements.n; i++)
        if (id && item->statements.v[i].row.id == id)
            return i;
    return item->statements.n;
}

const struct statement *session_chosen(const struct session *session)
{
    const struct stop *stop = session_stop(session);
    const size_t at = stop ? session_place_of(stop->item, session->chosen) : 0;

    return stop && at < stop->item->statements.n ? &stop->item->statements.v[at] : NULL;
}

const char *session_why_none_chosen(struct app *app, struct screen *screen)
{
    if (frame_why_not_change(app, screen))
        return frame_why_not_change(app, screen);
    return session_chosen(session_of(screen)) ? NULL : _("請先用 ↑ ↓ 選一則發言");
}

/* The shown statement before (-1) or after (1) place AT; N when there is none. */
static size_t neighbour(const struct session *session, size_t at, int by)
{
    const struct item *item = session_stop(session)->item;
    const size_t n = item->statements.n;

    while (by < 0 ? at > 0 : at + 1 < n) {
        at = by < 0 ? at - 1 : at + 1;
        if (session_shows(session, &item->statements.v[at]))
            return at;
    }
    return n;
}

void session_choose(struct session *session, int by)
{
    const struct stop *stop = session_stop(session);
    size_t at, n;

    if (!stop)
        return;
    n = stop->item->statements.n;
    at = session_place_of(stop->item, session->chosen);
    for (; by < 0; by++) {
        const size_t to = neighbour(session, at, -1);

        at = to < n ? to : at;
    }
    for (; by > 0 && at < n; by--)
        at = neighbour(session, at, 1);
    session->chosen = at < n ? stop->item->statements.v[at].row.id : 0;
}

static void choose(struct app *app, struct screen *screen, int by)
{
    struct session *session = session_of(screen);

    if (session_end(app, session) && session_fresh(app, session))
        session_choose(session, by);
    app->redraw = true;
}

void session_run_up(struct app *app, struct screen *screen)
{
    choose(app, screen, -1);
}

void session_run_down(struct app *app, struct screen *screen)
{
    choose(app, screen, 1);
}

void session_run_page_up(struct app *app, struct screen *screen)
{
    choose(app, screen, -PAGE);
}

void session_run_page_down(struct app *app, struct screen *screen)
{
    choose(app, screen, PAGE);
}

/* ---- order ---------------------------------------------------------------------------------------- */

/* The item with its statements in another order: one change set, wherever the other statements stand. */
static enum status put_at(struct app *app, struct session *session, const struct stamp *stamp, size_t from,
                          size_t to, struct err *err)
{
    const struct item *item = session_stop(session)->item;
    struct arena arena = ARENA_INIT;
    struct item wanted = *item;
    struct statement *v = arena_take(&arena, item->statements.n * sizeof *v);
    size_t n = 0;
    enum status status;

    if (!v)
        return err_memory(err);
    for (size_t i = 0; i < item->statements.n; i++) {
        if (i == from)
            continue;
        if (n == to)
            v[n++] = item->statements.v[from];
        v[n++] = item->statements.v[i];
    }
    if (n == to)
        v[n++] = item->statements.v[from];
    wanted.statements.v = v;
    status = item_save(app->db, stamp, &session->frame.s, item, &wanted, err);
    arena_release(&arena);
    return status;
}

/* What the journal calls a change to this statement. */
static void begin(struct app *app, struct session *session, struct attempt *attempt, const char *what)
{
    struct str place = STR_INIT;

    session_stop_label(session, session_stop(session), &place);
    app_attempt(app, attempt, _("%s %s：%s"), session->frame.s.meeting.key, place.text, what);
    str_release(&place);
}

static void move(struct app *app, struct session *session, int by)
{
    const struct item *item;
    struct attempt attempt;
    enum status status;
    size_t from, to;

    if (!session_fresh(app, session) || !session_chosen(session))
        return;
    item = session_stop(session)->item;
    from = session_place_of(item, session->chosen);
    to = neighbour(session, from, by);
    if (to == item->statements.n)
        return;
    begin(app, session, &attempt, by < 0 ? _("發言往前移") : _("發言往後移"));
    do
        status = put_at(app, session, &attempt.stamp, from, to, &attempt.err);
    while (app_again(app, &attempt, status));
    session_reload(app, session);
}

void session_run_move_up(struct app *app, struct screen *screen)
{
    move(app, session_of(screen), -1);
}

void session_run_move_down(struct app *app, struct screen *screen)
{
    move(app, session_of(screen), 1);
}

void session_run_insert(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (!session_fresh(app, session) || !session_chosen(session))
        return;
    session->before_id = session->chosen;
    session->chosen = 0;
    app_message(app, ROLE_TEXT, "%s", _("請選發言人，新的發言會插在這裡；Esc 取消"));
}

void session_run_join(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    const struct item *item;
    struct attempt attempt;
    enum status status;
    size_t at, before;

    if (!session_fresh(app, session) || !session_chosen(session))
        return;
    item = session_stop(session)->item;
    at = session_place_of(item, session->chosen);
    before = neighbour(session, at, -1);
    if (before == item->statements.n) {
        app_message(app, ROLE_WARN, "%s", _("前面沒有發言可以合併"));
        return;
    }
    begin(app, session, &attempt, _("合併兩則發言"));
    if (before + 1 != at) { /* statements on something else lie between: next to each other first */
        do
            status = put_at(app, session, &attempt.stamp, at, before + 1, &attempt.err);
        while (app_again(app, &attempt, status));
        session_reload(app, session);
        if (status)
            return;
        item = session_stop(session)->item;
        at = before + 1;
    }
    do
        status = statement_join(app->db, &attempt.stamp, &session->frame.s, item, at, &attempt.err);
    while (app_again(app, &attempt, status));
    if (!status)
        session->chosen = item->statements.v[at - 1].row.id;
    session_reload(app, session);
}

void session_run_remove(struct app *app, struct screen *screen)
{
    const char *const choices[] = {_("留著"), _("刪除這則發言")};
    struct session *session = session_of(screen);
    struct attempt attempt;
    struct saying saying;
    struct str who = STR_INIT;
    const struct item *item;
    enum status status;
    int64_t id;

    if (!session_fresh(app, session) || !session_chosen(session))
        return;
    saying_of(session_chosen(session), &saying);
    saying_label(session, &saying, &who);
    id = session->chosen;
    if (app_ask(app, _("刪除這則發言？"), who.text, choices, 2, 0) == 1 && session_fresh(app, session)) {
        item = session_stop(session)->item;
        session_choose(session, 1);
        begin(app, session, &attempt, _("刪除發言"));
        do
            status = statement_remove(app->db, &attempt.stamp, &session->frame.s, item,
                                      session_place_of(item, id), &attempt.err);
        while (app_again(app, &attempt, status));
        session_reload(app, session);
    }
    str_release(&who);
}

/* ---- who, and how open ---------------------------------------------------------------------------- */

/* The chosen statement with another SAYING. */
static void store_saying(struct app *app, struct session *session, const struct saying *saying,
                         const char *what)
{
    const struct statement *old = session_chosen(session);
    const struct item *item = session_stop(session)->item;
    struct arena arena = ARENA_INIT;
    struct statement wanted = *old;
    struct attempt attempt;
    enum status status;

    begin(app, session, &attempt, what);
    do {
        wanted = *old;
        status =
            saying_apply(saying, &wanted, &arena)
                ? statement_save(app->db, &attempt.stamp, &session->frame.s, item, old, &wanted, &attempt.err)
                : err_memory(&attempt.err);
    } while (app_again(app, &attempt, status));
    arena_release(&arena);
    session_reload(app, session);
}

/* What is being said now, or the chosen statement. */
static bool current_saying(struct app *app, struct session *session, struct saying *saying)
{
    if (session->focus == FOCUS_SAYING) {
        *saying = session->saying;
        return true;
    }
    if (!session_fresh(app, session) || !session_chosen(session)) {
        app_message(app, ROLE_WARN, "%s", _("請先用 ↑ ↓ 選一則發言"));
        return false;
    }
    saying_of(session_chosen(session), saying);
    return true;
}

static void put_saying(struct app *app, struct session *session, const struct saying *saying,
                       const char *what)
{
    if (session->focus == FOCUS_SAYING) {
        session->saying = *saying;
        session_put_draft(app, session);
    } else {
        store_saying(app, session, saying, what);
    }
    app->redraw = true;
}

void session_run_speaker(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct saying saying, chosen;
    int row;

    if (!current_saying(app, session, &saying))
        return;
    row = app_pick(app, _("改為誰的發言？"), session->rows, session->n_candidates, 0);
    if (row < 0 || (size_t)row >= session->n_candidates)
        return;
    chosen = session->candidates[row].saying;
    saying_set_disclosure(&chosen, saying_disclosure(&saying));
    put_saying(app, session, &chosen, _("更正發言人"));
}

void session_run_disclosure(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct saying saying;
    int disclosure;

    if (!current_saying(app, session, &saying))
        return;
    disclosure = (saying_disclosure(&saying) + 1) % (DISCLOSURE_CLOSED + 1);
    saying_set_disclosure(&saying, disclosure);
    put_saying(app, session, &saying, label_choice(&disclosure_choices, disclosure));
    if (!app->message.len_bytes)
        app_message(app, ROLE_TEXT, _("這則發言：%s"), label_choice(&disclosure_choices, disclosure));
}

void session_run_reveal(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    session->revealed = !session->revealed;
    session_panel_forget(session);
    app_message(app, session->revealed ? ROLE_WARN : ROLE_TEXT, "%s",
                session->revealed ? _("本案的不公開發言現在看得到；換到別案就會再遮住")
                                  : _("不公開的發言已遮住"));
}
