/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * F6 on a tracked decision: what the committee rules, which may differ from what was recommended, with words
 * and a date of its own.
 */
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"

#include <string.h>

enum { MENU_KINDS = RULING_MERGE + 1, MENU_WORDS = MENU_KINDS, MENU_DUE, MENU_CLEAR, MENU };

static const struct round *round_now(const struct session *session)
{
    return resolution_round(session_stop(session)->about, session->frame.s.meeting.key);
}

/* What is changed in the round; the rest stays as it is. */
struct ruling_change {
    int ruling;
    const char *into, *due;
    bool sets_ruling, sets_due, clears_words;
};

static void store(struct app *app, struct session *session, const struct ruling_change *change,
                  const char *what)
{
    const struct resolution *about = session_stop(session)->about;
    const struct round *old = round_now(session);
    struct attempt attempt;
    struct round wanted;
    enum status status;

    app_attempt(app, &attempt, _("%s 列管 %s：%s"), session->frame.s.meeting.key, about->key, what);
    do {
        if (old)
            wanted = *old;
        else
            entity_defaults(&round_entity, &wanted);
        if (change->sets_ruling) {
            wanted.ruling = change->ruling;
            wanted.into = change->into;
        }
        if (change->sets_due)
            wanted.due = change->due;
        if (change->clears_words)
            wanted.ruling_text = (struct outline){NULL, 0};
        status = round_save(app->db, &attempt.stamp, &session->frame.s, about, &wanted, &attempt.err);
    } while (app_again(app, &attempt, status));
    session_reload(app, session);
}

/* Into which one it is merged. In the snapshot; NULL: nothing was picked. */
static const char *pick_into(struct app *app, struct session *session)
{
    const struct resolutions *all = &session->frame.s.resolutions;
    const struct resolution *own = session_stop(session)->about;
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = arena_take(&arena, all->n * sizeof *rows);
    const struct resolution **which = arena_take(&arena, all->n * sizeof(const struct resolution *));
    const char *into = NULL;
    size_t n = 0;
    int row = -1;

    for (size_t i = 0; rows && which && i < all->n; i++) {
        const struct resolution *r = &all->v[i];

        if (r == own || (!resolution_open(r) && !resolution_round(r, session->frame.s.meeting.key)))
            continue;
        which[n] = r;
        rows[n++] =
            (struct pick_row){.label = r->key, .detail = r->instruction.n ? r->instruction.v[0].text : ""};
    }
    if (n)
        row = app_pick(app, _("併入哪一案？"), rows, n, 0);
    else
        app_message(app, ROLE_WARN, "%s", _("沒有別的列管案可以併入"));
    if (row >= 0 && (size_t)row < n)
        into = which[row]->key;
    arena_release(&arena);
    return into;
}

static int ask(struct app *app, struct session *session)
{
    static const char *const hints[MENU_KINDS] = {
        [RULING_RELEASE] = N_("不再列管"),
        [RULING_CONTINUE] = N_("下次會議再報告"),
        [RULING_SELF] = N_("由主辦單位自行列管"),
        [RULING_MERGE] = N_("併入另一案"),
    };
    const struct stop *stop = session_stop(session);
    const struct round *round = round_now(session);
    struct arena arena = ARENA_INIT;
    const char *choices[MENU];
    int usual = RULING_CONTINUE, answer;

    for (int i = 0; i < MENU_KINDS; i++) {
        const char *text = arena_printf(&arena, _("%s　%s"), label_choice(&ruling_choices, i), _(hints[i]));

        choices[i] = text ? text : "";
    }
    choices[MENU_WORDS] = _("裁示文字…");
    choices[MENU_DUE] = _("新的期限…");
    choices[MENU_CLEAR] = _("清除裁示");
    if (round && round->ruling != UNKNOWN && round->ruling < MENU_KINDS)
        usual = round->ruling;
    else if (round && round->recommendation != UNKNOWN && round->recommendation < MENU_KINDS)
        usual = round->recommendation;
    answer = app_ask(app, stop->about->key,
                     stop->about->instruction.n ? stop->about->instruction.v[0].text : _("裁示"), choices,
                     round && (round->ruling != UNKNOWN || round->ruling_text.n) ? MENU : MENU_CLEAR, usual);
    arena_release(&arena);
    return answer;
}

static void ask_due(struct app *app, struct session *session)
{
    struct ruling_change change = {.sets_due = true};
    struct date first = {0, 0, 0};
    char iso[DATE_ISO_SIZE];

    if (resolution_due(session_stop(session)->about))
        (void)date_parse_iso(resolution_due(session_stop(session)->about), &first);
    if (!ask_day(app, _("新的期限"), _("例如 7/31、112/7/31；留空表示沒有期限"), first, true, iso) ||
        !session_fresh(app, session) || !session_stop(session) || !session_stop(session)->about)
        return;
    change.due = *iso ? iso : NULL;
    store(app, session, &change, _("新的期限"));
}

void session_decide_ruling(struct app *app, struct session *session)
{
    struct ruling_change change = {.ruling = ask(app, session), .sets_ruling = true};

    if (change.ruling < 0 || !session_fresh(app, session) || !session_stop(session) ||
        !session_stop(session)->about)
        return;
    switch (change.ruling) {
    case MENU_WORDS:
        session_begin_decision(app, session, UNKNOWN, NULL);
        return;
    case MENU_DUE:
        ask_due(app, session);
        return;
    case MENU_CLEAR:
        change.ruling = UNKNOWN;
        change.clears_words = true;
        store(app, session, &change, _("清除裁示"));
        return;
    default:
        break;
    }
    if (change.ruling == RULING_MERGE) {
        change.into = pick_into(app, session);
        if (!change.into)
            return;
    }
    store(app, session, &change, label_choice(&ruling_choices, change.ruling));
}
