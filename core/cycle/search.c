/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading every text with its place, and looking through them.
 */
#include "core/cycle/search.h"

#include "core/base/str.h"
#include "core/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 8 };

/* Each query names its columns in the order of these. */
enum {
    COL_KIND,
    COL_MEETING_ID,
    COL_MEETING,
    COL_ITEM,
    COL_MEMBER,
    COL_RESOLUTION,
    COL_TITLE,
    COL_TEXT,
    COL_CLOSED
};

/* The item that a node, a table or a cell belongs to, however deep it hangs. */
#define JOIN_GRID                                                                             \
    " LEFT JOIN attachment a ON g.owner = 'attachment' AND a.id = g.owner_id"                 \
    " LEFT JOIN item i ON i.id = CASE g.owner WHEN 'item' THEN g.owner_id ELSE a.item_id END" \
    " LEFT JOIN meeting m ON m.id = g.meeting_id"
#define BY_MEETING " ORDER BY m.started DESC, m.id DESC, i.position"

static const char *const queries[] = {
    /* SEARCH_MEMBER 0 */
    "SELECT 0, 0, NULL, 0, p.id, NULL, p.surname || coalesce(p.given, ''),"
    " p.surname || coalesce(p.given, '') || coalesce(' ' || (SELECT group_concat("
    "coalesce(a.unit, '') || coalesce(a.title, ''), ' ') FROM appointment a WHERE a.member_id = p.id), ''), 0"
    " FROM member p WHERE p.committee_id = $1 ORDER BY p.position",
    /* SEARCH_MEETING 1 */
    "SELECT 1, m.id, m.key, 0, 0, NULL, NULL,"
    " m.key || coalesce(' ' || m.title, '') || coalesce(' ' || m.place, ''), 0"
    " FROM meeting m WHERE m.committee_id = $1 ORDER BY m.started DESC, m.id DESC",
    /* SEARCH_TRACKED 2: what it is, then what it says */
    "SELECT 2, m.id, m.key, 0, 0, r.key, NULL,"
    " r.key || coalesce(' ' || r.source_text, '') || coalesce(' ' || r.source_ref, '') || coalesce(' ' ||"
    " (SELECT group_concat(u.name, ' ') FROM unit u WHERE u.resolution_id = r.id), ''), 0"
    " FROM resolution r LEFT JOIN meeting m ON m.committee_id = r.committee_id AND m.key ="
    " (SELECT d.meeting FROM round d WHERE d.resolution_id = r.id ORDER BY d.position DESC LIMIT 1)"
    " WHERE r.committee_id = $1 ORDER BY r.position DESC",
    "SELECT 2, m.id, m.key, 0, 0, r.key, NULL, n.text, 0"
    " FROM node n JOIN resolution r ON r.id = n.resolution_id"
    " LEFT JOIN meeting m ON m.committee_id = r.committee_id AND m.key ="
    " (SELECT d.meeting FROM round d WHERE d.resolution_id = r.id ORDER BY d.position DESC LIMIT 1)"
    " WHERE n.committee_id = $1 AND n.owner = 'resolution' ORDER BY r.position DESC, n.position",
    /* SEARCH_ITEM 3, SEARCH_DECISION 4, SEARCH_STATEMENT 5 */
    "SELECT 3, m.id, m.key, i.id, 0, NULL, i.title, coalesce(i.title, '') || coalesce(' ' || i.unit, ''), 0"
    " FROM item i JOIN meeting m ON m.id = i.meeting_id"
    " WHERE i.committee_id = $1 AND (i.title IS NOT NULL OR i.unit IS NOT NULL)" BY_MEETING,
    "SELECT 3, m.id, m.key, i.id, 0, NULL, i.title, coalesce(a.label || ' ', '') || a.title, 0"
    " FROM attachment a JOIN item i ON i.id = a.item_id JOIN meeting m ON m.id = i.meeting_id"
    " WHERE a.committee_id = $1 AND a.title IS NOT NULL" BY_MEETING,
    "SELECT CASE n.owner WHEN 'statement' THEN 5 WHEN 'decision' THEN 4 ELSE 3 END, m.id, m.key, i.id, 0, "
    "NULL,"
    " i.title, n.text, coalesce(s.disclosure = 'closed' OR t.disclosure = 'closed', 0)"
    " FROM node n JOIN meeting m ON m.id = n.meeting_id"
    " LEFT JOIN statement s ON n.owner = 'statement' AND s.id = n.owner_id"
    " LEFT JOIN attendance t ON t.meeting_id = s.meeting_id AND t.member = coalesce(s.delegate_of, s.member)"
    " LEFT JOIN decision d ON n.owner = 'decision' AND d.id = n.owner_id"
    " LEFT JOIN prior p ON n.owner = 'prior' AND p.id = n.owner_id"
    " LEFT JOIN item i ON i.id = CASE n.owner WHEN 'item' THEN n.owner_id WHEN 'statement' THEN s.item_id"
    " WHEN 'decision' THEN d.item_id ELSE p.item_id END"
    " WHERE n.committee_id = $1 AND n.owner IN ('item', 'statement', 'decision', 'prior')" BY_MEETING
    ", n.owner = 'statement', s.position, n.position",
    /* SEARCH_PROGRESS 6 */
    "SELECT 6, m.id, m.key, 0, 0, r.key, NULL, n.text, 0 FROM node n JOIN resolution r ON r.id = "
    "n.resolution_id"
    " LEFT JOIN report e ON n.owner = 'report' AND e.id = n.owner_id"
    " LEFT JOIN round d ON d.id = CASE n.owner WHEN 'report' THEN e.round_id ELSE n.owner_id END"
    " LEFT JOIN meeting m ON m.committee_id = r.committee_id AND m.key = d.meeting"
    " WHERE n.committee_id = $1 AND n.owner IN ('round', 'report')"
    " ORDER BY r.position DESC, d.position DESC, n.position",
    /* SEARCH_TABLE 7 */
    "SELECT 7, m.id, m.key, i.id, 0, NULL, i.title, g.caption, 0 FROM grid g" JOIN_GRID
    " WHERE g.committee_id = $1 AND g.caption IS NOT NULL" BY_MEETING,
    "SELECT 7, m.id, m.key, i.id, 0, NULL, i.title, c.text, 0 FROM cell c JOIN grid g ON g.id = "
    "c.grid_id" JOIN_GRID " WHERE c.committee_id = $1 AND c.text <> ''" BY_MEETING
    ", c.grid_id, c.line, c.col",
    "SELECT 7, m.id, m.key, i.id, 0, NULL, i.title, n.text, 0 FROM node n"
    " LEFT JOIN cell c ON n.owner = 'cell' AND c.id = n.owner_id"
    " JOIN grid g ON g.id = CASE n.owner WHEN 'cell' THEN c.grid_id ELSE n.owner_id END" JOIN_GRID
    " WHERE n.committee_id = $1 AND n.owner IN ('cell', 'grid')" BY_MEETING,
};

