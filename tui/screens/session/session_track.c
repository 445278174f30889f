/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * F7: a point of the decision put under tracking, with the units that answer for it and a due date. The
 * number is drawn by core.
 */
#include "core/meeting/merge.h"
#include "core/paper/minutes.h"
#include "tui/screens/session/session_form.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"

#include <stdio.h>
#include <string.h>

enum { POINT_BYTES = 24 };

const char *session_why_not_track(struct app *app, struct screen *screen)
{
    const struct session *session = session_of(screen);
    const struct stop *stop = session_stop(session);

    if (frame_why_not_change(app, screen))
        return frame_why_not_change(app, screen);
    if (stop && stop->about)
        return _("這一案已在列管中；F6 裁示");
    if (!stop || !session_wants_decision(stop))
        return _("這一節沒有可以列管的決議");
    if (merge_goes(stop->item) && !stop->item->decision.v[0].points.n) /* its points are the other's */
        return merge_is_joint(stop->item) ? _("本案與別案一併決議，請在那一案列管")
                                          : _("本案併入別案，請在那一案列管");
    if (!stop->item->decision.n && session->focus != FOCUS_DECISION)
        return _("先用 F6 作成決議，才能列管");
    return NULL;
}

/* ---- which point ---------------------------------------------------------------------------------- */

/* The top-level point number N (from 1); NULL. */
static const struct node *top_point(const struct outline *points, int n)
{
    for (size_t i = 0; i < points->n; i++)
        if (points->v[i].level == 0 && --n == 0)
            return &points->v[i];
    return NULL;
}

static int count_points(const struct outline *points)
{
    int n = 0;

    while (top_point(points, n + 1))
        n++;
    return n;
}

static const char *already(const struct session *session, int point, struct arena *arena)
{
    char name[POINT_BYTES];
    const struct resolution *r;

    (void)snprintf(name, sizeof name, "%d", point);
    r = point_tracked(&session->frame.s, session_stop(session)->item, name);
    return r ? arena_printf(arena, _("已列管：%s"), r->key) : NULL;
}

/* The point to be tracked; 0: none. */
static int ask_point(struct app *app, const struct session *session)
{
    const struct outline *points = &item_decision(session_stop(session)->item)->points;
    const int n = count_points(points);
    struct arena arena = ARENA_INIT;
    struct pick_row *rows = arena_take(&arena, (size_t)(n + 1) * sizeof *rows);
    int first = 0, answer = 0;

    if (n <= 1) {
        const char *refusal = already(session, 1, &arena);

        if (refusal)
            app_message(app, ROLE_WARN, "%s", refusal);
        answer = refusal ? 0 : 1;
    } else if (rows) {
        for (int i = 0; i < n; i++) {
            const struct node *node = top_point(points, i + 1);

            rows[i] = (struct pick_row){
                .number = i + 1, .label = node ? node->text : "", .refusal = already(session, i + 1, &arena)};
            if (rows[first].refusal && !rows[i].refusal)
                first = i;
        }
        answer = app_pick(app, _("列管哪一點？"), rows, (size_t)n, (size_t)first) + 1;
    }
    arena_release(&arena);
    return answer;
}

/* ---- the form ------------------------------------------------------------------------------------- */

struct track_form {
    struct str units, assisting, due;
};

static const struct form_field fields[] = {
    {.name = "units",
     .label = N_("主辦單位"),
     .kind = FORM_TEXT,
     .help = N_("多個單位用、隔開"),
     .required = true},
    {.name = "assisting", .label = N_("協辦單位"), .kind = FORM_TEXT, .help = N_("沒有就留空")},
    {.name = "due", .label = N_("期限"), .kind = FORM_DATE, .help = N_("例如 7/31、112/7/31；沒有就留空")},
    {.name = "store", .label = N_("列管"), .kind = FORM_ACTION, .help = N_("Enter 列管並給號；Esc 放棄")},
};

