/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every allocation and every file or system call that an operation makes fails once, and fails from then on;
 * every public operation of core/ and db/ in turn. Whatever fails: no crash, no leak, an error that has a
 * name, nothing half done, no "ok" that is lost, no statement or write left open, and when the ground holds
 * again the same connection goes on. The control: an operation that does not look at an allocation, and one
 * that does not look at a write's end.
 */
#include "db/handle.h"
#include "tests/torture/faults/cases.h"
#include "tests/torture/faults/gate.h"
#include "tests/torture/faults/public.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One of the desk's operations or one of the cases. */
struct subject {
    const char *name;
    const struct operation *operation;
    const struct fault_case *other;
};

struct torture {
    struct office office;
    uint64_t base, after, figure; /* what all holds before and after, and what is found, when all goes well */
    long tries, faults, losses;
    int limit; /* how many points of each are tried */
    uint64_t random;
    int subjects;
    bool every_ground; /* else one for each subject, in turns */
    bool fresh, quiet; /* the file and the connection are as at the beginning; losses are wanted */
    char what[400];    /* the last loss */
};

void figure_text(uint64_t *figure, const char *text)
{
    for (; text && *text; text++)
        *figure = (*figure ^ (unsigned char)*text) * 1099511628211u;
    *figure = (*figure ^ (text ? 1 : 2)) * 1099511628211u;
}

void figure_int(uint64_t *figure, int64_t value)
{
    *figure = (*figure ^ (uint64_t)value) * 1099511628211u;
}

/* ---- one try ------------------------------------------------------------------------------------- */

static void lose(struct torture *t, const struct subject *subject, enum ground ground, int point,
                 bool for_ever, const char *what)
{
    t->losses++;
    (void)snprintf(t->what, sizeof t->what, "%s, %s, call %d%s: %s", subject->name, ground_names[ground],
                   point, for_ever ? " and all after it" : "", what);
    if (!t->quiet && t->losses <= 30)
        printf("LOST %s\n", t->what);
}

static enum status run(struct torture *t, const struct subject *subject, uint64_t *figure, struct err *err)
{
    *figure = 14695981039346656037u;
    return subject->operation ? operation_run(&t->office, subject->operation, err)
                              : subject->other->run(&t->office, figure, err);
}

static bool make_fresh(struct torture *t, const struct subject *subject)
{
    struct err err = {0};

    if (t->fresh)
        return true;
    office_reset(&t->office);
    t->fresh = true;
    if (subject->other && subject->other->closed)
        return true;
    return office_open(&t->office, &err) == STATUS_OK;
}

/* Nothing is left open: neither a write nor a statement. "" or what is. Where SQLite has no memory even to
 * roll back, its transaction stays open until the next one begins: see try_again. */
static const char *left_open(const struct torture *t)
{
    const struct db *db = t->office.db;

    if (!db)
        return "";
    if (db->write_depth || db->read_depth)
        return "a transaction is left open";
    for (sqlite3_stmt *stmt = sqlite3_next_stmt(db->sqlite, NULL); stmt;
         stmt = sqlite3_next_stmt(db->sqlite, stmt))
        if (sqlite3_stmt_busy(stmt))
            return "a statement is left running";
    return "";
}

static bool rolled_back(const struct torture *t)
{
    return !t->office.db || sqlite3_get_autocommit(t->office.db->sqlite);
}

/* The file is as before or as after, as STATUS says. Looked at anew where files failed. */
static const char *look_at_file(struct torture *t, enum status status, bool files)
{
    uint64_t sum;

    if (files) {
        office_close(&t->office);
        if (office_open(&t->office, NULL) != STATUS_OK)
            return "does not open any more";
    }
    sum = office_sum(t->office.db);
    if (status == STATUS_OK)
        return sum == t->after ? "" : "ok, and it is not stored";
    /* an error at the very last sync may leave the whole of it */
    return sum == t->base || (files && sum == t->after) ? "" : "half of it is stored";
}

