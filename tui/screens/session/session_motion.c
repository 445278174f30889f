/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A motion from the floor: what, who moved it, who seconds; an item like all others from then on, with the
 * time at which it was raised.
 */
#include "core/base/names.h"
#include "tui/screens/session/session_form.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/session/session_marks.h"
#include "tui/screens/shared/label.h"

#include <stdio.h>
#include <string.h>

enum { CODE_BYTES = 24 };

/* Members and delegates who are here. All texts are in the arena: the session may be loaded anew meanwhile.
 */
struct motion {
    struct str title, proposer; /* the place of the mover, as text; "" = nobody yet */
    struct arena arena;
    struct person *people;
    struct pick_row *rows;
    bool *seconds;
    size_t n;
};

static const struct form_field fields[] = {
    {.name = "title",
     .label = N_("案由"),
     .kind = FORM_TEXT,
     .help = N_("說明之後在 F5 寫"),
     .required = true},
    {.name = "proposer",
     .label = N_("提案人"),
     .kind = FORM_PICK,
     .help = N_("打席次或姓名；還不知道就留空")},
    {.name = "seconders",
     .label = N_("附議人"),
     .kind = FORM_OPEN,
     .help = N_("Enter 勾選，可以有好幾位；沒有就略過")},
    {.name = "store", .label = N_("提出"), .kind = FORM_ACTION, .help = N_("Enter 列入臨時動議；Esc 放棄")},
};

/* ---- who is here ---------------------------------------------------------------------------------- */

static const char *kept(struct motion *m, const char *text, bool *failed)
{
    const char *copy = text ? arena_text(&m->arena, text, strlen(text)) : NULL;

    *failed |= text && !copy;
    return copy;
}

static bool add_mover(struct motion *m, const struct session *session, const struct seat *seat,
                      const struct seat_presence *here)
{
    const struct person self = {.member = seat->member}, *who = here->delegate ? here->delegate : &self;
    struct str label = STR_INIT, detail = STR_INIT;
    bool failed = false;

    label_person(&label, &session->frame.s.members, who);
    if (here->delegate) {
        str_add(&detail, _("代 "));
        label_member(&detail, &session->frame.s.members, seat->member);
    } else {
        str_add(&detail, seat->unit);
        str_add(&detail, seat->title);
    }
    m->people[m->n] = (struct person){.member = kept(m, who->member, &failed),
                                      .surname = kept(m, who->surname, &failed),
                                      .given = kept(m, who->given, &failed),
                                      .title = kept(m, who->title, &failed),
                                      .unit = kept(m, who->unit, &failed)};
    m->rows[m->n++] = (struct pick_row){
        .number = seat->seat, .label = kept(m, label.text, &failed), .detail = kept(m, detail.text, &failed)};
    failed |= str_failed(&label) || str_failed(&detail);
    str_release(&label);
    str_release(&detail);
    return !failed;
}

/* Where attendance was not recorded anybody may have moved it. */
static enum status take_people(struct app *app, const struct session *session, struct motion *m,
                               struct err *err)
{
    const struct meeting *meeting = &session->frame.s.meeting;
    const size_t n = meeting->composition.n;
    struct seat_presence *seats = arena_take(&m->arena, n * sizeof *seats);
    bool ok;

    m->people = arena_take(&m->arena, n * sizeof *m->people);
    m->rows = arena_take(&m->arena, n * sizeof *m->rows);
    m->seconds = arena_take(&m->arena, (n + 1) * sizeof *m->seconds);
    ok = seats && m->people && m->rows && m->seconds;
    if (ok && n)
        quorum_seats(meeting, frame_minutes(app, &session->frame), NULL, seats);
    for (size_t i = 0; ok && i < n; i++)
        if (seats[i].in_person || seats[i].delegate || !quorum_recorded(meeting))
            ok = add_mover(m, session, &meeting->composition.v[i], &seats[i]);
    return ok ? STATUS_OK : err_memory(err);
}

/* ---- the form ------------------------------------------------------------------------------------- */

static void get(void *context, const struct form_field *field, struct str *out)
{
    const struct motion *m = context;
    int n = 0;

    if (strcmp(field->name, "title") == 0)
        str_add(out, m->title.text);
    else if (strcmp(field->name, "proposer") == 0)
        str_add(out, m->proposer.text);
    else if (strcmp(field->name, "seconders") == 0)
        for (size_t i = 0; i < m->n; i++)
            if (m->seconds[i])
                str_printf(out, "%s%s", n++ ? _("、") : "", m->rows[i].label);
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct motion *m = context;
    struct str *text = strcmp(field->name, "title") == 0 ? &m->title : &m->proposer;

    if (text == &m->title && !value[strspn(value, " ")])
        return err_set(err, STATUS_BAD, CODE_FORM_REQUIRED, NULL, NULL, NULL);
    str_clear(text);
    str_add(text, value);
    return str_failed(text) ? err_memory(err) : STATUS_OK;
}

