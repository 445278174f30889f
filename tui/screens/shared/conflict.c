/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two texts beside each other where there is room, else one above the other; both scroll together.
 */
#include "tui/screens/shared/conflict.h"

#include "tui/widgets/pager.h"

enum { BESIDE_COLS = 100 };

struct conflict {
    struct screen screen;
    struct pager theirs, mine;
    enum conflict_end end;
};

static void end_with(struct screen *screen, enum conflict_end end)
{
    ((struct conflict *)screen)->end = end;
    screen->done = true;
}

static void run_mine(struct app *app, struct screen *screen)
{
    (void)app;
    end_with(screen, CONFLICT_MINE);
}

static void run_both(struct app *app, struct screen *screen)
{
    (void)app;
    end_with(screen, CONFLICT_BOTH);
}

static void run_back(struct app *app, struct screen *screen)
{
    (void)app;
    end_with(screen, CONFLICT_BACK);
}

static const struct command conflict_commands[] = {
    {"conflict.both", "2 F6", N_("兩份都留：我的接在對方的後面"), N_("兩份都留"), 0, NULL, run_both},
    {"conflict.mine", "1 F5", N_("用我的取代；對方的留在異動日誌裡"), N_("用我的"), 0, NULL, run_mine},
    {"conflict.back", "Esc", N_("先不存，回去看；我打的文字都還在"), N_("回去"), 0, NULL, run_back},
};

static bool conflict_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct conflict *c = (struct conflict *)screen;
    const bool one = pager_key(&c->theirs, key), other = pager_key(&c->mine, key);

    (void)app;
    return one || other;
}

static void draw_one(struct rect rect, const char *title, struct pager *pager)
{
    struct rect inner;

    draw_frame(rect, title, false, &inner);
    pager_draw(pager, inner);
}

static void conflict_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct conflict *c = (struct conflict *)screen;
    struct rect one, other;
    struct pen pen = pen_at(rect, 0);

    (void)app;
    pen_text(&pen, ROLE_WARN, _("這段文字剛被別人改過。兩份都在這裡，選一種留法："));
    pen_fill(&pen, ROLE_TEXT);
    rect.y++;
    rect.rows--;
    one = other = rect;
    if (rect.cols >= BESIDE_COLS) {
        one.cols = rect.cols / 2;
        other.x += one.cols;
        other.cols -= one.cols;
    } else {
        one.rows = rect.rows / 2;
        other.y += one.rows;
        other.rows -= one.rows;
    }
    draw_one(one, _("對方存的"), &c->theirs);
    draw_one(other, _("我打的"), &c->mine);
}

/* It lives with the one who asks. */
static const struct screen_ops conflict_ops = {.name = "conflict",
                                               .title = N_("兩份文字"),
                                               .commands = COMMANDS(conflict_commands),
                                               .draw = conflict_draw,
                                               .key = conflict_key};

/* A line a point, set in by its level. */
static void add_text(const struct outline *outline, struct str *out)
{
    for (size_t i = 0; outline && i < outline->n; i++) {
        str_add_repeat(out, "　", outline->v[i].level);
        str_add(out, outline->v[i].text);
        str_add_char(out, '\n');
    }
}

/* Theirs, and mine behind it, as new paragraphs. */
static enum status join(const struct outline *theirs, const struct outline *mine, struct arena *arena,
                        struct editor *editor, struct err *err)
{
    struct outline both = {NULL, 0};
    const size_t n = (theirs ? theirs->n : 0) + mine->n;
    enum status status;

    both.v = arena_take(arena, (n + 1) * sizeof *both.v);
    if (!both.v)
        return err_memory(err);
    for (size_t i = 0; theirs && i < theirs->n; i++)
        both.v[both.n++] = theirs->v[i];
    for (size_t i = 0; i < mine->n; i++)
        both.v[both.n++] = mine->v[i];
    for (size_t i = 0; i < both.n; i++)
        both.v[i].row = (struct row){0};
    status = editor_load(editor, &both, err);
    if (!status)
        editor_set_cursor(editor, SIZE_MAX);
    return status;
}

enum conflict_end conflict_ask(struct app *app, const struct outline *theirs, struct editor *editor)
{
    struct conflict c = {.screen = {.ops = &conflict_ops, .modal = true}, .end = CONFLICT_BACK};
    struct arena arena = ARENA_INIT;
    struct outline mine = {NULL, 0};
    struct str their_text = STR_INIT, my_text = STR_INIT;
    struct err err = {0};

    pager_init(&c.theirs);
    pager_init(&c.mine);
    if (app->hung_up || app->terminated || editor_outline(editor, &arena, &mine, &err))
        goto out;
    add_text(theirs, &their_text);
    add_text(&mine, &my_text);
    if (!str_failed(&their_text) && !str_failed(&my_text) && pager_set(&c.theirs, their_text.text) &&
        pager_set(&c.mine, my_text.text))
        app_run_modal(app, &c.screen);
    if (c.end == CONFLICT_BOTH && join(theirs, &mine, &arena, editor, &err))
        c.end = CONFLICT_BACK;
out:
    if (err.code != CODE_NONE)
        app_error(app, &err);
    pager_release(&c.theirs);
    pager_release(&c.mine);
    str_release(&their_text);
    str_release(&my_text);
    arena_release(&arena);
    return c.end;
}
