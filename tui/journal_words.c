/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for tables and columns, and a change as a line.
 */
#include "tui/journal_words.h"

#include "core/base/text.h"
#include "core/calendar/date.h"
#include "core/meeting/meeting.h"
#include "core/tracking/resolution.h"
#include "tui/screens/shared/finding_words.h"
#include "tui/screens/shared/label.h"
#include "tui/words.h"

#include <string.h>

enum { ZONE_MINUTES = 8 * 60, UTC_MINUTES_BYTES = 16 };

/* ---- the words ------------------------------------------------------------------------------------ */

static const struct {
    const char *table, *words;
    const struct entity *entity; /* knows the columns' codes */
} tables[] = {
    {"committee", N_("委員會"), &committee_entity},
    {"rule", N_("開會規則"), &rule_entity},
    {"standing", NC_("journal", "常設議程"), &standing_entity},
    {"member", N_("委員"), &member_entity},
    {"appointment", N_("聘期"), &appointment_entity},
    {"meeting", NC_("journal", "會議"), &meeting_entity},
    {"milestone", N_("進程"), &milestone_entity},
    {"seat", N_("席次"), &seat_entity},
    {"attendance", NC_("journal", "出席"), &attendance_entity},
    {"stay", N_("進出時間"), &stay_entity},
    {"observer", N_("列席人員"), &observer_entity},
    {"item", N_("議程案"), &item_entity},
    {"attachment", N_("附件"), &attachment_entity},
    {"named", N_("人員"), &named_entity},
    {"statement", N_("發言"), &statement_entity},
    {"vote", N_("表決"), &vote_entity},
    {"ballot", N_("記名票"), &ballot_entity},
    {"decision", N_("決議"), &decision_entity},
    {"prior", N_("以前的決議"), &prior_entity},
    {"resolution", N_("列管案"), &resolution_entity},
    {"unit", N_("單位"), &unit_entity},
    {"round", N_("追蹤"), &round_entity},
    {"report", N_("單位回報"), &report_entity},
    {"round_attachment", N_("附件"), &round_attachment_entity},
    {"grid", N_("附表"), &grid_entity},
    {"cell", N_("附表的一格"), &cell_entity},
    {"node", NC_("journal", "文字"), &node_entity},
    {"version", N_("留存的紀錄"), NULL},
    {"amendment", N_("更正"), NULL},
    {"publication", N_("公開資料夾"), NULL},
    {"publication_choice", N_("公開前的決定"), NULL},
};