static void options(void *context, const struct form_field *field, struct arena *arena,
                    struct form_option **out, size_t *n)
{
    const struct motion *m = context;
    struct form_option *v = arena_take(arena, (m->n + 1) * sizeof *v);

    (void)field;
    *out = v;
    *n = 0;
    if (!v)
        return;
    v[(*n)++] = (struct form_option){.code = "", .label = _("（還不知道）")};
    for (size_t i = 0; i < m->n; i++) {
        const char *code = arena_printf(arena, "%zu", i);

        if (code)
            v[(*n)++] = (struct form_option){.code = code,
                                             .label = m->rows[i].label,
                                             .detail = m->rows[i].detail,
                                             .number = m->rows[i].number};
    }
}

static const struct form_source source = {.get = get, .set = set, .options = options};

/* ---- storing -------------------------------------------------------------------------------------- */

static const struct person *proposer(const struct motion *m)
{
    char code[CODE_BYTES];

    for (size_t i = 0; i < m->n; i++) {
        (void)snprintf(code, sizeof code, "%zu", i);
        if (strcmp(code, m->proposer.text) == 0)
            return &m->people[i];
    }
    return NULL;
}

/* Whoever seconds, but for him who moved it. */
static enum status take_seconders(struct motion *m, struct item *wanted, struct err *err)
{
    struct named *v = arena_take(&m->arena, (m->n + 1) * sizeof *v);

    if (!v)
        return err_memory(err);
    wanted->seconders.v = v;
    for (size_t i = 0; i < m->n; i++)
        if (m->seconds[i] && &m->people[i] != proposer(m)) {
            entity_defaults(&named_entity, &v[wanted->seconders.n]);
            v[wanted->seconders.n++].person = m->people[i];
        }
    return STATUS_OK;
}

static enum status store(struct app *app, struct session *session, struct motion *m, int64_t *id)
{
    struct attempt attempt;
    struct item wanted;
    char time[TIME_ISO_SIZE];
    enum status status;

    app_attempt(app, &attempt, _("%s 臨時動議：%s"), session->frame.s.meeting.key, m->title.text);
    do {
        entity_defaults(&item_entity, &wanted);
        wanted.section = SECTION_MOTION;
        wanted.title = m->title.text;
        wanted.raised = *session_time(app, session, time) ? time : NULL;
        if (proposer(m))
            wanted.proposer = *proposer(m);
        status = take_seconders(m, &wanted, &attempt.err);
        if (!status)
            status = item_add(app->db, &attempt.stamp, &session->frame.s, &wanted, 0, id, &attempt.err);
    } while (app_again(app, &attempt, status));
    session_reload(app, session);
    return status;
}

static void go_to(struct app *app, struct session *session, int64_t id)
{
    for (size_t i = 0; i < session->n_stops; i++)
        if (session->stops[i].item->row.id == id) {
            (void)session_go(app, session, i);
            return;
        }
}

/* Where the committee's rule asks for seconders; the meeting may go on without them. */
static void warn_seconders(struct app *app, const struct session *session, int64_t id)
{
    const struct rule *rule = session->frame.s.rule;
    const struct item *item = meeting_item_by_id(&session->frame.s.meeting, id);

    if (item && rule && rule->seconders_min != UNKNOWN && item->seconders.n < (size_t)rule->seconders_min)
        app_message(app, ROLE_WARN, _("附議 %zu 人，規定至少 %d 人；Alt-E 可以補上"), item->seconders.n,
                    rule->seconders_min);
}

/* What cannot be stored stays typed, until it can or is given up. */
static void ask(struct app *app, struct session *session, struct motion *m)
{
    const char *action, *first = NULL;
    enum status status = STATUS_FULL;
    int64_t id = 0;

    while ((status == STATUS_FULL || status == STATUS_STORAGE) &&
           (action = session_form(app, _("臨時動議"), fields, sizeof fields / sizeof *fields, &source, m,
                                  first)) != NULL) {
        if (strcmp(action, "seconders") == 0) {
            (void)session_marks(app, _("誰附議？打席次或姓名，Enter 勾選；空白時 Enter 完成"), m->rows, m->n,
                                m->seconds);
            first = "store";
        } else if (!m->title.len_bytes) {
            first = "title";
        } else if (session_fresh(app, session)) {
            status = store(app, session, m, &id);
            first = "store";
        }
    }
    if (status)
        return;
    go_to(app, session, id);
    warn_seconders(app, session, id);
}

void session_run_motion(struct app *app, struct screen *screen)
{
    struct session *session = session_of(screen);
    struct motion m = {.title = STR_INIT, .proposer = STR_INIT, .arena = ARENA_INIT};
    struct err err = {0};

    if (!session_end(app, session) || !session_fresh(app, session))
        return;
    if (take_people(app, session, &m, &err))
        app_error(app, &err);
    else
        ask(app, session, &m);
    str_release(&m.title);
    str_release(&m.proposer);
    arena_release(&m.arena);
}
