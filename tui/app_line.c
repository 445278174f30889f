/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed into a single line (a field, a dialog, the speaker's prompt) and stored nowhere yet: kept as
 * a draft from the first character on, gone when the line is stored or given up.
 */
#include "tui/app_inner.h"

#include <string.h>

/* "line:籌備 地點": the place is told in words, for whoever finds it at the next start. */
static void add_place(const struct app *app, struct str *out)
{
    const struct screen *screen = app->top;

    str_add(out, APP_LINE_PLACE);
    for (; screen; screen = screen->below)
        if (!screen->modal && screen->ops->title)
            break;
    if (screen)
        str_add(out, _(screen->ops->title));
}

void app_note_line(struct app *app)
{
    const struct screen *top = app->top;
    const struct str *line = top && top->ops->line ? top->ops->line(app, top) : NULL;
    struct str place = STR_INIT;

    /* a signal closed the dialog that it was typed into: it is to be found at the next start */
    if ((app->hung_up || app->terminated) && top != app->line_owner)
        return;
    if (line && line->len_bytes) {
        add_place(app, &place);
        if (app->line_place.len_bytes && strcmp(app->line_place.text, place.text) != 0)
            app_draft_drop(app, app->line_place.text);
        if (strcmp(app->line_place.text, place.text) != 0 || strcmp(app->line_text.text, line->text) != 0)
            (void)app_draft_put(app, place.text, line->text, line->len_bytes, line->len_bytes);
        str_clear(&app->line_text);
        str_add(&app->line_text, line->text);
        str_swap(&place, &app->line_place);
        app->line_owner = top;
    } else if (app->line_place.len_bytes) {
        app_draft_drop(app, app->line_place.text);
        str_clear(&app->line_place);
        str_clear(&app->line_text);
    }
    str_release(&place);
}
