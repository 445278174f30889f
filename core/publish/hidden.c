/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collecting names and quotes. Better one too many than one too few: each is shown to somebody who decides.
 */
#include "core/publish/hidden.h"

#include "core/base/text.h"
#include "core/meeting/disclosure.h"

#include <string.h>

enum {
    NAME_BYTES = 6, /* two han: one alone stands everywhere */
    CLAUSE = 4,     /* characters of a clause that may be a quotation */
    WINDOW = 10     /* and of a piece within a longer one */
};

static bool add(struct hidden_texts *list, struct arena *arena, const char *text, size_t len)
{
    char *copy;

    for (size_t i = 0; i < list->n; i++)
        if (strlen(list->v[i]) == len && memcmp(list->v[i], text, len) == 0)
            return true;
    if (list->n == list->room) {
        const size_t room = list->room ? list->room * 2 : 32;
        const char **v = arena_take(arena, room * sizeof *v);

        if (!v)
            return false;
        if (list->n)
            memcpy(v, list->v, list->n * sizeof *v);
        list->v = v;
        list->room = room;
    }
    copy = arena_text(arena, text, len);
    if (copy)
        list->v[list->n++] = copy;
    return copy != NULL;
}

/* ---- names ----------------------------------------------------------------------------------- */

static bool add_name(struct hidden *hidden, struct arena *arena, const char *a, const char *b, const char *c)
{
    struct str name = STR_INIT;
    bool done = true;

    str_add(&name, a);
    str_add(&name, b);
    str_add(&name, c);
    if (name.len_bytes >= NAME_BYTES)
        done = add(&hidden->names, arena, name.text, name.len_bytes);
    done = done && !str_failed(&name);
    str_release(&name);
    return done;
}

/* 陳柏安, 柏安, 陳委員, 陳委員柏安, 陳執行長 … */
static bool add_person(struct hidden *hidden, struct arena *arena, const char *surname, const char *given,
                       const char *title)
{
    static const char *const titles[] = {"委員", "教授", "老師", "博士", "先生", "女士", "小姐"};
    bool done = true;

    if (!surname || !*surname)
        return !given || add_name(hidden, arena, given, NULL, NULL);
    done = add_name(hidden, arena, surname, given, NULL);
    if (given && *given)
        done = done && add_name(hidden, arena, given, NULL, NULL);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        done = done && add_name(hidden, arena, surname, titles[i], NULL) &&
               add_name(hidden, arena, surname, titles[i], given);
    if (title && *title)
        done = done && add_name(hidden, arena, surname, title, NULL) &&
               add_name(hidden, arena, surname, title, given);
    return done;
}

static bool add_member(struct hidden *hidden, struct arena *arena, const struct snapshot *s, const char *key)
{
    const struct member *member = member_find(&s->members, key);
    const struct seat *seat = meeting_seat(&s->meeting, key);
    const struct appointment *a = member ? appointment_at(member, s->date) : NULL;

    return !member || add_person(hidden, arena, member->surname, member->given,
                                 seat && seat->title ? seat->title
                                 : a                 ? a->title
                                                     : NULL);
}

static bool add_someone(struct hidden *hidden, struct arena *arena, const struct snapshot *s,
                        const struct person *person)
{
    if (person->member)
        return add_member(hidden, arena, s, person->member);
    return add_person(hidden, arena, person->surname, person->given, person->title);
}

static bool add_speaker(struct hidden *hidden, struct arena *arena, const struct snapshot *s,
                        const struct statement *st)
{
    const struct attendance *a = meeting_attendance(&s->meeting, st->delegate_of);
    const char *member = statement_member(&s->meeting, st);
    bool done = add_someone(hidden, arena, s, &st->speaker);

    done = done && (!member || add_member(hidden, arena, s, member));
    done = done && (!a || add_someone(hidden, arena, s, &a->delegate));
    return done && (!st->name || add_name(hidden, arena, st->name, NULL, NULL));
}

/* ---- quotes ---------------------------------------------------------------------------------- */

static bool is_matter(const struct hidden *hidden, const char *text, size_t len)
{
    struct str part = STR_INIT;
    bool found;

    str_add_bytes(&part, text, len);
    found = !str_failed(&part) && strstr(hidden->matter.text, part.text);
    str_release(&part);
    return found;
}

static size_t step(const char *text, size_t len)
{
    const size_t n = text_cluster_bytes(text, len);

    return n ? n : len;
}

