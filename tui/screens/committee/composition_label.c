/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a committee is composed, in words: the figures, and each finding with its clause.
 * Knows no roster.
 */
#include "tui/screens/committee/members.h"

#include "tui/screens/shared/label.h"

static void add_share(struct str *out, int have, int of)
{
    str_printf(out, "%d/%d", have, of);
    if (of > 0)
        str_printf(out, " (%d.%d%%)", have * 100 / of, (have * 1000 / of) % 10);
}

void composition_figures(const struct composition *c, struct str *out)
{
    str_printf(out, _("在任 %d 人，民間代表 "), c->in_office);
    add_share(out, c->civil, c->in_office);
    str_add(out, _("，女性 "));
    add_share(out, c->female, c->in_office);
    str_add(out, _("，男性 "));
    add_share(out, c->male, c->in_office);
}

/* "未達 1/3" */
static void add_below(const struct composition_finding *f, struct str *out)
{
    add_share(out, f->have, f->of);
    if (f->warning)
        str_printf(out, _("，未達 %d/%d 原則"), f->share.num, f->share.den);
    else
        str_printf(out, _("，未達 %d/%d"), f->share.num, f->share.den);
}

static void add_name(const struct composition_finding *f, struct str *out)
{
    if (f->member) {
        str_add(out, f->member->surname);
        str_add(out, f->member->given);
    }
}

static void add_personal(const struct composition_finding *f, struct str *out)
{
    add_name(f, out);
    if (f->kind == COMPOSITION_CONVENER_KIND) {
        str_add(out, _("：召集人是民間代表"));
    } else if (f->kind == COMPOSITION_RANK) {
        str_printf(out, _("：職稱「%s」看不出是單位主管"), f->what ? f->what : "");
    } else if (f->kind == COMPOSITION_TERM_LONG) {
        str_add(out, _("：任期超過二年，至 "));
        label_date(out, f->what);
    } else if (f->kind == COMPOSITION_TERM_THIRD) {
        str_printf(out, _("：第 %d 任，續聘以一次為限"), f->have);
    } else if (f->kind == COMPOSITION_AGENCY_TERM) {
        str_add(out, _("：機關代表隨職務異動，不必填任期"));
    } else {
        str_add(out, _("：補聘的任期超過原任期，至 "));
        label_date(out, f->what);
    }
}

void composition_words(const struct composition_finding *f, struct str *out)
{
    switch (f->kind) {
    case COMPOSITION_FEW:
        str_printf(out, _("在任 %d 人，少於 %d 人"), f->have, f->need);
        break;
    case COMPOSITION_CIVIL_SHARE:
        str_add(out, _("民間代表 "));
        add_below(f, out);
        break;
    case COMPOSITION_KIND_UNKNOWN:
        str_printf(out, _("有 %d 人沒填身分，無法判定民間代表的比例"), f->have);
        break;
    case COMPOSITION_GENDER_SHARE:
        str_printf(out, f->gender == GENDER_FEMALE ? _("女性 ") : _("男性 "));
        add_below(f, out);
        break;
    case COMPOSITION_GENDER_UNKNOWN:
        str_printf(out, _("有 %d 人沒填性別，無法判定性別比例"), f->have);
        break;
    case COMPOSITION_NO_CONVENER:
        str_add(out, _("沒有召集人"));
        break;
    case COMPOSITION_CONVENERS:
        str_printf(out, _("有 %d 位召集人"), f->have);
        break;
    case COMPOSITION_CONVENER_KIND:
    case COMPOSITION_RANK:
    case COMPOSITION_TERM_LONG:
    case COMPOSITION_TERM_THIRD:
    case COMPOSITION_AGENCY_TERM:
    case COMPOSITION_SUCCESSOR:
        add_personal(f, out);
        break;
    case COMPOSITION_KINDS:
        return;
    }
    if (composition_clause(f->kind) && *composition_clause(f->kind))
        str_printf(out, " — %s", composition_clause(f->kind));
}

void composition_draw(const struct composition *c, struct rect rect)
{
    struct str text = STR_INIT;
    struct pen pen = pen_at(rect, 0);

    composition_figures(c, &text);
    pen_text(&pen, ROLE_TEXT, text.text);
    pen_fill(&pen, ROLE_TEXT);
    for (int i = 0; i < rect.rows - 1; i++) {
        pen = pen_at(rect, i + 1);
        if ((size_t)i < c->n) {
            const struct composition_finding *finding = &c->findings[i];

            str_clear(&text);
            composition_words(finding, &text);
            if (i == rect.rows - 2 && (size_t)i + 1 < c->n) {
                str_clear(&text);
                str_printf(&text, _("… 另有 %zu 項"), c->n - (size_t)i);
            }
            pen_text(&pen, finding->warning ? ROLE_WARN : ROLE_BAD, "! ");
            pen_text(&pen, ROLE_TEXT, text.text);
        }
        pen_fill(&pen, ROLE_TEXT);
    }
    str_release(&text);
}
