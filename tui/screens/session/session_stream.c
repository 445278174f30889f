/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stream of what is said at a stop, with what is being typed in its place; scrolled so that this, or the
 * chosen statement, or the end is seen.
 */
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/label.h"

#include <string.h>

/* A row of the stream goes to the screen only where it is seen. */
struct stream {
    struct session *session;
    struct rect rect;
    int row;        /* the next one */
    bool measuring; /* nothing is drawn yet */
    int from, to;   /* the rows that must be seen */
    int editor_row, editor_rows;
};

static bool seen(const struct stream *stream, struct pen *pen)
{
    const int y = stream->row - stream->session->scroll;

    if (stream->measuring || y < 0 || y >= stream->rect.rows)
        return false;
    *pen = pen_at(stream->rect, y);
    return true;
}

static void head(struct stream *stream, enum role role, const char *text, const char *side)
{
    struct pen pen;
    int side_cols = text_cols(side, strlen(side), draw_widths());

    if (seen(stream, &pen)) {
        const int left = pen.left_cols - side_cols - 2;

        pen_field(&pen, role, text, left > 0 ? left : pen.left_cols, TEXT_LEFT);
        pen_skip(&pen, role == ROLE_SELECTED ? role : ROLE_TEXT, 1);
        pen_text(&pen, role == ROLE_SELECTED ? role : ROLE_DIM, side);
        pen_fill(&pen, role == ROLE_SELECTED ? role : ROLE_TEXT);
    }
    stream->row++;
}

static void lines(struct stream *stream, const struct outline_lines *lines)
{
    struct pen pen;

    for (size_t i = 0; i < lines->n; i++, stream->row++)
        if (seen(stream, &pen)) {
            pen_skip(&pen, ROLE_TEXT, 2);
            outline_line_draw(&pen, &lines->v[i], ROLE_TEXT);
            pen_fill(&pen, ROLE_TEXT);
        }
}

static void masked(struct stream *stream)
{
    struct pen pen;

    if (seen(stream, &pen)) {
        pen_skip(&pen, ROLE_TEXT, 2);
        pen_text(&pen, ROLE_DIM, "••••••");
        pen_fill(&pen, ROLE_TEXT);
    }
    stream->row++;
}

/* Room for the editor, as high as its text but never higher than the stream. */
static void editor(struct stream *stream)
{
    struct session *session = stream->session;
    const int most = stream->rect.rows > 2 ? stream->rect.rows - 1 : 1;
    int rows = editor_height(&session->editor, stream->rect.cols > 2 ? stream->rect.cols - 2 : 1);

    if (rows > most)
        rows = most;
    stream->editor_row = stream->row;
    stream->editor_rows = rows;
    stream->row += rows;
}

/* What is being said now. */
static void saying(struct stream *stream)
{
    struct session *session = stream->session;
    const int disclosure = saying_disclosure(&session->saying);
    struct str who = STR_INIT, side = STR_INIT;

    stream->from = stream->row;
    saying_label(session, &session->saying, &who);
    if (disclosure != DISCLOSURE_NAMED)
        str_printf(&side, "%s ", label_choice(&disclosure_choices, disclosure));
    str_add(&side, session->said_at);
    head(stream, ROLE_SELECTED, who.text, side.text);
    editor(stream);
    stream->to = stream->row;
    str_release(&who);
    str_release(&side);
}

static void insertion(struct stream *stream)
{
    stream->from = stream->row;
    head(stream, ROLE_MARK, _("── 新的發言會插在這裡 ──"), "");
    stream->to = stream->row;
}

static void block(struct stream *stream, const struct said *block)
{
    struct session *session = stream->session;
    const bool typing = session->focus == FOCUS_STATEMENT && session->typing_id == block->id;
    const bool chosen = session->chosen == block->id;

    if (session->before_id == block->id && session->focus == FOCUS_SAYING)
        saying(stream);
    else if (session->before_id == block->id && session->focus == FOCUS_PROMPT)
        insertion(stream);
    if (chosen || typing)
        stream->from = stream->row;
    head(stream, chosen || typing ? ROLE_SELECTED : block->role, block->head, block->side);
    if (typing)
        editor(stream);
    else if (block->masked)
        masked(stream);
    else
        lines(stream, &block->lines);
    if (chosen || typing)
        stream->to = stream->row;
}

static void walk(struct stream *stream)
{
    struct session *session = stream->session;
    const struct stop *stop = session_stop(session);
    bool placed = false;

    stream->row = 0;
    stream->from = stream->to = -1;
    for (size_t i = 0; i < session->panel.n_blocks; i++) {
        placed |= session->panel.blocks[i].id == session->before_id;
        block(stream, &session->panel.blocks[i]);
    }
    if (session->focus == FOCUS_SAYING && !placed && stop)
        saying(stream);
    if (stream->from < 0)
        stream->from = stream->to = stream->row;
}

static void scroll(struct stream *stream)
{
    int *top = &stream->session->scroll;
    const int rows = stream->rect.rows;

    if (stream->to > *top + rows)
        *top = stream->to - rows;
    if (stream->from < *top)
        *top = stream->from;
    if (*top > stream->row - rows)
        *top = stream->row - rows;
    if (*top < 0)
        *top = 0;
}

/* The section's own row, where no motion was made. */
static bool is_empty_motion(const struct session *session)
{
    const struct stop *stop = session_stop(session);

    return stop && stop->item->section == SECTION_MOTION && !stop->item->title;
}

/* What to do where nothing was said yet. */
static const char *invitation(const struct session *session)
{
    const struct stop *stop = session_stop(session);

    if (is_empty_motion(session))
        return _("沒有臨時動議就按 F9；有人提出時按 Ctrl-N 新增。");
    if (stop && stop->item->section == SECTION_CLOSING && !frame_is_over(&session->frame))
        return _("按 F12 宣布散會。");
    return _("還沒有發言。在下面選發言人，Enter 之後就可以打字。");
}

void session_draw_stream(struct session *session, struct rect rect)
{
    struct stream stream = {.session = session, .rect = rect, .measuring = true};
    const bool typing = session->focus == FOCUS_SAYING || session->focus == FOCUS_STATEMENT;

    draw_blank(rect, ROLE_TEXT);
    if (rect.rows < 1)
        return;
    walk(&stream);
    scroll(&stream);
    stream.measuring = false;
    walk(&stream);
    if (typing)
        editor_draw(&session->editor,
                    (struct rect){rect.x + 2, rect.y + stream.editor_row - session->scroll, rect.cols - 2,
                                  stream.editor_rows},
                    true);
    if (!stream.row) {
        struct pen pen = pen_at(rect, 0);

        pen_text(&pen, ROLE_DIM, invitation(session));
    }
}
