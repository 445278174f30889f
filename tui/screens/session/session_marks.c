/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picker with marks. Space marks; so does Enter behind something typed, since the hands are there; Enter
 * at an empty line is done.
 */
#include "tui/screens/session/session_marks.h"

#include "core/base/arena.h"
#include "tui/terminal/layout.h"

#include <string.h>

struct marks {
    struct screen screen;
    const char *title;
    const struct pick_row *given;
    struct pick_row *rows;    /* the same, with the marks before their labels */
    const char **plain, **on; /* both labels of each */
    bool *marked;             /* a copy until it is answered */
    struct picker picker;
    struct arena arena;
    bool accepted;
};

static struct marks *marks_of(struct screen *screen)
{
    return (struct marks *)screen;
}

static void show_mark(struct marks *marks, size_t row)
{
    marks->rows[row].label = marks->marked[row] ? marks->on[row] : marks->plain[row];
}

/* Back to all rows, with the same one selected. */
static void clear_filter(struct marks *marks, size_t row)
{
    line_set(&marks->picker.filter, "");
    picker_filter(&marks->picker, "");
    for (size_t i = 0; i < marks->picker.n_found; i++)
        if (marks->picker.found[i] == row)
            marks->picker.at = i;
}

static void toggle(struct app *app, struct marks *marks)
{
    size_t row;

    if (!picker_picked(&marks->picker, &row))
        return;
    if (marks->rows[row].refusal) {
        app_message(app, ROLE_WARN, "%s", marks->rows[row].refusal);
        return;
    }
    marks->marked[row] = !marks->marked[row];
    show_mark(marks, row);
    clear_filter(marks, row);
}

static void run_mark(struct app *app, struct screen *screen)
{
    toggle(app, marks_of(screen));
}

static void run_done(struct app *app, struct screen *screen)
{
    struct marks *marks = marks_of(screen);

    if (marks->picker.filter.text.len_bytes) {
        toggle(app, marks);
    } else {
        marks->accepted = true;
        screen->done = true;
    }
}

static void run_cancel(struct app *app, struct screen *screen)
{
    (void)app;
    screen->done = true;
}

static bool is_space(const struct key *key)
{
    return key->kind == KEY_KIND_TEXT && (strcmp(key->text, " ") == 0 || strcmp(key->text, "　") == 0);
}

static bool marks_key(struct app *app, struct screen *screen, const struct key *key)
{
    if (is_space(key))
        run_mark(app, screen);
    else if (key_is(key, KEYC_ENTER))
        run_done(app, screen);
    else if (key_is(key, KEYC_ESC))
        run_cancel(app, screen);
    else
        return picker_key(&marks_of(screen)->picker, key) != PICK_IGNORED;
    return true;
}

/* The keys come to marks_key first; these are for the hints. */
static const struct command marks_commands[] = {
    {"dialog.mark", "Space", N_("選取或取消；打字後按 Enter 也可以"), N_("選取"), 0, NULL, run_mark},
    {"dialog.done", "Enter", N_("選好了"), N_("完成"), 0, NULL, run_done},
    {"dialog.cancel", "Esc", N_("取消"), N_("取消"), 0, NULL, run_cancel},
};

static bool marks_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    (void)screen;
    return true;
}

static void marks_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct marks *marks = marks_of(screen);
    const int rows = marks->picker.n_rows + 3 < 64 ? (int)marks->picker.n_rows + 3 : 64;
    struct rect inner;

    (void)app;
    rect = layout_centre(rect, rect.cols - 6 < 76 ? rect.cols - 6 : 76,
                         rows < rect.rows - 2 ? rows : rect.rows - 2);
    draw_frame(rect, marks->title, true, &inner);
    picker_draw(&marks->picker, inner);
}

static const struct screen_ops marks_ops = {.name = "dialog",
                                            .commands = COMMANDS(marks_commands),
                                            .draw = marks_draw,
                                            .key = marks_key,
                                            .typing = marks_typing};

static bool prepare(struct marks *marks, size_t n, const bool *marked)
{
    marks->rows = arena_take(&marks->arena, n * sizeof *marks->rows);
    marks->plain = arena_take(&marks->arena, n * sizeof *marks->plain);
    marks->on = arena_take(&marks->arena, n * sizeof *marks->on);
    marks->marked = arena_take(&marks->arena, n * sizeof *marks->marked);
    if (!marks->rows || !marks->plain || !marks->on || !marks->marked)
        return false;
    for (size_t i = 0; i < n; i++) {
        marks->rows[i] = marks->given[i];
        marks->plain[i] = arena_printf(&marks->arena, "　%s", marks->given[i].label);
        marks->on[i] = arena_printf(&marks->arena, "✓ %s", marks->given[i].label);
        marks->marked[i] = marked[i];
        if (!marks->plain[i] || !marks->on[i])
            return false;
        show_mark(marks, i);
    }
    return picker_init(&marks->picker, marks->rows, n, 0);
}

bool session_marks(struct app *app, const char *title, const struct pick_row *rows, size_t n, bool *marked)
{
    struct marks marks = {.screen = {.ops = &marks_ops}, .title = title, .given = rows, .arena = ARENA_INIT};
    struct err err = {0};

    if (prepare(&marks, n, marked)) {
        app_run_modal(app, &marks.screen);
    } else {
        (void)err_memory(&err);
        app_error(app, &err);
    }
    if (marks.accepted && n)
        memcpy(marked, marks.marked, n * sizeof *marked);
    picker_release(&marks.picker);
    arena_release(&marks.arena);
    return marks.accepted;
}