/* A clause, or every piece of WINDOW characters of a long one. */
static bool add_clause(struct hidden *hidden, struct arena *arena, const char *text, size_t len)
{
    size_t n = 0, end = 0;
    bool done = true;

    for (size_t at = 0; at < len; at += step(text + at, len - at))
        n++;
    if (n < CLAUSE)
        return true;
    if (!is_matter(hidden, text, len))
        done = add(&hidden->quotes, arena, text, len);
    for (size_t i = 0; i < WINDOW && n > WINDOW; i++)
        end += step(text + end, len - end);
    for (size_t at = 0; n > WINDOW && done; at += step(text + at, len - at)) {
        if (!is_matter(hidden, text + at, end - at))
            done = add(&hidden->quotes, arena, text + at, end - at);
        if (end >= len)
            break;
        end += step(text + end, len - end);
    }
    return done;
}

static bool is_break(const char *text)
{
    static const char *const marks[] = {"，", "。", "；", "：", "、", "！", "？", "「", "」", "（", "）",
                                        "\n", ",",  ";",  ":",  "(",  ")",  "『", "』", "　", " "};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return true;
    return false;
}

static bool add_quotes(struct hidden *hidden, struct arena *arena, const char *text)
{
    const size_t len = strlen(text);
    size_t start = 0;
    bool done = true;

    for (size_t at = 0; at <= len && done;) {
        if (at == len || is_break(text + at)) {
            done = add_clause(hidden, arena, text + start, at - start);
            at += at == len ? 1 : step(text + at, len - at);
            start = at;
        } else {
            at += step(text + at, len - at);
        }
    }
    return done;
}

static enum status add_matter(void *context, const struct spot *spot, const char **text)
{
    struct hidden *hidden = context;

    switch (spot->part) {
    case PART_TITLE:
    case PART_EXPLANATION:
    case PART_PROPOSAL:
    case PART_ATTACHMENT:
        str_add(&hidden->matter, *text);
        str_add_char(&hidden->matter, '\n');
        break;
    case PART_MEETING:
    case PART_STATEMENT:
    case PART_VOTE:
    case PART_DECISION:
    case PART_PRIOR:
    case PART_INSTRUCTION:
    case PART_PROGRESS:
    case PART_RULING:
    case PART_AMENDMENT:
    case PART_PREVIOUS:
    case PART_COUNT:
        break;
    }
    return STATUS_OK;
}

/* ---- both ------------------------------------------------------------------------------------ */

static bool take_statement(struct hidden *hidden, struct arena *arena, const struct snapshot *s,
                           const struct statement *st)
{
    const enum disclosure disclosure = statement_disclosure(&s->meeting, st);
    bool done = disclosure == DISCLOSURE_NAMED || add_speaker(hidden, arena, s, st);

    for (size_t i = 0; i < st->points.n && disclosure == DISCLOSURE_CLOSED; i++)
        done = done && add_quotes(hidden, arena, st->points.v[i].text);
    return done;
}

enum status hidden_of(const struct snapshot *s, struct public_copy *copy, struct arena *arena,
                      struct hidden *out, struct err *err)
{
    enum status status;
    bool done = true;

    *out = (struct hidden){.matter = STR_INIT};
    status = public_copy_texts(copy, add_matter, out);
    if (!status && str_failed(&out->matter))
        status = err_memory(err);
    for (size_t i = 0; i < s->meeting.items.n && !status; i++) {
        const struct item *item = &s->meeting.items.v[i];

        for (size_t k = 0; k < item->statements.n && done; k++)
            done = take_statement(out, arena, s, &item->statements.v[k]);
    }
    return status ? status : done ? STATUS_OK : err_memory(err);
}

void hidden_release(struct hidden *hidden)
{
    str_release(&hidden->matter);
}

/* As far as pieces of LIST go on overlapping from START to *END in TEXT. */
static void extend(const struct hidden_texts *list, const char *text, size_t start, size_t *end)
{
    bool more = true;

    while (more) {
        more = false;
        for (size_t i = 0; i < list->n; i++) {
            const char *at = strstr(text + start + 1, list->v[i]);
            const size_t len = strlen(list->v[i]);

            if (at && (size_t)(at - text) < *end && (size_t)(at - text) + len > *end) {
                *end = (size_t)(at - text) + len;
                more = true;
            }
        }
    }
}

size_t hidden_find(const struct hidden_texts *list, const char *text, size_t from, size_t *start)
{
    const char *first = NULL;
    size_t longest = 0, end;

    for (size_t i = 0; i < list->n; i++) {
        const char *at = strstr(text + from, list->v[i]);
        const size_t len = strlen(list->v[i]);

        if (at && (!first || at < first || (at == first && len > longest))) {
            first = at;
            longest = len;
        }
    }
    if (!first)
        return 0;
    *start = (size_t)(first - text);
    end = *start + longest;
    extend(list, text, *start, &end);
    return end - *start;
}
