/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The office that is tortured: a small committee with a confirmed meeting, one that goes on and one in
 * preparation, in a file that each try begins with anew; and everything that may be done at its desk, as a
 * table. Knows nothing of what will go wrong.
 */
#ifndef YISHI_TESTS_TORTURE_OFFICE_H
#define YISHI_TESTS_TORTURE_OFFICE_H

#include "core/base/str.h"
#include "core/cycle/desk.h"
#include "db/draft.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum which { BEFORE, NOW, NEXT };
struct office {
    char directory[64], path[96], drafts[96];
    struct str base; /* the file's bytes */
    struct db *db;
    int64_t committee, meeting[3];
    struct snapshot s; /* of the meeting that the operation at hand is about */
    struct arena arena;
};

/* Whoever changes something here. */
extern const struct stamp office_stamp;

/* A directory (in memory where there is such a file system: nothing here is about a real disk) with the
 * office's file; the program ends where that fails. */
void office_begin(struct office *o);
void office_end(struct office *o);
/* Close the database, and put the file as it was at the beginning; drafts and copies are removed. */
void office_reset(struct office *o);
enum status office_open(struct office *o, struct err *err);
void office_close(struct office *o);
/* o->s anew. */
enum status office_load(struct office *o, enum which which, struct err *err);

/* A sum over every row of every table, the journal and its seals too. What is not readable is another sum. */
uint64_t office_sum(struct db *db);
/* The integer that SQL answers; -1 where it does not. */
int64_t office_ask(struct db *db, const char *sql);
/* "" or what is wrong: the file, its references, the journal, the seals, the context. Static, or in OUT. */
const char *office_unsound(struct db *db, struct str *out);
/* The only committee's record as text. */
enum status office_export(struct db *db, int64_t committee, struct str *out, struct err *err);
/* Import TEXT; PLACE of the first problem is printed where it is refused. */
enum status office_import(struct db *db, const struct str *text, struct err *err);
bool office_read(const char *path, struct str *out);
bool office_write(const char *path, const void *bytes, size_t len_bytes);

/* Something that changes the database in one change set. The database is open. */
struct operation {
    const char *name;
    enum which which; /* the meeting it is about */
    enum status (*run)(struct office *o, struct err *err);
};
extern const struct operation operations[];
extern const size_t n_operations;
/* Load and run; the status of either. */
enum status operation_run(struct office *o, const struct operation *operation, struct err *err);

/* Say that SEED was used and so on, as tests/torture/README lays down; returns the exit status. */
struct outcome_line {
    const char *harness;
    long tries, faults, survived, losses;
    unsigned long seed;
    bool control_found;
    char control[200], note[400];
};
int report_print(const struct outcome_line *report);
/* fast|full SEED from the command line; the program ends where it is called otherwise. */
bool full_wanted(int argc, char **argv, unsigned long *seed);
/* xorshift: the next number from *STATE (never 0). */
uint64_t draw(uint64_t *state);

#endif
