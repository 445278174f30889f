/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three processes write to one file for a minute: they count one title up together, add and remove statements
 * of their own below one item, and check people in. A model outside the file knows what each was told is
 * stored: all of that must be there, once, and nothing else. The control: the same counting without `ver`
 * loses updates.
 */
#include "db/handle.h"
#include "tests/torture/office/office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WRITERS = 3, LIVE_MAX = 12 };

/* What a writer was told is stored; each writes only its own. */
struct told {
    long counted, conflicts, busy, writes;
    long first, next; /* its statements that stand: first … next - 1 */
    int presence[2];  /* of its two members; UNKNOWN: as before */
    bool broken;
};
struct writer {
    struct office office;
    struct told *told;
    int number;
    uint64_t random;
};
static struct told *all; /* shared by the processes */

static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The item that all write to. */
static const struct item *common_item(const struct office *o)
{
    const struct item *found = &o->s.meeting.items.v[0];

    for (size_t i = 0; i < o->s.meeting.items.n; i++)
        if (o->s.meeting.items.v[i].statements.n >= found->statements.n)
            found = &o->s.meeting.items.v[i];
    return found;
}

static enum status count_up(struct writer *w, struct err *err)
{
    const struct item *old = common_item(&w->office);
    struct item wanted = *old;
    char title[40];

    (void)snprintf(title, sizeof title, "%ld", strtol(old->title, NULL, 10) + 1);
    wanted.title = title;
    return item_save(w->office.db, &office_stamp, &w->office.s, old, &wanted, err);
}

static enum status add_statement(struct writer *w, struct err *err)
{
    const struct item *item = common_item(&w->office);
    struct statement wanted;
    struct node node;
    char text[40];
    int64_t id;

    entity_defaults(&statement_entity, &wanted);
    entity_defaults(&node_entity, &node);
    (void)snprintf(text, sizeof text, "w%d-%ld", w->number, w->told->next);
    node.text = text;
    wanted.name = "何筆";
    wanted.points = (struct outline){&node, 1};
    return statement_add(w->office.db, &office_stamp, &w->office.s, item, &wanted,
                         draw(&w->random) % (item->statements.n + 1), &id, err);
}

/* Where the statement with TEXT stands; n: nowhere. */
static size_t find_statement(const struct item *item, const char *text)
{
    size_t at = 0;

    while (at < item->statements.n && !(item->statements.v[at].points.n == 1 &&
                                        text_same(item->statements.v[at].points.v[0].text, text)))
        at++;
    return at;
}

static enum status remove_statement(struct writer *w, struct err *err)
{
    const struct item *item = common_item(&w->office);
    char text[40];
    size_t at;

    (void)snprintf(text, sizeof text, "w%d-%ld", w->number, w->told->first);
    at = find_statement(item, text);
    if (at == item->statements.n)
        return STATUS_MISSING;
    return statement_remove(w->office.db, &office_stamp, &w->office.s, item, at, err);
}

static const char *own_member(int writer, int which)
{
    static const char *const members[WRITERS][2] = {{"m01", "m02"}, {"m03", "m04"}, {"m05", "m06"}};

    return members[writer][which];
}

static enum status check_in(struct writer *w, int which, int presence, struct err *err)
{
    const struct attendance *old = meeting_attendance(&w->office.s.meeting, own_member(w->number, which));
    struct attendance wanted;

    entity_defaults(&attendance_entity, &wanted);
    if (old)
        wanted = *old;
    wanted.member = own_member(w->number, which);
    wanted.status = presence;
    wanted.reply = PRESENCE_PRESENT;
    return attendance_save(w->office.db, &office_stamp, &w->office.s, &wanted, err);
}

