/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying out what stands at a stop, once for a width: texts that are long must not be wrapped anew at every
 * key.
 */
#include "core/meeting/disclosure.h"
#include "core/paper/minutes.h"
#include "tui/screens/session/session_panel_parts.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"

#include <string.h>

const char *panel_keep(struct lay *lay, const struct str *text)
{
    const char *copy = str_failed(text) ? NULL : arena_text(&lay->panel->arena, text->text, text->len_bytes);

    if (!copy)
        lay->status = err_memory(lay->err);
    return copy ? copy : "";
}

void panel_lines(struct lay *lay, const struct outline *outline, int level, int cols,
                 struct outline_lines *out)
{
    const struct numbering numbering = frame_numbering(&lay->session->frame, level);

    if (!lay->status && outline->n)
        lay->status = outline_lines(outline, &numbering, cols < 1 ? 1 : cols, draw_widths(),
                                    &lay->panel->arena, out, lay->err);
}

static int cols_of(const char *text)
{
    return text_cols(text, strlen(text), draw_widths());
}

struct outline panel_one_line(struct lay *lay, const struct str *text)
{
    struct node *node = arena_take(&lay->panel->arena, sizeof *node);

    if (!node) {
        lay->status = err_memory(lay->err);
        return (struct outline){NULL, 0};
    }
    entity_defaults(&node_entity, node);
    node->plain = true;
    node->text = panel_keep(lay, text);
    return (struct outline){node, 1};
}

void panel_add_part(struct lay *lay, const char *label, const struct outline *outline, int level)
{
    struct panel *panel = lay->panel;

    if (!outline->n || panel->n_above == PARTS_ABOVE)
        return;
    panel->above[panel->n_above].label = label;
    panel_lines(lay, outline, level, panel->cols - cols_of(label) - 1, &panel->above[panel->n_above].lines);
    panel->n_above++;
}

void panel_label_decision(struct lay *lay, const char *label)
{
    const char *const labels[] = {label, _("表決"), _("列管")};

    lay->panel->decision.label = label;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (lay->panel->label_cols < cols_of(labels[i]) + 1)
            lay->panel->label_cols = cols_of(labels[i]) + 1;
}

/* ---- an item -------------------------------------------------------------------------------------- */

/* A line of its own above the stream, and TEXT is empty again. */
static void add_text(struct lay *lay, const char *label, struct str *text, int level)
{
    struct outline line;

    if (text->len_bytes) {
        line = panel_one_line(lay, text);
        panel_add_part(lay, label, &line, level);
    }
    str_clear(text);
}

/* Who stays out for it comes first: the rows above the stream may be too few for all. */
static void lay_item(struct lay *lay, const struct item *item)
{
    const struct meeting_frame *frame = &lay->session->frame;
    const int level = minutes_points_level(&frame->s, frame->style, item);
    struct str text = STR_INIT;
    const char *label;

    for (size_t i = 0; i < item->recused.n; i++) {
        str_add(&text, i ? _("、") : "");
        label_person(&text, &frame->s.members, &item->recused.v[i].person);
    }
    add_text(lay, _("迴避"), &text, level);
    for (int which = 0; (label = session_origin(lay->session, item, which, &text)) != NULL; which++)
        add_text(lay, label, &text, level);
    panel_add_part(lay, _("說明"), &item->explanation, level);
    panel_add_part(lay, _("擬辦"), &item->proposal, level);
    for (size_t i = 0; i < item->tables.n; i++)
        str_printf(&text, "%s%s", i ? _("、") : "",
                   item->tables.v[i].caption ? item->tables.v[i].caption : _("表"));
    for (size_t i = 0; i < item->attachments.n; i++)
        str_printf(&text, "%s%s %s", text.len_bytes ? _("、") : "",
                   item->attachments.v[i].label ? item->attachments.v[i].label : "",
                   item->attachments.v[i].title ? item->attachments.v[i].title : "");
    add_text(lay, _("附表"), &text, level);
    str_release(&text);
}

/* ---- statements ----------------------------------------------------------------------------------- */

static void lay_statement(struct lay *lay, const struct stop *stop, const struct statement *s)
{
    const struct session *session = lay->session;
    const int disclosure = (int)statement_disclosure(&session->frame.s.meeting, s);
    struct said *block = &lay->panel->blocks[lay->panel->n_blocks++];
    struct saying saying;
    struct str text = STR_INIT;

    saying_of(s, &saying);
    saying_label(session, &saying, &text);
    block->id = s->row.id;
    block->head = panel_keep(lay, &text);
    block->role = s->pending || (!s->chair && !s->name && !s->delegate_of && person_none(&s->speaker))
                      ? ROLE_WARN
                      : ROLE_HEADING;
    str_clear(&text);
    if (disclosure != DISCLOSURE_NAMED)
        str_printf(&text, "%s ", label_choice(&disclosure_choices, disclosure));
    if (s->abridged)
        str_printf(&text, "%s ", _("略"));
    str_add(&text, s->at);
    block->side = panel_keep(lay, &text);
    block->masked = disclosure == DISCLOSURE_CLOSED && !session->revealed;
    panel_lines(lay, &s->points,
                minutes_statement_level(&session->frame.s, session->frame.style, stop->item, s),
                lay->panel->cols - 3, &block->lines);
    str_release(&text);
}

