/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of what is offered back: a program with drafts that ends in the middle and starts again.
 * Include after cmocka.h.
 */
#ifndef YISHI_TESTS_TUI_RECOVER_HELP_H
#define YISHI_TESTS_TUI_RECOVER_HELP_H

#include "tests/tui/session_help.h"
#include "tui/recover.h"

struct desk {
    struct office office;
    char drafts[80];
};

static inline void desk_open(struct desk *desk)
{
    session_opened(&desk->office);
    (void)snprintf(desk->drafts, sizeof desk->drafts, "%s.drafts", desk->office.path);
    desk->office.app.draft_dir = desk->drafts;
}

/* The program ends in the middle of everything, and is started again. */
static inline void crash_and_start(struct desk *desk)
{
    struct office *office = &desk->office;
    const int64_t committee = office->app.committee_id;
    const char *now = office->app.now;

    office->app.terminated = true; /* nothing is stored, nothing is given up */
    app_release(&office->app);
    office->app.db = office->db;
    office->app.who = "何筆";
    office->app.now = now;
    office->app.headless = true;
    office->app.draft_dir = desk->drafts;
    office->app.committee_id = committee;
    assert_true(home_push(&office->app));
    recover_start(&office->app);
}

#endif
