/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the meeting stands: its items in order, and the tracked decisions one after another where the agenda
 * goes through them. Also the agenda at the left.
 */
#include "core/meeting/merge.h"
#include "core/paper/minutes.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"

#include <string.h>

static bool holds_tracking(const struct item *item)
{
    return item->section == SECTION_TRACKING || item->content == CONTENT_TRACKING;
}

enum status session_stops(struct session *session, struct err *err)
{
    struct snapshot *s = &session->frame.s;
    const struct tracked *tracked = &session->frame.tracked;
    bool through = false; /* the tracked decisions stand once, under the first item that holds them */

    session->n_stops = session->at = 0;
    session->stops = arena_take(&s->arena, (s->meeting.items.n + tracked->n + 1) * sizeof *session->stops);
    if (!session->stops)
        return err_memory(err);
    for (size_t i = 0; i < s->meeting.items.n; i++) {
        const struct item *item = &s->meeting.items.v[i];

        session->stops[session->n_stops++] = (struct stop){item, NULL};
        for (size_t k = 0; holds_tracking(item) && !through && k < tracked->n; k++)
            session->stops[session->n_stops++] = (struct stop){item, tracked->v[k]};
        through |= holds_tracking(item);
    }
    for (size_t i = 0; i < session->n_stops; i++) {
        const struct stop *stop = &session->stops[i];

        if (stop->item->row.id != session->item_id)
            continue;
        if (!*session->about ? !stop->about : stop->about && text_same(stop->about->key, session->about))
            session->at = i;
        else if (!stop->about && session->stops[session->at].item->row.id != session->item_id)
            session->at = i; /* the tracked decision is gone: its section */
    }
    return STATUS_OK;
}

const struct stop *session_stop(const struct session *session)
{
    return session->at < session->n_stops ? &session->stops[session->at] : NULL;
}

bool session_stands(const struct session *session)
{
    const struct stop *stop = session_stop(session);

    return stop && stop->item->row.id == session->item_id &&
           text_same(stop->about ? stop->about->key : "", session->about);
}

/* ---- decided or not ------------------------------------------------------------------------------- */

bool session_wants_decision(const struct stop *stop)
{
    if (stop->about)
        return true;
    return !stop->item->none && (stop->item->title || stop->item->content == CONTENT_TRACKING) &&
           stop->item->section != SECTION_OPENING && stop->item->section != SECTION_CLOSING;
}

/* One that the agenda only names (略) need not be decided, though it can be. */
static bool is_due(const struct stop *stop)
{
    return session_wants_decision(stop) && (stop->about || !stop->item->abridged);
}

bool session_is_decided(const struct session *session, const struct stop *stop)
{
    if (stop->about) {
        const struct round *round = resolution_round(stop->about, session->frame.s.meeting.key);

        return round && (round->ruling != UNKNOWN || round->ruling_text.n);
    }
    return item_decision(merge_decided(&session->frame.s.meeting, stop->item)) != NULL;
}

size_t session_first_open(const struct session *session)
{
    for (size_t i = 0; i < session->n_stops; i++)
        if (is_due(&session->stops[i]) && !session_is_decided(session, &session->stops[i]))
            return i;
    return 0;
}

/* ---- going ---------------------------------------------------------------------------------------- */

bool session_go(struct app *app, struct session *session, size_t at)
{
    const struct stop *stop;
    struct err err = {0};

    if (!session_end(app, session) || !session_fresh(app, session) || at >= session->n_stops)
        return false;
    session->at = at;
    stop = session_stop(session);
    session->item_id = stop->item->row.id;
    session->about[0] = '\0';
    if (stop->about && strlen(stop->about->key) < sizeof session->about)
        memcpy(session->about, stop->about->key, strlen(stop->about->key) + 1);
    session_at_prompt(session);
    session->chosen = session->before_id = 0;
    session->revealed = false;
    session->scroll = 0;
    session_panel_forget(session);
    line_set(&session->prompt, "");
    if (session_candidates(session, &err))
        app_error(app, &err);
    app->redraw = true;
    return true;
}

