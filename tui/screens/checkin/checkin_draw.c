/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of seats, and the quorum below it. All figures are core's.
 */
#include "tui/screens/checkin/checkin.h"

#include "tui/screens/shared/label.h"

#include <string.h>

enum { COL_SEAT, COL_NAME, COL_KIND, COL_POST, COL_STATUS, COL_DELEGATE, COL_IN, COL_OUT, COL_REPLY };

/* English says the same in longer words, and posts are Chinese all the same. */
#define COLUMNS(kind_cols, post_cols, status_cols, delegate_cols, reply_cols)                       \
    {                                                                                               \
        {N_("席"), 2, 0, 0, TEXT_RIGHT}, {N_("姓名"), 8, 1, 0, TEXT_LEFT},                          \
            {N_("類別"), kind_cols, 0, 0, TEXT_LEFT}, {N_("單位職稱"), post_cols, 3, 2, TEXT_LEFT}, \
            {N_("狀態"), status_cols, 0, 0, TEXT_LEFT},                                             \
            {N_("代理人、備註"), delegate_cols, 2, 1, TEXT_LEFT}, {N_("到"), 5, 0, 0, TEXT_LEFT},   \
            {N_("離"), 5, 0, 0, TEXT_LEFT}, {N_("回復"), reply_cols, 0, 0, TEXT_LEFT},              \
    }
static const struct list_column columns[] = COLUMNS(6, 14, 6, 12, 4),
                                english_columns[] = COLUMNS(8, 13, 8, 10, 8);

/* ---- rows ----------------------------------------------------------------------------------------- */

static size_t row_count(void *context)
{
    return ((struct checkin *)context)->frame.s.meeting.composition.n;
}

/* Seats are told apart by member: a composition that is not frozen has no rows of its own. */
static int64_t row_id(void *context, size_t row)
{
    const struct checkin *c = context;
    const struct member *member =
        member_find(&c->frame.s.members, c->frame.s.meeting.composition.v[row].member);

    return member ? member->row.id : -(int64_t)row;
}

static void kind_cell(const struct seat *seat, struct str *out)
{
    if (seat->role == MEMBER_CONVENER)
        str_add(out, _("召集人"));
    else
        str_add(out, seat->kind == KIND_AGENCY  ? _("機關")
                     : seat->kind == KIND_CIVIL ? _("民間")
                                                : _("未填"));
}

static void status_cell(const struct checkin *c, size_t row, const struct attendance *a, struct str *out,
                        enum role *role)
{
    const struct seat_presence *now = &c->seats[row];

    if (a->status == UNKNOWN) {
        str_add(out, _("未報到"));
        *role = ROLE_DIM;
    } else if (seat_came(a) && !now->in_person && !now->delegate) {
        str_add(out, seat_gone(a) ? _("離席") : _("未到"));
        *role = ROLE_WARN;
    } else if (now->delegate) {
        str_add(out, _("代理"));
        *role = ROLE_GOOD;
    } else if (now->in_person) {
        str_add(out, a->online ? _("視訊") : _("出席"));
        *role = ROLE_GOOD;
    } else {
        str_add(out, label_choice(&presence_choices, a->status));
    }
}

static void add_note(struct str *out, const char *text)
{
    if (!text || !*text)
        return;
    str_add(out, out->len_bytes ? _("、") : "");
    str_add(out, text);
}

/* Who stands in, and what else there is to know of the seat. */
static void note_cell(const struct checkin *c, size_t row, const struct attendance *a, struct str *out,
                      enum role *role)
{
    const struct meeting *m = &c->frame.s.meeting;
    const struct seat *seat = &m->composition.v[row];
    const struct person *delegate = c->seats[row].delegate;
    struct person shown;

    if (!delegate &&
        (a->status == PRESENCE_DELEGATE || (a->status == UNKNOWN && a->reply == PRESENCE_DELEGATE)))
        delegate = &a->delegate;
    if (delegate && person_none(delegate)) {
        str_add(out, _("未填代理人"));
        *role = ROLE_WARN;
    } else if (delegate) {
        shown = *delegate;
        if (text_same(shown.unit, seat->unit)) /* his own unit goes without saying */
            shown.unit = NULL;
        label_person(out, &c->frame.s.members, person_none(&shown) ? delegate : &shown);
    }
    if (a->online && c->seats[row].delegate)
        add_note(out, _("視訊"));
    if (text_same(m->acting.member, a->member))
        add_note(out, _("代理主席"));
    if (m->acting.member && text_same(m->chair.member, a->member)) {
        struct str who = STR_INIT, text = STR_INIT;

        label_member(&who, &c->frame.s.members, m->acting.member);
        str_printf(&text, _("指定 %s 代理主席"), who.text);
        add_note(out, text.text);
        str_release(&who);
        str_release(&text);
    }
    if (a->disclosure == DISCLOSURE_ANONYMOUS || a->disclosure == DISCLOSURE_CLOSED)
        add_note(out, a->disclosure == DISCLOSURE_CLOSED ? _("發言不公開") : _("發言不記名"));
}

