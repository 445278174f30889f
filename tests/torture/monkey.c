/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A monkey at the real program: random keys, pastes and resizes. It must neither crash nor hang, its screens
 * must be whole, no row may go that the journal does not know of, and what it left behind must be sound,
 * exported and imported again. Its controls are a key that crashes and one that never ends.
 *   monkey fast|full SEED [KEYS]
 */
#include "tests/terminal/keys.h"
#include "tests/terminal/look.h"
#include "tests/terminal/rules.h"
#include "tests/torture/kill_desk.h"
#include "tests/torture/monkey_keys.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEYS_FULL = 200000,
    KEYS_FAST = 10000,
    STRIDE = 100,  /* keys between two questions whether it still answers */
    ROUND = 10000, /* keys between two looks at what it left */
    PLACES = 64,   /* screens that are told apart */
    TRACE = 400,   /* keys that are told when it goes wrong */
};

struct monkey {
    struct desk *desk;
    int keys, pastes, resizes, starts;
    char trace[TRACE][24];   /* the last ones, in a ring */
    char places[PLACES][40]; /* the titles that were seen */
    int n_places;
    int asked_at, looked_at; /* keys when it was last asked, and last looked behind */
    int planted_at;          /* press the planted key then; -1 = never */
    const char *wrong;       /* what went wrong first; NULL = nothing */
};

/* ---- what it does ----------------------------------------------------------------------------------- */

static void note(struct monkey *monkey, const char *what)
{
    char *line = monkey->trace[monkey->keys % TRACE];

    (void)snprintf(line, sizeof monkey->trace[0], "%.*s", (int)(sizeof monkey->trace[0] - 1), what);
}

/* The keys of a journey, without a look at where it leads. */
static void go_somewhere(struct monkey *monkey, const char *names)
{
    while (*names) {
        const size_t n = strcspn(names, " ");
        char name[24];

        (void)snprintf(name, sizeof name, "%.*s", (int)n, names);
        note(monkey, name);
        if (strcmp(name, "Esc") == 0) /* as a sequence: with what follows a bare one would be Alt */
            terminal_send(&monkey->desk->terminal, "\033[27u", 5);
        else
            (void)key_send(&monkey->desk->terminal, name);
        monkey->keys++;
        names += n + strspn(names + n, " ");
    }
}

static void press_any(struct monkey *monkey)
{
    struct desk *desk = monkey->desk;
    struct terminal *terminal = &desk->terminal;
    const unsigned kind = desk_random(desk, 100);

    if (monkey->planted_at < 0 && desk_random(desk, 60) == 0) {
        go_somewhere(monkey, journeys[desk_random(desk, sizeof journeys / sizeof *journeys)]);
        return;
    }

#define ANY(list) (list)[desk_random(desk, sizeof(list) / sizeof *(list))]
    if (monkey->planted_at >= 0 && monkey->keys >= monkey->planted_at) {
        monkey->planted_at = -1;
        terminal_send(terminal, "\033[201~", 6); /* a paste that was only begun would swallow it */
        (void)terminal_settle(terminal, DESK_PATIENCE_MS);
        (void)key_send(terminal, "Alt-J");
    } else if (kind < 55) {
        const char *name = ANY(specials);

        note(monkey, name);
        (void)key_send(terminal, name);
    } else if (kind < 95) {
        const char *text = ANY(letters);

        note(monkey, text);
        terminal_send(terminal, text, strlen(text));
    } else if (kind < 98) {
        const char *text = ANY(pastes);

        note(monkey, "a paste");
        terminal_paste(terminal, text, strlen(text));
        monkey->pastes++;
    } else {
        const char *bytes = ANY(raw);

        note(monkey, "raw bytes");
        terminal_send(terminal, bytes, strlen(bytes));
    }
#undef ANY
    monkey->keys++;
}

/* ---- does it live? ---------------------------------------------------------------------------------- */

static bool fail(struct monkey *monkey, const char *what)
{
    if (!monkey->wrong)
        monkey->wrong = what;
    return false;
}

static bool start(struct monkey *monkey)
{
    monkey->starts++;
    return (desk_start(monkey->desk, 24, 80) && terminal_settle(&monkey->desk->terminal, DESK_PATIENCE_MS) &&
            !monkey->desk->terminal.ended) ||
           fail(monkey, "it does not start");
}

/* What breaks a rule of all screens; but not U+FFFD, which stands for the bytes that the monkey breaks. */
static bool is_whole(const struct terminal *terminal)
{
    struct str out = STR_INIT;
    bool whole = true;

    (void)rule_rows_are_whole(terminal, &out);
    (void)rule_caret_is_placed(terminal, &out);
    for (const char *line = out.text; *line; line += strcspn(line, "\n"), line += *line == '\n')
        if (strncmp(line, "broken UTF-8", 12) != 0)
            whole = false;
    if (!whole)
        printf("%s\n", out.text);
    str_release(&out);
    return whole;
}

