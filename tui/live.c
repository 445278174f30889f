/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saying and looking, twice a second.
 */
#include "tui/live.h"

#include "db/live.h"
#include "tui/recover.h"
#include "tui/screens/text/text.h"

#include <string.h>

/* Tell it when it is another text than said before, and again in good time. */
static void say(struct app *app, int64_t now)
{
    if (!app->typing.changed && now - app->typing.said_s < LIVE_AGAIN_S)
        return;
    live_say(app->live, app->typing.place.len_bytes ? app->typing.place.text : NULL,
             app->typing.place.len_bytes ? app->typing.text.text : NULL, now);
    app->typing.changed = false;
    app->typing.said_s = now;
}

/* "✎ 蘇文書 案由二 說明"; a place that is unknown here is only somebody who types. */
static void add_other(struct app *app, const struct live_other *other, struct str *out)
{
    struct draft_place place;
    struct str words = STR_INIT;

    if (out->len_bytes)
        str_add(out, "  ");
    str_printf(out, other->place ? "✎ %s" : "● %s", other->who);
    if (other->place && draft_place_parse(other->place, &place) &&
        text_place_words(app, &place, false, &words, NULL) == STATUS_OK)
        str_printf(out, " %s", words.text);
    str_release(&words);
}

/* The same text is open here and there: said once, and both will be kept. */
static void warn_same(struct app *app, const struct live_other *other)
{
    const bool same = other->place && strcmp(other->place, app->typing.place.text) == 0;

    if (same && !app->typing.warned)
        app_message(app, ROLE_WARN, _("%s 也在改這段文字；存檔時兩份都會留著"), other->who);
    app->typing.warned |= same;
}

void live_look(struct app *app)
{
    const int64_t now = app_now_s(app);
    struct arena arena = ARENA_INIT;
    struct live_others others;
    struct str text = STR_INIT;

    if (!app->live && !app->live_tried)
        app->live = live_open(app->db, app->who);
    app->live_tried = true;
    if (!app->live)
        return;
    say(app, now);
    others = live_others(app->live, now, &arena);
    for (size_t i = 0; i < others.n; i++) {
        add_other(app, &others.v[i], &text);
        if (app->typing.place.len_bytes)
            warn_same(app, &others.v[i]);
    }
    if (!str_failed(&text) && strcmp(text.text, app->others.text) != 0) {
        str_swap(&text, &app->others);
        app->redraw = true;
    }
    str_release(&text);
    arena_release(&arena);
}
