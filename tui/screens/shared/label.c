/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of core's codes, and people, dates and meetings as the screens write them.
 */
#include "tui/screens/shared/label.h"

#include "core/calendar/date.h"
#include "core/committee/member.h"
#include "core/tracking/resolution.h"
#include "tui/words.h"

#include <string.h>

enum { WORDS_MAX = 10 };

/* In the order of the codes of each. */
static const struct {
    const struct choices *choices;
    const char *words[WORDS_MAX];
} worded[] = {
    {&member_role_choices, {N_("召集人"), N_("委員")}},
    {&member_kind_choices, {N_("機關代表"), N_("民間代表")}},
    {&gender_choices, {N_("女"), N_("男")}},
    {&basis_choices, {N_("職務"), N_("專業")}},
    {&comparison_choices, {N_("以上"), N_("超過")}},
    {&section_choices,
     {N_("主席致詞"), N_("上次會議決議事項辦理情形"), N_("報告事項"), N_("討論事項"), N_("臨時動議"),
      N_("結論"), N_("散會")}},
    {&meeting_kind_choices, {N_("例行會議"), N_("臨時會議")}},
    {&outcome_choices, {N_("已召開"), N_("談話會"), N_("流會"), N_("取消"), N_("延期")}},
    {&meeting_mode_choices, {N_("實體"), N_("視訊"), N_("實體與視訊並行")}},
    {&step_choices,
     {N_("議程寄送"), N_("開會"), N_("散會"), N_("核定"), N_("草稿寄送"), N_("確認"), N_("公開"), N_("備查"),
      N_("延期"), N_("取消")}},
    {&presence_choices, {N_("出席"), N_("代理"), N_("請假"), N_("缺席")}},
    {&disclosure_choices, {N_("記名"), N_("不記名"), N_("不公開")}},
    {&decision_kind_choices,
     {N_("洽悉"), N_("照案通過"), N_("修正通過"), N_("緩議"), N_("撤案"), N_("不通過"), N_("併案"),
      N_("未及討論"), N_("自訂文字"), N_("一併決議")}},
    {&vote_method_choices, {N_("無異議"), N_("舉手表決"), N_("記名表決"), N_("無記名投票")}},
    {&vote_of_choices, {N_("可否票數（棄權不計）"), N_("參加表決人數（含棄權）"), N_("出席人數")}},
    {&vote_choice_choices, {N_("同意"), N_("不同意"), N_("棄權")}},
    {&vote_result_choices, {N_("通過"), N_("不通過"), N_("可否同數")}},
    {&ruling_choices,
     {N_("解除列管"), N_("繼續列管"), N_("自行列管"), N_("併案列管"), N_("恢復列管"), N_("分案列管")}},
};

const char *label_choice(const struct choices *choices, int value)
{
    for (size_t i = 0; i < sizeof worded / sizeof *worded; i++)
        if (worded[i].choices == choices && value >= 0 && (size_t)value < choices->n && value < WORDS_MAX &&
            worded[i].words[value])
            return _(worded[i].words[value]);
    return "";
}

static void add_share(struct str *out, int num, int den, int comparison)
{
    const bool more = comparison == COMPARE_MORE;

    if (num == 1 && den == 2)
        str_add(out, more ? _("過半數") : _("二分之一以上"));
    else
        str_printf(out, more ? _("超過 %d/%d") : _("%d/%d 以上"), num, den);
}

void label_share(struct str *out, const struct rule *rule)
{
    add_share(out, rule->quorum_numerator, rule->quorum_denominator, rule->quorum_comparison);
}

void label_threshold(struct str *out, const struct threshold *threshold)
{
    struct str share = STR_INIT;

    if (!threshold_known(threshold))
        return;
    add_share(&share, threshold->share.num, threshold->share.den, threshold->comparison);
    str_printf(out,
               threshold->of == OF_CAST     ? _("可否票數%s")
               : threshold->of == OF_VOTING ? _("參加表決人數%s")
                                            : _("出席人數%s"),
               share.text);
    out->failed |= str_failed(&share);
    str_release(&share);
}

const char *label_doubt(enum quorum_doubt doubt)
{
    static const char *const words[] = {
        [DOUBT_NONE] = "",
        [DOUBT_NO_RULE] = N_("未定法定人數"),
        [DOUBT_NO_MEMBERS] = N_("當日無在任委員"),
        [DOUBT_NO_ATTENDANCE] = N_("尚未報到"),
        [DOUBT_KIND] = N_("有委員身分別不明"),
    };

    return *words[doubt] ? _(words[doubt]) : "";
}