/* Where it is: what the first row says behind its last ›. */
static void note_place(struct monkey *monkey)
{
    struct str row = STR_INIT;
    const char *title;
    char name[40];
    int i = 0;

    look_row(&monkey->desk->terminal, 0, &row);
    title = row.text;
    for (const char *p = strstr(title, "› "); p; p = strstr(title, "› "))
        title = p + strlen("› ");
    (void)snprintf(name, sizeof name, "%.*s", (int)(strcspn(title, " ") < 39 ? strcspn(title, " ") : 39),
                   title);
    while (i < monkey->n_places && strcmp(monkey->places[i], name) != 0)
        i++;
    if (i == monkey->n_places && i < PLACES && title != row.text) {
        memcpy(monkey->places[i], name, sizeof name);
        monkey->n_places++;
    }
    str_release(&row);
}

/* It answers another size, or it left by itself: then it is started again. */
static bool still_lives(struct monkey *monkey)
{
    struct desk *desk = monkey->desk;
    struct terminal *terminal = &desk->terminal;

    if (!terminal_settle(terminal, DESK_PATIENCE_MS))
        return fail(monkey, "it hangs");
    if (!terminal->ended) {
        note_place(monkey);
        int rows = 4 + (int)desk_random(desk, 50), cols = 20 + (int)desk_random(desk, 180);

        if (desk_random(desk, 2)) {
            rows = 24;
            cols = 80;
        }
        monkey->resizes++;
        if (!terminal_resize(terminal, rows, cols) || !terminal_settle(terminal, DESK_PATIENCE_MS))
            return fail(monkey, "it hangs after another size");
    }
    if (terminal->ended)
        return terminal->wait_status == 0 ? start(monkey) : fail(monkey, "it crashed");
    return is_whole(terminal) || fail(monkey, "a row is not whole");
}

/* ---- what it left ----------------------------------------------------------------------------------- */

/* A figure from the database, -1 where there is none. */
static int figure(sqlite3 *sqlite, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    int value = -1;

    if (sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW)
        value = sqlite3_column_int(stmt, 0);
    (void)sqlite3_finalize(stmt);
    return value;
}

/* Every row that the journal saw come and not go is there, and no other: counted a table at a time. */
static int lost_rows(sqlite3 *sqlite)
{
    sqlite3_stmt *tables = NULL;
    int lost = 0;

    if (sqlite3_prepare_v2(sqlite, "SELECT DISTINCT tbl FROM change", -1, &tables, NULL) != SQLITE_OK)
        return -1;
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(tables, 0);
        struct str sql = STR_INIT;

        str_printf(&sql,
                   "WITH known AS (SELECT row_id FROM change WHERE tbl = '%s' GROUP BY row_id HAVING"
                   " count(DISTINCT CASE op WHEN 'delete' THEN change_set_id * 1000000 + seq END) <"
                   " count(DISTINCT CASE op WHEN 'insert' THEN change_set_id * 1000000 + seq END))"
                   " SELECT (SELECT count(*) FROM known WHERE row_id NOT IN (SELECT id FROM \"%s\")) +"
                   " (SELECT count(*) FROM \"%s\" WHERE id NOT IN (SELECT row_id FROM known))",
                   name, name, name);
        lost += abs(figure(sqlite, sql.text));
        if (figure(sqlite, sql.text) != 0)
            printf("%s: %d rows beside the journal\n", name, figure(sqlite, sql.text));
        str_release(&sql);
    }
    (void)sqlite3_finalize(tables);
    return lost;
}

