/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 5, 議事: the meeting as it goes, one stream an item: who, what, next. Its life, its keys and its
 * commands; everything that is needed while the input method is on lies on function keys, Ctrl, Enter, Tab,
 * Esc, arrows.
 */
#include "tui/screens/session/session.h"

#include "tui/screens/screens.h"
#include "tui/screens/session/session_inner.h"

#include <string.h>

/* ---- loading -------------------------------------------------------------------------------------- */

static enum status begin(struct session *session, struct err *err)
{
    const struct editor_options options = {
        .widths = *draw_widths(), .done_on_empty = true, .clipboard = &session->clipboard};
    enum status status = editor_init(&session->editor, &options, err);

    if (!status) {
        line_init(&session->prompt);
        session->begun = true;
    }
    return status;
}

/* What was loaded before is gone: everything that points into it is made anew. */
static enum status settle(struct app *app, struct session *session, struct err *err)
{
    enum status status;
    const struct stop *stop;

    session_panel_forget(session);
    session->stops = NULL;
    session->n_stops = 0;
    status = session_stops(session, err);
    if (!status && !session->item_id && session->n_stops) {
        session->at = session_first_open(session);
        stop = session_stop(session);
        session->item_id = stop->item->row.id;
        if (stop->about && strlen(stop->about->key) < sizeof session->about)
            memcpy(session->about, stop->about->key, strlen(stop->about->key) + 1);
    }
    if (!status)
        status = session_candidates(session, err);
    session_number(session);
    session_at_prompt(session);
    session_watch_quorum(app, session);
    return status;
}

static enum status session_load(struct app *app, struct screen *screen, struct err *err)
{
    struct session *session = session_of(screen);
    enum status status = session->begun ? STATUS_OK : begin(session, err);

    session->app = app;
    if (!status)
        status = frame_load(app, screen, err);
    return status ? status : settle(app, session, err);
}

void session_at_prompt(struct session *session)
{
    const struct stop *stop = session_stop(session);

    if (session->focus == FOCUS_PROMPT)
        session->frame.screen.ops = stop && stop->about ? &session_ruling_ops : &session_prompt_ops;
}

bool session_fresh(struct app *app, struct session *session)
{
    struct err err = {0};

    if (!app->changed || !session_load(app, &session->frame.screen, &err))
        return true;
    app_error(app, &err);
    return false;
}

void session_reload(struct app *app, struct session *session)
{
    struct err err = {0};

    if (session_load(app, &session->frame.screen, &err))
        app_error(app, &err);
}

/* ---- commands ------------------------------------------------------------------------------------- */

/* clang-format off */
#define DECIDING                                                                                            \
    {"session.decide", "F6", N_("決定、決議、裁示"), N_("決定"), 0, session_why_not_decide, session_run_decide}, \
    {"session.track", "F7", N_("決議列管"), N_("列管"), 0, session_why_not_track, session_run_track},       \
    {"session.vote", "F8", N_("表決"), N_("表決"), 0, session_why_not_vote, session_run_vote},              \
    {"session.next", "F9", N_("下一案"), N_("下一案"), 0, NULL, session_run_next},                                  \
    {"session.present", "Ctrl-G", N_("誰在場；離席、回座、迴避"), N_("誰在場"), 0, NULL, session_run_present}
#define RULING \
    {"session.decide", "F6", N_("決定、決議、裁示"), N_("裁示"), 0, session_why_not_decide, session_run_decide}, \
    {"ruling.release", "F7", N_("裁示解除列管"), N_("解除"), 0, session_why_not_decide, session_run_release}, \
    {"ruling.continue", "F8", N_("裁示繼續列管"), N_("繼續"), 0, session_why_not_decide, session_run_continue}, \
    {"session.next", "F9", N_("下一案"), N_("下一案"), 0, NULL, session_run_next}
#define GOING                                                                                               \
    {"session.previous", "Shift-F9 F10", N_("上一案"), NULL, 0, NULL, session_run_previous},                        \
    {"session.goto", "Alt-G", N_("到任何一案"), NULL, 0, NULL, session_run_goto},                                   \
    {"session.motion", "Ctrl-N", N_("新增臨時動議"), NULL, 0, frame_why_not_change, session_run_motion},    \
    {"session.adjourn", "F12 Alt-Q", N_("散會"), NULL, 0, session_why_not_adjourn, session_run_adjourn},    \
    {"session.reveal", "Alt-V", N_("顯示或遮住不公開的發言"), NULL, 0, NULL, session_run_reveal},           \
    {"meeting.prepare", "Alt-1", N_("到「籌備」"), NULL, 0, NULL, frame_run_prepare},                       \
    {"meeting.agenda", "Alt-2", N_("到「議程」"), NULL, 0, NULL, frame_run_agenda},                         \
    {"meeting.tracking", "Alt-3", N_("到「列管」"), NULL, 0, NULL, frame_run_tracking},                     \
    {"meeting.checkin", "Alt-4", N_("到「報到」"), NULL, 0, NULL, frame_run_checkin},                       \
    {"meeting.minutes", "Alt-6", N_("到「紀錄」"), NULL, 0, NULL, frame_run_minutes},                       \
    {"meeting.publish", "Alt-7", N_("到「公開」"), NULL, 0, NULL, frame_run_publish}

