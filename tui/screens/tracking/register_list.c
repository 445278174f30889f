/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of the register. Reads only what the register has chosen.
 */
#include "tui/screens/tracking/register.h"

#include "tui/cli/sentence.h"

enum { BAR_CELLS = 8, BAR_DAYS = 90 }; /* a cell of the bar is a quarter of a year */

enum {
    COLUMN_KEY,
    COLUMN_TEXT,
    COLUMN_SOURCE,
    COLUMN_UNIT,
    COLUMN_DUE,
    COLUMN_ROUNDS,
    COLUMN_STATE,
    COLUMN_DAYS,
    COLUMN_BAR
};
static const struct list_column columns[] = {
    {.heading = N_("案號"), .cols = 9},
    {.heading = N_("裁示事項"), .cols = 16, .weight = 4},
    {.heading = N_("來源"), .cols = 14, .weight = 1, .fold = 4},
    {.heading = N_("主辦／協辦"), .cols = 10, .weight = 1, .fold = 2},
    {.heading = N_("期限"), .cols = 9},
    {.heading = N_("次"), .cols = 2, .align = TEXT_RIGHT, .fold = 3},
    {.heading = N_("狀態"), .cols = 8},
    {.heading = N_("日數"), .cols = 5, .align = TEXT_RIGHT},
    {.heading = N_("經過"), .cols = BAR_CELLS, .fold = 1},
};

static size_t count(void *context)
{
    return ((struct tracked_register *)context)->n_shown;
}

static int64_t row_id(void *context, size_t row)
{
    return ((struct tracked_register *)context)->shown[row]->row.id;
}

/* The blocks are two wide on some terminals: the bar is as long all the same. */
static void add_bar(int days, struct str *out)
{
    static const char block[] = "█";
    const int wide = text_cols(block, sizeof block - 1, draw_widths());
    const int cells = days < 0 ? 0 : 1 + days / BAR_DAYS;

    str_add_repeat(out, block, (cells > BAR_CELLS ? BAR_CELLS : cells) / (wide > 0 ? wide : 1));
}

static void cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct tracked_register *reg = context;
    const struct resolution *r = reg->shown[row];
    const int days = resolution_open(r) ? tracking_days(r, &reg->data.meetings, reg->today) : -1;
    const bool overdue = resolution_overdue(r, reg->today_iso);
    const char *due = resolution_due(r);
    struct date date;

    switch (column) {
    case COLUMN_KEY:
        str_add(out, r->key);
        break;
    case COLUMN_TEXT:
        str_add(out, r->instruction.n ? r->instruction.v[0].text : NULL);
        break;
    case COLUMN_SOURCE:
        str_add(out, r->meeting ? r->meeting : r->source_text);
        if (r->ref)
            str_printf(out, " %s", r->ref);
        break;
    case COLUMN_UNIT:
        tracking_units(out, r->units.v, r->units.n);
        if (r->assisting.n) {
            str_add(out, _("／"));
            tracking_units(out, r->assisting.v, r->assisting.n);
        }
        break;
    case COLUMN_DUE:
        if (due && date_parse_iso(due, &date))
            moment_format(out, "{Y}/{mm}/{dd}", (struct moment){date, -1});
        *role = overdue ? ROLE_BAD : ROLE_TEXT;
        break;
    case COLUMN_ROUNDS:
        str_printf(out, "%zu", r->rounds.n);
        break;
    case COLUMN_STATE:
        str_add(out, track_state_words(r, reg->today_iso));
        *role = overdue ? ROLE_BAD : resolution_open(r) ? ROLE_TEXT : ROLE_DIM;
        break;
    case COLUMN_DAYS:
        if (days >= 0)
            str_printf(out, "%d", days);
        break;
    default:
        add_bar(days, out);
        *role = overdue ? ROLE_BAD : ROLE_GOOD;
    }
}

static const struct list_source source = {.count = count, .cell = cell, .id = row_id};

void register_list_init(struct tracked_register *reg)
{
    list_view_init(&reg->list, columns, sizeof columns / sizeof *columns, &source, reg);
    reg->list.empty = N_("這個篩選之下沒有列管案：Tab 換篩選，x 清除，n 輸入建檔前的舊案");
}