/* When all is well again the same connection does it. */
static const char *try_again(struct torture *t, const struct subject *subject)
{
    struct err err = {0};
    uint64_t figure;

    t->fresh = false;
    if (run(t, subject, &figure, &err) != STATUS_OK)
        return "the connection does not go on";
    return subject->operation && office_sum(t->office.db) != t->after ? "goes on otherwise" : "";
}

static const char *judge(struct torture *t, const struct subject *subject, enum status status,
                         const struct err *err, uint64_t figure, bool files, struct str *out)
{
    const char *wrong = status != STATUS_OK && err->code == CODE_NONE ? "an error without a name" : "";

    if (!*wrong)
        wrong = left_open(t);
    if (!*wrong && status == STATUS_OK && figure != t->figure)
        wrong = "ok, and it is something else";
    if (*wrong || (!files && !rolled_back(t)))
        return wrong;
    if (subject->operation)
        return look_at_file(t, status, files);
    if (subject->other->closed) {
        office_close(&t->office);
        str_clear(out);
        if (subject->other->verify)
            subject->other->verify(&t->office, status, out);
        return out->len_bytes ? out->text : "";
    }
    return "";
}

static void try_point(struct torture *t, const struct subject *subject, enum ground ground, int point,
                      bool for_ever)
{
    bool files = ground == SQLITE_FILES || ground == OWN_SYSTEM;
    struct str out = STR_INIT;
    struct err err = {0};
    enum status status;
    const char *wrong;
    uint64_t figure;
    int hits;

    if (!make_fresh(t, subject)) {
        lose(t, subject, ground, point, for_ever, "the office does not open");
        return;
    }
    if (t->office.db)
        statements_release(t->office.db);
    gate_arm(ground, point, for_ever);
    public_watch(true);
    status = run(t, subject, &figure, &err);
    public_watch(false);
    (void)gate_disarm(&hits);
    t->tries++;
    t->faults += hits > 0;
    wrong = judge(t, subject, status, &err, figure, files, &out);
    if (status == STATUS_OK || files || (subject->other && subject->other->closed))
        t->fresh = false;
    else if (!*wrong && (t->tries % 8 == 0 || !rolled_back(t)))
        wrong = try_again(t, subject);
    if (*wrong) {
        lose(t, subject, ground, point, for_ever, wrong);
        t->fresh = false;
    }
    snapshot_release(&t->office.s);
    arena_release(&t->office.arena);
    str_release(&out);
}

/* ---- all of them --------------------------------------------------------------------------------- */

/* Without faults: what it comes to, and how many calls it makes of each ground. */
static bool learn(struct torture *t, const struct subject *subject, int calls[GROUNDS])
{
    t->fresh = false;
    if (!make_fresh(t, subject))
        return false;
    t->base =
        t->office.db ? office_sum(t->office.db) : 0; /* by another connection: it leaves pages in memory */
    for (int ground = 0; ground < GROUNDS; ground++) {
        struct err err = {0};
        enum status status;
        int hits;

        calls[ground] = 0;
        if (!t->every_ground && ground != t->subjects % GROUNDS)
            continue;
        t->fresh = false;
        if (!make_fresh(t, subject))
            return false;
        gate_arm((enum ground)ground, INT_MAX, false);
        public_watch(true);
        status = run(t, subject, &t->figure, &err);
        public_watch(false);
        calls[ground] = gate_disarm(&hits);
        t->after = t->office.db ? office_sum(t->office.db) : 0;
        t->fresh = false;
        if (status != STATUS_OK || (subject->operation && t->base == t->after)) {
            printf("LOST %s does nothing even when all is well: status %d, code %d, %s %s\n", subject->name,
                   (int)status, (int)err.code, err.place, err.arg[0]);
            return false;
        }
    }
    return true;
}

/* All points where they are few; else as many as the limit, those that lie between for another seed. */
static void try_ground(struct torture *t, const struct subject *subject, enum ground ground, int calls,
                       bool for_ever)
{
    int stride = calls / t->limit + 1;

    for (int point = 1 + (int)(draw(&t->random) % (uint64_t)stride); point <= calls; point += stride)
        try_point(t, subject, ground, point, for_ever);
}

