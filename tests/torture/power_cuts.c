/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The power goes at every write and every sync of every operation of the desk, of the import and of a draft;
 * what was not synced is lost, or half of it, or holds anything. After each: the file opens and is sound,
 * what was acknowledged is there, and nothing but that or the one operation more that was under way: every
 * row, the journal and its seals as they were before it or as they are after it. The control: the same with
 * synchronous=OFF.
 */
#include "db/handle.h"
#include "tests/torture/office/disk.h"
#include "tests/torture/office/office.h"

#include <stdio.h>
#include <string.h>

enum { STATEMENTS = 6, CHARACTERS = 12 };

struct cuts {
    struct office office;
    uint64_t random;
    long tries, cut, losses;
    bool every, quiet, careless; /* all points; losses are wanted; synchronous=OFF */
    uint64_t states[STATEMENTS + 1];
    size_t n_states;
};

static void lose(struct cuts *c, const char *name, long n, enum loss loss, const char *what)
{
    c->losses++;
    if (!c->quiet && c->losses <= 30)
        printf("LOST %s, power cut at call %ld, way %d: %s\n", name, n, (int)loss, what);
}

/* An open office with what was written before on the disk; the power goes at call N from here on. */
static bool begin(struct cuts *c, long n)
{
    struct err err = {0};

    office_reset(&c->office);
    disk_begin(n);
    if (office_open(&c->office, &err) != STATUS_OK)
        return false;
    return !c->careless ||
           sqlite3_exec(c->office.db->sqlite, "PRAGMA synchronous = OFF", NULL, NULL, NULL) == 0;
}

/* With the power back: sound, and in state ACKNOWLEDGED or the one after it. "" or what is wrong. */
static const char *judge(struct cuts *c, size_t acknowledged)
{
    struct err err = {0};
    const char *finding = NULL, *wrong = "";
    uint64_t sum;

    if (office_open(&c->office, &err) != STATUS_OK)
        return "does not open any more";
    if (db_check(c->office.db, &finding, &err) != STATUS_OK)
        wrong = "is damaged";
    sum = office_sum(c->office.db);
    if (!*wrong && sum != c->states[acknowledged] &&
        (acknowledged + 1 == c->n_states || sum != c->states[acknowledged + 1])) {
        wrong = "is neither what was before nor what came after";
        for (size_t i = 0; i < acknowledged; i++)
            if (sum == c->states[i])
                wrong = "lost what was acknowledged";
    }
    office_close(&c->office);
    return wrong;
}

/* The whole of it without a cut: how many calls, and the state after each operation. */
static long learn(struct cuts *c, const struct operation *operation, size_t times)
{
    struct str unsound = STR_INIT;
    struct err err = {0};
    long calls = -1;

    if (!begin(c, 0))
        return -1;
    c->states[0] = office_sum(c->office.db);
    for (c->n_states = 1; c->n_states <= times; c->n_states++) {
        if (operation_run(&c->office, operation, &err) != STATUS_OK)
            goto out;
        c->states[c->n_states] = office_sum(c->office.db);
    }
    calls = disk_calls();
    if (c->every && *office_unsound(c->office.db, &unsound))
        calls = -1;
out:
    if (calls < 0)
        printf("LOST %s does nothing even when all is well: code %d %s\n", operation->name, (int)err.code,
               unsound.text);
    str_release(&unsound);
    return calls;
}

static void cut(struct cuts *c, const struct operation *operation, long n, enum loss loss)
{
    struct err err = {0};
    size_t acknowledged = 0;
    const char *wrong;

    if (!begin(c, n)) {
        lose(c, operation->name, n, loss, "the office does not open");
        return;
    }
    while (acknowledged + 1 < c->n_states && operation_run(&c->office, operation, &err) == STATUS_OK)
        acknowledged++;
    c->tries++;
    c->cut += disk_went();
    office_close(&c->office);
    if (!disk_crash(loss, &c->random))
        wrong = "the harness has no memory";
    else
        wrong = judge(c, acknowledged);
    if (*wrong)
        lose(c, operation->name, n, loss, wrong);
}

/* TIMES the same, the power going at each call, and after the last. */
static void cut_everywhere(struct cuts *c, const struct operation *operation, size_t times, long stride)
{
    long calls = learn(c, operation, times);

    if (calls < 0) {
        c->losses++;
        return;
    }
    /* one way of losing for each call; all of them where it is repeated */
    for (long n = 1 + (long)(draw(&c->random) % (uint64_t)stride); n <= calls + 1; n += stride) {
        const int way = (int)(draw(&c->random) % LOSSES);

        for (int loss = 0; loss < LOSSES; loss++)
            if ((c->every && times > 1) || loss == way)
                cut(c, operation, n, (enum loss)loss);
    }
}

