/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roster's rows in words.
 */
#include "tui/screens/committee/roster.h"

#include "tui/screens/shared/label.h"

enum { COLUMN_SEAT, COLUMN_NAME, COLUMN_KIND, COLUMN_GENDER, COLUMN_POST, COLUMN_TERM, COLUMN_FROM_TO };
const struct list_column roster_columns[] = {
    {N_("席"), 3, 0, 0, TEXT_RIGHT},       {N_("姓名"), 10, 2, 0, TEXT_LEFT},
    {N_("身分"), 8, 0, 0, TEXT_LEFT},      {N_("性別"), 4, 0, 2, TEXT_LEFT},
    {N_("單位職稱"), 16, 4, 1, TEXT_LEFT}, {N_("任次"), 4, 0, 3, TEXT_RIGHT},
    {N_("任期"), 19, 0, 4, TEXT_LEFT},
};

const int roster_n_columns = sizeof roster_columns / sizeof *roster_columns;

static size_t row_count(void *context)
{
    return ((struct roster *)context)->n;
}

static int64_t row_id(void *context, size_t row)
{
    return ((struct roster *)context)->rows[row].member->row.id;
}

static void add_day(struct str *out, const char *iso)
{
    struct moment moment = {.minutes = -1};

    if (iso && date_parse_iso(iso, &moment.date))
        moment_format(out, "{Y}/{mm}/{dd}", moment);
}

static void row_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct roster_row *r = &((struct roster *)context)->rows[row];
    const struct appointment *a = r->appointment;

    if (!r->seat)
        *role = ROLE_DIM;
    switch (column) {
    case COLUMN_SEAT:
        if (r->seat)
            str_printf(out, "%d", r->seat);
        break;
    case COLUMN_NAME:
        str_add(out, r->member->surname);
        str_add(out, r->member->given);
        break;
    case COLUMN_KIND:
        if (a && a->kind == UNKNOWN && a->role != MEMBER_CONVENER) {
            str_add(out, _("未填"));
            *role = ROLE_WARN;
        } else if (a) {
            str_add(out, a->role == MEMBER_CONVENER ? label_choice(&member_role_choices, a->role)
                                                    : label_choice(&member_kind_choices, a->kind));
        }
        break;
    case COLUMN_GENDER:
        str_add(out, label_choice(&gender_choices, r->member->gender));
        break;
    case COLUMN_POST:
        str_add(out, a ? a->unit : NULL);
        str_add(out, a ? a->title : NULL);
        break;
    case COLUMN_TERM:
        if (a && a->term != UNKNOWN)
            str_printf(out, "%d", a->term);
        break;
    default:
        if (a && (a->from || a->to)) {
            add_day(out, a->from);
            str_add(out, "–");
            add_day(out, a->to);
        }
    }
}

const struct list_source roster_source = {.count = row_count, .cell = row_cell, .id = row_id};
