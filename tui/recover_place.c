/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of the places that drafts are kept under: written and read again. Knows no screen.
 */
#include "tui/recover.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What a name can have, by a letter. */
enum part_kind {
    PART_ID,   /* a number from 0 */
    PART_LINE, /* one that may be below 0 */
    PART_SIZE, /* a number from 0, kept as size_t */
    PART_TEXT, /* up to the next colon, or to the end where it is the last */
};
static const struct part {
    char letter;
    enum part_kind kind;
    size_t offset, room;
} parts[] = {
    {'m', PART_ID, offsetof(struct draft_place, meeting_id), 0},
    {'i', PART_ID, offsetof(struct draft_place, item_id), 0},
    {'s', PART_ID, offsetof(struct draft_place, statement_id), 0},
    {'r', PART_ID, offsetof(struct draft_place, resolution_id), 0},
    {'t', PART_ID, offsetof(struct draft_place, table_id), 0},
    {'l', PART_LINE, offsetof(struct draft_place, line), 0},
    {'c', PART_ID, offsetof(struct draft_place, column), 0},
    {'a', PART_SIZE, offsetof(struct draft_place, at), 0},
    {'k', PART_TEXT, offsetof(struct draft_place, about), DRAFT_ABOUT_BYTES},
    {'w', PART_TEXT, offsetof(struct draft_place, speaker), DRAFT_SPEAKER_BYTES},
};

/* The word that a name of each kind begins with, and its parts in their order. */
static const struct {
    const char *word, *parts;
} kinds[DRAFT_KINDS] = {
    [DRAFT_NONE] = {"", ""},
    [DRAFT_EXPLANATION] = {"explanation", "mi"},
    [DRAFT_PROPOSAL] = {"proposal", "mi"},
    [DRAFT_DECISION] = {"decision", "mi"},
    [DRAFT_STATEMENT] = {"statement", "mis"},
    [DRAFT_SAYING] = {"saying", "miakw"},
    [DRAFT_PROGRESS] = {"progress", "mr"},
    [DRAFT_RULING] = {"ruling", "mr"},
    [DRAFT_INSTRUCTION] = {"instruction", "r"},
    [DRAFT_REPORT] = {"report", "mrw"},
    [DRAFT_TITLE] = {"title", "mi"},
    [DRAFT_UNIT] = {"unit", "mi"},
    [DRAFT_CELL] = {"cell", "mirtlc"},
    [DRAFT_CELL_TEXT] = {"celltext", "mirtlc"},
    [DRAFT_NOTES] = {"notes", "mirt"},
};

static const struct part *part_of(char letter)
{
    const struct part *part = parts;

    while (part->letter != letter)
        part++;
    return part;
}

const char *draft_place_word(enum draft_kind kind)
{
    return kinds[kind].word;
}

void draft_place_name(const struct draft_place *place, struct str *out)
{
    const char *const base = (const char *)place;

    str_add(out, kinds[place->kind].word);
    for (const char *at = kinds[place->kind].parts; *at; at++) {
        const struct part *part = part_of(*at);
        int64_t number = 0;
        size_t size = 0;

        str_add_char(out, ':');
        switch (part->kind) {
        case PART_ID:
        case PART_LINE:
            memcpy(&number, base + part->offset, sizeof number);
            str_printf(out, "%lld", (long long)number);
            break;
        case PART_SIZE:
            memcpy(&size, base + part->offset, sizeof size);
            str_printf(out, "%zu", size);
            break;
        case PART_TEXT:
            str_add(out, base + part->offset);
            break;
        }
    }
}

static bool read_number(const char **at, bool below, int64_t *number)
{
    char *end;

    *number = strtoll(*at, &end, 10);
    if (end == *at || (*number < 0 && !below))
        return false;
    *at = end;
    return true;
}

static bool read_text(const char **at, bool last, char *out, size_t room)
{
    const size_t len = last ? strlen(*at) : strcspn(*at, ":");

    if (len >= room)
        return false;
    memcpy(out, *at, len);
    out[len] = '\0';
    *at += len;
    return true;
}

/* ":…" into the member of PLACE that PART tells; false: it is none. */
static bool read_part(const char **at, const struct part *part, bool last, struct draft_place *place)
{
    char *const base = (char *)place;
    int64_t number;
    size_t size;

    if (**at != ':')
        return false;
    ++*at;
    if (part->kind == PART_TEXT)
        return read_text(at, last, base + part->offset, part->room);
    if (!read_number(at, part->kind == PART_LINE, &number))
        return false;
    size = (size_t)number;
    if (part->kind == PART_SIZE)
        memcpy(base + part->offset, &size, sizeof size);
    else
        memcpy(base + part->offset, &number, sizeof number);
    return true;
}

bool draft_place_parse(const char *name, struct draft_place *out)
{
    const size_t len = strcspn(name, ":");
    const char *at = name + len;
    struct draft_place place = {.kind = DRAFT_NONE};

    for (int kind = DRAFT_NONE + 1; kind < DRAFT_KINDS; kind++)
        if (strlen(kinds[kind].word) == len && strncmp(name, kinds[kind].word, len) == 0)
            place.kind = (enum draft_kind)kind;
    if (place.kind == DRAFT_NONE)
        return false;
    for (const char *part = kinds[place.kind].parts; *part; part++)
        if (!read_part(&at, part_of(*part), !part[1], &place))
            return false;
    if (*at)
        return false;
    *out = place;
    return true;
}