/* One write, told only when it was acknowledged. */
static void write_once(struct writer *w)
{
    struct told *told = w->told;
    struct err err = {0};
    int which = (int)(draw(&w->random) % 2), what = (int)(draw(&w->random) % 4);
    int presence = told->presence[which] == PRESENCE_LEAVE ? PRESENCE_PRESENT : PRESENCE_LEAVE;
    enum status status = office_load(&w->office, NOW, &err);

    if (what == 1 && told->next - told->first >= LIVE_MAX)
        what = 2;
    if (what == 2 && told->next == told->first)
        what = 1;
    if (status == STATUS_OK)
        status = what == 0   ? count_up(w, &err)
                 : what == 1 ? add_statement(w, &err)
                 : what == 2 ? remove_statement(w, &err)
                             : check_in(w, which, presence, &err);
    if (status == STATUS_OK) {
        told->writes++;
        told->counted += what == 0;
        told->next += what == 1;
        told->first += what == 2;
        if (what == 3)
            told->presence[which] = presence;
    } else if (status == STATUS_CONFLICT) {
        told->conflicts++;
    } else if (status == STATUS_BUSY) {
        told->busy++;
    } else {
        printf("writer %d, write %d: status %d, code %d %s %s\n", w->number, what, (int)status, (int)err.code,
               err.place, err.arg[0]);
        told->broken = true;
    }
}

static void be_writer(const struct office *o, int number, unsigned long seed, double until)
{
    struct writer w = {.told = &all[number], .number = number, .random = seed * 31 + (uint64_t)number + 1};

    w.office = *o;
    if (office_open(&w.office, NULL) != STATUS_OK) {
        w.told->broken = true;
        return;
    }
    db_wait(w.office.db, 5000);
    while (now() < until && !w.told->broken)
        write_once(&w);
    office_close(&w.office);
}