#define STATEMENTS \
    {"session.up", "Up Ctrl-Up PgUp", N_("選上一則發言"), NULL, 0, NULL, session_run_up}, \
    {"session.down", "Down Ctrl-Down PgDn", N_("選下一則發言"), NULL, 0, NULL, session_run_down}, \
    {"session.edit", "F2", N_("修改選取的發言"), N_("修改"), 0, session_why_none_chosen, session_run_edit}, \
    {"session.speaker", "F3", N_("更正選取發言的發言人"), N_("改發言人"), 0, session_why_none_chosen, session_run_speaker}, \
    {"session.disclosure", "F4 Ctrl-O", N_("記名、不記名、不公開"), N_("公開程度"), 0, session_why_none_chosen, session_run_disclosure}, \
    {"session.abridge", "Alt-L", N_("這則發言的內容略，或照常"), NULL, 0, session_why_none_chosen, session_run_abridge}, \
    {"session.insert", "Insert Alt-I", N_("在選取的發言之前插入"), NULL, 0, session_why_none_chosen, session_run_insert}, \
    {"session.move-up", "Shift-Up Alt-Up", N_("選取的發言往前移"), NULL, 0, session_why_none_chosen, session_run_move_up}, \
    {"session.move-down", "Shift-Down Alt-Down", N_("選取的發言往後移"), NULL, 0, session_why_none_chosen, session_run_move_down}, \
    {"session.join", "Alt-J", N_("選取的發言併入前一則"), NULL, 0, session_why_none_chosen, session_run_join}, \
    {"session.remove", "Delete", N_("刪除選取的發言"), NULL, 0, session_why_none_chosen, session_run_remove}, \
    {"session.explain", "F5", N_("看說明全文並修改（列管案：辦理情形）"), N_("說明"), 0, session_why_not_speak, session_run_explain}, \
    {"session.item", "Alt-E", N_("這一案的案由、附表、附件"), NULL, 0, session_why_not_speak, session_run_item}

static const struct command prompt_commands[] = {
    {"session.speak", "Enter", N_("記這個人的發言；空白時先記再補發言人"), N_("記錄"), 0, session_why_not_speak, session_run_speak},
    {"session.response", "Tab", N_("本案單位回應"), N_("單位回應"), 0, session_why_not_speak, session_run_response},
    DECIDING,
    {"session.together", "Alt-M", N_("幾案一併決議"), NULL, 0, session_why_not_together, session_run_together},
    STATEMENTS,
    GOING,
};

/* At a tracked decision one key is one ruling. */
static const struct command ruling_commands[] = {
    {"session.speak", "Enter", N_("記這個人的發言；空白時先記再補發言人"), N_("記錄"), 0, session_why_not_speak, session_run_speak},
    {"session.response", "Tab", N_("本案單位回應"), N_("單位回應"), 0, session_why_not_speak, session_run_response},
    RULING,
    {"ruling.rest", "F11 Alt-R", N_("其餘照建議：還沒裁示的都照列管建議裁示"), N_("其餘照建議"), 0, session_why_not_decide, session_run_rest},
    {"ruling.self", "Alt-O", N_("裁示自行列管"), N_("自行"), 0, session_why_not_decide, session_run_self},
    {"ruling.merge", "Alt-M", N_("裁示併入另一案"), N_("併案"), 0, session_why_not_decide, session_run_merge},
    {"ruling.words", "Alt-W", N_("裁示的文字"), NULL, 0, session_why_not_decide, session_run_ruling_words},
    {"session.present", "Ctrl-G", N_("誰在場；離席、回座、迴避"), N_("誰在場"), 0, NULL, session_run_present},
    STATEMENTS,
    GOING,
};

#define TYPING_POINTS \
    {"session.point", "Enter", N_("下一點；空白點再 Enter 就完成"), N_("下一點"), 0, NULL, session_run_nothing}, \
    {"session.done", "Esc F2", N_("完成，回到發言人"), N_("完成"), 0, NULL, session_run_done}, \
    {"session.deeper", "Tab", N_("降一級；Shift-Tab 升一級"), N_("降一級"), 0, NULL, session_run_nothing}

