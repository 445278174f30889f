/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search: as it is typed, over everything the committee ever wrote; Enter goes there.
 */
#include "core/cycle/search.h"

#include "tui/screens/committee/members.h"
#include "tui/screens/screens.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/line.h"
#include "tui/widgets/list.h"

#include <stdlib.h>
#include <string.h>

enum { HITS_MAX = 1000, BEFORE_BYTES = 30 };

struct finder {
    struct screen screen;
    struct search search;
    struct line_edit line;
    size_t hits[HITS_MAX];
    size_t n, total;
    struct str first; /* the first word, folded: excerpts begin near it */
    struct list_view list;
};

static void find(struct finder *finder)
{
    const char *text = finder->line.text.text;

    finder->total = search_find(&finder->search, text, finder->hits, HITS_MAX);
    finder->n = finder->total < HITS_MAX ? finder->total : HITS_MAX;
    str_clear(&finder->first);
    text_fold(&finder->first, text, strlen(text));
    str_splice(&finder->first, 0, strspn(finder->first.text, " "), "", 0);
    str_cut(&finder->first, strcspn(finder->first.text, " "));
    list_view_reload(&finder->list);
}

static enum status finder_load(struct app *app, struct screen *screen, struct err *err)
{
    struct finder *finder = (struct finder *)screen;
    struct search search;
    enum status status = search_load(app->db, app->committee_id, &search, err);

    if (status)
        return status;
    search_release(&finder->search);
    finder->search = search;
    find(finder);
    return STATUS_OK;
}

/* ---- the list ------------------------------------------------------------------------------------- */

enum { COLUMN_KIND, COLUMN_MEETING, COLUMN_TITLE, COLUMN_TEXT };
static const struct list_column columns[] = {
    {"", 8, 0, 0, TEXT_LEFT}, {"", 8, 0, 1, TEXT_LEFT}, {"", 14, 1, 2, TEXT_LEFT}, {"", 20, 4, 0, TEXT_LEFT}};

static size_t row_count(void *context)
{
    return ((struct finder *)context)->n;
}

static const char *kind_words(enum search_kind kind)
{
    static const char *const words[SEARCH_KINDS] = {
        [SEARCH_MEMBER] = N_("委員"),       [SEARCH_MEETING] = N_("會議"),  [SEARCH_TRACKED] = N_("列管"),
        [SEARCH_ITEM] = N_("案由"),         [SEARCH_DECISION] = N_("決議"), [SEARCH_STATEMENT] = N_("發言"),
        [SEARCH_PROGRESS] = N_("辦理情形"), [SEARCH_TABLE] = N_("表格"),
    };

    return _(words[kind]);
}

/* The text from a little before the hit. A text that folds to another one has no place to begin from. */
static void add_excerpt(const struct finder *finder, const struct search_text *text, struct str *out)
{
    const char *hit = text->folded == text->text ? strstr(text->folded, finder->first.text) : NULL;
    size_t from = hit && hit - text->text > BEFORE_BYTES ? (size_t)(hit - text->text) - BEFORE_BYTES : 0;

    if (text->closed) { /* the room looks on */
        str_add(out, _("（不公開的發言）"));
        return;
    }
    if (from) {
        from = text_cluster_before(text->text, strlen(text->text), from);
        str_add(out, "…");
    }
    str_add(out, text->text + from);
}

static void row_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct finder *finder = context;
    const struct search_text *text = &finder->search.v[finder->hits[row]];

    switch (column) {
    case COLUMN_KIND:
        str_add(out, kind_words(text->kind));
        *role = ROLE_DIM;
        break;
    case COLUMN_MEETING:
        str_add(out, text->resolution ? text->resolution : text->meeting);
        break;
    case COLUMN_TITLE:
        if (text->title)
            str_add(out, text->title);
        else if (text->kind == SEARCH_PROGRESS)
            label_meeting_key(out, text->meeting, NULL);
        break;
    default:
        add_excerpt(finder, text, out);
    }
}

static const struct list_source source = {.count = row_count, .cell = row_cell};

/* ---- going there ---------------------------------------------------------------------------------- */

static const char *why_nothing(struct app *app, struct screen *screen)
{
    struct finder *finder = (struct finder *)screen;

    (void)app;
    return finder->n ? NULL : finder->line.text.len_bytes ? _("沒有找到；少打幾個字試試") : _("請打要找的字");
}

