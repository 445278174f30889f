/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal screen has loaded: the newest change sets first, older ones as they are wanted, and which
 * of them pass the filter.
 */
#include "tui/screens/journal/journal.h"

#include "core/cycle/desk.h"
#include "tui/journal_words.h"

#include <limits.h>
#include <string.h>

enum { PAGE_SETS = 100 };

/* ---- the filter ----------------------------------------------------------------------------------- */

static bool passes(const struct journal *journal, const struct history_set *set)
{
    struct str text = STR_INIT;
    bool found;

    if (!journal->folded.len_bytes)
        return true;
    journal_when(set->at, &text);
    str_add_char(&text, ' ');
    journal_who(set, &text);
    str_add_char(&text, ' ');
    journal_label(set, &text);
    found = text_contains_folded(text.text, journal->folded.text);
    str_release(&text);
    return found;
}

bool journal_choose(struct journal *journal)
{
    const struct history *history = &journal->history;

    if (journal->room < history->n || !journal->shown) {
        journal->n_shown = 0;
        journal->shown = arena_take(&journal->arena, (history->n + 1) * 2 * sizeof *journal->shown);
        if (!journal->shown)
            return false;
        journal->room = (history->n + 1) * 2;
    }
    journal->n_shown = 0;
    for (size_t i = 0; i < history->n; i++)
        if (passes(journal, &history->v[i]))
            journal->shown[journal->n_shown++] = &history->v[i];
    journal->paged = 0;
    list_view_reload(&journal->list);
    return true;
}

/* ---- loading -------------------------------------------------------------------------------------- */

void journal_forget(struct journal *journal)
{
    arena_release(&journal->arena);
    journal->history = (struct history){NULL, 0};
    journal->members = (struct members){NULL, 0};
    journal->shown = NULL;
    journal->n_shown = journal->room = 0;
    journal->whole = journal->members_known = false;
}

/* A key names a member where there is one committee only. */
static enum status load_members(struct app *app, struct journal *journal, struct err *err)
{
    struct committee_lines lines = {NULL, 0};
    struct committee committee;
    enum status status = committee_list(app->db, &journal->arena, &lines, err);

    if (status || lines.n != 1)
        return status;
    status = committee_load(app->db, lines.v[0].id, &journal->arena, &committee, &journal->members, err);
    journal->members_known = !status;
    return status;
}

/* Whether MORE were wanted and came says whether there is anything older. */
static enum status load(struct app *app, struct journal *journal, int64_t before, int limit,
                        struct history *more, struct err *err)
{
    enum status status =
        history_load(app->db, journal->meeting_id, before, limit, &journal->arena, more, err);

    if (!status)
        journal->whole = more->n < (size_t)limit;
    return status;
}

enum status journal_load(struct app *app, struct screen *screen, struct err *err)
{
    struct journal *journal = (struct journal *)screen;
    const size_t had = journal->history.n;
    const int limit = journal->folded.len_bytes              ? INT_MAX
                      : had > PAGE_SETS && had < INT_MAX / 2 ? (int)had
                                                             : PAGE_SETS;
    struct journal old = *journal;
    enum status status;

    /* what is loaded takes the place of what there was only when it is whole */
    journal->arena = (struct arena)ARENA_INIT;
    journal->history = (struct history){NULL, 0};
    journal->shown = NULL;
    journal->n_shown = journal->room = 0;
    journal->members_known = false;
    status = load_members(app, journal, err);
    if (!status)
        status = load(app, journal, 0, limit, &journal->history, err);
    if (!status && !journal_choose(journal))
        status = err_memory(err);
    if (status) {
        arena_release(&journal->arena);
        *journal = old;
    } else {
        arena_release(&old.arena);
    }
    return status;
}

enum status journal_older(struct app *app, struct journal *journal, struct err *err)
{
    const struct history *had = &journal->history;
    struct history more = {NULL, 0};
    struct history_set *both;
    enum status status;

    if (journal->whole || !had->n)
        return STATUS_OK;
    status = load(app, journal, had->v[had->n - 1].first, PAGE_SETS, &more, err);
    if (status || !more.n)
        return status;
    both = arena_take(&journal->arena, (had->n + more.n) * sizeof *both);
    if (!both)
        return err_memory(err);
    memcpy(both, had->v, had->n * sizeof *both);
    memcpy(both + had->n, more.v, more.n * sizeof *both);
    journal->history = (struct history){both, had->n + more.n};
    return journal_choose(journal) ? STATUS_OK : err_memory(err);
}
