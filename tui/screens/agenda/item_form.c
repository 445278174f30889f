/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the form of an item shows and stores: each field one change.
 */
#include "core/meeting/merge.h"
#include "core/paper/minutes.h"
#include "tui/screens/agenda/item.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/shared/person_form.h"

#include <string.h>

/* Choices of the proposer beside the members: somebody else as he is, and somebody else to be asked for. */
static const char as_it_is[] = "=", somebody_else[] = "+";

const struct form_field item_fields[] = {
    {.name = "number", .label = N_("案號"), .kind = FORM_FIXED},
    {.name = "section", .label = N_("節"), .kind = FORM_CHOICE, .help = N_("← → 換一節，案號跟著改")},
    {.name = "title",
     .label = N_("案由"),
     .kind = FORM_TEXT,
     .help = N_("報告案印的就是這一段，可以很長"),
     .required = true},
    {.name = "unit", .label = N_("單位"), .kind = FORM_TEXT, .help = N_("報告或提案的單位，例如 資訊處")},
    {.name = "proposer",
     .label = N_("提案人"),
     .kind = FORM_PICK,
     .help = N_("Enter 或打姓名、席次挑選；沒有就選（無）")},
    {.name = "seconders", .label = N_("連署人"), .kind = FORM_OPEN, .help = N_("Enter 挑選")},
    {.name = "explanation",
     .label = N_("說明"),
     .kind = FORM_OPEN,
     .help = N_("Enter 或 F5 編輯；PgUp PgDn 捲動預覽")},
    {.name = "proposal",
     .label = N_("擬辦"),
     .kind = FORM_OPEN,
     .help = N_("Enter 或 F7 編輯；PgUp PgDn 捲動預覽")},
    {.name = "tables",
     .label = N_("附表"),
     .kind = FORM_OPEN,
     .help = N_("Enter 或 F6 打開；在試算表複製後，也可以直接在這裡貼上")},
    {.name = "attachments",
     .label = N_("附件"),
     .kind = FORM_OPEN,
     .help = N_("Enter 或 F8 打開：附件的編號、名稱與檔案")},
    {.name = "recused",
     .label = N_("迴避"),
     .kind = FORM_OPEN,
     .help = N_("Enter 挑選：這一案迴避的委員，不計入這一案的出席與表決")},
};
const size_t item_n_fields = sizeof item_fields / sizeof *item_fields;

static bool is(const struct form_field *field, const char *name)
{
    return strcmp(field->name, name) == 0;
}

/* ---- values --------------------------------------------------------------------------------------- */

static void add_outline(const struct outline *outline, struct str *out)
{
    if (!outline->n)
        return;
    if (outline->n > 1)
        str_printf(out, _("%zu 段　"), outline->n);
    str_add(out, outline->v[0].text);
}

static void add_people(const struct snapshot *s, const struct named *v, size_t n, struct str *out)
{
    for (size_t i = 0; i < n; i++) {
        str_add(out, i ? _("、") : "");
        label_person(out, &s->members, &v[i].person);
    }
}

static void add_tables(const struct item *item, struct str *out)
{
    for (size_t i = 0; i < item->tables.n; i++) {
        str_add(out, i ? _("；") : "");
        item_table_name(&item->tables.v[i], i, out);
    }
}

static void add_attachments(const struct item *item, struct str *out)
{
    for (size_t i = 0; i < item->attachments.n; i++) {
        const struct attachment *a = &item->attachments.v[i];

        str_add(out, i ? _("；") : "");
        str_add(out, a->label);
        str_add(out, a->label && a->title ? " " : "");
        str_add(out, a->title ? a->title : a->file);
    }
}

static void add_number(const struct item_screen *screen, struct str *out)
{
    const struct item *item = screen->base.item;
    const struct decision *decision = item_decision(item);
    struct str joined = STR_INIT;

    label_item_number(out, &screen->base.frame.s, screen->base.frame.style, item);
    if (screen->base.gone)
        str_add(out, _("這一案已被刪除"));
    if (item->from_meeting) {
        str_add(out, out->len_bytes ? _("　") : "");
        str_add(out, _("承"));
        label_meeting_key(out, item->from_meeting, NULL);
    }
    if (item->raised)
        str_printf(out, _("（%s 提出）"), item->raised);
    if (decision) {
        str_add(out, out->len_bytes ? _("　") : "");
        if (merge_goes(item))
            minutes_decision_text(&screen->base.frame.s, screen->base.frame.style, item, out);
        else
            str_add(out, label_choice(&decision_kind_choices, decision->kind));
    }
    if (minutes_joined(&screen->base.frame.s, screen->base.frame.style, item, &joined))
        str_printf(out, _("%s併案：%s"), out->len_bytes ? _("　") : "", joined.text);
    str_release(&joined);
}

static void value_get(void *context, const struct form_field *field, struct str *out)
{
    struct item_screen *screen = context;
    const struct item *item = screen->base.item;
    const struct snapshot *s = &screen->base.frame.s;

    if (is(field, "number"))
        add_number(screen, out);
    else if (is(field, "section"))
        str_add(out, section_choices.codes[item->section]);
    else if (is(field, "title"))
        str_add(out, item->title);
    else if (is(field, "unit"))
        str_add(out, item->unit);
    else if (is(field, "proposer"))
        str_add(out, item->proposer.member          ? item->proposer.member
                     : person_none(&item->proposer) ? ""
                                                    : as_it_is);
    else if (is(field, "seconders"))
        add_people(s, item->seconders.v, item->seconders.n, out);
    else if (is(field, "explanation"))
        add_outline(&item->explanation, out);
    else if (is(field, "proposal"))
        add_outline(&item->proposal, out);
    else if (is(field, "tables"))
        add_tables(item, out);
    else if (is(field, "attachments"))
        add_attachments(item, out);
    else
        add_people(s, item->recused.v, item->recused.n, out);
}

