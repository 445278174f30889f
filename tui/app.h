/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application: the one mutable state, the stack of screens, the one loop (terminal, signals, busy
 * database, changes from outside). Screens are written against this header; it knows none of them.
 */
#ifndef YISHI_TUI_APP_H
#define YISHI_TUI_APP_H

#include "core/base/err.h"
#include "core/base/str.h"
#include "core/calendar/date.h"
#include "db/db.h"
#include "db/draft.h"
#include "tui/command.h"
#include "tui/config.h"
#include "tui/terminal/cells.h"
#include "tui/terminal/decode.h"
#include "tui/terminal/key.h"
#include "tui/terminal/terminal.h"
#include "tui/words.h"

#include <stdbool.h>
#include <stdint.h>

/* Pieces of the top line's right side, each in its role. */
struct status_line;
void status_add(struct status_line *line, enum role role, const char *text);

/* What a screen is made of. Any function may be NULL. SCREEN is the first member of the screen's own struct.
 */
struct screen_ops {
    const char *name; /* "attendance": for the help; N_() of its title below */
    const char
        *title; /* N_("報到"): head of its keys in the help, and its breadcrumb where `crumb` is NULL */
    struct command_table commands;
    /* Load what it shows. When it fails the screen is closed and the error shown. */
    enum status (*open)(struct app *app, struct screen *screen, struct err *err);
    /* Load it again: somebody (this program or another) wrote to the database. Keeps the selection by id and
     * whatever is being typed. Not called while another screen covers it; called when it is uncovered. */
    enum status (*reload)(struct app *app, struct screen *screen, struct err *err);
    void (*draw)(struct app *app, struct screen *screen, struct rect rect);
    /* A key that is none of the screen's commands: true when it was used; else the application's commands see
     * it. While `typing` it comes before the screen's commands. KEY's text is gone once a dialog was opened.
     */
    bool (*key)(struct app *app, struct screen *screen, const struct key *key);
    /* A text has the focus now: plain characters are never commands. */
    bool (*typing)(const struct app *app, const struct screen *screen);
    /* What is being typed into a single line and is stored nowhere yet; NULL or empty: nothing. It is kept as
     * a draft while it stands. */
    const struct str *(*line)(const struct app *app, const struct screen *screen);
    /* Its piece of the breadcrumb ("112年第1次會議"). */
    void (*crumb)(const struct app *app, const struct screen *screen, struct str *out);
    /* The right side of the top line: quorum. The uppermost screen that has one is asked. */
    void (*status)(const struct app *app, const struct screen *screen, struct status_line *line);
    /* Store what is being typed: before the screen is left, and on a signal. When it is refused (STATUS_NO,
     * BAD) the screen stays, ERR is shown, and the user may give the text up. */
    enum status (*store)(struct app *app, struct screen *screen, struct err *err);
    /* Nothing was typed for 300 ms, or a second has passed since the last call during steady typing. */
    void (*pause)(struct app *app, struct screen *screen);
    void (*close)(struct app *app, struct screen *screen); /* frees it */
};

struct screen {
    const struct screen_ops *ops;
    struct screen *below;
    bool modal; /* a dialog: drawn over the screens below */
    bool stale; /* reload when it is on top again */
    bool done;  /* a modal screen is finished: its loop ends */
};

enum saved {
    SAVED_NOTHING, /* nothing was changed yet: shows nothing */
    SAVED_WAITING, /* somebody else writes, trying again */
    SAVED_DRAFT,   /* 草稿已存 */
    SAVED_DONE,    /* 已存 14:31:07 */
    SAVED_FAILED,  /* 未存 */
};

/* Change sets of this session. */
struct change_stack {
    int64_t *v;
    size_t n, room;
};

/* The text that is open here, for others to see. */
struct typing {
    struct str place, text; /* place "": none */
    bool changed, warned;   /* since it was told; that somebody else has it open */
    int64_t said_s;
};

struct app {
    /* handed in by main, borrowed */
    struct db *db;
    struct config *config;
    const char *who;                  /* configured name, else the login */
    const char *now;                  /* pinned by the tests: 2023-05-10T06:03:00Z; NULL = the real clock */
    const char *draft_dir;            /* where drafts go; NULL = none */
    struct draft_file *draft;         /* opened by app_draft_put at the first need */
    const char *theme_directory;      /* the user's own themes; NULL = none */
    const char *login;                /* who without a configured name; NULL: the tests' */
    const char *config_path;          /* yishi.ini, for the settings screen; NULL: nothing is written */
    struct guard *guard;              /* the care of the file; NULL: nobody takes it (tests) */
    bool no_colour;                   /* NO_COLOR is set */
    int64_t committee_id;             /* 0 = none yet */
    struct command_table commands;    /* for every screen, beside the application's own (undo, search …) */
    void (*look)(struct app *app);    /* twice a second: at others with the same database; may be NULL */
    void (*started)(struct app *app); /* once, when the first screen stands; may be NULL */
    /* the loop's own */
    struct screen *top;
    struct terminal terminal;
    struct decoder decoder;
    struct cells cells;
    enum saved saved;
    char saved_at[9];   /* HH:MM:SS */
    struct str message; /* above the hints until the next key */
    enum role message_role;
    int64_t draft_serial;
    struct typing typing;
    struct str line_place, line_text; /* the draft of a single line; "" = none */
    const struct screen *line_owner;  /* whose it is; only compared */
    struct live *live;                /* opened by the first look */
    bool live_tried;
    struct str others;                /* what they do, for the top line */
    struct change_stack done, undone; /* to be taken back, and to be done again */
    bool changed;                     /* the database was written: reload */
    bool redraw;                      /* something may look different now */
    bool unsynced;                    /* drafts were put since the last sync */
    bool quit, hung_up, terminated;
    bool reopen;       /* left only to be started anew: the database is another file now */
    const char *alarm; /* N_(): a warning that lasts, on the top line; NULL = none */
    bool esc_over;     /* nothing came after an ESC for long enough */
    bool headless;     /* no terminal: for tests */
    bool pause_due;    /* keys came since the last pause */
    int64_t typed_at_ms, typing_since_ms, looked_at_ms; /* app_ticks_ms */
};

