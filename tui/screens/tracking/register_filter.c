/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which tracked decisions the register shows; narrowing it down to a unit or a meeting, picked from those
 * that there are.
 */
#include "tui/screens/tracking/register.h"

#include "tui/screens/shared/label.h"
#include "tui/widgets/picker.h"

#include <string.h>

bool register_passes(const struct tracked_register *reg, const struct resolution *r)
{
    const struct meeting_line *next = register_next(&reg->data.meetings);
    const struct track_filter filter = {.state = reg->filter,
                                        .unit = reg->unit.len_bytes ? reg->unit.text : NULL,
                                        .meeting = reg->meeting.len_bytes ? reg->meeting.text : NULL,
                                        .folded = reg->folded.len_bytes ? reg->folded.text : NULL,
                                        .today = reg->today_iso,
                                        .round = next ? next->key : NULL};

    return track_passes(&filter, r);
}

/* Ask which of N names, of which each is listed once; the first is 全部. Into OUT. */
static void pick_name(struct app *app, const char *title, struct pick_row *rows, size_t n, struct str *out)
{
    size_t at = 0;
    int row;

    for (size_t i = 1; i < n; i++)
        if (text_same(rows[i].match ? rows[i].match : rows[i].label, out->text))
            at = i;
    row = app_pick(app, title, rows, n, at);
    if (row < 0)
        return;
    str_clear(out);
    if (row > 0)
        str_add(out, rows[row].match ? rows[row].match : rows[row].label);
}

static void add_name(struct pick_row *rows, size_t *n, const char *name)
{
    for (size_t i = 1; i < *n; i++)
        if (text_same(rows[i].label, name))
            return;
    rows[(*n)++] = (struct pick_row){.label = name};
}

void register_run_unit(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;
    struct arena arena = ARENA_INIT;
    size_t most = 1, n = 0;
    struct pick_row *rows;

    for (size_t i = 0; i < reg->data.all.n; i++)
        most += reg->data.all.v[i].units.n + reg->data.all.v[i].assisting.n;
    rows = arena_take(&arena, most * sizeof *rows);
    if (rows)
        rows[n++] = (struct pick_row){.label = _("全部單位")};
    for (size_t i = 0; rows && i < reg->data.all.n; i++) {
        const struct resolution *r = &reg->data.all.v[i];

        for (size_t k = 0; k < r->units.n; k++)
            add_name(rows, &n, r->units.v[k].name);
        for (size_t k = 0; k < r->assisting.n; k++)
            add_name(rows, &n, r->assisting.v[k].name);
    }
    if (rows)
        pick_name(app, _("只看哪個單位（主辦或協辦）？"), rows, n, &reg->unit);
    register_choose(reg);
    arena_release(&arena);
}

/* A row for the meeting KEY, copied, where it has none yet. */
static void add_meeting(struct pick_row *rows, size_t *n, const char *key, size_t len_bytes,
                        const char *title, struct arena *arena)
{
    struct pick_row row = {.match = arena_text(arena, key, len_bytes)};
    struct str name = STR_INIT;

    for (size_t i = 1; i < *n; i++)
        if (text_same(rows[i].match, row.match))
            return;
    if (row.match)
        label_meeting_key(&name, row.match, title);
    row.label = str_failed(&name) ? NULL : arena_text(arena, name.text, name.len_bytes);
    if (row.match && row.label)
        rows[(*n)++] = row;
    str_release(&name);
}

void register_run_meeting(struct app *app, struct screen *screen)
{
    struct tracked_register *reg = (struct tracked_register *)screen;
    const struct meeting_lines *meetings = &reg->data.meetings;
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = arena_take(&arena, (meetings->n + reg->data.all.n + 1) * sizeof *rows);
    size_t n = 0;

    if (rows)
        rows[n++] = (struct pick_row){.label = _("全部會議")};
    for (size_t i = 0; rows && i < meetings->n; i++)
        add_meeting(rows, &n, meetings->v[i].key, strlen(meetings->v[i].key), meetings->v[i].title, &arena);
    for (size_t i = reg->data.all.n; rows && i > 0; i--) { /* those older than the data, by their numbers */
        const struct resolution *r = &reg->data.all.v[i - 1];
        const char *end = strrchr(r->key, '-');
        char key[64] = "";
        int year, number;
        bool extraordinary;

        if (r->meeting || !end || (size_t)(end - r->key) >= sizeof key)
            continue;
        memcpy(key, r->key, (size_t)(end - r->key));
        if (meeting_key_parse(key, &year, &number, &extraordinary))
            add_meeting(rows, &n, key, strlen(key), NULL, &arena);
    }
    if (rows)
        pick_name(app, _("只看哪次會議決議的？"), rows, n, &reg->meeting);
    register_choose(reg);
    arena_release(&arena);
}
