/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form written.
 */
#include "core/tracking/form.h"

#include "core/base/number.h"
#include "core/calendar/date.h"
#include "core/meeting/meeting.h"
#include "core/tracking/form_words.h"

const char *const form_headings[FORM_COLUMNS] = {[FORM_NUMBER] = "案號",
                                                 [FORM_MEETING] = "會議",
                                                 [FORM_UNIT] = "單位",
                                                 [FORM_PART] = "主協辦",
                                                 [FORM_INSTRUCTION] = "裁示事項",
                                                 [FORM_SOURCE] = "來源",
                                                 [FORM_DUE] = "期限",
                                                 [FORM_LAST] = "上次辦理情形",
                                                 [FORM_PROGRESS] = "辦理情形",
                                                 [FORM_RECOMMENDATION] = "列管建議",
                                                 [FORM_COMMITTEE] = "委員會"};

/* What stands behind a heading, for whoever fills it in. */
static const char *const hints[FORM_COLUMNS] = {
    [FORM_PROGRESS] = "（請填寫）",
    [FORM_RECOMMENDATION] = "（請填：建請解除列管、建請繼續列管、建請自行列管、建請併案列管）",
};

enum { LEVELS = 4 };

void form_outline(struct str *out, const struct outline *outline)
{
    static const char *const patterns[LEVELS] = {"一、", "（一）", "1.", "(1)"};
    int count[LEVELS] = {0};

    for (size_t i = 0; i < outline->n; i++) {
        const struct node *node = &outline->v[i];
        const int level = node->level < 0 ? 0 : node->level < LEVELS ? node->level : LEVELS - 1;

        if (i)
            str_add_char(out, '\n');
        for (int deeper = level + 1; deeper < LEVELS; deeper++)
            count[deeper] = 0;
        if (!node->plain && outline->n > 1)
            number_format(out, patterns[level], ++count[level]);
        str_add(out, node->text);
    }
}

static void add_meeting_name(struct str *out, const char *key)
{
    int year, number;
    bool extraordinary;

    if (meeting_key_parse(key, &year, &number, &extraordinary))
        str_printf(out, "%d年第%d次%s會議", year, number, extraordinary ? "臨時" : "");
    else
        str_add(out, key);
}

void form_source(struct str *out, const struct resolution *resolution)
{
    if (resolution->meeting)
        add_meeting_name(out, resolution->meeting);
    else
        str_add(out, resolution->source_text);
    if (resolution->ref)
        str_printf(out, " %s", resolution->ref);
}

static void add_due(struct str *out, const struct resolution *r)
{
    const char *due = resolution_due(r);
    struct moment moment = {.minutes = -1};

    if (due && date_parse_iso(due, &moment.date))
        moment_format(out, "{Y}年{m}月{d}日前", moment);
}

/* What was reported at the latest other meeting where anything was. */
static void add_last(struct str *out, const struct resolution *r, const char *meeting, const char *unit)
{
    for (size_t i = r->rounds.n; i > 0; i--) {
        const struct round *round = &r->rounds.v[i - 1];
        const struct outline *said = &round->progress;

        for (size_t k = 0; k < round->reports.n; k++)
            if (text_same(round->reports.v[k].unit, unit) && round->reports.v[k].progress.n)
                said = &round->reports.v[k].progress;
        if (text_same(round->meeting, meeting) || !said->n)
            continue;
        form_outline(out, said);
        return;
    }
}

static bool is_responsible(const struct resolution *r, const char *unit)
{
    for (size_t i = 0; i < r->units.n; i++)
        if (text_same(r->units.v[i].name, unit))
            return true;
    return false;
}

/* The text of one column is appended to OUT. */
static void add_column(struct str *out, enum form_column column, const struct resolution *r,
                       const char *const fixed[FORM_COLUMNS])
{
    const char *meeting = fixed[FORM_MEETING], *unit = fixed[FORM_UNIT];

    switch (column) {
    case FORM_NUMBER:
        str_printf(out, "第%s案", r->key);
        break;
    case FORM_MEETING:
        str_printf(out, "%s（", meeting);
        add_meeting_name(out, meeting);
        str_add(out, "）");
        break;
    case FORM_UNIT:
    case FORM_COMMITTEE:
        str_add(out, fixed[column]);
        break;
    case FORM_PART:
        str_add(out, is_responsible(r, unit) ? "主辦" : "協辦");
        break;
    case FORM_INSTRUCTION:
        form_outline(out, &r->instruction);
        break;
    case FORM_SOURCE:
        form_source(out, r);
        break;
    case FORM_DUE:
        add_due(out, r);
        break;
    case FORM_LAST:
        add_last(out, r, meeting, unit);
        break;
    case FORM_PROGRESS:
    case FORM_RECOMMENDATION:
    case FORM_COLUMNS:
        break;
    }
}

static void add_row(struct str *out, struct str texts[FORM_COLUMNS])
{
    const char *cells[FORM_COLUMNS];

    for (int i = 0; i < FORM_COLUMNS; i++) {
        cells[i] = texts[i].text;
        out->failed = out->failed || texts[i].failed;
    }
    csv_add_row(out, cells, FORM_COLUMNS);
    for (int i = 0; i < FORM_COLUMNS; i++)
        str_clear(&texts[i]);
}

size_t form_write(struct str *out, const char *committee, const char *meeting, const char *unit,
                  const struct resolution *const *v, size_t n)
{
    const char *const fixed[FORM_COLUMNS] = {
        [FORM_MEETING] = meeting, [FORM_UNIT] = unit, [FORM_COMMITTEE] = committee};
    struct str texts[FORM_COLUMNS];
    size_t rows = 0;

    csv_begin(out);
    for (int i = 0; i < FORM_COLUMNS; i++) {
        str_init(&texts[i]);
        str_printf(&texts[i], "%s%s", form_headings[i], hints[i] ? hints[i] : "");
    }
    add_row(out, texts);
    for (size_t k = 0; k < n; k++) {
        if (!resolution_open(v[k]) || !resolution_has_unit(v[k], unit))
            continue;
        for (int i = 0; i < FORM_COLUMNS; i++)
            add_column(&texts[i], (enum form_column)i, v[k], fixed);
        add_row(out, texts);
        rows++;
    }
    for (int i = 0; i < FORM_COLUMNS; i++)
        str_release(&texts[i]);
    return rows;
}
