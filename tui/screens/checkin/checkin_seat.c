/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One seat's attendance: what is stored for it, and storing it. Who counts is core's to say.
 */
#include "tui/screens/checkin/checkin.h"

#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/shared/person_form.h"

#include <string.h>

struct attendance seat_attendance(const struct snapshot *s, const char *member)
{
    const struct attendance *stored = meeting_attendance(&s->meeting, member);
    struct attendance a;

    if (stored)
        return *stored;
    entity_defaults(&attendance_entity, &a);
    a.member = member;
    return a;
}

struct stay *stays_copy(const struct attendance *a, struct arena *arena)
{
    struct stay *v = arena_take(arena, (a->stays.n + 1) * sizeof *v);

    if (v && a->stays.n)
        memcpy(v, a->stays.v, a->stays.n * sizeof *v);
    if (v)
        entity_defaults(&stay_entity, &v[a->stays.n]);
    return v;
}

bool seat_came(const struct attendance *a)
{
    return a->status == PRESENCE_PRESENT || a->status == PRESENCE_DELEGATE;
}

bool seat_gone(const struct attendance *a)
{
    return seat_came(a) && a->stays.n && a->stays.v[a->stays.n - 1].out;
}

bool seat_hand_over(struct attendance *a, const char *time, const struct person *delegate,
                    struct arena *arena)
{
    struct attendance with_one = *a;
    struct stay *v;

    if (!a->stays.n) { /* the stay until now, which so far went without saying */
        with_one.stays.v = stays_copy(a, arena);
        with_one.stays.n = with_one.stays.v != NULL;
    }
    v = with_one.stays.v ? stays_copy(&with_one, arena) : NULL;
    if (!v)
        return false;
    for (size_t i = 0; a->status == PRESENCE_DELEGATE && i < with_one.stays.n; i++)
        if (person_none(&v[i].delegate))
            v[i].delegate = a->delegate;
    if (!v[with_one.stays.n - 1].out)
        v[with_one.stays.n - 1].out = time;
    v[with_one.stays.n].in = time;
    if (delegate)
        v[with_one.stays.n].delegate = *delegate;
    a->status = PRESENCE_PRESENT;
    memset(&a->delegate, 0, sizeof a->delegate);
    a->stays.v = v;
    a->stays.n = with_one.stays.n + 1;
    return true;
}

bool frame_fresh(struct app *app, struct meeting_frame *frame)
{
    struct err err = {0};

    if (!app->changed || !frame->screen.ops->reload(app, &frame->screen, &err))
        return true;
    app_error(app, &err);
    return false;
}

void seat_clock(const struct app *app, const struct meeting_frame *frame, char out[TIME_ISO_SIZE])
{
    out[0] = '\0';
    if (frame_is_open(frame))
        (void)meeting_clock(&frame->s.meeting, app_moment(app), out);
}

bool seat_store(struct app *app, struct meeting_frame *frame, struct attendance *wanted, const char *what,
                struct err *err)
{
    struct attempt attempt;
    struct str name = STR_INIT;
    enum status status;

    label_member(&name, &frame->s.members, wanted->member);
    app_attempt(app, &attempt, _("報到：%s %s"), name.text, what);
    str_release(&name);
    attempt.quiet = err != NULL;
    do
        status = attendance_save(app->db, &attempt.stamp, &frame->s, wanted, &attempt.err);
    while (app_again(app, &attempt, status));
    if (err)
        *err = attempt.err;
    if (!status)
        (void)frame_fresh(app, frame);
    return status == STATUS_OK;
}

/* ---- delegates ------------------------------------------------------------------------------------ */

/* 要點七: he comes himself, online at least; whoever comes for him looks on. */
static void refuse_civil(struct app *app, struct meeting_frame *frame, const struct str *name,
                         const char *member)
{
    const char *const choices[] = {_("改列為列席"), _("不用了")};
    struct str text = STR_INIT;
    struct err err = {0};

    (void)err_set(&err, STATUS_NO, CODE_DELEGATE_CIVIL, NULL, name->text, NULL);
    err_words(&err, &text);
    if (app_ask(app, _("民間代表不能由他人代理"), text.text, choices, 2, 0) == 0)
        (void)observer_add(app, frame, member);
    str_release(&text);
}

/* Somebody who came himself is followed by a delegate: from now on, or was it so from the beginning?
 * -1: neither. */
