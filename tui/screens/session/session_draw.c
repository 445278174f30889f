/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session's screen: the agenda, the item with what was explained, said and decided, and the prompt.
 */
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"

#include <string.h>

enum {
    RAIL_MOST_COLS = 96,  /* narrower than that the rail is a row: the stream needs the width */
    RAIL_FROM_COLS = 132, /* from here on there is room for its column as well */
    TREE_FROM_COLS = 98,  /* the agenda stays while something is typed */
    TREE_LEAST_COLS = 72, /* and folds away altogether */
    CANDIDATES_MOST = 6,
};

static int cols_of(const char *text)
{
    return text_cols(text, strlen(text), draw_widths());
}

/* ---- the parts ------------------------------------------------------------------------------------ */

static void rule(struct rect rect, int row)
{
    struct pen pen = pen_at(rect, row);

    for (int i = 0; i < rect.cols; i++)
        pen_text(&pen, ROLE_BORDER, "─");
    pen_fill(&pen, ROLE_BORDER);
}

/* At most MOST rows of a labelled text from row ROW on; the rows used. What is left out shows as … */
static int draw_part(const struct part *part, int label_cols, struct rect rect, int row, int most)
{
    int used = 0;

    for (size_t i = 0; i < part->lines.n && used < most; i++, used++) {
        struct pen pen = pen_at(rect, row + used);
        const bool cut = used + 1 == most && i + 1 < part->lines.n;

        pen_field(&pen, ROLE_DIM, i ? "" : part->label, label_cols, TEXT_LEFT);
        if (cut)
            pen.left_cols -= 2;
        outline_line_draw(&pen, &part->lines.v[i], ROLE_TEXT);
        pen_fill(&pen, ROLE_TEXT);
        if (cut) {
            pen.left_cols += 2;
            pen_text(&pen, ROLE_DIM, " …");
        }
    }
    return used;
}

/* How many rows each part above the stream gets of MOST: each one first, then the first ones more. */
static void share(const struct panel *panel, int most, int rows[PARTS_ABOVE])
{
    bool more = true;

    for (size_t i = 0; i < PARTS_ABOVE; i++)
        rows[i] = 0;
    while (most > 0 && more) {
        more = false;
        for (size_t i = 0; i < panel->n_above && most > 0; i++)
            if ((size_t)rows[i] < panel->above[i].lines.n) {
                rows[i]++;
                most--;
                more = true;
            }
    }
}

static int draw_above(struct session *session, struct rect rect)
{
    const struct panel *panel = &session->panel;
    int rows[PARTS_ABOVE], used = 0;
    int most = session_stop(session) && session_stop(session)->about ? rect.rows / 3 : rect.rows / 4;

    if (session->focus != FOCUS_PROMPT && most > 3)
        most = 3;
    share(panel, most < 1 ? 1 : most, rows);
    for (size_t i = 0; i < panel->n_above; i++)
        used += draw_part(&panel->above[i], cols_of(panel->above[i].label) + 1, rect, used, rows[i]);
    if (used)
        rule(rect, used++);
    return used;
}

/* ---- the decision --------------------------------------------------------------------------------- */

static int decision_rows(struct session *session, int cols, int most)
{
    const struct panel *panel = &session->panel;
    int rows = panel->decision.lines.n ? (int)panel->decision.lines.n : 1;

    if (session->focus == FOCUS_DECISION)
        rows = editor_height(&session->editor, cols > panel->label_cols ? cols - panel->label_cols : 1);
    if (rows > most)
        rows = most;
    return rows < 1 ? 1 : rows;
}

/* Its figures, and by what it was carried where that wants more rows. */
static int vote_rows(const struct panel *panel)
{
    enum { VOTE_ROWS = 3 };

    return panel->vote.lines.n > VOTE_ROWS ? VOTE_ROWS : (int)panel->vote.lines.n;
}

static void draw_quorum_then(const struct decision *d, struct pen *pen)
{
    struct str text = STR_INIT;

    if (d && d->present != UNKNOWN) {
        if (d->met == 0) /* first, for the row may be too narrow for both */
            str_add(&text, _(" 未達法定人數"));
        str_printf(&text, d->at ? _("  作成時出席 %d/%d（%s）") : _("  作成時出席 %d/%d"), d->present,
                   d->in_office, d->at);
    }
    pen_text(pen, d && d->met == 0 ? ROLE_BAD : ROLE_DIM, text.text);
    str_release(&text);
}

