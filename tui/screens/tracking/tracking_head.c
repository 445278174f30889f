/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fixed head of a tracked decision: instruction, units, due date; for one that is older than the database
 * its number and source too. Asked for in a dialog and stored at once.
 */
#include "tui/screens/session/session_form.h"
#include "tui/screens/tracking/tracking.h"

#include <stdio.h>
#include <string.h>

enum { UNITS_MAX = 32 };

struct head {
    struct str key, instruction, units, assisting, due, source, day, after;
    const struct resolutions *all;
    const struct resolution *resolution; /* NULL: a new one */
};

static const struct form_field fields[] = {
    {.name = "instruction",
     .label = N_("裁示事項"),
     .kind = FORM_TEXT,
     .required = true,
     .help = N_("主席裁示或決議的文字，例如「請資訊處於年底前完成盤點」")},
    {.name = "whole", .label = N_("裁示事項"), .kind = FORM_FIXED},
    {.name = "units",
     .label = N_("主辦單位"),
     .kind = FORM_TEXT,
     .help = N_("數個單位用「、」分開：水質司、海象署")},
    {.name = "assisting", .label = N_("協辦單位"), .kind = FORM_TEXT, .help = N_("沒有就留空")},
    {.name = "due",
     .label = N_("原訂期限"),
     .kind = FORM_DATE,
     .help = N_("7/31、112/7/31；會議另訂的新期限記在該次會議的裁示")},
    {.name = "source",
     .label = N_("來源"),
     .kind = FORM_TEXT,
     .required = true,
     .help = N_("哪次會議的哪一案：110年第2次會議 報告事項案由二")},
    {.name = "day",
     .label = N_("來源日期"),
     .kind = FORM_DATE,
     .help = N_("那次會議的日期：110/12/14；不知道就留空")},
    {.name = "key", .label = N_("案號"), .kind = FORM_TEXT, .help = N_("例如 110-2-01；留空則自動編號")},
    {.name = "after",
     .label = N_("接續前案"),
     .kind = FORM_PICK,
     .help = N_("解除列管後再提的，填前一案；不是就留空")},
    {.name = "done", .label = N_("完成"), .kind = FORM_ACTION, .help = N_("按 Enter 記下；Esc 放棄")},
};

static struct str *value_of(struct head *head, const char *name)
{
    const struct {
        const char *name;
        struct str *value;
    } values[] = {{"key", &head->key},          {"instruction", &head->instruction},
                  {"units", &head->units},      {"assisting", &head->assisting},
                  {"due", &head->due},          {"source", &head->source},
                  {"day", &head->day},          {"after", &head->after},
                  {"whole", &head->instruction}};

    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (strcmp(values[i].name, name) == 0)
            return values[i].value;
    return NULL;
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    const struct str *value = value_of(context, field->name);

    if (value)
        str_add(out, value->text);
}

/* Small letters, digits and hyphens, as the drawn numbers are. */
static bool is_key(const char *text)
{
    for (const char *p = text; *p; p++)
        if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-'))
            return false;
    return true;
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct head *head = context;
    struct str *to = value_of(head, field->name);

    if (strcmp(field->name, "key") == 0 && !is_key(value))
        return err_set(err, STATUS_BAD, CODE_RECORD_KEY, _("案號"), value, NULL);
    if (strcmp(field->name, "key") == 0 && *value && resolution_find(head->all, value))
        return err_set(err, STATUS_NO, CODE_KEY_IN_USE, NULL, value, NULL);
    str_clear(to);
    str_add(to, value);
    return str_failed(to) ? err_memory(err) : STATUS_OK;
}

static void options(void *context, const struct form_field *field, struct arena *arena,
                    struct form_option **out, size_t *n)
{
    const struct head *head = context;
    struct form_option *v = arena_take(arena, (head->all->n + 1) * sizeof *v);

    (void)field;
    *out = v;
    *n = 0;
    if (!v)
        return;
    v[(*n)++] = (struct form_option){.code = "", .label = _("（無）")};
    for (size_t i = 0; i < head->all->n; i++) {
        const struct resolution *r = &head->all->v[i];

        if (r != head->resolution && !resolution_open(r))
            v[(*n)++] = (struct form_option){
                .code = r->key, .label = r->key, .detail = r->instruction.n ? r->instruction.v[0].text : ""};
    }
}

/* What is drawn is drawn once; an outline is not pressed into a line; a source of ours is not typed. */
static bool hidden(void *context, const struct form_field *field)
{
    const struct head *head = context;
    const struct resolution *r = head->resolution;
    const bool outline = r && r->instruction.n > 1;

    if (strcmp(field->name, "instruction") == 0)
        return outline;
    if (strcmp(field->name, "whole") == 0)
        return !outline;
    if (strcmp(field->name, "source") == 0 || strcmp(field->name, "day") == 0)
        return r && r->meeting;
    return r && strcmp(field->name, "key") == 0;
}

static const struct form_source source = {.get = get, .set = set, .options = options, .hidden = hidden};

/* ---- storing -------------------------------------------------------------------------------------- */