static int ask_since(struct app *app, const char *name, const char *now)
{
    struct str from = STR_INIT;
    const char *choices[2];
    int answer;

    str_printf(&from, _("從 %s 起由他人代理"), now);
    choices[0] = from.text;
    choices[1] = _("更正：一開始就是代理");
    answer = app_ask(app, name, _("現在記的是本人出席。"), choices, 2, 0);
    str_release(&from);
    return answer;
}

static void store_delegate(struct app *app, struct meeting_frame *frame, struct attendance *a,
                           const struct person *delegate, const char *since, struct arena *arena)
{
    const bool is_member = delegate->member != NULL;
    struct err err = {0};

    if (!since) {
        a->status = PRESENCE_DELEGATE;
        a->delegate = *delegate;
    } else if (!seat_hand_over(a, since, delegate, arena)) {
        (void)err_memory(&err);
        app_error(app, &err);
        return;
    }
    if (seat_store(app, frame, a, _("代理出席"), NULL) && is_member)
        app_message(app, ROLE_WARN, "%s", _("代理人本身也是委員：他本人若也出席，法定人數只計一次。"));
}

void seat_delegate(struct app *app, struct meeting_frame *frame, const char *member)
{
    const struct seat *seat = meeting_seat(&frame->s.meeting, member);
    struct attendance a = seat_attendance(&frame->s, member);
    struct person delegate = a.delegate;
    struct arena arena = ARENA_INIT;
    struct str name = STR_INIT, title = STR_INIT;
    char now[TIME_ISO_SIZE];
    int since = 1;

    label_member(&name, &frame->s.members, member);
    seat_clock(app, frame, now);
    if (seat && seat->kind == KIND_CIVIL) {
        refuse_civil(app, frame, &name, member);
        goto out;
    }
    if (*now && a.status == PRESENCE_PRESENT && !seat_gone(&a))
        since = ask_since(app, name.text, now);
    if (since < 0)
        goto out;
    if (person_none(&delegate) && seat)
        delegate.unit = seat->unit;
    str_printf(&title, _("誰代理 %s？"), name.text);
    if (person_ask(app, title.text, &frame->s, member, PERSON_NAMED, &arena, &delegate, NULL))
        store_delegate(app, frame, &a, &delegate, since == 0 ? now : NULL, &arena);
out:
    str_release(&name);
    str_release(&title);
    arena_release(&arena);
}

/* ---- going and coming back ------------------------------------------------------------------------ */

/* Out at TIME, or back in. */
static bool out_or_back(struct attendance *a, const char *time, struct arena *arena)
{
    struct stay *v = stays_copy(a, arena);
    size_t n = a->stays.n;

    if (!v)
        return false;
    if (!seat_gone(a)) {
        n += n == 0;
        v[n - 1].out = time;
    } else if (strcmp(v[n - 1].out, time) == 0) {
        v[n - 1].out = NULL; /* the same minute: he never left */
    } else {
        v[n].in = time;
        n++;
    }
    a->stays.v = v;
    a->stays.n = n;
    return true;
}

/* The time of going or coming back: now, or asked where the clock does not tell. */
static bool ask_now(struct app *app, const struct meeting_frame *frame, const struct attendance *a,
                    char now[TIME_ISO_SIZE])
{
    seat_clock(app, frame, now);
    return *now || ask_time(app, seat_gone(a) ? _("幾點回座？") : _("幾點離席？"),
                            _("1510、15:10 或 下午3時10分；過了午夜打 24:10"),
                            meeting_opening(&frame->s.meeting), now);
}

void seat_out_or_back(struct app *app, struct meeting_frame *frame, const char *member)
{
    struct attendance a = seat_attendance(&frame->s, member);
    struct arena arena = ARENA_INIT;
    struct str what = STR_INIT;
    char now[TIME_ISO_SIZE];
    struct err err = {0};

    if (!seat_came(&a)) {
        app_message(app, ROLE_WARN, "%s", _("還沒有報到：先在「報到」記出席"));
    } else if (!frame_is_open(frame) && !frame_is_over(frame)) {
        app_message(app, ROLE_WARN, "%s", _("會議還沒開始；報到錯了按 Delete 取消"));
    } else if (ask_now(app, frame, &a, now)) {
        str_printf(&what, seat_gone(&a) ? _("%s 回座") : _("%s 離席"), now);
        if (out_or_back(&a, now, &arena)) {
            (void)seat_store(app, frame, &a, what.text, NULL);
        } else {
            (void)err_memory(&err);
            app_error(app, &err);
        }
    }
    str_release(&what);
    arena_release(&arena);
}