static void run_go(struct app *app, struct screen *screen)
{
    struct finder *finder = (struct finder *)screen;
    const struct search_text *text;
    size_t row;

    if (!list_view_selected(&finder->list, &row))
        return;
    text = &finder->search.v[finder->hits[row]];
    switch (text->kind) {
    case SEARCH_MEMBER:
        (void)member_push(app, text->member_id);
        break;
    case SEARCH_TRACKED:
    case SEARCH_PROGRESS:
        if (text->meeting_id)
            (void)tracking_push(app, text->meeting_id, text->resolution);
        else
            (void)register_push(app);
        break;
    case SEARCH_STATEMENT:
    case SEARCH_DECISION:
        (void)session_push(app, text->meeting_id, text->item_id);
        break;
    case SEARCH_ITEM:
    case SEARCH_TABLE:
        if (text->item_id)
            (void)item_push(app, text->meeting_id, text->item_id);
        else if (text->meeting_id)
            (void)meeting_push(app, text->meeting_id);
        break;
    case SEARCH_MEETING:
    case SEARCH_KINDS:
        (void)meeting_push(app, text->meeting_id);
    }
}

static const struct command commands[] = {
    {"search.go", "Enter", N_("到那裡去"), N_("到那裡"), 0, why_nothing, run_go},
};

/* ---- drawing and life ----------------------------------------------------------------------------- */

static void finder_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct finder *finder = (struct finder *)screen;
    struct rect inner, row;
    struct str text = STR_INIT;
    struct pen pen;

    (void)app;
    draw_frame(rect, _("搜尋"), true, &inner);
    draw_blank(inner, ROLE_TEXT);
    pen = pen_at(inner, 0);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, ROLE_HEADING, _("找什麼："));
    row = (struct rect){pen.x, inner.y, inner.cols - (pen.x - inner.x) - 14, 1};
    if (finder->total)
        str_printf(&text, _("%zu 筆"), finder->total);
    pen.x = row.x + row.cols;
    pen.left_cols = inner.x + inner.cols - pen.x;
    pen_field(&pen, ROLE_DIM, text.text, pen.left_cols - 1, TEXT_RIGHT);
    line_draw(&finder->line, row, ROLE_INPUT_FOCUS, true);
    inner.y += 2;
    inner.rows -= 2;
    if (inner.rows > 0)
        list_view_draw(&finder->list, inner, true);
    str_release(&text);
}

static bool finder_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct finder *finder = (struct finder *)screen;
    const bool ends = key_is(key, KEYC_HOME) || key_is(key, KEYC_END);
    enum line_result result;

    (void)app;
    if (!ends && list_view_key(&finder->list, key))
        return true;
    result = line_key(&finder->line, key);
    if (result == LINE_CHANGED) {
        list_view_select(&finder->list, 0);
        find(finder);
        list_view_select(&finder->list, 0);
    }
    return result != LINE_IGNORED;
}

static bool finder_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    (void)screen;
    return true;
}

static void finder_close(struct app *app, struct screen *screen)
{
    struct finder *finder = (struct finder *)screen;

    (void)app;
    search_release(&finder->search);
    line_release(&finder->line);
    str_release(&finder->first);
    free(finder);
}

static const struct screen_ops finder_ops = {.name = "search",
                                             .title = N_("搜尋"),
                                             .commands = COMMANDS(commands),
                                             .open = finder_load,
                                             .reload = finder_load,
                                             .draw = finder_draw,
                                             .key = finder_key,
                                             .typing = finder_typing,
                                             .close = finder_close};

bool search_push(struct app *app)
{
    struct finder *finder = calloc(1, sizeof *finder);
    struct err err = {0};

    if (!finder) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    finder->screen.ops = &finder_ops;
    line_init(&finder->line);
    str_init(&finder->first);
    list_view_init(&finder->list, columns, (int)(sizeof columns / sizeof *columns), &source, finder);
    finder->list.no_heading = true;
    finder->list.empty = N_("案由、發言、決議、列管、辦理情形、表格與委員都找得到；空一格可以再加一個詞。");
    return app_push(app, &finder->screen);
}