static void row_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    struct checkin *c = context;
    const struct seat *seat = &c->frame.s.meeting.composition.v[row];
    const struct attendance a = seat_attendance(&c->frame.s, seat->member);

    switch (column) {
    case COL_SEAT:
        str_printf(out, "%d", seat->seat != UNKNOWN ? seat->seat : (int)row + 1);
        break;
    case COL_NAME:
        label_member(out, &c->frame.s.members, seat->member);
        break;
    case COL_KIND:
        kind_cell(seat, out);
        break;
    case COL_POST:
        str_add(out, seat->unit);
        str_add(out, seat->title);
        break;
    case COL_STATUS:
        status_cell(c, row, &a, out, role);
        break;
    case COL_DELEGATE:
        note_cell(c, row, &a, out, role);
        break;
    case COL_IN:
        str_add(out, a.stays.n ? a.stays.v[0].in : NULL);
        break;
    case COL_OUT:
        str_add(out, a.stays.n ? a.stays.v[a.stays.n - 1].out : NULL);
        break;
    default:
        *role = ROLE_DIM;
        str_add(out, label_choice(&presence_choices, a.reply));
    }
}

static const struct list_source source = {.count = row_count, .cell = row_cell, .id = row_id};

void checkin_list_init(struct checkin *c)
{
    list_view_init(&c->list, words_english() ? english_columns : columns,
                   (int)(sizeof columns / sizeof *columns), &source, c);
    c->list.empty = N_("開會當日沒有在任委員。請先在首頁按 m 建立委員名冊。");
}

/* ---- below the table ------------------------------------------------------------------------------ */

static void stays_label(struct str *out, const struct checkin *c, const struct attendance *a)
{
    for (size_t i = 0; i < a->stays.n; i++) {
        const struct stay *stay = &a->stays.v[i];

        str_printf(out, "%s%s–%s", i ? _("、") : "", stay->in ? stay->in : "", stay->out ? stay->out : "");
        if (person_none(&stay->delegate))
            continue;
        str_add_char(out, ' ');
        label_person(out, &c->frame.s.members, &stay->delegate);
        str_add(out, _("代理"));
    }
}

/* The seat at the cursor in full, for what its columns have no room for. */
static void draw_detail(struct checkin *c, struct rect rect, int row)
{
    const struct seat *seat = checkin_seat(c);
    struct pen pen = pen_at(rect, row);
    struct str text = STR_INIT, notes = STR_INIT;
    enum role role = ROLE_DIM;
    struct attendance a;

    if (seat) {
        a = seat_attendance(&c->frame.s, seat->member);
        label_member(&text, &c->frame.s.members, seat->member);
        str_printf(&text, "  %s%s", seat->unit ? seat->unit : "", seat->title ? seat->title : "");
        note_cell(c, (size_t)(seat - c->frame.s.meeting.composition.v), &a, &notes, &role);
        if (notes.len_bytes)
            str_printf(&text, "  %s", notes.text);
        if (a.stays.n) {
            str_add(&text, "  ");
            stays_label(&text, c, &a);
        }
    }
    pen_skip(&pen, ROLE_HEADING, 1);
    pen_text(&pen, ROLE_HEADING, text.text);
    pen_fill(&pen, ROLE_HEADING);
    str_release(&text);
    str_release(&notes);
}