static struct str *value_of(struct track_form *form, const char *name)
{
    return strcmp(name, "units") == 0 ? &form->units
           : strcmp(name, "due") == 0 ? &form->due
                                      : &form->assisting;
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    if (field->kind != FORM_ACTION)
        str_add(out, value_of(context, field->name)->text);
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct str *text = value_of(context, field->name);

    str_clear(text);
    str_add(text, value);
    return str_failed(text) ? err_memory(err) : STATUS_OK;
}

static const struct form_source source = {.get = get, .set = set};

/* The names in TEXT, separated by 、 ， , or ；, in ARENA. */
static bool split_units(const char *text, struct arena *arena, struct unit **out, size_t *n)
{
    static const char *const marks[] = {"、", "，", "；", ",", ";"};
    struct unit *v = arena_take(arena, (strlen(text) / 2 + 2) * sizeof *v);

    *n = 0;
    *out = v;
    while (v && *text) {
        size_t len = strlen(text), mark = 0, from = strspn(text, " ");

        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            const char *at = strstr(text, marks[i]);

            if (at && (size_t)(at - text) < len) {
                len = (size_t)(at - text);
                mark = strlen(marks[i]);
            }
        }
        if (from < len) {
            size_t end = len;

            while (end > from && text[end - 1] == ' ')
                end--;
            entity_defaults(&unit_entity, &v[*n]);
            v[*n].name = arena_text(arena, text + from, end - from);
            if (!v[(*n)++].name)
                return false;
        }
        text += len + mark;
    }
    return v != NULL;
}

/* ---- storing -------------------------------------------------------------------------------------- */

/* "參、報告事項、案由二": where it comes from, as printed now. */
static void add_ref(const struct session *session, const struct item *item, struct str *out)
{
    struct str number = STR_INIT;

    minutes_section_name(&session->frame.s, session->frame.style, item->section, out);
    label_item_number(&number, &session->frame.s, session->frame.style, item);
    if (number.len_bytes)
        str_printf(out, _("、%s"), number.text);
    str_release(&number);
}

static void store(struct app *app, struct session *session, int point, const struct track_form *form)
{
    const struct item *item = session_stop(session)->item;
    struct unit *units, *assisting;
    size_t n_units, n_assisting;
    struct arena arena = ARENA_INIT;
    struct str place = STR_INIT, ref = STR_INIT;
    struct attempt attempt;
    const char *key = "";
    char name[POINT_BYTES];
    enum status status;

    (void)snprintf(name, sizeof name, "%d", point);
    session_stop_label(session, session_stop(session), &place);
    add_ref(session, item, &ref);
    app_attempt(app, &attempt, _("%s %s：%s"), session->frame.s.meeting.key, place.text, _("列管"));
    do
        status = split_units(form->units.text, &arena, &units, &n_units) &&
                         split_units(form->assisting.text, &arena, &assisting, &n_assisting)
                     ? point_track(app->db, &attempt.stamp, &session->frame.s, item, name, ref.text, units,
                                   n_units, assisting, n_assisting,
                                   form->due.len_bytes ? form->due.text : NULL, &arena, &key, &attempt.err)
                     : err_memory(&attempt.err);
    while (app_again(app, &attempt, status));
    if (!status) {
        session_reload(app, session);
        app_message(app, ROLE_GOOD, _("已列管，編號 %s"), key);
    }
    str_release(&place);
    str_release(&ref);
    arena_release(&arena);
}

void session_run_track(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct track_form form = {STR_INIT, STR_INIT, STR_INIT};
    const char *action;
    int point;

    if (!session_end(app, session) || !session_fresh(app, session) || !session_stop(session) ||
        !item_decision(session_stop(session)->item))
        return;
    point = ask_point(app, session);
    if (point < 1)
        return;
    str_add(&form.units, session_stop(session)->item->unit);
    action = session_form(app, _("列管這一點"), fields, sizeof fields / sizeof *fields, &source, &form, NULL);
    if (action && form.units.len_bytes && session_fresh(app, session) && session_stop(session))
        store(app, session, point, &form);
    str_release(&form.units);
    str_release(&form.assisting);
    str_release(&form.due);
}
