/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentences.
 */
#include "tui/cli/sentence.h"

#include "tui/screens/shared/label.h"
#include "tui/words.h"

static const char *outcome_words(int outcome)
{
    switch (outcome) {
    case OUTCOME_TALK:
        return _("談話會");
    case OUTCOME_FELL:
        return _("流會");
    case OUTCOME_CANCELLED:
        return _("取消");
    case OUTCOME_POSTPONED:
        return _("延期");
    default:
        return NULL;
    }
}

const char *meeting_state_words(const struct meeting_line *line)
{
    static const struct {
        enum step step;
        const char *words;
    } steps[] = {
        {STEP_PUBLISHED, N_("已公開")}, {STEP_CONFIRMED, N_("已確認")}, {STEP_DRAFT_SENT, N_("草稿已寄")},
        {STEP_APPROVED, N_("已核定")},  {STEP_ADJOURNED, N_("已散會")}, {STEP_OPENED, N_("開會中")},
        {STEP_SENT, N_("議程已寄")},
    };
    const char *outcome = outcome_words(line->outcome);

    if (outcome)
        return outcome;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (line->has[steps[i].step] && !(steps[i].step == STEP_OPENED && line->end))
            return _(steps[i].words);
    return line->end ? _("已散會") : _("籌備中");
}

const char *track_state_words(const struct resolution *resolution, const char *today)
{
    if (resolution_overdue(resolution, today))
        return _("逾期");
    switch (resolution_ruling(resolution)) {
    case RULING_RELEASE:
        return _("已解除");
    case RULING_SELF:
        return _("自行列管");
    case RULING_MERGE:
        return _("已併案");
    case RULING_SPLIT:
        return _("已分案");
    default:
        return _("列管中");
    }
}