/* ---- life: for main ---- */
void app_init(struct app *app, struct config *config);
void app_release(struct app *app);
/* The terminal is started, FIRST opened, the loop runs until it is left. Takes FIRST. Returns the exit
 * status; STATUS_USAGE in ERR when there is no terminal. */
int app_run(struct app *app, struct screen *first, struct err *err);
/* For tests without a terminal: app->headless is set before. Handle one key, or all that BYTES are; a dialog
 * that is opened takes its keys from the rest of BYTES, and ends as by Esc when there are none. Then draw
 * into app->cells. */
void app_feed(struct app *app, const struct key *key);
void app_feed_bytes(struct app *app, const char *bytes);
bool app_draw(struct app *app, int cols, int rows);

/* ---- screens ---- */
/* Open SCREEN on top. The application owns it from here, also when opening fails (then it is closed). */
bool app_push(struct app *app, struct screen *screen);
/* Store and close the top screen. false: it stays, its text was refused and the user did not give it up. */
bool app_pop(struct app *app);
/* Close screens until BELOW is on top; false as app_pop. */
bool app_pop_to(struct app *app, const struct screen *below);
/* Leave: every screen stores; false: one stays because its text was refused. */
bool app_quit(struct app *app);

/* ---- saying ---- */
/* Above the hints until the next key: ROLE_GOOD, ROLE_WARN, ROLE_BAD, ROLE_TEXT. */
void app_message(struct app *app, enum role role, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* On the screen at once, before something that takes a while. */
void app_message_now(struct app *app, const char *text);
void app_error(struct app *app, const struct err *err);
/* For the indicator at the right end of the top line; app_again() does it by itself. */
void app_set_saved(struct app *app, enum saved saved);

/* ---- asking: each shows a dialog and returns when it was answered ---- */
/* Which of N choices: its place, or -1 for Esc. TEXT may have several lines. SAFE is preselected. */
int app_ask(struct app *app, const char *title, const char *text, const char *const *choices, int n,
            int safe);
/* One line of text, beginning with what is in TEXT. CHECK (may be NULL) returns false and fills ERR when it
 * will not do, and the dialog stays. true: Enter. */
bool app_input(struct app *app, const char *title, const char *help, struct str *text,
               enum status (*check)(void *context, const char *text, struct err *err), void *context);
/* Pick from a list by typing a number or some characters. The place of the row, or -1. See widgets/picker.h.
 */
struct pick_row;
int app_pick(struct app *app, const char *title, const struct pick_row *rows, size_t n, size_t at);
/* Long text to scroll through. */
void app_show(struct app *app, const char *title, const char *text);
/* Run a program in the foreground with the terminal in its hands ($EDITOR); NULL ends ARGV. *EXIT_STATUS may
 * be NULL. */
enum status app_run_child(struct app *app, const char *const *argv, int *exit_status, struct err *err);
/* Run a modal screen of your own until it sets done; it is closed by its `close`, so its result must live
 * elsewhere. */
void app_run_modal(struct app *app, struct screen *screen);

/* ---- settings ---- */
/* SETTING was changed in app->config: let it count now where it can (theme, language, width of characters,
 * mouse, name). */
void app_setting_changed(struct app *app, enum setting setting);

/* ---- the clock: never asked by core, always here ---- */
void app_now_utc(const struct app *app, char out[25]); /* 2023-05-24T06:00:00.123Z */
struct moment app_moment(const struct app *app);       /* in the committee's zone, UTC+8 */
struct date app_today(const struct app *app);
int64_t app_now_s(const struct app *app); /* since 1970, UTC */
int64_t app_ticks_ms(void);               /* monotonic */

/* ---- writing ----
 *     struct attempt attempt;
 *     app_attempt(app, &attempt, _("報到：%s 出席"), name);
 *     do
 *         status = attendance_set(app->db, &attempt.stamp, …, &attempt.err);
 *     while (app_again(app, &attempt, status));
 * app_again() waits and says true while somebody else is writing (after 5 s the user decides); else it shows
 * 已存 or the error. Set attempt.quiet to word the error yourself. After a write every screen is reloaded. */
struct attempt {
    struct stamp stamp; /* who, when, label */
    struct err err;
    bool quiet;
    bool is_undo; /* it takes back or does again: it is no new change to take back */
    char when[25], label[256];
    int64_t since_ms;
};
void app_attempt(struct app *app, struct attempt *attempt, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool app_again(struct app *app, struct attempt *attempt, enum status status);

/* ---- drafts: what is typed and does not stand in the database yet ----
 * After every key that changed a text. Nothing to do at a pause or on a signal: the loop syncs. */
bool app_draft_put(struct app *app, const char *place, const char *text, size_t len_bytes,
                   size_t cursor_bytes);
/* Inside the write (write_begin … write_end) that stores the text of PLACE: so it is never offered back. */
enum status app_draft_mark(struct app *app, const char *place, struct err *err);
/* After that write, or when the text was given up. */
void app_draft_drop(struct app *app, const char *place);

#endif
