/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms that units filled in, read from files, and what they would change in words.
 */
#include "core/base/text.h"
#include "tui/file.h"
#include "tui/forms.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/editor/numbering.h"
#include "tui/widgets/editor/paste.h"
#include "tui/words.h"

#include <string.h>

enum { FILE_MIB = 64 };

/* ---- a cell as paragraphs, as if it had been pasted ----------------------------------------------- */

static enum status add_paragraph(struct outline *out, const struct para_look *look, const struct piece *piece,
                                 struct arena *arena, struct err *err)
{
    struct node *node = &out->v[out->n];

    entity_defaults(&node_entity, node);
    node->level = look->level;
    node->plain = look->plain;
    node->text = arena_text(arena, piece->text, piece->len_bytes);
    out->n++;
    return node->text ? STATUS_OK : err_memory(err);
}

enum status forms_outline(const char *text, struct arena *arena, struct outline *out, struct err *err)
{
    const struct paste_where where = {.look = {.level = 0}, .levels = OUTLINE_LEVELS, .numbers = true};
    struct pasted pasted = {.text = STR_INIT};
    struct pieces pieces;
    struct piece piece;
    enum status status = STATUS_OK;

    *out = (struct outline){NULL, 0};
    if (!paste_outline(&pasted, text, strlen(text), &where) || str_failed(&pasted.text))
        status = err_memory(err);
    if (!status) {
        out->v = arena_take(arena,
                            (fragment_breaks(pasted.text.text, pasted.text.len_bytes) + 1) * sizeof *out->v);
        status = out->v ? STATUS_OK : err_memory(err);
    }
    pieces = fragment_pieces(pasted.text.text, pasted.text.len_bytes);
    while (!status && fragment_next(&pieces, &piece))
        status = add_paragraph(out, piece.begins ? &piece.look : &pasted.first, &piece, arena, err);
    str_release(&pasted.text);
    return status;
}

/* ---- a file --------------------------------------------------------------------------------------- */

/* TEXT as the form NAME, in UTF-8, or in Big5 where it makes a form so. */
static enum status read_text(const char *name, const struct str *text, struct arena *arena, struct form *form,
                             bool *big5, struct err *err)
{
    struct err other = {0};
    struct csv csv;
    enum status status = csv_read(name, text->text, text->len_bytes, arena, &csv, err);

    if (!status)
        return form_read(name, &csv, arena, form, err);
    if (err->code != CODE_CSV_ENCODING)
        return status;
    if (csv_read_big5(name, text->text, text->len_bytes, arena, &csv, &other) ||
        form_read(name, &csv, arena, form, &other))
        return status;
    *big5 = true;
    return STATUS_OK;
}

enum status forms_read(const char *path, struct arena *arena, struct form *out, bool *big5, struct err *err)
{
    struct str text = STR_INIT, shown = STR_INIT;
    const char *name;
    enum status status = file_read(path, (size_t)FILE_MIB << 20, &text, err);

    *big5 = false;
    text_show(&shown, path, strlen(path)); /* a file may be called anything */
    name = arena_text(arena, shown.text, shown.len_bytes);
    if (!status && (str_failed(&shown) || !name))
        status = err_memory(err);
    if (!status)
        status = read_text(name, &text, arena, out, big5, err);
    str_release(&text);
    str_release(&shown);
    return status;
}

/* ---- what would change ---------------------------------------------------------------------------- */

static void add_lines(struct str *out, const char *mark, const struct outline *outline)
{
    struct str text = STR_INIT;

    form_outline(&text, outline);
    for (const char *line = text.text; *line;) {
        const size_t n = strcspn(line, "\n");

        str_printf(out, "    %s ", mark);
        text_show(out, line, n);
        str_add(out, "\n");
        line += n + (line[n] == '\n');
    }
    out->failed = out->failed || text.failed;
    str_release(&text);
}

static void add_recommendation(struct str *out, const char *mark, int ruling)
{
    if (ruling != UNKNOWN)
        str_printf(out, _("    %s 建議：%s\n"), mark, label_choice(&ruling_choices, ruling));
}

void forms_change_words(struct str *out, const struct collected *one)
{
    str_printf(out, "%s  %s  %s\n", one->resolution->key, one->report.unit,
               one->old ? _("修改回報") : _("新回報"));
    if (one->old) {
        add_lines(out, "-", &one->old->progress);
        add_recommendation(out, "-", one->old->recommendation);
    }
    add_lines(out, "+", &one->report.progress);
    add_recommendation(out, "+", one->report.recommendation);
}