/* The damage that quick_check tells, and rows beside the journal. */
static bool rows_are_sound(struct monkey *monkey)
{
    char path[DESK_PATH * 2];
    sqlite3 *sqlite = NULL;
    bool well;

    desk_database(monkey->desk, path, sizeof path);
    well = sqlite3_open_v2(path, &sqlite, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
    well = well && figure(sqlite, "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'") == 0 &&
           figure(sqlite, "SELECT count(*) FROM pragma_foreign_key_check") == 0;
    if (!well)
        (void)fail(monkey, "the database is damaged");
    else if (lost_rows(sqlite) != 0)
        well = fail(monkey, "rows went that the journal does not know of");
    (void)sqlite3_close(sqlite);
    return well;
}

/* The whole record goes out and, into an empty database, in again. */
static bool goes_round(struct monkey *monkey)
{
    struct desk *desk = monkey->desk;
    struct str path = STR_INIT, words = STR_INIT;
    FILE *file;
    bool well = desk_run(desk, "export");

    str_printf(&path, "%s/tmp/record.json", desk->home);
    file = well ? fopen(path.text, "w") : NULL;
    well = file && fputs(desk->result.out.text, file) >= 0;
    if (file)
        well = fclose(file) == 0 && well;
    if (well) {
        str_printf(&words, "--db %s/tmp/again.db import %s", desk->home, path.text);
        well = desk_run(desk, words.text);
    }
    if (!well)
        printf("%s%s\n",
               desk->result.out.text + (desk->result.out.len_bytes > 3000 ? desk->result.out.len_bytes : 0),
               desk->result.err.text);
    str_clear(&words);
    str_printf(&words, "%s/tmp/again.db", desk->home);
    (void)remove(words.text);
    str_release(&path);
    str_release(&words);
    return well || fail(monkey, "what it exported cannot be imported");
}

static bool look_behind(struct monkey *monkey)
{
    struct desk *desk = monkey->desk;

    terminal_hang_up(&desk->terminal);
    if (!terminal_wait_end(&desk->terminal, DESK_PATIENCE_MS))
        return fail(monkey, "it does not leave");
    if (desk->terminal.wait_status != 0)
        return fail(monkey, "it crashed when it left");
    if (desk_reported(desk))
        return fail(monkey, "a sanitizer reported");
    if (!desk_run(desk, "verify") && desk->result.exit != 1) {
        printf("%s%s\n", desk->result.out.text, desk->result.err.text);
        return fail(monkey, "verify cannot be made");
    }
    return rows_are_sound(monkey) && goes_round(monkey);
}

/* ---- all of it -------------------------------------------------------------------------------------- */

static void tell(const struct monkey *monkey)
{
    printf("after %d keys: %s. The last keys:", monkey->keys, monkey->wrong);
    for (int i = monkey->keys > TRACE ? monkey->keys - TRACE : 0; i < monkey->keys; i++)
        printf("%s%s", i % 20 ? " " : "\n  ", monkey->trace[i % TRACE]);
    printf("\n");
    desk_show(monkey->desk);
}

static bool play(struct monkey *monkey, int keys)
{
    bool well = (desk_fresh(monkey->desk) || fail(monkey, "no fresh desk")) && start(monkey);

    while (well && monkey->keys < keys) {
        press_any(monkey);
        if (monkey->keys - monkey->asked_at >= STRIDE) {
            monkey->asked_at = monkey->keys;
            well = still_lives(monkey);
        }
        if (well && monkey->keys - monkey->looked_at >= ROUND) {
            monkey->looked_at = monkey->keys;
            well = look_behind(monkey) && (monkey->keys / ROUND % 3 || desk_fresh(monkey->desk)) &&
                   start(monkey);
        }
    }
    return well && look_behind(monkey);
}

/* What it finds of a planted fault within KEYS. */
static const char *control(const char *planted, const char *program, uint64_t seed)
{
    struct desk desk;
    struct monkey monkey = {.desk = &desk, .planted_at = 150};

    if (desk_open(&desk, program, planted, seed) && !play(&monkey, 300) && getenv("MONKEY_TELLS"))
        tell(&monkey);
    desk_close(&desk);
    return monkey.wrong;
}

int main(int argc, char **argv)
{
    const bool all = argc > 1 && strcmp(argv[1], "full") == 0;
    const uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    const int keys = argc > 3 ? (int)strtol(argv[3], NULL, 10) : all ? KEYS_FULL : KEYS_FAST;
    struct desk desk;
    struct monkey monkey = {.desk = &desk, .planted_at = -1};
    struct str planted = STR_INIT;
    const char *yishi = getenv("YISHI"), *crash, *hang = "it hangs";

    str_printf(&planted, "%s_planted", yishi ? yishi : "");
    crash = control("crash", planted.text, seed);
    if (all)
        hang = control("hang", planted.text, seed);
    str_release(&planted);
    if (!desk_open(&desk, NULL, NULL, seed))
        return 1;
    if (!play(&monkey, keys))
        tell(&monkey);
    desk_close(&desk);
    for (int i = 0; i < monkey.n_places; i++)
        printf("%s%s", monkey.places[i], i + 1 < monkey.n_places ? ", " : "\n");
    printf("{\"harness\":\"monkey\",\"tries\":%d,\"faults\":0,\"survived\":%d,\"losses\":%d,\"seed\":%llu,"
           "\"control\":\"%splanted crash: %s; planted hang: %s\",\"note\":\"keys, among them %d pastes; %d "
           "resizes, %d "
           "starts, %d screens seen\"}\n",
           monkey.keys, monkey.keys - (monkey.wrong != NULL), monkey.wrong != NULL, (unsigned long long)seed,
           crash && strstr(crash, "crash") && hang && strstr(hang, "hang") ? "" : "FAILED: ",
           crash ? crash : "not found", all ? hang ? hang : "not found" : "in make torture", monkey.pastes,
           monkey.resizes, monkey.starts, monkey.n_places);
    return monkey.wrong != NULL || !crash || !hang;
}
