/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A committee's record: everything it has, as one tree, and the problems found in a file of it.
 */
#ifndef YISHI_RECORD_RECORD_H
#define YISHI_RECORD_RECORD_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/base/str.h"
#include "core/meeting/meeting.h"
#include "core/tracking/resolution.h"
#include "db/db.h"

enum {
    RECORD_VERSION = 1,
    RECORD_PROBLEMS = 100,
    RECORD_LEVELS = 8,
    RECORD_TEXT_BYTES = 1 << 20,
    RECORD_FILE_MIB = 256
};

struct record {
    struct arena arena; /* holds all below */
    struct committee committee;
    bool committee_key_only; /* the file names the committee and says no more of it */
    struct members members;
    struct meetings meetings;
    struct resolutions resolutions;
    bool whole; /* the root could be read: what only the whole tells can be checked, whatever else is wrong */
    bool flawed; /* not all of it could be read */
};
#define RECORD_INIT         \
    {                       \
        .arena = ARENA_INIT \
    }
void record_release(struct record *record);

/* What is wrong in a file, or differs from what is stored. Texts live in the arena. */
struct problem {
    enum code code;
    const char *place;
    const char *arg[2];
};
struct problems {
    struct arena arena;
    struct problem v[RECORD_PROBLEMS];
    size_t n, more; /* more: found beyond those kept */
};
void problems_init(struct problems *problems);
void problems_release(struct problems *problems);
void problems_add(struct problems *problems, enum code code, const char *place, const char *arg0,
                  const char *arg1);

/* Read TEXT (a leading BOM is accepted) by its form alone. STATUS_BAD: the problems say what is wrong, and
 * RECORD holds what could be read. */
enum status record_parse(const char *text, size_t len_bytes, struct record *record, struct problems *problems,
                         struct err *err);
/* Check what only the whole tells: references, keys given twice, an end before its start. STORED (may be
 * NULL) is the committee as the database has it, where references may lead as well. What PROBLEMS say already
 * is not said again: nothing is looked for in a list that could not be read. */
enum status record_check(const struct record *record, const struct record *stored, struct problems *problems);
/* Write the record: two spaces of indentation, keys in the order of the format's page. */
enum status record_write(const struct record *record, struct str *out, struct err *err);
/* Every difference between two rows of one description, named in PROBLEMS (may be NULL) under PLACE. true:
 * none. */
bool record_same(const struct entity *entity, const void *stored, const void *wanted, const char *place,
                 struct problems *problems);

/* Load a committee's record. */
enum status record_load(struct db *db, int64_t committee_id, struct record *record, struct err *err);

enum record_result { RECORD_STORED, RECORD_UNCHANGED, RECORD_REPLACED };
/* Store the record: all of it or nothing. What is there already and equal is left alone; what differs
 * is refused (STATUS_NO, named in PROBLEMS) unless REPLACE, which never touches a confirmed meeting;
 * then PROBLEMS names what was replaced. STATUS_BAD: bad references, named. Ids in RECORD are made anew. */
enum status record_import(struct db *db, const struct stamp *stamp, struct record *record, bool replace,
                          enum record_result *result, struct problems *problems, struct err *err);
/* Parse TEXT and import it; all errors of the file are listed together. */
enum status record_import_text(struct db *db, const struct stamp *stamp, const char *text, size_t len_bytes,
                               bool replace, enum record_result *result, struct problems *problems,
                               struct err *err);

#endif