/* %1$s the place, %2$s the figure, %3$s whose. */
static const char *const sentences[FINDING_COUNT] = {
    [FINDING_DATABASE] = N_("資料庫：%2$s"),
    [FINDING_SEAL] = N_("異動日誌：第 %1$s 次異動（%2$s）與封印不符，存檔後被改過"),
    [FINDING_SEAL_MISSING] = N_("異動日誌：第 %1$s 次異動（%2$s）沒有封印"),
    [FINDING_JOURNAL_HOLE] = N_("異動日誌：第 %1$s 列被刪除"),
    [FINDING_JOURNAL_DIFFERS] = N_("%1$s（第 %2$s 列）與異動日誌最後所記不同，有人繞過日誌改過"),
    [FINDING_UNSEALED] = N_("資料表 %1$s 有 %2$s 項異動是用其他工具改的，沒有姓名"),
    [FINDING_KEPT_PAPER] = N_("%1$s：留存的紀錄版本（%2$s）已不是當時的樣子"),
    [FINDING_PAPER_DIFFERS] = N_("%1$s：紀錄於 %2$s 確認，現在的內容印出來已不相同"),
    [FINDING_NUMBER_GAP] = N_("%1$s：之前缺號 %2$s"),
    [FINDING_NO_QUORUM_OPEN] = N_("%1$s：未達法定人數而開會（%2$s）"),
    [FINDING_NO_QUORUM_DECISION] = N_("%1$s：未達法定人數而決議（%2$s）"),
    [FINDING_QUORUM_LOST] = N_("%1$s：會議中未達法定人數（%2$s）"),
    [FINDING_QUORUM_DIFFERS] = N_("%1$s：決議所記法定人數與出席紀錄不符（%2$s）"),
    [FINDING_MEMBERS_FEW] = N_("%1$s：委員 %2$s 人，未達下限 — 設置要點三(二)"),
    [FINDING_CIVIL_SHARE] = N_("%1$s：民間代表 %2$s，未達規定比率 — 設置要點三(二)"),
    [FINDING_GENDER_SHARE] = N_("%1$s：%3$s %2$s，未達性別比率原則 — 設置要點三(二)"),
    [FINDING_CIVIL_DELEGATE] = N_("%1$s：民間代表由他人代理，不計入出席（%2$s）— 設置要點七"),
    [FINDING_ACTING_CHAIR] = N_("%1$s：代理主席非委員（%2$s）— 設置要點四(二)"),
    [FINDING_VOTES] = N_("%1$s：表決票數與有表決權人數不符（%2$s）"),
    [FINDING_VOTES_TOO_MANY] = N_("%1$s：表決票數多於有表決權人數（%2$s）"),
    [FINDING_VOTE_RESULT] = N_("%1$s：所記的表決結果與票數（%2$s）不符"),
    [FINDING_VOTE_RULE] = N_("%1$s：表決的計算方式不是本會規則所定"),
    [FINDING_VOTE_OPEN] = N_("%1$s：本會規則沒有定可決數，算法不同結果不同（%2$s），紀錄也沒有寫明"),
    [FINDING_VOTE_CASTING] = N_("%1$s：主席參加表決（%2$s），但沒有可否同數，或本會規則不許"),
    [FINDING_BALLOT] = N_("%1$s：%2$s 迴避或不在場，卻有票"),
    [FINDING_YEAR] = N_("%1$s：會議年度與日期不符（%2$s）"),
    [FINDING_MATERIALS_LATE] = N_("%1$s：議程及資料逾期寄送（%2$s）— 運作指引肆二"),
    [FINDING_DRAFT_LATE] = N_("%1$s：紀錄草稿逾期寄送（%2$s）— 運作指引陸一"),
    [FINDING_PUBLISH_LATE] = N_("%1$s：紀錄逾期公開（%2$s）— 運作指引陸一"),
    [FINDING_TRACK_MISSING] = N_("%1$s：列管案 %2$s 未提會追蹤"),
    [FINDING_TRACK_CLOSED] = N_("%1$s：列管案 %2$s 已結案而再提會"),
    [FINDING_MEETINGS_FEW] = N_("%1$s年：開會 %2$s 次 — 設置要點四(一)"),
    [FINDING_NO_TEXT] = N_("%1$s：發言無內容 — 設置要點十二"),
    [FINDING_RULE_MISSING] = N_("%1$s：會議當日無適用之開會規則"),
    [FINDING_DATA] = N_("資料表 %1$s：%2$s 筆資料無所歸屬"),
    [FINDING_CONVENER] = N_("%1$s：召集人 %2$s 人，應為 1 人 — 設置要點三(二)"),
    [FINDING_SECONDERS] = N_("%1$s：臨時動議附議人數不足（%2$s）"),
    [FINDING_MERGE_NOBODY] = N_("%1$s：決議所併的案不存在（%2$s）"),
    [FINDING_MERGE_CIRCLE] = N_("%1$s：併案互相指向，沒有一案作成決議（%2$s）"),
    [FINDING_TRACK_CIRCLE] = N_("列管案 %1$s 與 %2$s 互相併入或接續，沒有一案承接"),
    [FINDING_MERGE_UNDECIDED] = N_("%1$s：一併決議的案沒有決議（%2$s）"),
    [FINDING_DAY_OFF] = N_("%1$s：於放假日開會（%2$s）"),
};

static const char *gender_words(int gender)
{
    if (gender == UNKNOWN)
        return "";
    return gender == GENDER_FEMALE ? _("女性") : _("男性");
}

void finding_words(const struct finding *finding, struct str *out)
{
    const char *place = finding->place ? finding->place : "", *what = finding->what ? finding->what : "";

    if (!*what && (finding->kind == FINDING_DRAFT_LATE || finding->kind == FINDING_PUBLISH_LATE))
        what = _("尚未辦理");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-extra-args"
    str_printf(out, _(sentences[finding->kind]), place, what, gender_words(finding->gender));
#pragma GCC diagnostic pop
    if (finding->clause)
        str_printf(out, _("— %s"), label_clause(finding->clause));
}