static void try_subject(struct torture *t, const struct subject *subject)
{
    int calls[GROUNDS];

    t->subjects++;
    if (!learn(t, subject, calls)) {
        t->losses++;
        return;
    }
    for (int ground = 0; ground < GROUNDS; ground++)
        for (int for_ever = 0; for_ever < 2; for_ever++)
            try_ground(t, subject, (enum ground)ground, calls[ground], for_ever);
}

static void try_cases(struct torture *t, const struct fault_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        try_subject(t, &(struct subject){cases[i].name, NULL, &cases[i]});
}

static void try_all(struct torture *t)
{
    for (size_t i = 0; i < n_operations; i++)
        try_subject(t, &(struct subject){operations[i].name, &operations[i], NULL});
    try_cases(t, read_cases, n_read_cases);
    try_cases(t, file_cases, n_file_cases);
    try_cases(t, draft_cases, n_draft_cases);
}

/* ---- the control --------------------------------------------------------------------------------- */

static enum status run_careless_reading(struct office *o, uint64_t *figure, struct err *err)
{
    struct str text = STR_INIT;

    (void)o;
    (void)err;
    for (int i = 0; i < 1000; i++)
        str_printf(&text, "第%d點", i);
    figure_text(figure, text.text); /* and str_failed is not asked */
    str_release(&text);
    return STATUS_OK;
}

static enum status run_careless_write(struct office *o, struct err *err)
{
    enum status status = write_begin(o->db, &office_stamp, err);

    if (status == STATUS_OK)
        (void)write_end(o->db, db_setting_put(o->db, "careless", "yes", err), err);
    return status;
}

static bool control(struct torture *t, char *out, size_t room)
{
    static const struct fault_case reading = {"careless reading", false, run_careless_reading, NULL};
    static const struct operation writing = {"careless writing", NOW, run_careless_write};
    const struct subject careless = {writing.name, &writing, NULL};
    int calls[GROUNDS];
    long before = t->losses, of_reading, of_writing, tries = t->tries, faults = t->faults;

    t->quiet = t->every_ground = true;
    t->limit = 20;
    try_subject(t, &(struct subject){reading.name, NULL, &reading});
    of_reading = t->losses - before;
    if (learn(t, &careless, calls)) /* its end is what comes last */
        for (int n = 0; n < 16 && n < calls[SQLITE_FILES]; n++)
            try_point(t, &careless, SQLITE_FILES, calls[SQLITE_FILES] - n, false);
    of_writing = t->losses - before - of_reading;
    (void)snprintf(out, room,
                   "an operation that ignores a failed allocation was found %ld times, one that ignores the"
                   " end of its write %ld times",
                   of_reading, of_writing);
    t->losses = before;
    t->tries = tries;
    t->faults = faults;
    t->quiet = false;
    return of_reading > 0 && of_writing > 0;
}

int main(int argc, char **argv)
{
    static struct torture t;
    static char missed[2000];
    struct outcome_line line = {.harness = "every-fault"};
    bool full = full_wanted(argc, argv, &line.seed);
    size_t entered;

    if (!gate_install() || !public_begin())
        return 2;
    office_begin(&t.office);
    t.limit = full ? 20 : 1; /* within the time that a harness has */
    t.random = line.seed;
    t.every_ground = full;
    t.subjects = (int)(line.seed % GROUNDS);
    try_all(&t);
    entered = public_entered(missed, sizeof missed);
    if (entered < n_public_functions) {
        printf("LOST public functions that no case enters:%s\n", missed);
        t.losses++;
    }
    line.control_found = control(&t, line.control, sizeof line.control);
    office_end(&t.office);
    line.tries = t.tries;
    line.faults = t.faults;
    line.losses = t.losses;
    line.survived = t.tries - t.losses;
    (void)snprintf(
        line.note, sizeof line.note,
        "a try is one operation with one call failing; %zu of %zu public operations of core/ and db/ are"
        " entered by %zu cases",
        entered, n_public_functions, n_operations + n_read_cases + n_file_cases + n_draft_cases);
    return report_print(&line);
}
