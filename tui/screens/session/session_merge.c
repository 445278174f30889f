/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items that go with another: which one an item is merged into, and which ones are decided together with the
 * one that the meeting is at.
 */
#include "core/meeting/merge.h"
#include "core/paper/minutes.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/session/session_marks.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"

/* The items of the meeting besides the one it is at. */
struct others {
    struct arena arena;
    const struct item **items;
    struct pick_row *rows;
    const char **keys; /* of the rows; the tracked decisions stand behind the items */
    size_t n_items, n;
    bool failed;
};

static const char *kept(struct others *others, const struct str *text)
{
    const char *copy = arena_text(&others->arena, text->text, text->len_bytes);

    others->failed |= str_failed(text) || !copy;
    return copy ? copy : "";
}

/* "併案由一一併決議。" where it goes with one already, and that is not OWN. */
static const char *why_not(const struct session *session, struct others *others, const struct item *item,
                           const struct item *own)
{
    struct str text = STR_INIT;
    const char *refusal = NULL;

    if (merge_goes(item) && merge_with(&session->frame.s.meeting, item) != own) {
        minutes_decision_text(&session->frame.s, session->frame.style, item, &text);
        refusal = kept(others, &text);
    }
    str_release(&text);
    return refusal;
}

static void add_item(const struct session *session, struct others *others, const struct item *item)
{
    struct str label = STR_INIT;

    label_item(&label, &session->frame.s, session->frame.style, item);
    others->items[others->n] = item;
    others->keys[others->n] = item->key;
    others->rows[others->n++] = (struct pick_row){.label = kept(others, &label),
                                                  .detail = label_choice(&section_choices, item->section)};
    str_release(&label);
}

/* false: out of memory (shown). */
static bool others_take(struct app *app, const struct session *session, struct others *others)
{
    const struct snapshot *s = &session->frame.s;
    const struct item *own = session_stop(session)->item;
    const size_t most = s->meeting.items.n + session->frame.tracked.n;
    struct err err = {0};

    *others = (struct others){.arena = ARENA_INIT};
    others->items = arena_take(&others->arena, most * sizeof *others->items);
    others->rows = arena_take(&others->arena, most * sizeof *others->rows);
    others->keys = arena_take(&others->arena, most * sizeof *others->keys);
    others->failed = !others->items || !others->rows || !others->keys;
    for (size_t i = 0; !others->failed && i < s->meeting.items.n; i++) {
        const struct item *item = &s->meeting.items.v[i];

        if (item != own && item->key && item->title && item_is_matter(item))
            add_item(session, others, item);
    }
    others->n_items = others->n;
    if (!others->failed)
        return true;
    (void)err_memory(&err);
    app_error(app, &err);
    arena_release(&others->arena);
    return false;
}

/* ---- merged into one ------------------------------------------------------------------------------- */

const char *session_pick_with(struct app *app, struct session *session)
{
    const struct item *own = session_stop(session)->item;
    const char *with = NULL;
    struct others others;
    int row;

    if (!others_take(app, session, &others))
        return NULL;
    for (size_t i = 0; i < others.n_items; i++)
        others.rows[i].refusal = merge_with(&session->frame.s.meeting, others.items[i]) == own
                                     ? _("已併入本案")
                                     : why_not(session, &others, others.items[i], NULL);
    for (size_t i = 0; i < session->frame.tracked.n; i++) {
        const struct resolution *r = session->frame.tracked.v[i];

        others.keys[others.n] = r->key;
        others.rows[others.n++] = (struct pick_row){
            .label = r->key, .detail = r->instruction.n ? r->instruction.v[0].text : _("列管案")};
    }
    row = app_pick(app, _("與哪一案併案？"), others.rows, others.n, 0);
    if (row >= 0 && (size_t)row < others.n)
        with = others.keys[row]; /* the item's or the tracked decision's own */
    arena_release(&others.arena);
    return with;
}

/* ---- decided together ------------------------------------------------------------------------------ */

static bool is_joint(const struct session *session, const struct item *item)
{
    return merge_is_joint(item) && merge_with(&session->frame.s.meeting, item) == session_stop(session)->item;
}

/* Words of their own are lost when they are decided with another. */
static bool may_replace(struct app *app, const struct others *others, const bool *marked)
{
    const char *const choices[] = {_("保留原來的文字"), _("改為一併決議")};

    for (size_t i = 0; i < others->n_items; i++)
        if (marked[i] && others->items[i]->decision.n && others->items[i]->decision.v[0].points.n)
            return app_ask(app, _("取代決議文字？"), others->rows[i].label, choices, 2, 0) == 1;
    return true;
}

static void store(struct app *app, struct session *session, const int64_t *ids, size_t n)
{
    struct attempt attempt;
    struct str place = STR_INIT;
    char time[TIME_ISO_SIZE];
    enum status status;

    session_stop_label(session, session_stop(session), &place);
    app_attempt(app, &attempt, _("%s %s：與 %zu 案一併決議"), session->frame.s.meeting.key, place.text, n);
    do
        status = decision_join(app->db, &attempt.stamp, &session->frame.s, session_stop(session)->item, ids,
                               n, *session_time(app, session, time) ? time : NULL, &attempt.err);
    while (app_again(app, &attempt, status));
    str_release(&place);
    session_reload(app, session);
}

/* The rows that are marked, by their items' ids. */
static size_t marked_ids(const struct others *others, const bool *marked, int64_t *ids)
{
    size_t n = 0;

    for (size_t i = 0; i < others->n_items; i++)
        if (marked[i])
            ids[n++] = others->items[i]->row.id;
    return n;
}

static bool join_items(struct app *app, struct session *session)
{
    struct others others;
    bool *marked, stored = false;
    int64_t *ids;

    if (!others_take(app, session, &others))
        return false;
    marked = arena_take(&others.arena, (others.n_items + 1) * sizeof *marked);
    ids = arena_take(&others.arena, (others.n_items + 1) * sizeof *ids);
    for (size_t i = 0; marked && i < others.n_items; i++) {
        marked[i] = is_joint(session, others.items[i]);
        others.rows[i].refusal = why_not(session, &others, others.items[i], session_stop(session)->item);
    }
    if (!others.n_items) {
        app_message(app, ROLE_WARN, "%s", _("議程上沒有別的案"));
    } else if (marked && ids &&
               session_marks(app, _("哪些案與本案一併決議？空白鍵勾選，Enter 完成"), others.rows,
                             others.n_items, marked) &&
               may_replace(app, &others, marked)) {
        store(app, session, ids, marked_ids(&others, marked, ids));
        stored = true;
    }
    arena_release(&others.arena);
    return stored;
}

const char *session_why_not_together(struct app *app, struct screen *screen)
{
    const struct session *session = session_of(screen);
    const struct stop *stop = session_stop(session);

    if (session_why_not_decide(app, screen))
        return session_why_not_decide(app, screen);
    if (stop->about)
        return _("列管案逐案裁示；併案用 F6");
    if (!item_is_matter(stop->item))
        return _("這一節不是一個案");
    return merge_goes(stop->item) ? _("本案已併入別案；請到那一案一併決議") : NULL;
}

void session_run_together(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (!session_end(app, session) || !session_fresh(app, session) || session_why_not_together(app, screen) ||
        !join_items(app, session))
        return;
    if (session_stop(session) && !session_stop(session)->item->decision.n)
        session_run_decide(app, screen);
}