/* A column of one table before the same column of any. A list of texts is named in node.field. */
static const struct {
    const char *table, *column, *words;
} columns[] = {
    {"committee", "key", N_("代號")},
    {"committee", "name", N_("名稱")},
    {NULL, "agency", N_("機關")},
    {NULL, "self", N_("自稱")},
    {NULL, "secretariat", N_("幕僚單位")},
    {NULL, "paper", N_("紀錄格式")},
    {NULL, "quorum_numerator", N_("法定人數分子")},
    {NULL, "quorum_denominator", N_("法定人數分母")},
    {NULL, "quorum_comparison", N_("法定人數比較")},
    {NULL, "civil_min", N_("民間代表下限")},
    {NULL, "members_min", N_("委員人數下限")},
    {NULL, "convener_counts", NC_("journal", "召集人計入")},
    {NULL, "civil_share", N_("民間代表比率")},
    {NULL, "gender_share", N_("性別比率")},
    {NULL, "meetings_per_year", N_("每年開會次數")},
    {NULL, "materials_workdays", N_("資料寄送工作日")},
    {NULL, "draft_workdays", N_("草稿寄送工作日")},
    {NULL, "publish_workdays", N_("公開工作日")},
    {NULL, "vote_of", N_("表決基準")},
    {NULL, "vote_share", N_("可決比例")},
    {NULL, "vote_comparison", N_("可決比較")},
    {NULL, "vote_casting", N_("可否同數取決於主席")},
    {NULL, "seconders_min", N_("附議人數下限")},
    {NULL, "valid_from", N_("起日")},
    {NULL, "valid_to", N_("迄日")},
    {NULL, "term", N_("屆次")},
    {NULL, "basis", N_("聘任依據")},
    {NULL, "replaces", N_("接替")},
    {NULL, "role", NC_("journal", "職務")},
    {"appointment", "kind", N_("身分別")},
    {"seat", "kind", N_("身分別")},
    {"seat", "seat", NC_("journal", "席次")},
    {NULL, "gender", N_("性別")},
    {NULL, "surname", N_("姓")},
    {NULL, "given", N_("名")},
    {"member", "key", N_("代號")},
    {NULL, "key", N_("編號")},
    {"meeting", "title", N_("會議名稱")},
    {"meeting", "kind", N_("會議種類")},
    {NULL, "started", N_("開始時間")},
    {NULL, "ended", N_("結束時間")},
    {NULL, "opened", N_("實際開會")},
    {"amendment", "place", N_("更正處")},
    {"publication_choice", "place", NC_("journal", "位置")},
    {"publication_choice", "kind", NC_("journal", "種類")},
    {NULL, "found", NC_("journal", "原文")},
    {NULL, "choice", NC_("journal", "照登或遮去")},
    {NULL, "made_on", NC_("journal", "寫出日期")},
    {NULL, "made_by", NC_("journal", "承辦人")},
    {NULL, "minutes", NC_("journal", "紀錄的雜湊值")},
    {NULL, "salt", NC_("journal", "亂數")},
    {NULL, "place", N_("地點")},
    {NULL, "mode", N_("開會方式")},
    {NULL, "outcome", N_("開會結果")},
    {NULL, "attendance_none", N_("無人出席")},
    {NULL, "chair_member", N_("主席")},
    {NULL, "chair_surname", N_("主席姓")},
    {NULL, "chair_given", N_("主席名")},
    {NULL, "chair_title", N_("主席職稱")},
    {NULL, "chair_unit", N_("主席單位")},
    {NULL, "acting_member", N_("代理主席")},
    {NULL, "acting_surname", N_("代理主席姓")},
    {NULL, "acting_given", N_("代理主席名")},
    {NULL, "acting_title", N_("代理主席職稱")},
    {NULL, "acting_unit", N_("代理主席單位")},
    {NULL, "recorder_member", N_("紀錄人員")},
    {NULL, "recorder_surname", N_("紀錄人員姓")},
    {NULL, "recorder_given", N_("紀錄人員名")},
    {NULL, "recorder_title", N_("紀錄人員職稱")},
    {NULL, "recorder_unit", N_("紀錄人員單位")},
    {NULL, "step", N_("步驟")},
    {NULL, "done_on", N_("日期")},
    {NULL, "done_by", N_("辦理人")},
    {NULL, "letter", N_("文號")},
    {NULL, "remark", N_("備註")},
    {NULL, "status", N_("出席情形")},
    {NULL, "reply", N_("會前回復")},
    {NULL, "online", N_("視訊")},
    {NULL, "disclosure", N_("記名方式")},
    {NULL, "delegate_member", N_("代理人")},
    {NULL, "delegate_surname", N_("代理人姓")},
    {NULL, "delegate_given", N_("代理人名")},
    {NULL, "delegate_title", N_("代理人職稱")},
    {NULL, "delegate_unit", N_("代理人單位")},
    {NULL, "time_in", N_("到場")},
    {NULL, "time_out", N_("離場")},
    {NULL, "for_member", N_("代何人列席")},
    {NULL, "section", N_("節")},
    {NULL, "content", N_("內容種類")},
    {NULL, "abridged", N_("印「略」")},
    {NULL, "is_none", N_("印「無」")},
    {NULL, "label", N_("標示")},
    {NULL, "topic", N_("案由分類")},
    {"item", "title", N_("案由")},
    {"standing", "title", N_("案由")},
    {"prior", "title", N_("案由")},
    {"attachment", "title", N_("標題")},
    {"round_attachment", "title", N_("標題")},
    {NULL, "title", N_("職稱")},
    {NULL, "file", N_("檔案")},
    {NULL, "unit", N_("單位")},
    {NULL, "from_meeting", N_("來自會議")},
    {NULL, "from_item", N_("來自案")},
    {NULL, "raised", N_("提出時間")},
    {NULL, "proposer_member", N_("提案人")},
    {NULL, "proposer_surname", N_("提案人姓")},
    {NULL, "proposer_given", N_("提案人名")},
    {NULL, "proposer_title", N_("提案人職稱")},
    {NULL, "proposer_unit", N_("提案人單位")},
    {NULL, "member", N_("委員")},
    {NULL, "chair", N_("主席發言")},
    {NULL, "delegate_of", N_("代理何人")},
    {NULL, "name", N_("名稱")},
    {NULL, "pending", N_("發言人待補")},
    {NULL, "about", N_("關於列管案")},
    {NULL, "said_at", N_("時間")},
    {NULL, "response", N_("單位回應")},
    {NULL, "presentation", N_("簡報")},
    {NULL, "method", N_("表決方式")},
    {NULL, "votes_for", NC_("journal", "同意")},
    {NULL, "against", NC_("journal", "不同意")},
    {NULL, "abstain", NC_("journal", "棄權")},
    {NULL, "entitled", N_("有表決權")},
    {NULL, "counted_of", N_("計算基礎")},
    {NULL, "share", N_("門檻")},
    {NULL, "comparison", N_("比較")},
    {NULL, "casting", N_("主席可否同數裁決")},
    {NULL, "result", N_("結果")},
    {NULL, "vote", N_("票")},
    {"decision", "kind", N_("決議種類")},
    {NULL, "merged_with", N_("併入")},
    {NULL, "decided_at", N_("時間")},
    {NULL, "present", N_("出席人數")},
    {NULL, "in_office", N_("應出席人數")},
    {NULL, "civil", N_("民間代表人數")},
    {NULL, "met", N_("足法定人數")},
    {NULL, "number", N_("案號")},
    {NULL, "track", N_("列管案")},
    {NULL, "source_meeting", N_("決議的會議")},
    {NULL, "source_item", N_("決議的案")},
    {NULL, "source_point", N_("決議的第幾點")},
    {NULL, "source_ref", N_("決議出處")},
    {NULL, "source_text", N_("決議出處")},
    {NULL, "source_date", N_("決議日期")},
    {NULL, "due", N_("期限")},
    {NULL, "after_key", N_("接續列管案")},
    {NULL, "meeting", NC_("journal", "會議")},
    {NULL, "meeting_text", NC_("journal", "會議")},
    {NULL, "meeting_date", N_("會議日期")},
    {NULL, "recommendation", N_("列管建議")},
    {NULL, "ruling", N_("裁示")},
    {NULL, "merged_into", N_("併入列管案")},
    {NULL, "proposed_into", N_("建議併入列管案")},
    {NULL, "letter_date", N_("發文日期")},
    {NULL, "reported_on", N_("回報日期")},
    {NULL, "caption", N_("表的標題")},
    {NULL, "as_of", N_("資料日期")},
    {NULL, "lines", N_("列數")},
    {NULL, "footer", N_("合計列數")},
    {NULL, "line", NC_("journal", "列")},
    {NULL, "col", NC_("journal", "欄")},
    {"cell", "kind", N_("格的種類")},
    {NULL, "text", NC_("journal", "內容")},
    {NULL, "level", N_("層級")},
    {NULL, "plain", N_("不編號")},
    {NULL, "position", N_("次序")},
    {NULL, "kept_on", N_("留存日期")},
    {NULL, "kept_by", N_("留存人")},
    {NULL, "style", N_("紀錄格式")},
    {NULL, "public", N_("公開版")},
    {NULL, "head", N_("日誌封印")},
    {NULL, "before", N_("原文")},
    {NULL, "after", N_("更正後")},
    {NULL, "reason", N_("理由")},
    {NULL, "amended_on", N_("更正日期")},
    {NULL, "amended_by", N_("更正人")},
    {"node.field", "explanation", N_("說明")},
    {"node.field", "proposal", N_("擬辦")},
    {"node.field", "points", NC_("journal", "內容")},
    {"node.field", "progress", N_("辦理情形")},
    {"node.field", "ruling_text", N_("裁示的文字")},
    {"node.field", "instruction", N_("裁示事項")},
    {"node.field", "outline", NC_("journal", "格的內容")},
    {"node.field", "notes", N_("表下的註")},
    {"node.field", "columns", N_("表頭")},
    {"node.field", "decision", N_("決議")},
    {"named.field", "recused", N_("迴避")},
    {"named.field", "seconders", N_("附議")},
    {"unit.field", "units", N_("主辦")},
    {"unit.field", "assisting", N_("協辦")},
};