static void draw_quorum(struct checkin *c, const struct quorum *q, struct rect rect, int row)
{
    const bool wide = rect.cols >= 84;
    struct pen pen = pen_at(rect, row);
    struct str text = STR_INIT;
    enum role role = ROLE_TEXT;

    quorum_label(&text, q, c->frame.s.rule, wide ? "   " : " ", !wide);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen,
             q->verdict == QUORUM_NOT_MET      ? ROLE_BAD
             : q->doubt == DOUBT_NO_ATTENDANCE ? ROLE_DIM
                                               : ROLE_TEXT,
             text.text);
    pen_skip(&pen, ROLE_TEXT, wide ? 3 : 1);
    str_clear(&text);
    verdict_label(&text, &c->frame, q, &role);
    pen_text(&pen, role, text.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

static int unrecorded(const struct checkin *c)
{
    int n = 0;

    for (size_t i = 0; i < c->frame.s.meeting.composition.n; i++)
        n += seat_attendance(&c->frame.s, c->frame.s.meeting.composition.v[i].member).status == UNKNOWN;
    return n;
}

static int unreplied(const struct checkin *c)
{
    int n = 0;

    for (size_t i = 0; i < c->frame.s.meeting.composition.n; i++)
        n += seat_attendance(&c->frame.s, c->frame.s.meeting.composition.v[i].member).reply == UNKNOWN;
    return n;
}

/* Before anybody is checked in: what the replies promise. */
static void draw_forecast(struct checkin *c, struct rect rect, int row)
{
    const struct quorum q = quorum_forecast(&c->frame.s.meeting, c->frame.s.rule);
    struct pen pen = pen_at(rect, row);
    struct str text = STR_INIT;
    const int silent = unreplied(c);

    str_add(&text, _("依會前回復預估："));
    if ((size_t)silent == c->frame.s.meeting.composition.n) {
        str_add(&text, _("尚無回復（r 記下回復）"));
    } else {
        str_printf(&text, _("出席 %d"), q.present);
        if (q.needed != UNKNOWN)
            str_printf(&text, _("（門檻 %d）%s"), q.needed, q.present >= q.needed ? "✔" : "✘");
        if (q.civil_needed > 0)
            str_printf(&text, _(" 民間 %d（門檻 %d）%s"), q.civil, q.civil_needed,
                       q.civil >= q.civil_needed ? "✔" : "✘");
        if (silent)
            str_printf(&text, _(" 未回復 %d 人"), silent);
    }
    if (c->frame.s.meeting.observers.n)
        str_printf(&text, _("  列席 %zu"), c->frame.s.meeting.observers.n);
    pen_skip(&pen, ROLE_TEXT, 1);
    pen_text(&pen, q.verdict == QUORUM_NOT_MET ? ROLE_WARN : ROLE_DIM, text.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

static void draw_more(struct checkin *c, const struct quorum *q, struct rect rect, int row)
{
    const struct meeting *m = &c->frame.s.meeting;
    const char *clause = quorum_clause(c->frame.s.rule);
    struct pen pen = pen_at(rect, row);
    struct str text = STR_INIT;
    const int rest = unrecorded(c);

    pen_skip(&pen, ROLE_TEXT, 1);
    lost_label(&text, &c->frame);
    pen_text(&pen, ROLE_BAD, text.text);
    pen_skip(&pen, ROLE_TEXT, text.len_bytes ? 2 : 0);
    str_clear(&text);
    if (m->opened && (m->outcome == OUTCOME_FELL || m->outcome == OUTCOME_TALK))
        str_printf(&text, "%s %s", m->opened, label_choice(&outcome_choices, m->outcome));
    else if (m->opened)
        str_printf(&text, _("%s 開會"), m->opened);
    if (q->delegates)
        str_printf(&text, _("%s其中代理 %d"), text.len_bytes ? "  " : "", q->delegates);
    if (q->online)
        str_printf(&text, _("%s視訊 %d"), text.len_bytes ? "  " : "", q->online);
    str_printf(&text, _("%s列席 %zu"), text.len_bytes ? "  " : "", m->observers.n);
    if (rest)
        str_printf(&text, _("  未報到 %d"), rest);
    if (clause)
        str_printf(&text, _("  依據 %s"), label_clause(clause));
    pen_text(&pen, ROLE_DIM, text.text);
    pen_fill(&pen, ROLE_TEXT);
    str_release(&text);
}

void checkin_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct checkin *c = (struct checkin *)screen;
    const struct quorum q = frame_quorum(app, &c->frame);
    const bool forecast = !quorum_recorded(&c->frame.s.meeting);
    struct rect inner, list;
    int below;

    quorum_seats(&c->frame.s.meeting, frame_minutes(app, &c->frame), NULL, c->seats);
    rect = frame_draw(app, &c->frame, rect);
    draw_frame(rect, _("報到"), true, &inner);
    below = inner.rows >= 9 ? 3 : inner.rows >= 6 ? 1 : 0;
    list = inner;
    list.rows -= below;
    list_view_draw(&c->list, list, true);
    if (below == 3)
        draw_detail(c, inner, inner.rows - 3);
    if (below)
        draw_quorum(c, &q, inner, inner.rows - (below == 3 ? 2 : 1));
    if (below == 3 && forecast)
        draw_forecast(c, inner, inner.rows - 1);
    else if (below == 3)
        draw_more(c, &q, inner, inner.rows - 1);
}
