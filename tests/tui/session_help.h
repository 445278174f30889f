/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of the session: the example's meeting 113-1, checked in and opened at 14:05 on its day, and
 * what the database has of it. Include after cmocka.h.
 */
#ifndef YISHI_TESTS_TUI_SESSION_HELP_H
#define YISHI_TESTS_TUI_SESSION_HELP_H

#include "core/cycle/desk.h"
#include "tests/tui/office.h"

#define F2 "\033OQ"
#define F3 "\033OR"
#define F5 "\033[15~"
#define F6 "\033[17~"
#define F7 "\033[18~"
#define F8 "\033[19~"
#define F9 "\033[20~"
#define F10 "\033[21~"
#define F11 "\033[23~"
#define F12 "\033[24~"
#define UP "\033[A"
#define DOWN "\033[B"
#define LEFT "\033[D"
#define ENTER "\r"
#define CTRL_G "\007"
#define CTRL_N "\016"
#define CTRL_O "\017"
#define ESC "\033"

/* 113-1: 貳 has five tracked decisions; k1 k2 report, k3 discussion, a section of motions. */
static const struct stamp session_stamp = {"何筆", "2024-05-14T06:00:00.000Z", "報到"};

static inline struct snapshot session_snapshot(struct office *office)
{
    struct snapshot s = SNAPSHOT_INIT;
    struct err err = {0};

    assert_int_equal(snapshot_load(office->db, office_meeting(office, "113-1"), &s, &err), STATUS_OK);
    return s;
}

static inline void session_arrive(struct office *office, const char *member)
{
    struct snapshot s = session_snapshot(office);
    const struct attendance *stored = meeting_attendance(&s.meeting, member);
    struct attendance a;
    struct err err = {0};

    if (stored)
        a = *stored;
    else
        entity_defaults(&attendance_entity, &a);
    a.member = member;
    a.status = PRESENCE_PRESENT;
    assert_int_equal(attendance_save(office->db, &session_stamp, &s, &a, &err), STATUS_OK);
    snapshot_release(&s);
}

/* Those who replied, and all others but the last two, are here; it was opened at 14:05. */
static inline void session_opened(struct office *office)
{
    struct snapshot s;
    struct err err = {0};
    int n;

    memset(office, 0, sizeof *office);
    office_open(office, true, "2024-05-14T06:22:00Z");
    s = session_snapshot(office);
    assert_int_equal(attendance_as_replied(office->db, &session_stamp, &s, &n, &err), STATUS_OK);
    snapshot_release(&s);
    session_arrive(office, "m03");
    s = session_snapshot(office);
    assert_int_equal(meeting_open(office->db, &session_stamp, &s, "2024-05-14", "14:05", OUTCOME_HELD, &err),
                     STATUS_OK);
    snapshot_release(&s);
}

/* On the screen, at the item with KEY; NULL: where the session begins by itself. */
static inline void session_at(struct office *office, const char *key)
{
    struct snapshot s = session_snapshot(office);
    const struct item *item = key ? meeting_item(&s.meeting, key) : NULL;

    assert_true(session_push(&office->app, office_meeting(office, "113-1"), item ? item->row.id : 0));
    snapshot_release(&s);
}

/* What is stored of item KEY, as one line a statement: "m02 14:22: 甲 | 乙". */
static inline void session_said(struct office *office, const char *key, struct str *out)
{
    struct snapshot s = session_snapshot(office);
    const struct item *item = meeting_item(&s.meeting, key);

    for (size_t i = 0; i < item->statements.n; i++) {
        const struct statement *said = &item->statements.v[i];

        str_add(out, said->chair                                    ? "chair"
                     : said->delegate_of                            ? said->delegate_of
                     : said->name                                   ? said->name
                     : said->speaker.member                         ? said->speaker.member
                     : said->speaker.unit && !said->speaker.surname ? said->speaker.unit
                     : said->speaker.surname                        ? said->speaker.surname
                                                                    : "?");
        str_add(out, said->delegate_of ? " delegate" : "");
        str_add(out, said->response ? " response" : "");
        str_add(out, said->pending ? " pending" : "");
        str_add(out, said->disclosure == DISCLOSURE_ANONYMOUS ? " anonymous"
                     : said->disclosure == DISCLOSURE_CLOSED  ? " closed"
                                                              : "");
        str_printf(out, " %s:", said->at ? said->at : "-");
        for (size_t k = 0; k < said->points.n; k++)
            str_printf(out, "%s %s", k ? " |" : "", said->points.v[k].text);
        str_add_char(out, '\n');
    }
    snapshot_release(&s);
}

static inline void assert_said(struct office *office, const char *key, const char *expected)
{
    struct str said = STR_INIT;

    session_said(office, key, &said);
    assert_string_equal(said.text, expected);
    str_release(&said);
}

#endif
