/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to the seat at the cursor, and to all of them. Opening the meeting is in checkin_open.c.
 */
#include "tui/screens/checkin/checkin.h"

#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"
#include "tui/screens/shared/person_form.h"

#include <string.h>

const struct seat *checkin_seat(const struct checkin *c)
{
    size_t row;

    return list_view_selected(&c->list, &row) ? &c->frame.s.meeting.composition.v[row] : NULL;
}

const char *checkin_why_not(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;

    if (!c->frame.s.meeting.composition.n)
        return _("當日沒有在任委員：請先到委員名冊建立");
    return frame_why_not_change(app, screen);
}

/* The seat that a command is about, with what is stored for it now. */
static bool begin(struct app *app, struct screen *screen, const struct seat **seat, struct attendance *a)
{
    struct checkin *c = (struct checkin *)screen;

    if (!frame_fresh(app, &c->frame) || !(*seat = checkin_seat(c)))
        return false;
    *a = seat_attendance(&c->frame.s, (*seat)->member);
    return true;
}

static void say_memory(struct app *app)
{
    struct err err = {0};

    (void)err_memory(&err);
    app_error(app, &err);
}

/* ---- coming --------------------------------------------------------------------------------------- */

/* He is here himself from NOW on ("" = from the start). */
static bool arrive(struct attendance *a, const char *now, struct arena *arena)
{
    struct stay *v;

    a->status = PRESENCE_PRESENT;
    memset(&a->delegate, 0, sizeof a->delegate);
    if (!*now)
        return true;
    v = stays_copy(a, arena);
    if (!v)
        return false;
    v[a->stays.n].in = now;
    a->stays.v = v;
    a->stays.n++;
    return true;
}

/* A delegate sits there: does the member take his place now, or was it he from the start? */
static bool take_over(struct app *app, struct attendance *a, const char *now, struct arena *arena)
{
    struct str from = STR_INIT;
    const char *choices[2];
    int answer = 1;

    if (*now) {
        str_printf(&from, _("本人 %s 到場，接替代理人"), now);
        choices[0] = from.text;
        choices[1] = _("更正：一開始就是本人");
        answer = app_ask(app, _("本人出席"), _("現在記的是由他人代理。"), choices, 2, 0);
        str_release(&from);
    }
    if (answer < 0)
        return false;
    if (answer == 1)
        return arrive(a, "", arena);
    return seat_hand_over(a, now, NULL, arena);
}

static void run_present(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    const struct seat *seat;
    struct attendance a;
    struct arena arena = ARENA_INIT;
    char now[TIME_ISO_SIZE];
    bool changed = true;

    if (!begin(app, screen, &seat, &a))
        return;
    seat_clock(app, &c->frame, now);
    if (a.status == PRESENCE_DELEGATE)
        changed = take_over(app, &a, now, &arena);
    else if (a.status != PRESENCE_PRESENT || (seat_gone(&a) && *now))
        changed = arrive(&a, now, &arena);
    else
        changed = false;
    if (!changed || seat_store(app, &c->frame, &a, _("出席"), NULL))
        list_view_next(&c->list);
    arena_release(&arena);
}

static void run_online(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    const struct seat *seat;
    struct attendance a;
    struct arena arena = ARENA_INIT;
    char now[TIME_ISO_SIZE];

    if (!begin(app, screen, &seat, &a))
        return;
    seat_clock(app, &c->frame, now);
    a.online = !a.online || !seat_came(&a);
    if (!seat_came(&a) && !arrive(&a, now, &arena))
        say_memory(app);
    else if (seat_store(app, &c->frame, &a, a.online ? _("視訊出席") : _("改為現場出席"), NULL))
        list_view_next(&c->list);
    arena_release(&arena);
}

static void run_delegate(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    const struct seat *seat;
    struct attendance a;

    if (begin(app, screen, &seat, &a))
        seat_delegate(app, &c->frame, seat->member);
}

/* ---- going ---------------------------------------------------------------------------------------- */

static void run_out(struct app *app, struct screen *screen)
{
    const struct seat *seat;
    struct attendance a;

    if (begin(app, screen, &seat, &a))
        seat_out_or_back(app, &((struct checkin *)screen)->frame, seat->member);
}

/* He is not here: STATUS. Who was seen coming may only be leaving early. */
static void stay_away(struct app *app, struct screen *screen, enum presence presence)
{
    struct checkin *c = (struct checkin *)screen;
    const char *choices[] = {_("先行離席"),
                             presence == PRESENCE_LEAVE ? _("更正：請假，沒有來") : _("更正：缺席，沒有來")};
    const struct seat *seat;
    struct attendance a;
    char now[TIME_ISO_SIZE];
    int answer = 1;

    if (!begin(app, screen, &seat, &a))
        return;
    seat_clock(app, &c->frame, now);
    if (seat_gone(&a))
        choices[0] = _("維持：已經離席");
    if (*now && seat_came(&a))
        answer = app_ask(app, label_choice(&presence_choices, (int)presence), _("現在記的是已經到場。"),
                         choices, 2, 0);
    if (answer == 0 && !seat_gone(&a))
        seat_out_or_back(app, &c->frame, seat->member);
    if (answer != 1)
        return;
    a.status = (int)presence;
    a.online = false;
    memset(&a.delegate, 0, sizeof a.delegate);
    a.stays.n = 0;
    if (seat_store(app, &c->frame, &a, label_choice(&presence_choices, (int)presence), NULL))
        list_view_next(&c->list);
}

static void run_leave(struct app *app, struct screen *screen)
{
    stay_away(app, screen, PRESENCE_LEAVE);
}