static size_t table_at(const char *table)
{
    size_t i = 0;

    while (i < sizeof tables / sizeof *tables && strcmp(tables[i].table, table) != 0)
        i++;
    return i;
}

const char *journal_table(const char *table)
{
    const size_t at = table_at(table);

    return at < sizeof tables / sizeof *tables ? words_of(tables[at].words) : table;
}

const char *journal_column(const char *table, const char *column)
{
    for (int any = 0; any <= 1; any++)
        for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
            if (strcmp(columns[i].column, column) == 0 &&
                (any ? !columns[i].table : columns[i].table && strcmp(columns[i].table, table) == 0))
                return words_of(columns[i].words);
    return column;
}

bool journal_column_inner(const char *column)
{
    static const char *const inner[] = {"id", "position", "owner", "field", "sha256", "level", "plain"};
    const size_t n = strlen(column);

    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (strcmp(inner[i], column) == 0)
            return true;
    return n > 3 && strcmp(column + n - 3, "_id") == 0;
}

/* ---- who and when --------------------------------------------------------------------------------- */

static void add_shown(struct str *out, const char *text)
{
    text_show(out, text, strlen(text));
}

void journal_when(const char *at, struct str *out)
{
    struct moment moment = {.minutes = -1};
    char utc[UTC_MINUTES_BYTES + 1] = "";
    const size_t n = strlen(at);

    if (n >= UTC_MINUTES_BYTES)
        memcpy(utc, at, UTC_MINUTES_BYTES);
    if (!moment_parse_iso(utc, &moment)) {
        add_shown(out, at);
        return;
    }
    moment.minutes += ZONE_MINUTES;
    if (moment.minutes >= 24 * 60) {
        moment.minutes -= 24 * 60;
        moment.date = date_add(moment.date, 1);
    }
    moment_format(out, _("{Y}/{mm}/{dd}({w}) {HH}:{MM}"), moment);
    if (n >= UTC_MINUTES_BYTES + 3 && at[UTC_MINUTES_BYTES] == ':') {
        str_add_char(out, ':');
        text_show(out, at + UTC_MINUTES_BYTES + 1, 2);
    }
}