/* The names in TEXT into V, cut apart in place; those that were there keep their rows. Returns how many. */
static size_t split_units(char *text, const struct unit *old, size_t n_old, struct unit *v)
{
    static const char *const marks[] = {"、", "，", "；", ",", ";"};
    size_t n = 0;

    for (char *at = text; at && *at && n < UNITS_MAX;) {
        char *end = NULL, *next = NULL;

        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            char *mark = strstr(at, marks[i]);

            if (mark && (!end || mark < end)) {
                end = mark;
                next = mark + strlen(marks[i]);
            }
        }
        if (end)
            *end = '\0';
        at += strspn(at, " ");
        if (*at) {
            entity_defaults(&unit_entity, &v[n]);
            for (size_t i = 0; i < n_old; i++)
                if (text_same(old[i].name, at))
                    v[n] = old[i];
            v[n++].name = at;
        }
        at = next;
    }
    return n;
}

static const char *text_or_null(const struct str *text)
{
    return text->len_bytes ? text->text : NULL;
}

static enum status save(struct app *app, struct head *head)
{
    const struct resolution *old = head->resolution;
    struct unit units[UNITS_MAX], assisting[UNITS_MAX];
    struct resolution wanted;
    struct node node;
    struct attempt attempt;
    enum status status;

    entity_defaults(&node_entity, &node);
    entity_defaults(&resolution_entity, &wanted);
    if (old)
        wanted = *old;
    if (old && old->instruction.n == 1)
        node = old->instruction.v[0];
    node.text = head->instruction.text;
    if (!old || old->instruction.n <= 1)
        wanted.instruction = (struct outline){&node, 1};
    wanted.units.n = split_units(head->units.text, old ? old->units.v : NULL, old ? old->units.n : 0, units);
    wanted.units.v = units;
    wanted.assisting.n = split_units(head->assisting.text, old ? old->assisting.v : NULL,
                                     old ? old->assisting.n : 0, assisting);
    wanted.assisting.v = assisting;
    wanted.due = text_or_null(&head->due);
    wanted.after = text_or_null(&head->after);
    wanted.source_text = text_or_null(&head->source);
    wanted.source_date = text_or_null(&head->day);
    if (!old)
        wanted.key = text_or_null(&head->key);
    app_attempt(app, &attempt, _("%s：%s"), old ? _("列管") : _("輸入舊列管案"),
                old ? old->key : head->instruction.text);
    do
        status = resolution_save(app->db, &attempt.stamp, app->committee_id, old, &wanted, &attempt.err);
    while (app_again(app, &attempt, status));
    return status;
}

/* The number that was drawn for the new one: the one that was not there before. */
static void find_new(struct app *app, const struct resolutions *before, char key[64])
{
    struct arena arena = ARENA_INIT;
    struct resolutions all = {NULL, 0};
    struct err err = {0};

    if (!resolutions_load(app->db, app->committee_id, &arena, &all, &err))
        for (size_t i = 0; i < all.n; i++)
            if (!resolution_find(before, all.v[i].key))
                (void)snprintf(key, 64, "%s", all.v[i].key);
    arena_release(&arena);
}

static void begin(struct head *head, const struct resolution *r)
{
    if (!r)
        return;
    str_add(&head->key, r->key);
    for (size_t i = 0; i < r->instruction.n; i++)
        str_printf(&head->instruction, "%s%s", i ? " " : "", r->instruction.v[i].text);
    tracking_units(&head->units, r->units.v, r->units.n);
    tracking_units(&head->assisting, r->assisting.v, r->assisting.n);
    str_add(&head->due, r->due);
    str_add(&head->source, r->source_text);
    str_add(&head->day, r->source_date);
    str_add(&head->after, r->after);
}

static bool complete(struct app *app, const struct head *head)
{
    const bool ours = head->resolution && head->resolution->meeting;

    if (head->instruction.len_bytes && (ours || head->source.len_bytes))
        return true;
    app_message(app, ROLE_WARN, "%s", _("裁示事項與來源都要填；不記就按 Esc"));
    return false;
}

bool tracking_head_ask(struct app *app, const struct resolutions *all, const struct resolution *resolution,
                       char key[64])
{
    struct head head = {STR_INIT, STR_INIT, STR_INIT, STR_INIT, STR_INIT,
                        STR_INIT, STR_INIT, STR_INIT, all,      resolution};
    bool stored = false;

    begin(&head, resolution);
    while (!stored) {
        struct str units = STR_INIT, assisting = STR_INIT;

        if (!session_form(app, resolution ? resolution->key : _("輸入建檔前的列管案"), fields,
                          sizeof fields / sizeof *fields, &source, &head, NULL))
            break;
        str_add(&units, head.units.text); /* cutting apart spoils them */
        str_add(&assisting, head.assisting.text);
        stored = complete(app, &head) && save(app, &head) == STATUS_OK;
        str_swap(&units, &head.units);
        str_swap(&assisting, &head.assisting);
        str_release(&units);
        str_release(&assisting);
    }
    if (stored && !resolution && key)
        find_new(app, all, key);
    str_release(&head.key);
    str_release(&head.instruction);
    str_release(&head.units);
    str_release(&head.assisting);
    str_release(&head.due);
    str_release(&head.source);
    str_release(&head.day);
    str_release(&head.after);
    return stored;
}
