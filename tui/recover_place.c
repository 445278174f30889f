/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of the places that drafts are kept under: written and read again. Knows no screen.
 */
#include "tui/recover.h"

#include <stdlib.h>
#include <string.h>

/* Which ids a name has, in this order: m meeting, i item, s statement, r tracked decision. */
static const struct {
    const char *word, *ids;
} kinds[DRAFT_KINDS] = {
    [DRAFT_NONE] = {"", ""},
    [DRAFT_EXPLANATION] = {"explanation", "mi"},
    [DRAFT_PROPOSAL] = {"proposal", "mi"},
    [DRAFT_DECISION] = {"decision", "mi"},
    [DRAFT_STATEMENT] = {"statement", "mis"},
    [DRAFT_SAYING] = {"saying", "mi"},
    [DRAFT_PROGRESS] = {"progress", "mr"},
    [DRAFT_RULING] = {"ruling", "mr"},
    [DRAFT_INSTRUCTION] = {"instruction", "r"},
    [DRAFT_REPORT] = {"report", "mr"},
};

static int64_t *id_of(struct draft_place *place, char which)
{
    return which == 'm'   ? &place->meeting_id
           : which == 'i' ? &place->item_id
           : which == 's' ? &place->statement_id
                          : &place->resolution_id;
}

void draft_place_name(const struct draft_place *place, struct str *out)
{
    struct draft_place copy = *place;

    str_add(out, kinds[place->kind].word);
    for (const char *at = kinds[place->kind].ids; *at; at++)
        str_printf(out, ":%lld", (long long)*id_of(&copy, *at));
    if (place->kind == DRAFT_SAYING)
        str_printf(out, ":%zu:%s:%s", place->at, place->about, place->speaker);
    if (place->kind == DRAFT_REPORT)
        str_printf(out, ":%s", place->speaker);
}

static bool read_number(const char **at, int64_t *number)
{
    char *end;

    if (**at != ':')
        return false;
    *number = strtoll(*at + 1, &end, 10);
    if (end == *at + 1 || *number < 0)
        return false;
    *at = end;
    return true;
}

/* ":…" up to the next colon, or to the end where it is the LAST; false: it does not fit. */
static bool read_text(const char **at, bool last, char *out, size_t room)
{
    size_t len;

    if (**at != ':')
        return false;
    ++*at;
    len = last ? strlen(*at) : strcspn(*at, ":");
    if (len >= room)
        return false;
    memcpy(out, *at, len);
    out[len] = '\0';
    *at += len;
    return true;
}

bool draft_place_parse(const char *name, struct draft_place *out)
{
    const size_t len = strcspn(name, ":");
    const char *at = name + len;
    struct draft_place place = {.kind = DRAFT_NONE};
    int64_t number;

    for (int kind = DRAFT_NONE + 1; kind < DRAFT_KINDS; kind++)
        if (strlen(kinds[kind].word) == len && strncmp(name, kinds[kind].word, len) == 0)
            place.kind = (enum draft_kind)kind;
    if (place.kind == DRAFT_NONE)
        return false;
    for (const char *id = kinds[place.kind].ids; *id; id++)
        if (!read_number(&at, id_of(&place, *id)))
            return false;
    if (place.kind == DRAFT_SAYING) {
        if (!read_number(&at, &number) || !read_text(&at, false, place.about, sizeof place.about) ||
            !read_text(&at, true, place.speaker, sizeof place.speaker))
            return false;
        place.at = (size_t)number;
    }
    if (place.kind == DRAFT_REPORT && !read_text(&at, true, place.speaker, sizeof place.speaker))
        return false;
    if (*at)
        return false;
    *out = place;
    return true;
}