void journal_who(const struct history_set *set, struct str *out)
{
    if (set->id)
        add_shown(out, set->who);
    else
        str_add(out, _("其他工具，無姓名"));
}

void journal_label(const struct history_set *set, struct str *out)
{
    add_shown(out, set->label);
}

/* ---- a change ------------------------------------------------------------------------------------- */

static const struct field *field_of(const char *table, const char *column)
{
    const size_t at = table_at(table);

    return at < sizeof tables / sizeof *tables && tables[at].entity ? entity_field(tables[at].entity, column)
                                                                    : NULL;
}

/* Of a decision before publishing. */
static const char *decision_words(const char *column, const char *value)
{
    const int kind = choice_find(&publish_kind_choices, value);
    const int choice = choice_find(&publish_choice_choices, value);

    if (text_same(column, "kind") && kind != UNKNOWN)
        return finding_kind_words((enum publish_kind)kind);
    return text_same(column, "choice") && choice != UNKNOWN ? finding_choice_words(PUBLISH_PHONE, choice)
                                                            : "";
}

/* The word for VALUE where the column holds a code; "" where it is a text. */
static const char *code_words(const char *table, const char *column, const char *value)
{
    const struct field *field = field_of(table, column);

    if (!field)
        return text_same(table, "publication_choice") ? decision_words(column, value) : "";
    if (field->type == FIELD_CHOICE && field->choices)
        return label_choice(field->choices, choice_find(field->choices, value));
    if (field->type == FIELD_BOOL || field->type == FIELD_TRI)
        return text_same(value, "1") ? _("是") : text_same(value, "0") ? _("否") : "";
    return "";
}

