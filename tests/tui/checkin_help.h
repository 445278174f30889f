/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of check-in: the seats of the example's coming meeting. Include after cmocka.h.
 */
#ifndef YISHI_TESTS_TUI_CHECKIN_HELP_H
#define YISHI_TESTS_TUI_CHECKIN_HELP_H

#include "tests/tui/office.h"

/* The seats of 113-1: 1 范姜映真 (convener), 2 歐陽秉衡, 3 司徒靜宜, 5 諸葛曉青, 6 陳柏安, 7 陳怡文 (civil),
 * 4 張簡文成, 8 高志遠, 9 上官佩玲, 10 尤信宏, 11 潘建霖, 12 葉劉淑惠 (agency). Planned for 14:00. */
#define BEFORE "2024-05-14T05:50:00Z" /* 13:50 */
#define BEGUN "2024-05-14T06:05:00Z"  /* 14:05 */
#define LATER "2024-05-14T07:10:00Z"  /* 15:10 */

static inline void open_checkin(struct office *office, const char *now)
{
    office_open(office, true, now);
    assert_true(home_push(&office->app));
    assert_true(checkin_push(&office->app, office_meeting(office, "113-1")));
}

/* Into S, in the place of what is in it. */
static inline void load(struct office *office, struct snapshot *s)
{
    struct err err = {0};

    snapshot_release(s);
    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), s, &err), STATUS_OK);
}

/* The attendance of the member in SEAT; the snapshot is the caller's to release. */
static inline const struct attendance *stored(struct office *office, struct snapshot *s, int seat)
{
    load(office, s);
    return meeting_attendance(&s->meeting, s->meeting.composition.v[seat - 1].member);
}

static inline void go_to(struct office *office, int seat)
{
    office_key(office, "Home");
    for (int i = 1; i < seat; i++)
        office_key(office, "Down");
}

/* Five agency members and three civil ones are there, himself each. */
static inline void check_in_enough(struct office *office)
{
    static const int seats[] = {1, 2, 6, 7, 8, 9, 10};

    for (size_t i = 0; i < sizeof seats / sizeof *seats; i++) {
        go_to(office, seats[i]);
        office_key(office, "Space");
    }
}

static inline void open_meeting(struct office *office)
{
    check_in_enough(office);
    office_type(office, "\033[19~\r"); /* F8, and the time as proposed */
}

#endif