/* Texts as they are read; handed to the arena when all are there. */
struct growing {
    struct search_text *v;
    size_t n, room;
};

static const char *keep(struct arena *arena, const char *text, bool *failed)
{
    const char *copy = text ? arena_text(arena, text, strlen(text)) : NULL;

    *failed |= text && !copy;
    return copy;
}

static enum status read_text(struct stmt *stmt, struct search *search, struct growing *rows, struct err *err)
{
    struct str folded = STR_INIT;
    struct search_text *row;
    bool failed = false;

    if (rows->n == rows->room) {
        size_t room = rows->room ? rows->room * 2 : 256;
        struct search_text *more = realloc(rows->v, room * sizeof *more);

        if (!more)
            return err_memory(err);
        rows->v = more;
        rows->room = room;
    }
    row = &rows->v[rows->n];
    *row = (struct search_text){
        .kind = (enum search_kind)stmt_column_int(stmt, COL_KIND),
        .meeting_id = stmt_column_int(stmt, COL_MEETING_ID),
        .item_id = stmt_column_int(stmt, COL_ITEM),
        .member_id = stmt_column_int(stmt, COL_MEMBER),
        .meeting = keep(&search->arena, stmt_column_text(stmt, COL_MEETING), &failed),
        .resolution = keep(&search->arena, stmt_column_text(stmt, COL_RESOLUTION), &failed),
        .title = keep(&search->arena, stmt_column_text(stmt, COL_TITLE), &failed),
        .text = keep(&search->arena, stmt_column_text(stmt, COL_TEXT), &failed),
        .closed = stmt_column_int(stmt, COL_CLOSED) != 0,
    };
    if (row->text) {
        text_fold(&folded, row->text, strlen(row->text));
        /* most of a Chinese text folds to itself: it is not kept twice */
        row->folded =
            text_same(folded.text, row->text) ? row->text : keep(&search->arena, folded.text, &failed);
        failed |= str_failed(&folded);
        rows->n++;
    }
    str_release(&folded);
    return failed ? err_memory(err) : STATUS_OK;
}