/* Counts without `ver`: reads, and then writes what it read and one. */
static void be_careless(const struct office *o, int number, double until)
{
    sqlite3 *sqlite = NULL;
    sqlite3_stmt *read = NULL, *write = NULL;

    if (sqlite3_open_v2(o->path, &sqlite, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_busy_timeout(sqlite, 5000) == SQLITE_OK &&
        sqlite3_prepare_v2(sqlite, "SELECT title FROM item WHERE id = ?1", -1, &read, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(sqlite, "UPDATE item SET title = ?2 WHERE id = ?1", -1, &write, NULL) ==
            SQLITE_OK) {
        const sqlite3_int64 id = common_item(o)->row.id;

        while (now() < until) {
            long n = -1;

            (void)sqlite3_bind_int64(read, 1, id);
            if (sqlite3_step(read) == SQLITE_ROW)
                n = (long)sqlite3_column_int64(read, 0);
            (void)sqlite3_reset(read);
            (void)sqlite3_bind_int64(write, 1, id);
            (void)sqlite3_bind_int64(write, 2, n + 1);
            if (n >= 0 && sqlite3_step(write) == SQLITE_DONE)
                all[number].counted++;
            (void)sqlite3_reset(write);
        }
    }
    (void)sqlite3_finalize(read);
    (void)sqlite3_finalize(write);
    (void)sqlite3_close(sqlite);
}

/* All writers at once, each in a process of its own; false where one died. */
static bool let_write(const struct office *o, bool careless, unsigned long seed, double seconds)
{
    double until = now() + seconds;
    pid_t children[WRITERS];
    bool good = true;

    (void)fflush(stdout);
    for (int i = 0; i < WRITERS; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            if (careless)
                be_careless(o, i, until);
            else
                be_writer(o, i, seed, until);
            (void)fflush(stdout);
            _exit(0);
        }
        good = good && children[i] > 0;
    }
    for (int i = 0; i < WRITERS; i++) {
        int status = -1;

        if (children[i] > 0 && (waitpid(children[i], &status, 0) != children[i] || status != 0))
            good = false;
    }
    return good;
}

/* How far the file is from what the writers were told; what differs is printed. */
static long compare(struct office *o, int64_t sets_before)
{
    const struct item *item = common_item(o);
    struct str unsound = STR_INIT;
    long wrong = 0, counted = 0, writes = 0, statements = 0;
    char text[40];

    for (int i = 0; i < WRITERS; i++) {
        counted += all[i].counted;
        writes += all[i].writes;
        wrong += all[i].broken;
        for (long n = all[i].first; n < all[i].next; n++, statements++) {
            (void)snprintf(text, sizeof text, "w%d-%ld", i, n);
            wrong += find_statement(item, text) == item->statements.n;
        }
        for (int which = 0; which < 2; which++) {
            const struct attendance *a = meeting_attendance(&o->s.meeting, own_member(i, which));

            wrong += all[i].presence[which] != UNKNOWN && (!a || a->status != all[i].presence[which]);
        }
    }
    if (wrong)
        printf("LOST %ld statements or attendances\n", wrong);
    if (strtol(item->title, NULL, 10) != counted)
        printf("LOST counted %ld, stored %s\n", counted, item->title);
    wrong += labs(counted - strtol(item->title, NULL, 10));
    /* two statements stood there before */
    wrong += labs((long)item->statements.n - 2 - statements);
    wrong += labs(office_ask(o->db, "SELECT count(*) FROM change_set") - sets_before - writes);
    if (*office_unsound(o->db, &unsound)) {
        printf("LOST %s\n", unsound.text);
        wrong++;
    }
    str_release(&unsound);
    return wrong;
}

/* The office with the common title at 0. The number of change sets; -1: not possible. */
static int64_t prepare(struct office *o)
{
    struct err err = {0};
    struct item wanted;
    int64_t sets = -1;

    memset(all, 0, WRITERS * sizeof *all);
    for (int i = 0; i < WRITERS; i++)
        all[i].presence[0] = all[i].presence[1] = UNKNOWN;
    office_reset(o);
    if (office_open(o, &err) != STATUS_OK || office_load(o, NOW, &err) != STATUS_OK)
        return -1;
    wanted = *common_item(o);
    wanted.title = "0";
    if (item_save(o->db, &office_stamp, &o->s, common_item(o), &wanted, &err) == STATUS_OK)
        sets = office_ask(o->db, "SELECT count(*) FROM change_set");
    db_close(o->db); /* the snapshot stays: no connection goes through a fork */
    o->db = NULL;
    return sets;
}

static bool look(struct office *o)
{
    return !office_open(o, NULL) && !office_load(o, NOW, NULL);
}

static bool control(struct office *o, bool full, char *out, size_t room)
{
    long counted = 0, stored = 0;

    if (prepare(o) < 0 || !let_write(o, true, 1, full ? 5 : 0.7) || !look(o))
        return false;
    stored = strtol(common_item(o)->title, NULL, 10);
    for (int i = 0; i < WRITERS; i++)
        counted += all[i].counted;
    (void)snprintf(out, room, "without ver %ld of %ld acknowledged updates were lost", counted - stored,
                   counted);
    return stored < counted;
}

int main(int argc, char **argv)
{
    static struct office office;
    struct outcome_line line = {.harness = "three-writers"};
    bool full = full_wanted(argc, argv, &line.seed);
    long conflicts = 0, busy = 0;
    int64_t sets;

    all = mmap(NULL, WRITERS * sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED)
        return 2;
    office_begin(&office);
    sets = prepare(&office);
    if (sets < 0 || !let_write(&office, false, line.seed, full ? 60 : 2.5) || !look(&office))
        line.losses = 1;
    else
        line.losses = compare(&office, sets);
    for (int i = 0; i < WRITERS; i++) {
        line.tries += all[i].writes;
        conflicts += all[i].conflicts;
        busy += all[i].busy;
        line.losses += all[i].writes == 0;
    }
    line.control_found = control(&office, full, line.control, sizeof line.control);
    office_end(&office);
    line.survived = line.tries - line.losses;
    line.faults = conflicts + busy;
    (void)snprintf(
        line.note, sizeof line.note,
        "a try is a write that was acknowledged, of three processes on one file; %ld were refused as"
        " conflicts and %ld as busy, and tried again",
        conflicts, busy);
    return report_print(&line);
}
