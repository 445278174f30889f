/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on the page of a tracked decision.
 */
#include "tui/screens/tracking/tracking_page.h"

#include "tui/cli/sentence.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/editor/outline_lines.h"

#include <string.h>

/* The names of the left column. */
static const char *const names[] = {N_("裁示事項"), N_("主辦"), N_("協辦"),     N_("期限"),     N_("來源"),
                                    N_("前案"),     N_("後續"), N_("辦理情形"), N_("列管建議"), N_("裁示"),
                                    N_("新期限"),   N_("備註"), N_("狀態"),     N_("單位回報")};
enum name {
    NAME_INSTRUCTION,
    NAME_UNITS,
    NAME_ASSISTING,
    NAME_DUE,
    NAME_SOURCE,
    NAME_BEFORE,
    NAME_AFTER,
    NAME_PROGRESS,
    NAME_RECOMMENDATION,
    NAME_RULING,
    NAME_NEW_DUE,
    NAME_REMARK,
    NAME_STATE,
    NAME_REPORTED,
    NAMES
};

struct layout {
    struct page *page;
    const struct page_source *source;
    struct arena *arena;
    int cols; /* of the text, right of the labels */
    struct err *err;
    enum status status;
};

/* ---- lines ---------------------------------------------------------------------------------------- */

static void fail(struct layout *l)
{
    if (!l->status)
        l->status = err_memory(l->err);
}

static void add_line(struct layout *l, const struct page_line *line)
{
    struct page *page = l->page;

    if (page->n == page->room) {
        const size_t room = page->room ? page->room * 2 : 64;
        struct page_line *v = arena_take(l->arena, room * sizeof *v);

        if (!v) {
            fail(l);
            return;
        }
        if (page->n)
            memcpy(v, page->v, page->n * sizeof *v);
        page->v = v;
        page->room = room;
    }
    page->v[page->n++] = *line;
}

static void add_blank(struct layout *l)
{
    add_line(l, &(struct page_line){.label = "", .number = "", .text = ""});
}

/* TEXT wrapped right of the label NAME; what is empty has no line. TEXT is copied. */
static void add_text(struct layout *l, const char *label, enum role role, const struct str *text)
{
    const char *copy = arena_text(l->arena, text->text, text->len_bytes);
    size_t at = 0, end, next;

    if (str_failed(text) || !copy) {
        fail(l);
        return;
    }
    while (text_line(copy, text->len_bytes, at, l->cols, draw_widths(), &end, &next)) {
        add_line(l, &(struct page_line){role, label, 0, "", copy + at, end - at});
        label = "";
        at = next;
    }
}

static void add_words(struct layout *l, enum name name, enum role role, const char *words)
{
    struct str text = STR_INIT;

    str_add(&text, words);
    add_text(l, _(names[name]), role, &text);
    str_release(&text);
}

static void add_outline(struct layout *l, const char *label, const struct outline *outline)
{
    struct outline_lines lines;

    if (l->status || !outline->n)
        return;
    l->status =
        outline_lines(outline, &l->source->numbering, l->cols, draw_widths(), l->arena, &lines, l->err);
    for (size_t i = 0; !l->status && i < lines.n; i++) {
        const struct outline_line *line = &lines.v[i];

        add_line(l, &(struct page_line){ROLE_TEXT, label, line->indent_cols, line->label, line->text,
                                        line->len_bytes});
        label = "";
    }
}

static void add_heading(struct layout *l, const struct str *words)
{
    const char *copy = arena_text(l->arena, words->text, words->len_bytes);

    if (str_failed(words) || !copy)
        fail(l);
    else
        add_line(l, &(struct page_line){ROLE_HEADING, NULL, 0, "", copy, words->len_bytes});
}

/* ---- the head ------------------------------------------------------------------------------------- */