const char *label_clause(const char *clause)
{
    /* quorum_clause()'s, for the catalogues */
    static const char *const cited[] = {N_("設置要點四(三)"), N_("運作指引肆、一(二)")};

    for (size_t i = 0; i < sizeof cited / sizeof *cited; i++)
        if (text_same(clause, cited[i]))
            return _(cited[i]);
    return clause;
}

/* ---- people --------------------------------------------------------------------------------------- */

void label_member(struct str *out, const struct members *members, const char *key)
{
    const struct member *member = member_find(members, key);

    str_add(out, member ? member->surname : key);
    str_add(out, member ? member->given : NULL);
}

void label_person(struct str *out, const struct members *members, const struct person *person)
{
    size_t before = out->len_bytes;

    if (person->member) {
        label_member(out, members, person->member);
        return;
    }
    str_add(out, person->surname);
    str_add(out, person->given);
    if (person->title) {
        str_add(out, out->len_bytes > before ? " " : "");
        str_add(out, person->title);
    }
    if (!person->unit)
        return;
    if (out->len_bytes > before)
        str_printf(out, _("（%s）"), person->unit);
    else
        str_add(out, person->unit);
}

/* ---- dates ---------------------------------------------------------------------------------------- */

/* TRANSLATORS: patterns of dates: {Y} ROC year, {y} Gregorian year, {m} {mm} month, {d} {dd} day, {w} the
 * weekday in Chinese (leave it out), {HH}:{MM} the time. */
static const char date_pattern[] = N_("{Y}/{mm}/{dd}({w})");

static void add_moment(struct str *out, const char *iso, const char *pattern)
{
    struct moment moment = {.minutes = -1};

    if (!iso)
        return;
    if (moment_parse_iso(iso, &moment))
        moment_format(out, pattern, moment);
    else if (date_parse_iso(iso, &moment.date))
        moment_format(out, _(date_pattern), moment);
    else
        text_show(out, iso, strlen(iso));
}

void label_date(struct str *out, const char *iso)
{
    add_moment(out, iso, _(date_pattern));
}

void label_moment(struct str *out, const char *iso)
{
    add_moment(out, iso, _("{Y}/{mm}/{dd}({w}) {HH}:{MM}"));
}

void label_short_date(struct str *out, struct date date)
{
    moment_format(out, _("{m}/{d}({w})"), (struct moment){date, -1});
}

void label_meeting_key(struct str *out, const char *key, const char *title)
{
    int year, number;
    bool extraordinary;

    if (title && *title)
        str_add(out, title);
    else if (!key || !meeting_key_parse(key, &year, &number, &extraordinary))
        str_add(out, key);
    else
        str_printf(out, extraordinary ? _("%d年第%d次臨時會議") : _("%d年第%d次會議"), year, number);
}

void label_meeting(struct str *out, const struct meeting *meeting)
{
    label_meeting_key(out, meeting->key, meeting->title);
}

void label_deadline(struct str *out, const struct deadline_state *state, enum role *role)
{
    enum role roles[] = {
        [DEADLINE_NONE] = ROLE_DIM,    [DEADLINE_PENDING] = ROLE_TEXT, [DEADLINE_TODAY] = ROLE_WARN,
        [DEADLINE_OVERDUE] = ROLE_BAD, [DEADLINE_IN_TIME] = ROLE_GOOD, [DEADLINE_LATE] = ROLE_WARN};

    *role = roles[state->standing];
    switch (state->standing) {
    case DEADLINE_NONE:
        break;
    case DEADLINE_PENDING:
        str_printf(out, _("剩 %d 工作日"), state->workdays);
        *role = state->workdays <= 2 ? ROLE_WARN : ROLE_TEXT;
        break;
    case DEADLINE_TODAY:
        str_add(out, _("今日截止"));
        break;
    case DEADLINE_OVERDUE:
        str_printf(out, _("逾期 %d 工作日"), state->workdays);
        break;
    case DEADLINE_IN_TIME:
        str_add(out, _("已如期完成"));
        break;
    case DEADLINE_LATE:
        str_printf(out, _("已完成，遲 %d 工作日"), state->workdays);
        break;
    }
}
