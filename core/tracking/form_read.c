/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form read back: headings, then row by row what somebody filled in. What does not fit what is stored is
 * for core/cycle/collect.h to say.
 */
#include "core/base/str.h"
#include "core/base/text.h"
#include "core/tracking/form_words.h"

#include <string.h>

enum { NOWHERE = CSV_COLUMNS };

static const char *const blanks[] = {" ", "\t", "\r", "\n", "\xe3\x80\x80", "\xc2\xa0"};
enum { BLANKS = sizeof blanks / sizeof *blanks };

/* TEXT without blanks around it, in ARENA; NULL: out of memory. */
static const char *trimmed(const char *text, struct arena *arena)
{
    size_t n;

    for (int i = 0; i < BLANKS; i++)
        if (strncmp(text, blanks[i], strlen(blanks[i])) == 0) {
            text += strlen(blanks[i]);
            i = -1;
        }
    n = strlen(text);
    for (int i = 0; i < BLANKS; i++) {
        const size_t k = strlen(blanks[i]);

        if (n >= k && memcmp(text + n - k, blanks[i], k) == 0) {
            n -= k;
            i = -1;
        }
    }
    return arena_text(arena, text, n);
}

/* The first run of letters, digits and hyphens: "112-1-01" of "第112-1-01案" and of "１１２-1-01". */
static const char *key_in(const char *text, struct arena *arena)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    struct str folded = STR_INIT;
    const char *key, *from;

    text_fold(&folded, text, strlen(text));
    from = folded.text + strcspn(folded.text, allowed);
    key = str_failed(&folded) ? NULL : arena_text(arena, from, strspn(from, allowed));
    str_release(&folded);
    return key;
}

/* The column whose heading this is; FORM_COLUMNS: none that is read. What stands in brackets is a hint. */
static enum form_column heading_of(const char *text)
{
    const char *hint = strstr(text, "（"), *half = strchr(text, '(');
    size_t n = strlen(text);

    if (hint)
        n = (size_t)(hint - text);
    if (half && (size_t)(half - text) < n)
        n = (size_t)(half - text);
    while (n && (text[n - 1] == ' ' || text[n - 1] == '\n'))
        n--;
    for (int i = 0; i < FORM_COLUMNS; i++)
        if (strlen(form_headings[i]) == n && memcmp(form_headings[i], text, n) == 0)
            return (enum form_column)i;
    return FORM_COLUMNS;
}

/* The first row's cells stand between apostrophes, which are no quotation marks of CSV. */
static bool has_apostrophes(const struct csv *csv)
{
    const char *first = csv->n ? csv->v[0].v[0] : "";
    const size_t n = strlen(first);

    return n > 1 && first[0] == '\'' && first[n - 1] == '\'';
}

static enum status read_headings(const struct csv *csv, struct arena *arena, struct form *out,
                                 struct err *err)
{
    static const enum form_column needed[] = {FORM_NUMBER, FORM_MEETING, FORM_UNIT, FORM_PROGRESS,
                                              FORM_RECOMMENDATION};

    for (int i = 0; i < FORM_COLUMNS; i++)
        out->column[i] = NOWHERE;
    for (size_t i = 0; csv->n && i < csv->v[0].n; i++) {
        const char *text = trimmed(csv->v[0].v[i], arena);
        const enum form_column column = text ? heading_of(text) : FORM_COLUMNS;

        if (!text)
            return err_memory(err);
        if (column == FORM_COLUMNS)
            continue;
        if (out->column[column] != NOWHERE)
            return csv_error(err, CODE_COLLECT_DOUBLE, out->name, 0, i, form_headings[column]);
        out->column[column] = i;
    }
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (out->column[needed[i]] == NOWHERE && has_apostrophes(csv))
            return err_set(err, STATUS_BAD, CODE_COLLECT_QUOTES, out->name, NULL, NULL);
        else if (out->column[needed[i]] == NOWHERE)
            return err_set(err, STATUS_BAD, CODE_COLLECT_COLUMN, out->name, form_headings[needed[i]], NULL);
    return STATUS_OK;
}

/* A text behind the last heading belongs to nobody knows what: a comma too many, or a cell that slipped. */
static enum status check_width(const struct csv *csv, size_t at, const char *name, struct err *err)
{
    for (size_t i = csv->v[0].n; i < csv->v[at].n; i++)
        if (csv->v[at].v[i][strspn(csv->v[at].v[i], " \t\r\n")])
            return csv_error(err, CODE_COLLECT_BEYOND, name, at, i, csv->v[at].v[i]);
    return STATUS_OK;
}

static enum status read_entry(const struct csv_row *row, struct arena *arena, const struct form *form,
                              struct form_entry *out, struct err *err)
{
    for (int i = 0; i < FORM_COLUMNS; i++) {
        out->cell[i] = trimmed(form->column[i] == NOWHERE ? "" : csv_at(row, form->column[i]), arena);
        if (!out->cell[i])
            return err_memory(err);
    }
    out->number = key_in(out->cell[FORM_NUMBER], arena);
    out->meeting = key_in(out->cell[FORM_MEETING], arena);
    return out->number && out->meeting ? STATUS_OK : err_memory(err);
}

enum status form_read(const char *name, const struct csv *csv, struct arena *arena, struct form *out,
                      struct err *err)
{
    enum status status;

    *out = (struct form){.name = name};
    out->v = arena_take(arena, (csv->n + 1) * sizeof *out->v);
    status = out->v ? read_headings(csv, arena, out, err) : err_memory(err);
    for (size_t i = 1; i < csv->n && !status; i++) {
        struct form_entry *entry = &out->v[out->n];

        status = check_width(csv, i, name, err);
        if (!status)
            status = read_entry(&csv->v[i], arena, out, entry, err);
        if (status)
            break;
        entry->row = i;
        if (!out->meeting && *entry->meeting)
            out->meeting = entry->meeting;
        if (*entry->cell[FORM_PROGRESS] || *entry->cell[FORM_RECOMMENDATION])
            out->n++;
        else
            out->blank += *entry->number != '\0';
    }
    return status;
}

bool form_recommendation(const char *text, int *ruling)
{
    static const struct {
        const char *words;
        int ruling;
    } known[] = {{"解除列管", RULING_RELEASE},  {"解除", RULING_RELEASE},
                 {"繼續列管", RULING_CONTINUE}, {"持續列管", RULING_CONTINUE},
                 {"續列管", RULING_CONTINUE},   {"繼續", RULING_CONTINUE},
                 {"自行列管", RULING_SELF},     {"由主辦單位自行列管", RULING_SELF},
                 {"併案列管", RULING_MERGE},    {"併案", RULING_MERGE}};
    struct str folded = STR_INIT, plain = STR_INIT;
    const char *words;
    bool found;

    text_fold(&folded, text, strlen(text));
    for (const char *p = folded.text; *p; p++)
        if (!strchr(" \t\r\n", *p))
            str_add_char(&plain, *p);
    words = strncmp(plain.text, "建請", strlen("建請")) == 0 ? plain.text + strlen("建請") : plain.text;
    *ruling = UNKNOWN;
    found = !*plain.text;
    for (size_t i = 0; i < sizeof known / sizeof *known && !found; i++)
        if (strcmp(words, known[i].words) == 0) {
            *ruling = known[i].ruling;
            found = true;
        }
    found = found && !str_failed(&folded) && !str_failed(&plain);
    str_release(&folded);
    str_release(&plain);
    return found;
}