#define TYPING \
    {"session.speaker", "F3", N_("更正發言人"), N_("改發言人"), 0, NULL, session_run_speaker}, \
    {"session.disclosure", "Ctrl-O", N_("記名、不記名、不公開"), N_("公開程度"), 0, NULL, session_run_disclosure}, \
    {"session.abridge", "Alt-L", N_("這則發言的內容略，或照常"), NULL, 0, NULL, session_run_abridge}, \
    {"session.split", "F11 Alt-S", N_("從游標處分成兩則發言"), N_("分開"), 0, NULL, session_run_split}, \
    {"session.insert-text", "Ctrl-T", N_("插入委員、單位或常用語"), N_("插入"), 0, NULL, session_run_insert_text}, \
    {"session.plain", "F4", N_("編號或不編號"), NULL, 0, NULL, session_run_nothing}, \
    {"session.undo", "Ctrl-Z", N_("復原；Ctrl-Y 重做"), NULL, 0, NULL, session_run_nothing}, \
    {"session.up", "Ctrl-Up", N_("完成，選上一則發言"), NULL, 0, NULL, session_run_up}, \
    {"session.down", "Ctrl-Down", N_("完成，選下一則發言"), NULL, 0, NULL, session_run_down}

static const struct command text_commands[] = {
    TYPING_POINTS,
    DECIDING,
    TYPING,
    GOING,
};

/* The same keys rule while words are typed at a tracked decision. */
static const struct command ruling_text_commands[] = {
    TYPING_POINTS,
    RULING,
    TYPING,
    GOING,
};
/* clang-format on */

/* ---- the screen ----------------------------------------------------------------------------------- */

static bool session_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct session *session = session_of(screen);

    return session->focus == FOCUS_PROMPT ? session_prompt_key(app, session, key)
                                          : session_text_key(app, session, key);
}

static bool session_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    (void)screen;
    return true;
}

static enum status session_store(struct app *app, struct screen *screen, struct err *err)
{
    return session_finish(app, session_of(screen), err);
}

static void session_pause(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    editor_pause(&session->editor);
    session_watch_quorum(app, session);
}

static void session_close(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);

    if (!app->hung_up && !app->terminated) /* it was given up */
        session_drop_draft(app, session);
    session_candidates_release(session);
    session_panel_forget(session);
    if (session->begun) {
        editor_release(&session->editor);
        line_release(&session->prompt);
    }
    clipboard_release(&session->clipboard);
    frame_close(app, screen);
}

/* What is typed at the prompt before it is known who speaks. */
static const struct str *prompt_line(const struct app *app, const struct screen *screen)
{
    const struct session *session = (const struct session *)screen;

    (void)app;
    return session->focus == FOCUS_PROMPT ? &session->prompt.text : NULL;
}

#define SESSION_OPS(table)                                                                           \
    {                                                                                                \
        .name = "session", .title = N_("議事"), .commands = COMMANDS(table), .open = session_load,   \
        .reload = session_load, .draw = session_draw, .key = session_key, .typing = session_typing,  \
        .crumb = frame_crumb, .line = prompt_line, .status = session_status, .store = session_store, \
        .pause = session_pause, .close = session_close                                               \
    }
const struct screen_ops session_prompt_ops = SESSION_OPS(prompt_commands);
const struct screen_ops session_ruling_ops = SESSION_OPS(ruling_commands);
const struct screen_ops session_text_ops = SESSION_OPS(text_commands);
const struct screen_ops session_ruling_text_ops = SESSION_OPS(ruling_text_commands);

static struct session *new_session(struct app *app, int64_t meeting_id, int64_t item_id)
{
    struct meeting_frame *frame =
        frame_new(app, sizeof(struct session), &session_prompt_ops, meeting_id, FRAME_SESSION);
    struct session *session = (struct session *)frame;

    if (!session)
        return NULL;
    session->item_id = item_id;
    session->clipboard = (struct clipboard)CLIPBOARD_INIT;
    session->panel.arena = (struct arena)ARENA_INIT;
    session->candidate_arena = (struct arena)ARENA_INIT;
    return session;
}

bool session_push(struct app *app, int64_t meeting_id, int64_t item_id)
{
    struct session *session = new_session(app, meeting_id, item_id);

    return session && app_push(app, &session->frame.screen);
}

bool session_push_at(struct app *app, int64_t meeting_id, int64_t item_id, int64_t statement_id)
{
    struct session *session = new_session(app, meeting_id, item_id);

    if (!session || !app_push(app, &session->frame.screen))
        return false;
    if (statement_id)
        session_go_to_statement(app, session, statement_id);
    return true;
}

bool session_recover(struct app *app, const struct draft_place *place, const struct text_start *start)
{
    struct session *session = new_session(app, place->meeting_id, place->item_id);
    const struct stop *stop;
    struct saying saying;

    if (!session)
        return false;
    memcpy(session->about, place->about, sizeof session->about);
    if (!app_push(app, &session->frame.screen))
        return false;
    stop = session_stop(session);
    if (!stop || stop->item->row.id != place->item_id || frame_is_confirmed(&session->frame)) {
        (void)app_pop(app);
        app_message(app, ROLE_BAD, "%s", _("這一案已經不在，或紀錄已確認；文字仍留著，可以在這裡看。"));
        return false;
    }
    if (!stop->about)
        session->about[0] = '\0';
    if (place->at < stop->item->statements.n)
        session->before_id = stop->item->statements.v[place->at].row.id;
    memcpy(saying.speaker, place->speaker, sizeof saying.speaker);
    session_begin_saying(app, session, &saying, start);
    return true;
}
