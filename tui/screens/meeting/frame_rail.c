/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How each of a meeting's seven steps stands.
 */
#include "tui/screens/meeting/meeting_frame.h"

#include "core/tracking/reporting.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {"",         N_("籌備"), N_("議程"), N_("列管"),
                                    N_("報到"), N_("議事"), N_("紀錄"), N_("公開")};

const char *frame_step_name(int step)
{
    return step >= FRAME_PREPARE && step <= FRAME_STEPS ? _(names[step]) : "";
}

bool frame_meeting_over(const struct meeting *meeting)
{
    return meeting->end || meeting_milestone(meeting, STEP_ADJOURNED) || meeting->outcome == OUTCOME_FELL ||
           meeting->outcome == OUTCOME_CANCELLED;
}

struct deadlines frame_deadlines(const struct snapshot *s)
{
    struct deadline_figures figures = {-1, -1, -1};
    struct moment first = {.minutes = -1}, last = {.minutes = -1};

    if (s->rule)
        figures = (struct deadline_figures){s->rule->materials_workdays, s->rule->draft_workdays,
                                            s->rule->publish_workdays};
    if (s->date)
        (void)date_parse_iso(s->date, &first.date);
    if (s->meeting.end)
        (void)moment_parse_iso(s->meeting.end, &last);
    return deadlines_of(&office_calendar_shipped, first.date, last.date, figures);
}

/* ---- how the steps stand -------------------------------------------------------------------------- */

/* What the states are told from. */
struct facts {
    const struct meeting *m;
    bool over, held, fell, opened, confirmed;
    struct date today;
    struct deadlines deadlines;
    struct quorum quorum;
    bool recorded;
    int items, untitled, decidable, decided, pending;
    int tracked, reported, ruled;
};

static void count_items(struct facts *f)
{
    for (size_t i = 0; i < f->m->items.n; i++) {
        const struct item *item = &f->m->items.v[i];

        for (size_t k = 0; k < item->statements.n; k++)
            f->pending += item->statements.v[k].pending;
        if (!item_is_matter(item))
            continue;
        f->items++;
        f->untitled += !item->title && item->content == UNKNOWN && !item->explanation.n;
        if (item->section != SECTION_MOTION && !item->abridged) {
            f->decidable++;
            f->decided += item->decision.n > 0;
        }
    }
}

static void count_tracked(struct facts *f, const struct tracked *tracked)
{
    for (size_t i = 0; i < tracked->n; i++) {
        const struct round *round = resolution_round(tracked->v[i], f->m->key);

        f->tracked++;
        f->reported += !resolution_silent(tracked->v[i], f->m->key);
        f->ruled += round && round->ruling != UNKNOWN;
    }
}

static enum status gather(struct facts *f, const struct snapshot *s, struct date today, struct err *err)
{
    struct arena arena = ARENA_INIT;
    struct tracked tracked;
    enum status status = tracked_of(s, &arena, &tracked, err);

    *f = (struct facts){.m = &s->meeting, .today = today};
    if (!status) {
        f->opened = meeting_milestone(f->m, STEP_OPENED) != NULL;
        f->over = frame_meeting_over(f->m);
        f->fell = f->m->outcome == OUTCOME_FELL;
        f->held = f->m->outcome == OUTCOME_HELD || (f->m->outcome == UNKNOWN && (f->opened || f->m->end));
        f->confirmed = meeting_milestone(f->m, STEP_CONFIRMED) != NULL;
        f->deadlines = frame_deadlines(s);
        f->quorum = snapshot_quorum(s, -1, NULL);
        f->recorded = quorum_recorded(f->m);
        count_items(f);
        count_tracked(f, &tracked);
    }
    arena_release(&arena);
    return status;
}

static bool done(const struct facts *f, int step)
{
    const bool begun = f->opened || f->over || f->confirmed;

    switch (step) {
    case FRAME_PREPARE:
        return begun || (f->m->start && strchr(f->m->start, 'T') && f->m->place &&
                         (!person_none(&f->m->chair) || !person_none(&f->m->acting)));
    case FRAME_AGENDA:
        return begun || meeting_milestone(f->m, STEP_SENT);
    case FRAME_TRACKING: /* before the meeting the units report, in it the committee rules */
        return f->over && !f->fell
                   ? true
                   : f->reported == f->tracked && (begun || meeting_milestone(f->m, STEP_SENT));
    case FRAME_CHECKIN:
        return begun;
    case FRAME_SESSION:
        return f->over ? !f->fell : f->confirmed;
    case FRAME_MINUTES:
        return f->confirmed;
    default:
        return meeting_milestone(f->m, STEP_PUBLISHED) != NULL;
    }
}

