/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entering a tracked decision that is older than the database: a few questions, one after the other.
 */
#include "tui/screens/tracking.h"

#include "tui/screens/ask.h"

#include <string.h>

struct answers {
    struct str key, instruction, units, source;
    char date[DATE_ISO_SIZE]; /* "" = not known */
};

static enum status wants_text(void *context, const char *text, struct err *err)
{
    (void)context;
    return *text ? STATUS_OK : err_set(err, STATUS_BAD, CODE_FORM_REQUIRED, NULL, NULL, NULL);
}

static enum status any_text(void *context, const char *text, struct err *err)
{
    (void)context;
    (void)text;
    (void)err;
    return STATUS_OK;
}

/* Letters, digits and hyphens, as the numbers are; "" draws one. */
static enum status check_key(void *context, const char *text, struct err *err)
{
    (void)context;
    for (const char *p = text; *p; p++)
        if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-'))
            return err_set(err, STATUS_BAD, CODE_RECORD_KEY, _("案號"), text, NULL);
    return STATUS_OK;
}

static bool ask_all(struct app *app, struct answers *a)
{
    const char *title = _("輸入建檔前的列管案");

    return app_input(app, title, _("決議內容（主席裁示）"), &a->instruction, wants_text, NULL) &&
           app_input(app, title, _("主辦單位，數個以「、」分開"), &a->units, any_text, NULL) &&
           app_input(app, title, _("來源，例如 110年第2次會議 參、報告事項、案由二"), &a->source, wants_text,
                     NULL) &&
           ask_day(app, title, _("來源會議的日期，例如 110/12/14；不知道就留空"), (struct date){0}, true,
                   a->date) &&
           app_input(app, title, _("案號，例如 110-2-01；留空則自動編號"), &a->key, check_key, NULL);
}

/* The names in TEXT, cut apart in place. Returns how many. */
static size_t split_units(char *text, struct unit *units, size_t room)
{
    size_t n = 0;

    for (char *p = text; p && *p && n < room;) {
        char *comma = strstr(p, "、");

        if (comma)
            *comma = '\0';
        if (*p) {
            entity_defaults(&unit_entity, &units[n]);
            units[n++].name = p;
        }
        p = comma ? comma + strlen("、") : NULL;
    }
    return n;
}

static enum status save(struct app *app, struct tracking *tracking, struct answers *a)
{
    struct unit units[16];
    struct resolution wanted;
    struct node node;
    struct attempt attempt;
    enum status status;

    entity_defaults(&resolution_entity, &wanted);
    entity_defaults(&node_entity, &node);
    node.text = a->instruction.text;
    wanted.instruction = (struct outline){&node, 1};
    wanted.units.v = units;
    wanted.units.n = split_units(a->units.text, units, sizeof units / sizeof *units);
    wanted.key = a->key.len_bytes ? a->key.text : NULL;
    wanted.source_text = a->source.text;
    wanted.source_date = *a->date ? a->date : NULL;
    app_attempt(app, &attempt, "%s", _("輸入建檔前的列管案"));
    do
        status = resolution_save(app->db, &attempt.stamp, tracking->frame.s.committee.row.id, NULL, &wanted,
                                 &attempt.err);
    while (app_again(app, &attempt, status));
    return status;
}

void tracking_enter(struct app *app, struct tracking *tracking)
{
    struct answers a = {STR_INIT, STR_INIT, STR_INIT, STR_INIT, ""};

    if (ask_all(app, &a) && save(app, tracking, &a) == STATUS_OK)
        app_message(app, ROLE_GOOD, "%s", _("已列入列管，這次會議就會追蹤"));
    str_release(&a.key);
    str_release(&a.instruction);
    str_release(&a.units);
    str_release(&a.source);
}
