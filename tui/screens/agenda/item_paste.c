/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables from outside: pasted from a spreadsheet, read from a CSV file.
 */
#include "tui/file.h"
#include "tui/screens/agenda/item.h"
#include "tui/widgets/editor/paste.h"

#include <string.h>

enum { CSV_BYTES = 4 << 20 };

bool paste_is_table(const char *text, size_t len_bytes)
{
    while (len_bytes && (text[len_bytes - 1] == '\n' || text[len_bytes - 1] == '\r'))
        len_bytes--;
    return memchr(text, '\t', len_bytes) || memchr(text, '\n', len_bytes) || memchr(text, '\r', len_bytes);
}

/* A cell may still hold what only parts cells elsewhere: a tab between quotation marks or in a CSV file
 * becomes a blank, a word processor's line end within a paragraph a line feed. */
static enum status clean_cells(struct grid_text *cells, struct arena *arena, struct err *err)
{
    for (int i = 0; i < cells->lines * cells->columns; i++) {
        char *copy;

        if (!strpbrk(cells->v[i], "\t\v"))
            continue;
        copy = arena_text(arena, cells->v[i], strlen(cells->v[i]));
        if (!copy)
            return err_memory(err);
        for (char *p = strpbrk(copy, "\t\v"); p; p = strpbrk(p, "\t\v"))
            *p = *p == '\t' ? ' ' : '\n';
        cells->v[i] = copy;
    }
    return STATUS_OK;
}

bool paste_cells(struct app *app, const char *text, size_t len_bytes, char separator, struct arena *arena,
                 struct grid_text *out)
{
    struct str clean = STR_INIT;
    struct err err = {0};
    enum status status = STATUS_OK;

    paste_clean(&clean, text, len_bytes, true);
    if (str_failed(&clean))
        status = err_memory(&err);
    if (!status)
        status = grid_text_read(clean.text, clean.len_bytes, separator, arena, out, &err);
    if (!status)
        status = clean_cells(out, arena, &err);
    str_release(&clean);
    if (status)
        app_error(app, &err);
    else if (out->lines == 0)
        app_message(app, ROLE_WARN, "%s", _("沒有內容可以貼上"));
    return !status && out->lines > 0;
}

bool item_table_add(struct item_frame *f, struct grid *grid, int64_t *table_id)
{
    struct app *app = f->app;
    struct item wanted = *f->item;
    struct arena arena = ARENA_INIT;
    struct str caption = STR_INIT;
    struct grid *v = arena_take(&arena, (wanted.tables.n + 1) * sizeof *v);
    struct err err = {0};
    bool stored = false;

    if (!v) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    /* Esc leaves the caption out; what was pasted is kept */
    if (app_input(app, _("表的標題"), _("例如 表1　各單位開放情形；可以留空"), &caption, NULL, NULL) &&
        caption.len_bytes)
        grid->caption = caption.text;
    if (wanted.tables.n)
        memcpy(v, wanted.tables.v, wanted.tables.n * sizeof *v);
    v[wanted.tables.n] = *grid;
    wanted.tables.v = v;
    wanted.tables.n++;
    stored = item_store(f, &wanted, _("新增附表"), NULL) == STATUS_OK;
    if (stored && table_id)
        *table_id = f->item->tables.n ? f->item->tables.v[f->item->tables.n - 1].row.id : 0;
    str_release(&caption);
    arena_release(&arena);
    return stored;
}

bool item_table_paste(struct item_frame *f, const char *text, size_t len_bytes, char separator,
                      int64_t *table_id)
{
    struct arena arena = ARENA_INIT;
    struct grid_text cells;
    struct grid grid;
    struct err err = {0};
    bool added = false;

    if (paste_cells(f->app, text, len_bytes, separator, &arena, &cells)) {
        if (grid_of_text(&cells, &arena, &grid, &err))
            app_error(f->app, &err);
        else
            added = item_table_add(f, &grid, table_id);
    }
    arena_release(&arena);
    return added;
}

/* A file that was saved with tabs is read as such, whatever it is called. */
static char separator_of(const char *text)
{
    return memchr(text, '\t', strcspn(text, "\n")) ? '\t' : ',';
}

bool item_table_import(struct item_frame *f, int64_t *table_id)
{
    static const char bom[] = "\xef\xbb\xbf";
    struct str typed = STR_INIT, path = STR_INIT, text = STR_INIT;
    struct err err = {0};
    bool added = false;

    while (app_input(f->app, _("從 CSV 檔匯入"), _("檔案的路徑，例如 ~/文件/統計.csv"), &typed, NULL, NULL) &&
           typed.len_bytes) {
        size_t skip;

        str_clear(&path);
        str_clear(&text);
        file_typed_path(typed.text, &path);
        if (file_read(path.text, CSV_BYTES, &text, &err)) {
            app_error(f->app, &err); /* and ask again, with what was typed */
            continue;
        }
        skip = strncmp(text.text, bom, 3) == 0 ? 3 : 0;
        if (text_invalid_at(text.text, text.len_bytes) < text.len_bytes)
            app_message(f->app, ROLE_BAD, "%s",
                        _("這個檔案不是 UTF-8；請在試算表另存新檔，類型選「CSV UTF-8」"));
        else
            added = item_table_paste(f, text.text + skip, text.len_bytes - skip, separator_of(text.text),
                                     table_id);
        break;
    }
    str_release(&typed);
    str_release(&path);
    str_release(&text);
    return added;
}