/* Who proposed is said of motions; elsewhere only where it is known. */
static bool value_hidden(void *context, const struct form_field *field)
{
    const struct item *item = ((struct item_screen *)context)->base.item;

    if (!is(field, "proposer") && !is(field, "seconders"))
        return false;
    return item->section != SECTION_MOTION && person_none(&item->proposer) && !item->seconders.n;
}

/* ---- storing -------------------------------------------------------------------------------------- */

static enum status set_section(const struct item_screen *screen, struct item *wanted, const char *value,
                               struct err *err)
{
    if (meeting_milestone(&screen->base.frame.s.meeting, STEP_SENT))
        return err_set(err, STATUS_NO, CODE_ITEM_SENT_ORDER, NULL, NULL, NULL);
    wanted->section = choice_find(&section_choices, value);
    return STATUS_OK;
}

/* false: Esc; nothing changes. */
static bool set_proposer(struct item_screen *screen, struct item *wanted, const char *value,
                         struct arena *arena)
{
    if (strcmp(value, as_it_is) == 0)
        return false;
    if (strcmp(value, somebody_else) != 0) {
        wanted->proposer = (struct person){.member = *value ? value : NULL};
        return true;
    }
    wanted->proposer = (struct person){NULL, NULL, NULL, NULL, NULL};
    return person_ask(screen->base.app, _("提案人"), &screen->base.frame.s, NULL, PERSON_ONE, arena,
                      &wanted->proposer, NULL);
}

static enum status value_set(void *context, const struct form_field *field, const char *value,
                             struct err *err)
{
    struct item_screen *screen = context;
    const char *refusal = item_why_not_change(screen->base.app, &screen->base.frame.screen);
    struct item wanted = *screen->base.item;
    struct arena arena = ARENA_INIT;
    const char *text = *value ? value : NULL;
    enum status status = STATUS_OK;

    if (refusal)
        return err_set(err, STATUS_NO, screen->base.gone ? CODE_ITEM_GONE : CODE_MEETING_CONFIRMED, NULL,
                       screen->base.frame.s.meeting.key, NULL);
    if (is(field, "section"))
        status = set_section(screen, &wanted, value, err);
    else if (is(field, "title"))
        wanted.title = text;
    else if (is(field, "unit"))
        wanted.unit = text;
    else if (is(field, "proposer") && !set_proposer(screen, &wanted, value, &arena))
        goto out;
    if (!status)
        status = item_store(&screen->base, &wanted, _(field->label), err);
out:
    arena_release(&arena);
    return status;
}

/* ---- options -------------------------------------------------------------------------------------- */

static void section_options(const struct item_screen *screen, struct arena *arena, struct form_option **out,
                            size_t *n)
{
    struct form_option *v = arena_take(arena, (SECTION_COUNT + 1) * sizeof *v);

    *out = v;
    for (int section = 0; v && section < SECTION_COUNT; section++)
        if ((section >= SECTION_REPORT && section <= SECTION_MOTION) || section == screen->base.item->section)
            v[(*n)++] = (struct form_option){.code = section_choices.codes[section],
                                             .label = label_choice(&section_choices, section)};
}

static struct form_option member_option(const struct snapshot *s, const struct seat *seat,
                                        struct arena *arena)
{
    struct form_option option = {.code = seat->member, .label = seat->member, .number = seat->seat};
    struct str name = STR_INIT;
    const char *label;

    label_member(&name, &s->members, seat->member);
    label = arena_text(arena, name.text, name.len_bytes);
    if (label)
        option.label = label;
    option.detail = arena_printf(arena, "%s%s", seat->unit ? seat->unit : "", seat->title ? seat->title : "");
    str_release(&name);
    return option;
}

static void value_options(void *context, const struct form_field *field, struct arena *arena,
                          struct form_option **out, size_t *n)
{
    const struct item_screen *screen = context;
    const struct snapshot *s = &screen->base.frame.s;
    const struct person *proposer = &screen->base.item->proposer;
    struct str name = STR_INIT;
    struct form_option *v;

    *n = 0;
    if (is(field, "section")) {
        section_options(screen, arena, out, n);
        return;
    }
    *out = v = arena_take(arena, (s->meeting.composition.n + 4) * sizeof *v);
    if (!v)
        return;
    v[(*n)++] = (struct form_option){.code = "", .label = _("（無）")};
    label_person(&name, &s->members, proposer);
    if (!person_none(proposer) && !proposer->member)
        v[(*n)++] =
            (struct form_option){.code = as_it_is, .label = arena_text(arena, name.text, name.len_bytes)};
    else if (proposer->member && !meeting_seat(&s->meeting, proposer->member))
        v[(*n)++] = (struct form_option){.code = proposer->member,
                                         .label = arena_text(arena, name.text, name.len_bytes)};
    for (size_t i = 0; i < s->meeting.composition.n; i++)
        v[(*n)++] = member_option(s, &s->meeting.composition.v[i], arena);
    v[(*n)++] = (struct form_option){.code = somebody_else, .label = _("其他人或單位…")};
    str_release(&name);
}

const struct form_source item_source = {
    .get = value_get, .set = value_set, .options = value_options, .hidden = value_hidden};