static void due_words(const struct page_source *source, struct str *out, enum role *role)
{
    const char *due = resolution_due(source->resolution);
    char today[DATE_ISO_SIZE];
    struct date date;

    date_iso(today, source->today);
    label_date(out, due);
    if (!due || !resolution_open(source->resolution) || !date_parse_iso(due, &date))
        return;
    if (resolution_overdue(source->resolution, today)) {
        str_printf(out, _("　逾期 %d 日"), date_days_between(date, source->today));
        *role = ROLE_BAD;
    } else {
        str_printf(out, _("　還有 %d 日"), date_days_between(source->today, date));
    }
}

static void state_words(const struct page_source *source, struct str *out)
{
    const struct resolution *r = source->resolution;
    const int days = tracking_days(r, source->meetings, source->today);
    char today[DATE_ISO_SIZE];

    date_iso(today, source->today);
    str_add(out, track_state_words(r, today));
    if (resolution_open(r) && days >= 0)
        str_printf(out, _("　決議至今 %d 日"), days);
    if (r->rounds.n)
        str_printf(out, _("　報告 %zu 次"), r->rounds.n);
}

/* Those that this one goes on from, and those that go on from it or were merged into it. */
static void add_kin(struct layout *l)
{
    const struct resolution *r = l->source->resolution;
    struct str after = STR_INIT;

    if (r->after)
        add_words(l, NAME_BEFORE, ROLE_TEXT, r->after);
    for (size_t i = 0; i < l->source->all->n; i++) {
        const struct resolution *other = &l->source->all->v[i];
        const struct round *last = other->rounds.n ? &other->rounds.v[other->rounds.n - 1] : NULL;

        if (text_same(other->after, r->key))
            str_printf(&after, _("%s%s 接續本案"), after.len_bytes ? _("　") : "", other->key);
        if (last && text_same(last->into, r->key))
            str_printf(&after, _("%s%s 併入本案"), after.len_bytes ? _("　") : "", other->key);
    }
    if (after.len_bytes)
        add_text(l, _(names[NAME_AFTER]), ROLE_TEXT, &after);
    str_release(&after);
}

static void add_head(struct layout *l)
{
    const struct resolution *r = l->source->resolution;
    struct str text = STR_INIT;
    enum role role = ROLE_TEXT;

    add_outline(l, _(names[NAME_INSTRUCTION]), &r->instruction);
    tracking_units(&text, r->units.v, r->units.n);
    add_text(l, _(names[NAME_UNITS]), ROLE_TEXT, &text);
    str_clear(&text);
    tracking_units(&text, r->assisting.v, r->assisting.n);
    add_text(l, _(names[NAME_ASSISTING]), ROLE_TEXT, &text);
    str_clear(&text);
    due_words(l->source, &text, &role);
    add_text(l, _(names[NAME_DUE]), role, &text);
    str_clear(&text);
    tracking_source(&text, r, l->source->meetings);
    add_text(l, _(names[NAME_SOURCE]), ROLE_TEXT, &text);
    str_clear(&text);
    state_words(l->source, &text);
    add_text(l, _(names[NAME_STATE]), ROLE_TEXT, &text);
    add_kin(l);
    str_release(&text);
}

/* ---- a round -------------------------------------------------------------------------------------- */

static void add_reports(struct layout *l, const struct round *round)
{
    for (size_t i = 0; i < round->reports.n; i++) {
        const struct report *report = &round->reports.v[i];
        struct str head = STR_INIT;

        str_printf(&head, _("%s 回報"), report->unit ? report->unit : "");
        if (report->on) {
            str_add_char(&head, ' ');
            label_date(&head, report->on);
        }
        if (report->recommendation != UNKNOWN)
            str_printf(&head, _("　%s"), tracking_recommendation(l->source->style, report->recommendation));
        add_text(l, i || round->progress.n ? "" : _(names[NAME_PROGRESS]), ROLE_DIM, &head);
        add_outline(l, "", &report->progress);
        str_release(&head);
    }
}

/* Who has reported this time and who has not; nothing where the consolidated text alone speaks for all. */
static void add_reported(struct layout *l, const struct round *round)
{
    struct str text = STR_INIT;

    if (round->progress.n && !round->reports.n)
        return;
    tracking_reported(&text, l->source->resolution, round->meeting);
    add_text(l, _(names[NAME_REPORTED]), ROLE_TEXT, &text);
    str_release(&text);
}