static void draw_undecided(const struct session *session, struct rect rect)
{
    const struct stop *stop = session_stop(session);
    struct pen pen = pen_at(rect, 0);

    pen_field(&pen, ROLE_DIM, session->panel.decision.label, session->panel.label_cols, TEXT_LEFT);
    pen_text(&pen, ROLE_DIM,
             session_wants_decision(stop) ? (stop->about ? _("（尚未裁示：F6）") : _("（尚無：F6）")) : "");
    pen_fill(&pen, ROLE_TEXT);
}

/* The decision in the last ROWS of RECT, with the vote above it and what is tracked below. */
static void draw_decision(struct session *session, struct rect rect)
{
    const struct panel *panel = &session->panel;
    const struct stop *stop = session_stop(session);
    int row = 0, rows;
    struct pen pen;

    rows = vote_rows(panel);
    if (rows > rect.rows - 1 - (panel->tracked ? 1 : 0)) /* the decision itself has a row at least */
        rows = rect.rows - 1 - (panel->tracked ? 1 : 0);
    row += draw_part(&panel->vote, panel->label_cols, rect, row, rows);
    rows = rect.rows - row - (panel->tracked ? 1 : 0);
    if (session->focus == FOCUS_DECISION) {
        struct rect inner = {rect.x + panel->label_cols, rect.y + row, rect.cols - panel->label_cols, rows};

        pen = pen_at(rect, row);
        pen_field(&pen, ROLE_SELECTED, panel->decision.label, panel->label_cols - 1, TEXT_LEFT);
        editor_draw(&session->editor, inner, true);
    } else if (panel->decision.lines.n) {
        (void)draw_part(&panel->decision, panel->label_cols, rect, row, rows);
        if (rows == (int)panel->decision.lines.n && !stop->about && rows == 1) {
            const struct outline_line *line = &panel->decision.lines.v[0];

            pen = pen_at(rect, row);
            pen_field(&pen, ROLE_DIM, panel->decision.label, panel->label_cols, TEXT_LEFT);
            outline_line_draw(&pen, line, ROLE_TEXT);
            draw_quorum_then(item_decision(stop->item), &pen);
        }
    } else {
        draw_undecided(session, (struct rect){rect.x, rect.y + row, rect.cols, 1});
    }
    if (panel->tracked) {
        pen = pen_at(rect, rect.rows - 1);
        pen_field(&pen, ROLE_GOOD, _("列管"), panel->label_cols, TEXT_LEFT);
        pen_text(&pen, ROLE_GOOD, panel->tracked);
        pen_fill(&pen, ROLE_TEXT);
    }
}

/* ---- the prompt ----------------------------------------------------------------------------------- */

static void draw_candidates(struct session *session, struct rect rect)
{
    struct picker *picker = &session->picker;

    if (picker->at >= (size_t)rect.rows)
        picker->top = picker->at - (size_t)rect.rows + 1;
    else
        picker->top = 0;
    for (int y = 0; y < rect.rows; y++) {
        const size_t at = picker->top + (size_t)y;
        struct pen pen = pen_at(rect, y);
        const struct pick_row *row = at < picker->n_found ? &picker->rows[picker->found[at]] : NULL;
        const enum role role = at == picker->at ? ROLE_SELECTED : ROLE_TEXT;
        struct str number = STR_INIT;

        if (row) {
            if (row->number > 0)
                str_printf(&number, "%d", row->number);
            pen_skip(&pen, role, 6);
            pen_field(&pen, role, number.text, 3, TEXT_RIGHT);
            pen_skip(&pen, role, 1);
            pen_field(&pen, role, row->label, 22, TEXT_LEFT);
            pen_text(&pen, role == ROLE_TEXT ? ROLE_DIM : role, row->detail);
            pen_fill(&pen, role);
        } else if (y == 0) {
            pen_skip(&pen, ROLE_TEXT, 6);
            pen_text(&pen, ROLE_DIM, _("沒有這個人；Enter 就照您打的字記"));
        }
        pen_fill(&pen, ROLE_TEXT);
        str_release(&number);
    }
}