static bool overdue(const struct facts *f, struct deadline due)
{
    return due.date.year && date_compare(due.date, f->today) < 0;
}

static bool attention(const struct facts *f, int step)
{
    if (f->m->outcome == OUTCOME_CANCELLED || f->m->outcome == OUTCOME_POSTPONED)
        return step == FRAME_PREPARE;
    if (f->confirmed && step < FRAME_PUBLISH)
        return false;
    switch (step) {
    case FRAME_AGENDA:
        return !f->opened && !f->over &&
               (f->untitled || (!meeting_milestone(f->m, STEP_SENT) && overdue(f, f->deadlines.materials)));
    case FRAME_TRACKING:
        return f->over && f->held && f->ruled < f->tracked;
    case FRAME_CHECKIN:
        return f->held && f->quorum.verdict == QUORUM_NOT_MET;
    case FRAME_SESSION:
        return f->over && (f->pending || (f->held && f->decided < f->decidable));
    case FRAME_MINUTES:
        return f->over && !f->fell && !meeting_milestone(f->m, STEP_DRAFT_SENT) &&
               overdue(f, f->deadlines.draft);
    case FRAME_PUBLISH:
        return f->over && f->held && !meeting_milestone(f->m, STEP_PUBLISHED) &&
               overdue(f, f->deadlines.publish);
    default:
        return false;
    }
}

/* ---- the figures ---------------------------------------------------------------------------------- */

static void add_due(struct str *out, struct deadline due)
{
    struct str day = STR_INIT;

    if (!due.date.year)
        return;
    moment_format(&day, "{m}/{d}", (struct moment){due.date, -1});
    str_printf(out, _("%s前"), day.text);
    str_release(&day);
}

static void figure(const struct facts *f, int step, struct str *out)
{
    struct date day;

    switch (step) {
    case FRAME_PREPARE:
        if (f->m->start && strlen(f->m->start) >= 10) {
            struct moment start = {.minutes = -1};

            if (moment_parse_iso(f->m->start, &start) || date_parse_iso(f->m->start, &start.date))
                moment_format(out, "{m}/{d}", (struct moment){start.date, -1});
        }
        break;
    case FRAME_AGENDA:
        str_printf(out, _("%d案"), f->items);
        break;
    case FRAME_TRACKING:
        if (!f->tracked)
            str_add(out, _("無"));
        else
            str_printf(out, "%d/%d", f->opened || f->over ? f->ruled : f->reported, f->tracked);
        break;
    case FRAME_CHECKIN:
        if (f->recorded)
            str_printf(out, "%d/%d", f->quorum.present, f->quorum.in_office);
        break;
    case FRAME_SESSION:
        if ((f->opened || f->over) && !f->fell)
            str_printf(out, "%d/%d", f->decided, f->decidable);
        break;
    case FRAME_MINUTES:
        if (f->over && !f->confirmed && !meeting_milestone(f->m, STEP_DRAFT_SENT))
            add_due(out, f->deadlines.draft);
        break;
    default:
        if (meeting_milestone(f->m, STEP_PUBLISHED) && meeting_milestone(f->m, STEP_PUBLISHED)->date &&
            date_parse_iso(meeting_milestone(f->m, STEP_PUBLISHED)->date, &day))
            moment_format(out, "{m}/{d}", (struct moment){day, -1});
        else if (f->over && f->held)
            add_due(out, f->deadlines.publish);
    }
}

enum status frame_rail_of(const struct snapshot *s, struct date today, struct frame_rail *out,
                          struct err *err)
{
    struct facts facts;
    struct str text = STR_INIT;
    enum status status = gather(&facts, s, today, err);

    /* while the meeting is on it is the session that goes on, whatever is left from before */
    *out = (struct frame_rail){.next = !status && facts.opened && !facts.over ? FRAME_SESSION : 0};
    for (int step = FRAME_PREPARE; step <= FRAME_STEPS && !status; step++) {
        struct frame_view *view = &out->v[step];
        bool is_done = done(&facts, step);

        if (!is_done && !out->next && !facts.fell && facts.m->outcome != OUTCOME_CANCELLED)
            out->next = step;
        view->state = attention(&facts, step) ? FRAME_ATTENTION
                      : is_done               ? FRAME_DONE
                      : out->next == step     ? FRAME_HERE
                                              : FRAME_TO_COME;
        str_clear(&text);
        figure(&facts, step, &text);
        (void)snprintf(view->figure, sizeof view->figure, "%s", text.text);
    }
    if (!out->next)
        out->next = facts.m->outcome == OUTCOME_CANCELLED ? FRAME_PREPARE
                    : facts.fell                          ? FRAME_CHECKIN
                                                          : FRAME_PUBLISH;
    str_release(&text);
    return status;
}