void session_go_to_statement(struct app *app, struct session *session, int64_t id)
{
    const struct stop *stop = session_stop(session);
    const size_t place = stop ? session_place_of(stop->item, id) : 0;

    if (!stop || place == stop->item->statements.n)
        return;
    for (size_t i = 0; i < session->n_stops; i++)
        if (session->stops[i].item == stop->item && session->stops[i].about &&
            text_same(session->stops[i].about->key, stop->item->statements.v[place].about)) {
            if (!session_go(app, session, i))
                return;
            break;
        }
    session->chosen = id;
}

/* ---- words and drawing ---------------------------------------------------------------------------- */

void session_stop_label(const struct session *session, const struct stop *stop, struct str *out)
{
    if (stop->about)
        str_printf(out, _("列管 %s"), stop->about->key);
    else
        label_item(out, &session->frame.s, session->frame.style, stop->item);
}

struct tree {
    const struct session *session;
    struct rect rect;
    int row, skip;
};

static void tree_line(struct tree *tree, enum role role, const char *mark, int indent, const char *text)
{
    const int row = tree->row++ - tree->skip;
    struct pen pen;

    if (row < 0 || row >= tree->rect.rows)
        return;
    pen = pen_at(tree->rect, row);
    pen_field(&pen, role, mark, 2, TEXT_LEFT);
    pen_skip(&pen, role, indent);
    pen_text(&pen, role, text);
    pen_fill(&pen, role);
}

/* The section's own row stands for it; items and tracked decisions stand under a heading. */
static bool stands_alone(const struct stop *stop)
{
    return !stop->about && !stop->item->title;
}

static void tree_stop(struct tree *tree, size_t i)
{
    const struct session *session = tree->session;
    const struct stop *stop = &session->stops[i];
    const bool here = i == session->at, decided = session_is_decided(session, stop);
    const char *mark = here ? "▶" : decided ? "✓" : is_due(stop) ? "·" : " ";
    const enum role role = here ? ROLE_SELECTED_DIM : decided ? ROLE_GOOD : ROLE_TEXT;
    struct str text = STR_INIT;

    if (stands_alone(stop))
        minutes_section_name(&session->frame.s, session->frame.style, stop->item->section, &text);
    else if (stop->about)
        str_add(&text, stop->about->key);
    else
        label_item(&text, &session->frame.s, session->frame.style, stop->item);
    if (stop->about && stop->about->instruction.n) {
        str_add_char(&text, ' ');
        str_add(&text, stop->about->instruction.v[0].text);
    }
    tree_line(tree, role, mark, stands_alone(stop) ? 0 : 1, text.text);
    str_release(&text);
}

/* Does a heading stand above this stop? */
static bool needs_heading(const struct session *session, size_t i)
{
    const struct stop *stop = &session->stops[i];

    if (stands_alone(stop) || stop->about)
        return false;
    return i == 0 || session->stops[i - 1].item->section != stop->item->section;
}

void session_draw_tree(const struct session *session, struct rect rect)
{
    struct tree tree = {.session = session};
    int here = 0, rows = 0;

    draw_frame(rect, _("議程"), false, &tree.rect);
    draw_blank(tree.rect, ROLE_TEXT);
    for (size_t i = 0; i < session->n_stops; i++) {
        rows += needs_heading(session, i) ? 2 : 1;
        if (i == session->at)
            here = rows;
    }
    if (rows > tree.rect.rows && here > tree.rect.rows / 2)
        tree.skip = here - tree.rect.rows / 2;
    if (tree.skip > rows - tree.rect.rows)
        tree.skip = rows > tree.rect.rows ? rows - tree.rect.rows : 0;
    for (size_t i = 0; i < session->n_stops; i++) {
        struct str name = STR_INIT;

        if (needs_heading(session, i)) {
            minutes_section_name(&session->frame.s, session->frame.style, session->stops[i].item->section,
                                 &name);
            tree_line(&tree, ROLE_HEADING, "", 0, name.text);
        }
        tree_stop(&tree, i);
        str_release(&name);
    }
}
