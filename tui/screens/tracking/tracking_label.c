/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small answers about a tracked decision: since when, in which words, by whom.
 */
#include "tui/screens/tracking/tracking_page.h"

#include "core/tracking/kin.h"
#include "core/tracking/reporting.h"
#include "tui/screens/shared/label.h"

const char *tracking_decided_on(const struct resolution *resolution, const struct meeting_lines *meetings)
{
    for (size_t i = 0; resolution->meeting && meetings && i < meetings->n; i++)
        if (text_same(meetings->v[i].key, resolution->meeting))
            return meetings->v[i].start;
    return resolution->source_date;
}

int tracking_days(const struct resolution *resolution, const struct meeting_lines *meetings,
                  struct date today)
{
    const char *since = tracking_decided_on(resolution, meetings);
    struct moment moment = {.minutes = -1};

    if (!since || (!moment_parse_iso(since, &moment) && !date_parse_iso(since, &moment.date)))
        return -1;
    return date_compare(moment.date, today) > 0 ? 0 : date_days_between(moment.date, today);
}

void tracking_source(struct str *out, const struct resolution *resolution,
                     const struct meeting_lines *meetings)
{
    const char *day = tracking_decided_on(resolution, meetings);

    if (resolution->meeting)
        label_meeting_key(out, resolution->meeting, NULL);
    else
        str_add(out, resolution->source_text);
    if (resolution->ref)
        str_printf(out, " %s", resolution->ref);
    if (day) {
        str_add(out, _("　"));
        label_date(out, day);
    }
}

static const char *style_words(const struct style *style, const char *section, int ruling)
{
    struct str key = STR_INIT;
    const char *words;

    if (ruling == UNKNOWN)
        return "";
    str_printf(&key, "%s:%s", section, ruling_choices.codes[ruling]);
    words = style_get(style, key.text);
    str_release(&key);
    return words && *words ? words : label_choice(&ruling_choices, ruling);
}

const char *tracking_recommendation(const struct style *style, int ruling)
{
    return style_words(style, "recommendation", ruling);
}

const char *tracking_ruling(const struct style *style, int ruling)
{
    return style_words(style, "ruling", ruling);
}

void tracking_units(struct str *out, const struct unit *units, size_t n)
{
    for (size_t i = 0; i < n; i++)
        str_printf(out, "%s%s", i ? _("、") : "", units[i].name);
}

void tracking_kin_words(struct str *out, const struct kin *kin)
{
    switch (kin->how) {
    case KIN_MERGED:
        str_printf(out, kin->before ? _("%s 併入本案") : _("併入 %s"), kin->key);
        break;
    case KIN_AGAIN:
        str_printf(out, kin->before ? _("接續 %s") : _("%s 接續本案"), kin->key);
        break;
    case KIN_SPLIT:
        str_printf(out, kin->before ? _("由 %s 分出") : _("分出 %s"), kin->key);
        break;
    }
}

void tracking_reported(struct str *out, const struct resolution *resolution, const char *meeting)
{
    const struct round *round = resolution_round(resolution, meeting);
    const size_t main_units = resolution->units.n;

    for (size_t i = 0; i < main_units + resolution->assisting.n; i++) {
        const bool assists = i >= main_units;
        const char *unit =
            assists ? resolution->assisting.v[i - main_units].name : resolution->units.v[i].name;

        str_printf(out, "%s%s%s%s", i ? " " : "", round_report(round, unit) ? "✓" : "·", unit,
                   assists ? _("（協辦）") : "");
    }
}
