/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hundred thousand random steps at the desk beside a model that only remembers. After each, what is stored
 * of the meeting is compared with the model; now and then the committee is verified, exported, imported into
 * an empty file, exported again, and the walk goes on in that file. Steps are taken back and done again. The
 * control: a model that forgets to move statements, and a title changed behind the program's back.
 */
#include "db/handle.h"
#include "db/undo.h"
#include "tests/torture/steps/steps.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STEPS_A_FILE = 400, FILES_A_WALK = 12 };

struct walking {
    struct walk walk;
    struct model stored, before; /* before: what taking back the last change set gives */
    int64_t last;                /* the last change set; 0: nothing to take back */
    long steps, done, refused, undone, journeys;
    bool quiet;
    char what[300]; /* the first thing that is wrong */
};

static bool wrong(struct walking *w, const char *step, const char *what)
{
    (void)snprintf(w->what, sizeof w->what, "step %ld, %s: %s", w->steps, step, what);
    if (!w->quiet)
        printf("LOST %s\n", w->what);
    return false;
}

static bool compare(struct walking *w, const char *step)
{
    char where[200];
    struct err err = {0};

    if (office_load(&w->walk.office, NOW, &err) != STATUS_OK)
        return wrong(w, step, "the meeting does not load");
    if (!model_of(&w->walk.office.s, &w->stored))
        return wrong(w, step, "more is stored than was ever entered");
    return model_same(&w->walk.model, &w->stored, where, sizeof where) || wrong(w, step, where);
}

/* ---- one step -------------------------------------------------------------------------------------------
 */

/* Take back the last change set; the next one takes back that. */
static bool undo(struct walking *w)
{
    struct db *db = w->walk.office.db;
    struct model between = w->walk.model;
    struct err err = {0};

    if (undo_change_set(db, &office_stamp, w->last, &err) != STATUS_OK) {
        char text[80];

        (void)snprintf(text, sizeof text, "is refused: code %d %.40s", (int)err.code, err.arg[0]);
        return wrong(w, "undo", text);
    }
    w->walk.model = w->before;
    w->before = between;
    w->last = db_change_set(db);
    w->undone++;
    return compare(w, "undo");
}

/* Draws until there is something to do it on. */
static enum status step_once(struct walking *w, const struct step_kind **kind, struct model *before,
                             enum status *expected, struct err *err)
{
    enum status status;

    do {
        size_t n = (size_t)draw_below(&w->walk, (int)(n_item_steps + n_people_steps));

        *kind = n < n_item_steps ? &item_steps[n] : &people_steps[n - n_item_steps];
        *before = w->walk.model;
        *expected = STATUS_OK;
        status = (*kind)->run(&w->walk, expected, err);
        arena_release(&w->walk.office.arena);
        if (status == STATUS_MISSING && *expected == STATUS_MISSING)
            w->walk.model = *before;
    } while (status == STATUS_MISSING && *expected == STATUS_MISSING);
    return status;
}

static bool step(struct walking *w)
{
    static struct model before;
    const struct step_kind *kind;
    enum status status, expected;
    struct err err = {0};

    if (w->last && draw_below(&w->walk, 12) == 0)
        return undo(w);
    status = step_once(w, &kind, &before, &expected, &err);
    if (status != expected) {
        char text[120];

        (void)snprintf(text, sizeof text, "status %d, not %d; code %d %.60s", (int)status, (int)expected,
                       (int)err.code, err.arg[0]);
        return wrong(w, kind->name, text);
    }
    w->done += status == STATUS_OK;
    w->refused += status != STATUS_OK;
    if (status == STATUS_OK && db_change_set(w->walk.office.db)) {
        w->before = before;
        w->last = db_change_set(w->walk.office.db);
    } else {
        w->last = 0; /* two edits: one of them was stored */
    }
    return compare(w, kind->name);
}

/* ---- from file to file -----------------------------------------------------------------------------------
 */