static enum status run_query(struct db *db, const char *sql, int64_t committee_id, struct search *search,
                             struct growing *rows, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status = stmt_begin(db, &stmt, sql, err);

    if (status)
        return status;
    stmt_int(stmt, 1, committee_id);
    while ((status = stmt_step(stmt, err)) == STATUS_OK)
        if ((status = read_text(stmt, search, rows, err)))
            break;
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status search_load(struct db *db, int64_t committee_id, struct search *out, struct err *err)
{
    struct growing rows = {NULL, 0, 0};
    enum status status = read_begin(db, err);

    *out = (struct search)SEARCH_INIT;
    if (status)
        return status;
    for (size_t i = 0; i < sizeof queries / sizeof *queries && !status; i++)
        status = run_query(db, queries[i], committee_id, out, &rows, err);
    read_end(db);
    if (!status) {
        out->v = arena_take(&out->arena, rows.n * sizeof *out->v);
        if (!out->v)
            status = err_memory(err);
        else if (rows.n)
            memcpy(out->v, rows.v, rows.n * sizeof *out->v);
        out->n = out->v ? rows.n : 0;
    }
    free(rows.v);
    if (status)
        search_release(out);
    return status;
}

void search_release(struct search *search)
{
    arena_release(&search->arena);
    *search = (struct search)SEARCH_INIT;
}

/* The words of WANTED, folded, ended by NULs in FOLDED; how many. */
static size_t split(const char *wanted, struct str *folded, const char *words[WORDS_MAX])
{
    size_t n = 0;

    text_fold(folded, wanted, strlen(wanted));
    if (str_failed(folded) || !folded->len_bytes)
        return 0;
    for (char *at = folded->text; *at && n < WORDS_MAX;) {
        size_t blank = strspn(at, " ");

        at += blank;
        if (!*at)
            break;
        words[n++] = at;
        at += strcspn(at, " ");
        if (*at)
            *at++ = '\0';
    }
    return n;
}

size_t search_find(const struct search *search, const char *wanted, size_t *hits, size_t room)
{
    struct str folded = STR_INIT;
    const char *words[WORDS_MAX];
    size_t n_words = split(wanted, &folded, words), found = 0;

    if (str_failed(&folded))
        n_words = 0; /* rather nothing than what was not asked for */
    for (size_t i = 0; n_words && i < search->n; i++) {
        size_t word = 0;

        while (word < n_words && strstr(search->v[i].folded, words[word]))
            word++;
        if (word < n_words)
            continue;
        if (found < room)
            hits[found] = i;
        found++;
    }
    str_release(&folded);
    return found;
}