static bool names_member(const char *table, const char *column)
{
    const struct field *field = field_of(table, column);

    return field && field->type == FIELD_REF && field->to == TARGET_MEMBER;
}

static void add_value(const struct history_change *c, const char *value, const struct members *members,
                      int cols, struct str *out)
{
    struct str shown = STR_INIT, cut = STR_INIT;
    const char *words = value ? code_words(c->table, c->column, value) : "";

    if (!value) {
        str_add(out, _("空白"));
        return;
    }
    if (*words)
        str_add(&shown, words);
    else if (members && names_member(c->table, c->column))
        label_member(&shown, members, value);
    else
        add_shown(&shown, value);
    text_truncate(&cut, shown.text, cols, &text_paper);
    str_printf(out, _("「%s」"), cut.text);
    str_release(&shown);
    str_release(&cut);
}

/* A row's column that says nothing: what is no more than its usual value. */
static bool says_nothing(const struct history_change *c, const char *value)
{
    const struct field *field = field_of(c->table, c->column);

    /* where it stands is a row's number, and a salt is nothing to read */
    if (strncmp(c->table, "publication", 11) == 0 &&
        (text_same(c->column, "meeting") || text_same(c->column, "place") || text_same(c->column, "salt") ||
         text_same(c->column, "minutes")))
        return true;
    return journal_column_inner(c->column) || (field && field->type == FIELD_BOOL && text_same(value, "0"));
}

/* Which list of its owner the row is in, where that tells what it is: an item's 說明. */
static const char *list_words(const struct history_changes *changes, size_t from, size_t to)
{
    static const struct {
        const char *table, *field;
    } lists[] = {{"node", "node.field"}, {"named", "named.field"}, {"unit", "unit.field"}};

    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
            const struct history_change *c = &changes->v[i];
            const char *value = c->after ? c->after : c->before;

            if (value && strcmp(c->table, lists[k].table) == 0 && strcmp(c->column, "field") == 0)
                return journal_column(lists[k].field, value);
        }
    return journal_table(changes->v[from].table);
}

static void add_row(const struct history_changes *changes, size_t from, size_t to,
                    const struct members *members, int cols, struct str *out)
{
    const struct history_change *first = &changes->v[from];
    const bool gone = strcmp(first->op, "delete") == 0;
    bool any = false;

    str_printf(out, gone ? _("刪除%s（第 %lld 筆）") : _("新增%s（第 %lld 筆）"),
               list_words(changes, from, to), (long long)first->row);
    for (size_t i = from; i < to; i++) {
        const struct history_change *c = &changes->v[i];
        const char *value = gone ? c->before : c->after;

        if (says_nothing(c, value))
            continue;
        str_add(out, any ? _("，") : _("："));
        any = true;
        add_shown(out, journal_column(c->table, c->column));
        str_add(out, words_english() ? " " : "");
        add_value(c, value, members, cols, out);
    }
}

size_t journal_line(const struct history_changes *changes, size_t from, const struct members *members,
                    int cols, struct str *out)
{
    const struct history_change *first = &changes->v[from];
    size_t to = from + 1;

    if (strcmp(first->op, "update") != 0) {
        while (to < changes->n && changes->v[to].row == first->row &&
               strcmp(changes->v[to].table, first->table) == 0 && strcmp(changes->v[to].op, first->op) == 0)
            to++;
        add_row(changes, from, to, members, cols, out);
        return to;
    }
    add_shown(out, journal_table(first->table));
    str_printf(out, _("（第 %lld 筆）"), (long long)first->row);
    add_shown(out, journal_column(first->table, first->column));
    str_add(out, _("："));
    add_value(first, first->before, members, cols, out);
    str_add(out, " → ");
    add_value(first, first->after, members, cols, out);
    return to;
}