/* ---- typing -------------------------------------------------------------------------------------- */

static const char typed_text[] = "1234567890ab";

/* Type until the power goes; *SYNCED the last that was promised. The serial last typed. */
static int64_t type(struct cuts *c, struct draft_file **draft, int64_t *synced)
{
    int64_t serial = 0;
    struct err err = {0};

    *synced = 0;
    if (draft_open(draft, c->office.drafts, db_uuid(c->office.db), &err) != STATUS_OK)
        return 0;
    for (size_t n = 1; n <= CHARACTERS; n++) {
        if (draft_put(*draft, "text:1:2", typed_text, n, n, office_stamp.when, &serial, &err) != STATUS_OK)
            break;
        if (n % 4 == 0 && draft_sync(*draft, &err) == STATUS_OK)
            *synced = serial;
    }
    return serial;
}

static void cut_typing(struct cuts *c, long n, enum loss loss)
{
    struct draft_orphan *found = NULL;
    struct draft_file *draft = NULL;
    const char *wrong = "";
    int64_t synced, serial;
    size_t n_found = 0;

    if (!begin(c, n)) {
        lose(c, "typing", n, loss, "the office does not open");
        return;
    }
    serial = type(c, &draft, &synced);
    c->tries++;
    c->cut += disk_went();
    draft_close(draft);
    office_close(&c->office);
    if (!disk_crash(loss, &c->random) || office_open(&c->office, NULL) != STATUS_OK)
        wrong = "does not open any more";
    else if (draft_orphans(c->office.db, c->office.drafts, &found, &n_found, NULL) != STATUS_OK)
        wrong = "drafts cannot be read";
    else if (synced && (n_found != 1 || found[0].serial < synced || found[0].serial > serial + 1))
        wrong = "lost what was synced";
    else if (n_found == 1 && (found[0].len_bytes != (size_t)found[0].serial ||
                              strncmp(found[0].text, typed_text, found[0].len_bytes) != 0))
        wrong = "holds another text than was typed";
    draft_orphans_free(found, n_found);
    if (*wrong)
        lose(c, "typing", n, loss, wrong);
}

static void cut_typing_everywhere(struct cuts *c, long stride)
{
    struct draft_file *draft = NULL;
    int64_t synced;
    long calls;

    if (!begin(c, 0) || type(c, &draft, &synced) != CHARACTERS || synced != CHARACTERS) {
        printf("LOST typing does not work even when all is well\n");
        c->losses++;
    }
    calls = disk_calls();
    draft_close(draft);
    for (long n = 1; n <= calls + 1; n += stride) {
        const int way = (int)(draw(&c->random) % LOSSES);

        for (int loss = 0; loss < LOSSES; loss++)
            if (c->every || loss == way)
                cut_typing(c, n, (enum loss)loss);
    }
}

/* ---- all of them --------------------------------------------------------------------------------- */

static const struct operation *named(const char *name)
{
    for (size_t i = 0; i < n_operations; i++)
        if (text_same(operations[i].name, name))
            return &operations[i];
    return NULL;
}

static bool control(struct cuts *c, char *out, size_t room)
{
    long losses = c->losses, tries = c->tries, went = c->cut, found;

    c->careless = c->quiet = true;
    cut_everywhere(c, named("statement_add"), STATEMENTS, c->every ? 2 : 25);
    found = c->losses - losses;
    (void)snprintf(out, room, "the same with synchronous=OFF lost or damaged something at %ld of %ld cuts",
                   found, c->tries - tries);
    c->losses = losses;
    c->tries = tries;
    c->cut = went;
    c->careless = c->quiet = false;
    return found > 0;
}

int main(int argc, char **argv)
{
    static struct cuts c;
    struct outcome_line line = {.harness = "power-cuts"};

    c.every = full_wanted(argc, argv, &line.seed);
    c.random = line.seed;
    if (!disk_install())
        return 2;
    office_begin(&c.office);
    for (size_t i = 0; i < n_operations; i++)
        cut_everywhere(&c, &operations[i], 1, c.every ? 1 : 60);
    cut_everywhere(&c, named("statement_add"), STATEMENTS, c.every ? 1 : 40);
    cut_typing_everywhere(&c, c.every ? 1 : 16);
    line.control_found = control(&c, line.control, sizeof line.control);
    disk_end();
    office_end(&c.office);
    line.tries = c.tries;
    line.faults = c.cut;
    line.losses = c.losses;
    line.survived = c.tries - c.losses;
    (void)snprintf(
        line.note, sizeof line.note,
        "a try is one operation cut at one write or sync, or right after it; %zu operations of the desk"
        " and the import, %d statements in a row, and typing",
        n_operations, STATEMENTS);
    return report_print(&line);
}
