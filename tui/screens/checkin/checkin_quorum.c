/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quorum in words, as check-in shows it. All figures are core's.
 */
#include "tui/screens/checkin/checkin.h"
#include "tui/screens/shared/label.h"

void quorum_label(struct str *out, const struct quorum *q, const struct rule *rule, const char *gap,
                  bool brief)
{
    str_printf(out, _("應出席 %d"), q->in_office);
    str_add(out, gap);
    str_printf(out, _("出席 %d"), q->present);
    if (rule && q->needed != UNKNOWN) {
        str_printf(out, _("（門檻 %d，"), q->needed);
        label_share(out, rule);
        str_add(out, _("）"));
        str_add(out, q->present >= q->needed ? "✔" : "✘");
    }
    if (q->civil_needed <= 0)
        return;
    str_add(out, gap);
    str_printf(out, brief ? _("民間 %d（門檻 %d）") : _("民間代表 %d（門檻 %d）"), q->civil, q->civil_needed);
    str_add(out, q->civil >= q->civil_needed ? "✔" : "✘");
}

void verdict_label(struct str *out, const struct meeting_frame *frame, const struct quorum *q,
                   enum role *role)
{
    const bool on = frame_is_open(frame) || frame_is_over(frame);

    *role = q->verdict == QUORUM_MET ? ROLE_GOOD : q->verdict == QUORUM_NOT_MET ? ROLE_BAD : ROLE_WARN;
    str_add(out, "→ ");
    if (q->verdict == QUORUM_UNKNOWN)
        str_add(out, label_doubt(q->doubt));
    else if (q->verdict == QUORUM_MET)
        str_add(out, on ? _("足法定人數") : _("可以開會"));
    else
        str_add(out, on ? _("不足法定人數") : _("還不能開會"));
}

void lost_label(struct str *out, const struct meeting_frame *frame)
{
    struct arena arena = ARENA_INIT;
    struct quorum_moments moments = {NULL, 0};
    char from[TIME_ISO_SIZE], until[TIME_ISO_SIZE];
    bool any = false;

    if (frame_is_open(frame) || frame_is_over(frame))
        (void)quorum_moments(&frame->s.meeting, frame->s.rule, &arena, &moments,
                             NULL); /* none: nothing to see */
    for (size_t i = 1; i < moments.n; i++) {
        if (moments.v[i].q.verdict != QUORUM_NOT_MET)
            continue;
        time_iso(from, moments.v[i].minutes);
        time_iso(until, i + 1 < moments.n ? moments.v[i + 1].minutes : -1);
        str_printf(out, "%s%s–%s", any ? _("、") : "", from, until);
        any = true;
    }
    if (any)
        str_add(out, _(" 未達法定人數"));
    arena_release(&arena);
}
