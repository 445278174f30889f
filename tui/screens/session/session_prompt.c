/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The prompt: who speaks next, by seat, name or unit; and with nothing in it, the arrows that choose among
 * what was said.
 */
#include "tui/screens/session/session_inner.h"

#include <string.h>

/* What stands in the prompt is no name but what somebody says. */
static bool looks_like_speech(const struct str *text)
{
    static const char *const marks[] = {"，", "。", "；", "！", "？"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strstr(text->text, marks[i]))
            return true;
    return text_cols(text->text, text->len_bytes, draw_widths()) > 30;
}

/* A statement whose speaker is added later, beginning with TEXT. */
static void begin_pending(struct app *app, struct session *session, const char *text, size_t len_bytes)
{
    const struct saying nobody = {"0"};

    session_begin_saying(app, session, &nobody, NULL);
    if (len_bytes && session->focus == FOCUS_SAYING &&
        editor_paste(&session->editor, text, len_bytes) == EDITOR_CHANGED) {
        session->changed = true;
        session_put_draft(app, session);
    }
}

static void begin_as_typed(struct app *app, struct session *session)
{
    struct saying saying;
    struct str text = STR_INIT;

    str_add_bytes(&text, session->prompt.text.text, session->prompt.text.len_bytes);
    if (looks_like_speech(&text)) {
        begin_pending(app, session, text.text, text.len_bytes);
    } else if (strspn(text.text, "0123456789") == text.len_bytes) {
        app_message(app, ROLE_WARN, _("沒有 %s 號席次"), text.text);
    } else {
        saying_member(&saying, 'n', text.text);
        session_begin_saying(app, session, &saying, NULL);
    }
    str_release(&text);
}

void session_run_speak(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    size_t row;

    if (!session_fresh(app, session) || !session_stop(session))
        return;
    if (session->prompt.text.len_bytes) {
        if (picker_picked(&session->picker, &row)) {
            const struct saying saying = session->candidates[row].saying;

            session_begin_saying(app, session, &saying, NULL);
        } else {
            begin_as_typed(app, session);
        }
    } else if (session_chosen(session)) {
        session_begin_statement(app, session, session_chosen(session));
    } else {
        begin_pending(app, session, "", 0);
    }
}

/* The unit that answers here: the item's own, or the first of those responsible. */
static const char *own_unit(const struct session *session)
{
    const struct stop *stop = session_stop(session);

    if (!stop)
        return NULL;
    return stop->about ? (stop->about->units.n ? stop->about->units.v[0].name : NULL) : stop->item->unit;
}

void session_run_response(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct statement answer;
    struct saying saying;

    if (session->prompt.text.len_bytes) {
        session_run_speak(app, screen);
        return;
    }
    if (!session_fresh(app, session) || !session_stop(session))
        return;
    if (!own_unit(session)) {
        app_message(app, ROLE_WARN, "%s", _("這一案沒有主辦單位；請打單位名稱"));
        return;
    }
    entity_defaults(&statement_entity, &answer);
    answer.speaker.unit = own_unit(session);
    answer.response = true;
    saying_of(&answer, &saying);
    session_begin_saying(app, session, &saying, NULL);
}

static bool prompt_escape(struct session *session)
{
    if (session->prompt.text.len_bytes) {
        line_set(&session->prompt, "");
        picker_filter(&session->picker, "");
        return true;
    }
    if (session->before_id || session->chosen) {
        session->before_id = session->chosen = 0;
        return true;
    }
    return false;
}

/* With nothing in the prompt the arrows choose among the statements. */
static bool prompt_empty_key(struct session *session, const struct key *key)
{
    if (key_is(key, KEYC_UP))
        session_choose(session, -1);
    else if (key_is(key, KEYC_DOWN))
        session_choose(session, 1);
    else if (key_is(key, KEYC_PGUP))
        session_choose(session, -5);
    else if (key_is(key, KEYC_PGDN))
        session_choose(session, 5);
    else
        return false;
    return true;
}

bool session_prompt_key(struct app *app, struct session *session, const struct key *key)
{
    const bool empty = !session->prompt.text.len_bytes;

    if (!session_fresh(app, session))
        return false;
    if (key_is(key, KEYC_ESC))
        return prompt_escape(session);
    if (empty && prompt_empty_key(session, key))
        return true;
    if (empty && key->kind == KEY_KIND_SPECIAL && !key_is(key, KEYC_BACKSPACE))
        return false;
    if (empty && key->kind == KEY_KIND_PASTE && key->len_bytes > 30 && session_stop(session) &&
        !frame_is_confirmed(&session->frame)) {
        begin_pending(app, session, key->text, key->len_bytes);
        return true;
    }
    if (key_is(key, KEYC_UP) || key_is(key, KEYC_DOWN))
        return picker_key(&session->picker, key) != PICK_IGNORED;
    switch (line_key(&session->prompt, key)) {
    case LINE_CHANGED:
        picker_filter(&session->picker, session->prompt.text.text);
        return true;
    case LINE_MOVED:
        return true;
    case LINE_IGNORED:
        break;
    }
    return false;
}
