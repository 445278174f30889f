/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An item as it is drawn: its form, and below it the whole of what the field at the cursor holds.
 */
#include "core/paper/minutes.h"
#include "tui/screens/agenda/item.h"
#include "tui/screens/shared/label.h"
#include "tui/terminal/layout.h"
#include "tui/widgets/editor/outline_lines.h"

#include <string.h>

/* The lines of a preview as they are gone through: those before TOP are counted, the others drawn while there
 * is room. */
struct preview {
    struct rect rect;
    size_t top, n;
};

/* The pen of the next line; false: it is out of sight. */
static bool next_line(struct preview *preview, struct pen *pen)
{
    size_t at = preview->n++;

    if (at < preview->top || at - preview->top >= (size_t)preview->rect.rows)
        return false;
    *pen = pen_at(preview->rect, (int)(at - preview->top));
    return true;
}

static void put_line(struct preview *preview, enum role role, const char *text, size_t len_bytes)
{
    struct pen pen;

    if (!next_line(preview, &pen))
        return;
    pen_bytes(&pen, role, text, len_bytes);
    pen_fill(&pen, ROLE_TEXT);
}

static void put_outline(struct preview *preview, const struct item_screen *item, const char *name,
                        const struct outline *outline)
{
    const struct meeting_frame *frame = &item->base.frame;
    const struct numbering numbering =
        frame_numbering(frame, minutes_points_level(&frame->s, frame->style, item->base.item));
    struct outline_lines lines = {NULL, 0};
    struct arena arena = ARENA_INIT;
    struct err err = {0};

    if (name && outline->n)
        put_line(preview, ROLE_HEADING, name, strlen(name));
    if (!outline_lines(outline, &numbering, preview->rect.cols, draw_widths(), &arena, &lines, &err))
        for (size_t i = 0; i < lines.n; i++) {
            struct pen pen;

            if (!next_line(preview, &pen))
                continue;
            outline_line_draw(&pen, &lines.v[i], ROLE_TEXT);
            pen_fill(&pen, ROLE_TEXT);
        }
    arena_release(&arena);
}

static void put_text(struct preview *preview, const char *text)
{
    while (*text) {
        size_t n = strcspn(text, "\n");

        put_line(preview, ROLE_TEXT, text, n);
        text += n + (text[n] == '\n');
    }
}

static void put_tables(struct preview *preview, const struct item_screen *item)
{
    const struct item *it = item->base.item;

    for (size_t i = 0; i < it->tables.n; i++) {
        struct str text = STR_INIT;

        item_table_text(&item->base.frame, &it->tables.v[i], preview->rect.cols, &text);
        put_text(preview, text.text);
        str_release(&text);
    }
}

static void put_attachments(struct preview *preview, const struct item *item)
{
    for (size_t i = 0; i < item->attachments.n; i++) {
        const struct attachment *a = &item->attachments.v[i];
        struct str text = STR_INIT;

        str_add(&text, a->label);
        str_add(&text, a->label ? _("　") : "");
        str_add(&text, a->title);
        if (a->file)
            str_printf(&text, _("　〔%s〕"), a->file);
        put_line(preview, ROLE_TEXT, text.text, text.len_bytes);
        str_release(&text);
    }
}

static void put_people(struct preview *preview, const struct snapshot *s, const struct named *v, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct seat *seat = v[i].person.member ? meeting_seat(&s->meeting, v[i].person.member) : NULL;
        struct str text = STR_INIT;

        label_person(&text, &s->members, &v[i].person);
        if (seat)
            str_printf(&text, _("　%s %s%s"), label_choice(&member_kind_choices, seat->kind),
                       seat->unit ? seat->unit : "", seat->title ? seat->title : "");
        put_line(preview, ROLE_TEXT, text.text, text.len_bytes);
        str_release(&text);
    }
}

/* The matter in full, which the form's one line cuts. */
static void put_title(struct preview *preview, const char *title)
{
    size_t at = 0, end, next, len = title ? strlen(title) : 0;

    while (text_line(title, len, at, preview->rect.cols, draw_widths(), &end, &next)) {
        put_line(preview, ROLE_TEXT, title + at, end - at);
        at = next;
    }
}

static void put_all(struct preview *preview, const struct item_screen *item, const char *name)
{
    const struct item *it = item->base.item;
    const struct snapshot *s = &item->base.frame.s;

    if (strcmp(name, "explanation") == 0)
        put_outline(preview, item, NULL, &it->explanation);
    else if (strcmp(name, "proposal") == 0)
        put_outline(preview, item, NULL, &it->proposal);
    else if (strcmp(name, "tables") == 0)
        put_tables(preview, item);
    else if (strcmp(name, "attachments") == 0)
        put_attachments(preview, it);
    else if (strcmp(name, "recused") == 0)
        put_people(preview, s, it->recused.v, it->recused.n);
    else if (strcmp(name, "seconders") == 0)
        put_people(preview, s, it->seconders.v, it->seconders.n);
    else {
        put_title(preview, it->title);
        put_outline(preview, item, _("說明"), &it->explanation);
        put_outline(preview, item, _("擬辦"), &it->proposal);
    }
}

static const char *preview_title(const struct form_field *field)
{
    return field && field->kind == FORM_OPEN ? _(field->label) : _("預覽");
}

static const char *empty_words(const struct form_field *field)
{
    if (strcmp(field->name, "tables") == 0)
        return _("沒有附表。在試算表選取並複製，再到這裡貼上；第一列就是表頭。");
    if (strcmp(field->name, "recused") == 0)
        return _("沒有人迴避。");
    return _("還沒有內容，按 Enter 填寫。");
}

static void draw_preview(struct item_screen *item, struct rect rect)
{
    const struct form_field *field = form_field(&item->form);
    struct preview preview;
    struct rect inner;

    draw_frame(rect, preview_title(field), false, &inner);
    draw_blank(inner, ROLE_TEXT);
    if (!field || inner.rows < 1)
        return;
    item->preview_rows = (size_t)inner.rows;
    for (int pass = 0; pass < 2; pass++) { /* once more where it was scrolled beyond the end */
        size_t most;

        preview = (struct preview){layout_inset(inner, 1, 0), item->preview_top, 0};
        put_all(&preview, item, field->name);
        most = preview.n > item->preview_rows ? preview.n - item->preview_rows : 0;
        if (item->preview_top <= most)
            break;
        item->preview_top = most;
        draw_blank(inner, ROLE_TEXT);
    }
    if (preview.n == 0 && field->kind == FORM_OPEN)
        put_line(&preview, ROLE_DIM, empty_words(field), strlen(empty_words(field)));
}

void item_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct item_screen *item = (struct item_screen *)screen;
    int fields = (int)item_n_fields;
    struct rect boxes[2], inner;

    rect = frame_draw(app, &item->base.frame, rect);
    draw_blank(rect, ROLE_TEXT);
    for (size_t i = 0; i < item_n_fields; i++)
        fields -= item_source.hidden(item, &item_fields[i]);
    layout_rows(rect, (const struct layout_part[]){{7, fields + 4, 2, 0}, {4, 0, 1, 1}}, 2, boxes);
    draw_frame(boxes[0], _("案由"), true, &inner);
    if (boxes[1].rows > 2)
        draw_preview(item, boxes[1]);
    form_draw(&item->form, inner, true); /* last: its picker lies over the preview */
}