static void draw_prompt(struct session *session, struct rect rect)
{
    struct pen pen = pen_at(rect, 0);
    const char *label = _("發言人: ");
    const int label_cols = cols_of(label);
    struct rect field = {rect.x + label_cols, rect.y, rect.cols - label_cols, 1};

    draw_blank(rect, ROLE_TEXT);
    pen_text(&pen, ROLE_KEY, label);
    if (session->prompt.text.len_bytes) {
        line_draw(&session->prompt, field, ROLE_INPUT_FOCUS, true);
        draw_candidates(session, (struct rect){rect.x, rect.y + 1, rect.cols, rect.rows - 1});
        return;
    }
    pen_skip(&pen, ROLE_INPUT_FOCUS, 2);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_DIM,
             session->before_id ? _("插入發言：席次、姓名或單位")
             : session->chosen  ? _("Enter 修改這則；或打席次、姓名、單位記新的")
                                : _("席次、姓名或單位；直接 Enter 先記再補"));
    pen_fill(&pen, ROLE_TEXT);
    draw_caret(field.x, field.y);
}

static void draw_typing(struct rect rect)
{
    struct pen pen = pen_at(rect, 0);

    pen_text(&pen, ROLE_KEY, _("記錄中  "));
    pen_text(&pen, ROLE_DIM, _("Enter 下一點，空白點再 Enter 完成；Tab 降一級"));
    pen_fill(&pen, ROLE_TEXT);
}

static int prompt_rows(const struct session *session, int most)
{
    int rows = 1;

    if (session->focus == FOCUS_PROMPT && session->prompt.text.len_bytes)
        rows += session->picker.n_found > 1 ? (int)session->picker.n_found : 1;
    if (rows > CANDIDATES_MOST + 1)
        rows = CANDIDATES_MOST + 1;
    return rows > most ? most : rows;
}

/* ---- the whole ------------------------------------------------------------------------------------ */

static void draw_panel(struct app *app, struct session *session, struct rect rect)
{
    const struct stop *stop = session_stop(session);
    struct rect inner, box;
    struct err err = {0};
    int above, below, prompt;

    draw_frame(rect, "", true, &inner);
    draw_blank(inner, ROLE_TEXT);
    inner = layout_inset(inner, 1, 0);
    if (session_panel(session, inner.cols, &err))
        app_error(app, &err);
    draw_frame(rect, session->panel.title, true, &box);
    if (!stop) {
        struct pen pen = pen_at(inner, 0);

        pen_text(&pen, ROLE_DIM, _("議程還沒有任何案。按 Alt-2 到「議程」新增。"));
        return;
    }
    if (inner.rows > 10 && session_draw_notice(app, session, inner)) {
        inner.y++;
        inner.rows--;
    }
    above = draw_above(session, inner);
    prompt = prompt_rows(session, inner.rows / 3);
    below = decision_rows(session, inner.cols,
                          session->focus == FOCUS_DECISION ? inner.rows / 2 : inner.rows / 5) +
            vote_rows(&session->panel) + (session->panel.tracked ? 1 : 0);
    if (above + below + prompt + 3 > inner.rows)
        below = inner.rows - above - prompt - 3;
    if (below < 1)
        below = 1;
    box = (struct rect){inner.x, inner.y + above, inner.cols, inner.rows - above - below - prompt - 2};
    session_draw_stream(session, box);
    rule(inner, inner.rows - below - prompt - 2);
    draw_decision(session,
                  (struct rect){inner.x, inner.y + inner.rows - below - prompt - 1, inner.cols, below});
    rule(inner, inner.rows - prompt - 1);
    box = (struct rect){inner.x, inner.y + inner.rows - prompt, inner.cols, prompt};
    if (session->focus == FOCUS_PROMPT)
        draw_prompt(session, box);
    else
        draw_typing(box);
}

void session_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct session *session = session_of(screen);
    struct rect tree, rail = rect;
    int tree_cols = rect.cols >= RAIL_FROM_COLS ? 30 : rect.cols >= 110 ? 28 : 22;

    if (rect.cols < RAIL_FROM_COLS && rail.cols > RAIL_MOST_COLS) {
        draw_blank((struct rect){rect.x, rect.y, rect.cols, 1}, ROLE_TEXT);
        rail.cols = RAIL_MOST_COLS;
        rail = frame_draw(app, &session->frame, rail);
        rect.y++;
        rect.rows--;
    } else {
        rect = frame_draw(app, &session->frame, rect);
    }
    if (rect.cols < TREE_LEAST_COLS || (rect.cols < TREE_FROM_COLS && session->focus != FOCUS_PROMPT))
        tree_cols = 0;
    if (tree_cols) {
        tree = rect;
        tree.cols = tree_cols;
        session_draw_tree(session, tree);
        rect.x += tree_cols;
        rect.cols -= tree_cols;
    }
    draw_panel(app, session, rect);
}