static void run_absent(struct app *app, struct screen *screen)
{
    stay_away(app, screen, PRESENCE_ABSENT);
}

static void run_clear(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    const struct seat *seat;
    struct attendance a;

    if (!begin(app, screen, &seat, &a) || a.status == UNKNOWN)
        return;
    a.status = UNKNOWN;
    a.online = false;
    if (a.reply != PRESENCE_DELEGATE)
        memset(&a.delegate, 0, sizeof a.delegate);
    a.stays.n = 0;
    (void)seat_store(app, &c->frame, &a, _("取消報到"), NULL);
}

/* ---- beforehand, and for the whole meeting -------------------------------------------------------- */

static void run_reply(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    const char *choices[] = {_("出席"), _("請假"), _("尚未回復"), _("派人代理")};
    static const int replies[] = {PRESENCE_PRESENT, PRESENCE_LEAVE, UNKNOWN, PRESENCE_DELEGATE};
    const struct seat *seat;
    struct attendance a;
    struct arena arena = ARENA_INIT;
    struct str name = STR_INIT;
    int answer;

    if (!begin(app, screen, &seat, &a))
        return;
    label_member(&name, &c->frame.s.members, seat->member);
    answer = app_ask(app, name.text, _("會前回復："), choices, seat->kind == KIND_CIVIL ? 3 : 4,
                     a.reply == PRESENCE_LEAVE ? 1 : 0);
    if (answer >= 0) {
        a.reply = replies[answer];
        if (a.status == UNKNOWN)
            memset(&a.delegate, 0, sizeof a.delegate);
        /* who it will be may be told later: Esc leaves it open */
        if (a.reply == PRESENCE_DELEGATE && a.status == UNKNOWN) {
            a.delegate.unit = seat->unit;
            if (!person_ask(app, _("由誰代理？（還不知道就按 Esc）"), &c->frame.s, seat->member, PERSON_NAMED,
                            &arena, &a.delegate, NULL))
                memset(&a.delegate, 0, sizeof a.delegate);
        }
        if (seat_store(app, &c->frame, &a, _("會前回復"), NULL))
            list_view_next(&c->list);
    }
    str_release(&name);
    arena_release(&arena);
}

static void run_disclosure(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    const char *const choices[] = {_("沒有聲明（依規定記名公開）"),
                                   label_choice(&disclosure_choices, DISCLOSURE_NAMED),
                                   label_choice(&disclosure_choices, DISCLOSURE_ANONYMOUS),
                                   label_choice(&disclosure_choices, DISCLOSURE_CLOSED)};
    const struct seat *seat;
    struct attendance a;
    int answer;

    if (!begin(app, screen, &seat, &a))
        return;
    answer = app_ask(app, _("發言是否公開"), _("委員在發言前聲明的，整場會議都適用（運作指引肆、三）："),
                     choices, 4, a.disclosure + 1);
    if (answer < 0 || answer - 1 == a.disclosure)
        return;
    a.disclosure = answer == 0 ? UNKNOWN : answer - 1;
    (void)seat_store(app, &c->frame, &a, _("發言公開的聲明"), NULL);
}

/* ---- further screens ---------------------------------------------------------------------------------- */

static void run_sheet(struct app *app, struct screen *screen)
{
    struct checkin *c = (struct checkin *)screen;
    const struct seat *seat = checkin_seat(c);

    if (seat)
        (void)checkin_sheet_push(app, c->frame.meeting_id, seat->member);
}

static void run_observers(struct app *app, struct screen *screen)
{
    (void)observers_push(app, ((struct checkin *)screen)->frame.meeting_id);
}

const struct command checkin_commands[] = {
    {"checkin.present", "Space F5", N_("出席，並到下一位"), N_("出席並往下"), 0, checkin_why_not,
     run_present},
    {"checkin.replied", "F6", N_("全部依會前回復報到"), N_("依回復全部報到"), 0, checkin_why_no_replies,
     checkin_run_replied},
    {"checkin.open", "F8", N_("宣布開會、流會或改開談話會"), N_("開會"), 0, checkin_why_not_open,
     checkin_run_open},
    {"checkin.delegate", "d F7", N_("由他人代理出席"), N_("代理"), 0, checkin_why_not, run_delegate},
    {"checkin.leave", "l F2", N_("請假，或先行離席"), N_("請假"), 0, checkin_why_not, run_leave},
    {"checkin.online", "v F4", N_("視訊出席，或改回現場"), N_("視訊"), 0, checkin_why_not, run_online},
    {"checkin.out", "o Ctrl-O", N_("離席或回座，記下現在時間"), N_("離席／回座"), 0, checkin_why_not,
     run_out},
    {"checkin.observers", "s F11", N_("列席人員"), N_("列席"), 0, NULL, run_observers},
    FRAME_NEXT,
    {"checkin.sheet", "Enter", N_("這一位的時間與細節"), N_("時間細節"), 0, checkin_why_not, run_sheet},
    {"checkin.absent", "a F3", N_("缺席"), N_("缺席"), 0, checkin_why_not, run_absent},
    {"checkin.reply", "r F12", N_("記下會前回復"), N_("回復"), 0, checkin_why_not, run_reply},
    {"checkin.disclosure", "p Ctrl-E", N_("委員聲明不記名或不公開發言"), NULL, 0, checkin_why_not,
     run_disclosure},
    {"checkin.clear", "Delete Backspace", N_("取消這一位的報到"), NULL, 0, checkin_why_not, run_clear},
    {"checkin.rest", "Ctrl-N", N_("其餘還沒報到的都記缺席"), NULL, 0, checkin_why_no_rest, checkin_run_rest},
    FRAME_JUMPS,
};