static void lay_statements(struct lay *lay, const struct stop *stop)
{
    lay->panel->blocks =
        arena_take(&lay->panel->arena, stop->item->statements.n * sizeof *lay->panel->blocks);
    if (!lay->panel->blocks) {
        lay->status = err_memory(lay->err);
        return;
    }
    for (size_t i = 0; i < stop->item->statements.n && !lay->status; i++)
        if (session_shows(lay->session, &stop->item->statements.v[i]))
            lay_statement(lay, stop, &stop->item->statements.v[i]);
}

/* ---- the decision --------------------------------------------------------------------------------- */

/* "112-1-01 資訊處 7/31 前", one after another. */
static void add_tracked(const struct session *session, const struct item *item, struct str *out)
{
    const struct snapshot *s = &session->frame.s;

    for (size_t i = 0; item->key && i < s->resolutions.n; i++) {
        const struct resolution *r = &s->resolutions.v[i];
        struct date due;

        if (!text_same(r->meeting, s->meeting.key) || !text_same(r->item, item->key))
            continue;
        str_printf(out, "%s%s", out->len_bytes ? _("；") : "", r->key);
        for (size_t k = 0; k < r->units.n; k++)
            str_printf(out, "%s%s", k ? _("、") : " ", r->units.v[k].name);
        if (r->due && date_parse_iso(r->due, &due)) {
            str_add_char(out, ' ');
            label_short_date(out, due);
            str_add(out, _("前"));
        }
    }
}

static void lay_decision(struct lay *lay, const struct stop *stop)
{
    const struct meeting_frame *frame = &lay->session->frame;
    const struct decision *d = item_decision(stop->item);
    const int level = minutes_points_level(&frame->s, frame->style, stop->item);
    struct str text = STR_INIT;
    struct outline line;

    panel_label_decision(lay, stop->item->section == SECTION_REPORT ? _("決定") : _("決議"));
    if (d && d->points.n) {
        panel_lines(lay, &d->points, level, lay->panel->cols - lay->panel->label_cols,
                    &lay->panel->decision.lines);
    } else if (d) {
        minutes_decision_text(&frame->s, frame->style, stop->item, &text);
        line = panel_one_line(lay, &text);
        panel_lines(lay, &line, level, lay->panel->cols - lay->panel->label_cols,
                    &lay->panel->decision.lines);
    }
    str_clear(&text);
    if (stop->item->vote.n) {
        session_vote_label(&stop->item->vote.v[0], &text);
        line = panel_one_line(lay, &text);
        lay->panel->vote.label = _("表決");
        panel_lines(lay, &line, level, lay->panel->cols - lay->panel->label_cols, &lay->panel->vote.lines);
    }
    str_clear(&text);
    add_tracked(lay->session, stop->item, &text);
    if (text.len_bytes)
        lay->panel->tracked = panel_keep(lay, &text);
    str_release(&text);
}

/* ---- the whole ------------------------------------------------------------------------------------ */

void session_panel_forget(struct session *session)
{
    arena_release(&session->panel.arena);
    session->panel = (struct panel){.arena = ARENA_INIT};
}

static void lay_title(struct lay *lay, const struct stop *stop)
{
    const struct meeting_frame *frame = &lay->session->frame;
    struct str title = STR_INIT;

    if (stop->item->title || stop->about) {
        minutes_section_name(&frame->s, frame->style, stop->item->section, &title);
        str_add_char(&title, ' ');
    }
    session_stop_label(lay->session, stop, &title);
    if (!stop->about && stop->item->unit)
        str_printf(&title, _("（%s）"), stop->item->unit);
    lay->panel->title = panel_keep(lay, &title);
    str_release(&title);
}

enum status session_panel(struct session *session, int cols, struct err *err)
{
    struct lay lay = {.session = session, .panel = &session->panel, .err = err, .status = STATUS_OK};
    const struct stop *stop = session_stop(session);

    if (session->panel.known && session->panel.cols == cols)
        return STATUS_OK;
    session_panel_forget(session);
    session->panel.cols = cols;
    session->panel.title = "";
    if (!stop)
        return STATUS_OK;
    lay_title(&lay, stop);
    if (stop->about)
        panel_resolution(&lay, stop);
    else
        lay_item(&lay, stop->item);
    if (!lay.status)
        lay_statements(&lay, stop);
    if (stop->about)
        panel_ruling(&lay, stop);
    else if (!lay.status)
        lay_decision(&lay, stop);
    session->panel.known = !lay.status;
    return lay.status;
}