/* Sound; exported, imported into an empty file, exported again the same; on in that one. */
static bool travel(struct walking *w)
{
    struct office *o = &w->walk.office;
    struct str first = STR_INIT, second = STR_INIT, unsound = STR_INIT;
    struct err err = {0};
    bool good = false;

    if (*office_unsound(o->db, &unsound)) {
        wrong(w, "verify", unsound.text);
        goto out;
    }
    if (office_export(o->db, o->committee, &first, &err) != STATUS_OK) {
        wrong(w, "export", "fails");
        goto out;
    }
    office_close(o);
    (void)unlink(o->path);
    if (db_open(&o->db, o->path, DB_CREATE, &err) != STATUS_OK ||
        office_import(o->db, &first, &err) != STATUS_OK) {
        wrong(w, "import", "refuses what was exported");
        goto out;
    }
    o->committee = office_ask(o->db, "SELECT min(id) FROM committee");
    if (meeting_id_find(o->db, o->committee, "112-2", &o->meeting[NOW], &err) != STATUS_OK ||
        office_export(o->db, o->committee, &second, &err) != STATUS_OK ||
        !text_same(first.text, second.text)) {
        wrong(w, "export", "is another after an import");
        goto out;
    }
    w->journeys++;
    w->last = 0;
    good = compare(w, "import");
out:
    str_release(&first);
    str_release(&second);
    str_release(&unsound);
    return good;
}

/* The office as it begins, the model with it. */
static bool set_out(struct walking *w)
{
    struct err err = {0};
    struct office *o = &w->walk.office;

    office_reset(o);
    w->last = 0;
    if (office_open(o, &err) != STATUS_OK)
        return wrong(w, "setting out", "the office does not open");
    o->committee = office_ask(o->db, "SELECT min(id) FROM committee");
    if (meeting_id_find(o->db, o->committee, "112-2", &o->meeting[NOW], &err) != STATUS_OK ||
        office_load(o, NOW, &err) != STATUS_OK || !model_of(&o->s, &w->walk.model))
        return wrong(w, "setting out", "the office does not load");
    return true;
}

static bool walk(struct walking *w, long steps)
{
    for (w->steps = 0; w->steps < steps; w->steps++) {
        if (w->steps % (STEPS_A_FILE * FILES_A_WALK) == 0) {
            if (!set_out(w))
                return false;
        } else if (w->steps % STEPS_A_FILE == 0 && !travel(w)) {
            return false;
        }
        if (!step(w))
            return false;
    }
    return travel(w);
}

/* ---- the control -----------------------------------------------------------------------------------------
 */

static bool control(struct walking *w, char *out, size_t room)
{
    long forgetful, behind = -1;

    w->quiet = true;
    w->walk.forgetful = true;
    forgetful = walk(w, 2000) ? -1 : w->steps;
    w->walk.forgetful = false;
    if (set_out(w) && sqlite3_exec(w->walk.office.db->sqlite,
                                   "UPDATE item SET title = 'x' WHERE id = (SELECT max(id) FROM item WHERE"
                                   " meeting_id = (SELECT id FROM meeting WHERE key = '112-2'))",
                                   NULL, NULL, NULL) == SQLITE_OK)
        behind = compare(w, "control") ? -1 : 0;
    (void)snprintf(
        out, room,
        "a model that forgets to move statements was found at step %ld, a title changed with another"
        " tool at once%s",
        forgetful, behind == 0 ? "" : " NOT");
    w->quiet = false;
    return forgetful >= 0 && behind == 0;
}

int main(int argc, char **argv)
{
    static struct walking w;
    struct outcome_line line = {.harness = "random-steps"};
    bool full = full_wanted(argc, argv, &line.seed);
    const char *wanted = getenv("STEPS"); /* fewer, to look for the first that is wrong */
    long steps = wanted ? strtol(wanted, NULL, 10) : full ? 100000 : 500;

    w.walk.random = line.seed * 2654435761u + 1;
    office_begin(&w.walk.office);
    line.losses = !walk(&w, steps);
    line.tries = w.steps;
    line.survived = w.steps - line.losses;
    (void)snprintf(
        line.note, sizeof line.note,
        "a try is a step; %ld changed something, %ld had to be refused and were, %ld were taken back or"
        " done again; %ld times exported, imported, exported",
        w.done, w.refused, w.undone, w.journeys);
    line.control_found = control(&w, line.control, sizeof line.control);
    office_end(&w.walk.office);
    return report_print(&line);
}
