/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings in words.
 */
#include "tui/screens/shared/finding_words.h"

#include "core/base/text.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"
#include "tui/words.h"

#include <string.h>

static const char *const part_words[PART_COUNT] = {
    [PART_MEETING] = N_("會議資料"),     [PART_TITLE] = N_("案由"),
    [PART_EXPLANATION] = N_("說明"),     [PART_PROPOSAL] = N_("擬辦"),
    [PART_STATEMENT] = N_("發言"),       [PART_VOTE] = N_("表決"),
    [PART_DECISION] = N_("決議"),        [PART_PRIOR] = N_("前次決議"),
    [PART_INSTRUCTION] = N_("裁示事項"), [PART_PROGRESS] = N_("辦理情形"),
    [PART_RULING] = N_("裁示"),          [PART_ATTACHMENT] = N_("附件"),
    [PART_AMENDMENT] = N_("更正"),       [PART_PREVIOUS] = N_("上次會議的決議"),
};

static const char *const kind_words[PUBLISH_KINDS] = {
    [PUBLISH_PHONE] = N_("電話"),
    [PUBLISH_EMAIL] = N_("電子郵件"),
    [PUBLISH_ID] = N_("身分證、居留證號"),
    [PUBLISH_CONTACT] = N_("聯絡人姓名"),
    [PUBLISH_NAMES_SPEAKER] = N_("點出未具名的發言人"),
    [PUBLISH_QUOTES_CLOSED] = N_("與不公開的發言相同"),
    [PUBLISH_ANSWERS_CLOSED] = N_("回應不公開的發言"),
    [PUBLISH_AUTHOR_FILES] = N_("檔案屬性有作者姓名"),
    [PUBLISH_FILE_MISSING] = N_("找不到附件的檔案"),
    [PUBLISH_FILE_PERSONAL] = N_("附件檔案裡的個資"),
};

/* Who is being quoted, so that the statement is found. */
static void add_speaker(const struct publication *p, const struct statement *st, struct str *out)
{
    if (st->disclosure == DISCLOSURE_ANONYMOUS)
        str_add(out, _("某委員"));
    else if (st->chair)
        str_add(out, _("主席"));
    else if (st->delegate_of)
        label_member(out, &p->s.members, st->delegate_of);
    else if (st->name)
        str_add(out, st->name);
    else if (st->speaker.member)
        label_member(out, &p->s.members, st->speaker.member);
    else
        str_add(out, st->speaker.surname ? st->speaker.surname : st->speaker.unit);
}

static void add_table(const struct spot *spot, struct str *out)
{
    const char *caption = spot->grid->caption;

    if (caption && *caption)
        str_printf(out, _("附表「%s」"), caption);
    else
        str_add(out, _("附表"));
    if (spot->line >= 0)
        str_printf(out, _("第%d列第%d欄"), spot->line + 1, spot->column + 1);
    else
        str_add(out, _("的標題或註"));
}

static bool ends_in_space(const struct str *text)
{
    return text->len_bytes && text->text[text->len_bytes - 1] == ' ';
}

void finding_place_words(const struct publication *p, const struct style *style,
                         const struct publish_finding *finding, struct str *out)
{
    const struct spot *spot = &finding->spot;
    struct str speaker = STR_INIT;

    if (spot->item && spot->part != PART_PREVIOUS) {
        label_item(out, &p->copy.s, style, spot->item);
        str_add_char(out, ' ');
    } else if (spot->resolution) {
        str_printf(out, _("列管 %s "), spot->resolution->key);
    }
    if (!spot->item || !spot->grid || spot->part != PART_MEETING)
        str_add(out, _(part_words[spot->part]));
    if (spot->statement) {
        add_speaker(p, spot->statement, &speaker);
        str_printf(out, _("（%s）"), speaker.text);
        out->failed |= str_failed(&speaker);
        str_release(&speaker);
    }
    if (spot->grid) {
        str_add(out, ends_in_space(out) ? "" : " ");
        add_table(spot, out);
    }
}

const char *finding_kind_words(enum publish_kind kind)
{
    return _(kind_words[kind]);
}

void finding_text_words(const struct publish_finding *finding, struct str *out)
{
    enum { AROUND = 12 };
    const char *at = strstr(finding->text, finding->found);
    const size_t len = strlen(finding->text), n = strlen(finding->found);
    size_t start, end;

    if (finding->kind == PUBLISH_FILE_PERSONAL) { /* the file, and what is in it */
        text_show(out, finding->text, len);
        str_add(out, "：");
    }
    if (finding->kind >= PUBLISH_ANSWERS_CLOSED || !at) {
        text_show(out, finding->found, n);
        return;
    }
    start = (size_t)(at - finding->text);
    end = start + n;
    for (int i = 0; i < AROUND && start > 0; i++)
        start = text_cluster_before(finding->text, len, start);
    for (int i = 0; i < AROUND && end < len; i++)
        end += text_cluster_bytes(finding->text + end, len - end);
    str_add(out, start ? "…" : "");
    text_show(out, finding->text + start, (size_t)(at - finding->text) - start);
    str_add(out, "【");
    text_show(out, finding->found, n);
    str_add(out, "】");
    text_show(out, at + n, end - (size_t)(at - finding->text) - n);
    str_add(out, end < len ? "…" : "");
}

const char *finding_choice_words(enum publish_kind kind, int choice)
{
    if (choice == UNKNOWN)
        return _("尚未決定");
    switch (kind) {
    case PUBLISH_ANSWERS_CLOSED:
        return choice == PUBLISH_KEEP ? _("照登") : _("不放這則回應");
    case PUBLISH_AUTHOR_FILES:
        return choice == PUBLISH_KEEP ? _("照附，已檢查過") : _("不附這些檔案");
    case PUBLISH_FILE_MISSING:
        return _("不附這個檔案");
    case PUBLISH_FILE_PERSONAL:
        return choice == PUBLISH_KEEP ? _("照附") : _("不附這個檔案");
    case PUBLISH_NAMES_SPEAKER:
        return choice == PUBLISH_KEEP ? _("照登") : _("改為「某委員」");
    case PUBLISH_PHONE:
    case PUBLISH_EMAIL:
    case PUBLISH_ID:
    case PUBLISH_CONTACT:
    case PUBLISH_QUOTES_CLOSED:
    case PUBLISH_KINDS:
        break;
    }
    return choice == PUBLISH_KEEP ? _("照登") : _("遮去");
}