static void add_ruling(struct layout *l, const struct round *round)
{
    struct str text = STR_INIT;

    str_add(&text, tracking_ruling(l->source->style, round->ruling));
    if (round->into)
        str_printf(&text, _("（併入 %s）"), round->into);
    add_text(l, _(names[NAME_RULING]), ROLE_TEXT, &text);
    add_outline(l, text.len_bytes ? "" : _(names[NAME_RULING]), &round->ruling_text);
    str_clear(&text);
    label_date(&text, round->due);
    add_text(l, _(names[NAME_NEW_DUE]), ROLE_TEXT, &text);
    str_release(&text);
}

/* NOW: the one that can be written, so it says what is not there yet. */
static void add_round(struct layout *l, const struct round *round, bool now)
{
    if (now)
        add_reported(l, round);
    add_outline(l, _(names[NAME_PROGRESS]), &round->progress);
    add_reports(l, round);
    if (now && !round->progress.n && !round->reports.n)
        add_words(l, NAME_PROGRESS, ROLE_WARN, _("（還沒有：按 Enter 填寫）"));
    if (round->recommendation != UNKNOWN)
        add_words(l, NAME_RECOMMENDATION, ROLE_TEXT,
                  tracking_recommendation(l->source->style, round->recommendation));
    else if (now)
        add_words(l, NAME_RECOMMENDATION, ROLE_DIM, _("（還沒有：1 解除　2 繼續　3 自行　4 併案）"));
    add_ruling(l, round);
    if (round->remark)
        add_words(l, NAME_REMARK, ROLE_TEXT, round->remark);
}

static void add_round_heading(struct layout *l, const struct round *round, bool now)
{
    struct str text = STR_INIT;

    if (now)
        str_add(&text, _("本次　"));
    if (round->meeting)
        label_meeting_key(&text, round->meeting, NULL);
    else
        str_add(&text, round->meeting_text);
    if (round->meeting_date) {
        str_add(&text, _("　"));
        label_date(&text, round->meeting_date);
    }
    for (size_t i = 0; round->meeting && l->source->meetings && i < l->source->meetings->n; i++)
        if (text_same(l->source->meetings->v[i].key, round->meeting) && l->source->meetings->v[i].start) {
            char day[DATE_ISO_SIZE] = "";

            memcpy(day, l->source->meetings->v[i].start,
                   strnlen(l->source->meetings->v[i].start, sizeof day - 1));
            str_add(&text, _("　"));
            label_date(&text, day);
        }
    add_blank(l);
    add_heading(l, &text);
    str_release(&text);
}

/* ---- the whole ------------------------------------------------------------------------------------ */

static int widest_name(void)
{
    int widest = 0;

    for (int i = 0; i < NAMES; i++) {
        const int cols = text_cols(_(names[i]), strlen(_(names[i])), draw_widths());

        if (cols > widest)
            widest = cols;
    }
    return widest;
}

enum status page_build(struct page *page, const struct page_source *source, int cols, struct arena *arena,
                       struct err *err)
{
    const struct resolution *r = source->resolution;
    struct layout l = {.page = page, .source = source, .arena = arena, .err = err};
    const struct round *now = resolution_round(r, source->now);
    struct round none;

    page->v = NULL;
    page->n = page->room = 0;
    page->label_cols = widest_name() + 2;
    l.cols =
        cols - page->label_cols - 3 > 8 ? cols - page->label_cols - 3 : 8; /* the marks of more at the edge */
    add_head(&l);
    if (source->now) {
        entity_defaults(&round_entity, &none);
        none.meeting = source->now;
        add_round_heading(&l, now ? now : &none, true);
        add_round(&l, now ? now : &none, true);
    }
    for (size_t i = r->rounds.n; i > 0; i--)
        if (&r->rounds.v[i - 1] != now) {
            add_round_heading(&l, &r->rounds.v[i - 1], false);
            add_round(&l, &r->rounds.v[i - 1], false);
        }
    return l.status;
}
