/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a paper writes people: members with the capacity they had at the meeting, everybody else by
 * what is known of them.
 */
#include "core/paper/build.h"

#include "core/meeting/disclosure.h"
#include "core/paper/template.h"

#include <string.h>

struct person_context {
    const struct build *b;
    const struct person *person;
    const char *who; /* for patterns around a name that is written already */
};

static bool add_known(struct str *out, const char *text)
{
    if (text)
        str_add(out, text);
    return text != NULL;
}

/* A member's title at the meeting. */
static const char *member_title(const struct build *b, const char *key)
{
    const struct seat *seat = meeting_seat(&b->s->meeting, key);
    const struct member *member = member_find(&b->s->members, key);
    const struct appointment *a = member && !seat ? appointment_at(member, b->s->date) : NULL;

    return seat ? seat->title : a ? a->title : NULL;
}

static bool person_value(const void *context, const char *name, struct str *out)
{
    const struct person_context *c = context;
    const struct member *member = member_find(&c->b->s->members, c->person->member);

    if (strcmp(name, "who") == 0)
        return add_known(out, c->who);
    if (strcmp(name, "surname") == 0)
        return add_known(out, member ? member->surname : c->person->surname);
    if (strcmp(name, "given") == 0)
        return add_known(out, member ? member->given : c->person->given);
    if (strcmp(name, "title") == 0)
        return add_known(out, member ? member_title(c->b, member->key) : c->person->title);
    return strcmp(name, "unit") == 0 && add_known(out, c->person->unit);
}

bool build_person(const struct build *b, const struct person *person, const char *pattern, struct str *out)
{
    const struct person_context context = {b, person, NULL};

    if (person_none(person))
        return false;
    (void)template_expand(out, style_get(b->style, pattern), person_value, &context);
    return true;
}

/* A pattern around WHO, which is written already. */
static void add_around(const struct build *b, const char *pattern, const char *who,
                       const struct person *person, struct str *out)
{
    const struct person_context context = {b, person, who};

    (void)template_expand(out, style_get(b->style, pattern), person_value, &context);
}

int build_disclosure(const struct build *b, const struct statement *s)
{
    return (int)statement_disclosure(&b->s->meeting, s);
}

/* 鄭委員雅文(江謝副處長宜君代) */
void build_delegate(const struct build *b, const char *member, struct str *out)
{
    const struct attendance *a = meeting_attendance(&b->s->meeting, member);
    const struct person person = {.member = member};
    struct str who = STR_INIT, stand_in = STR_INIT;

    (void)build_person(b, &person, "people:member", &who);
    if (a && build_person(b, &a->delegate, "people:delegate_person", &stand_in)) {
        const struct person named = {.unit = stand_in.text};

        add_around(b, "people:delegate", who.text, &named, out);
    } else {
        str_add(out, who.text);
    }
    out->failed |= str_failed(&who) || str_failed(&stand_in);
    str_release(&who);
    str_release(&stand_in);
}

static bool unit_speaks(const struct person *p)
{
    return p->unit && !p->member && !p->surname;
}

static void add_who(const struct build *b, const struct statement *s, struct str *out)
{
    if (s->chair)
        str_add(out, style_get(b->style, "people:chair_speaks"));
    else if (s->delegate_of)
        build_delegate(b, s->delegate_of, out);
    else if (s->name)
        str_add(out, s->name);
    else if (unit_speaks(&s->speaker))
        str_add(out, s->speaker.unit);
    else if (s->speaker.member)
        (void)build_person(b, &s->speaker, "people:member", out);
    else if (!build_person(b, &s->speaker, "people:person", out))
        str_add(out, style_get(b->style, "people:pending"));
}

bool build_speaker(const struct build *b, const struct statement *s, struct str *out)
{
    struct str who = STR_INIT;
    const int disclosure = build_disclosure(b, s);
    const char *pattern = NULL;

    if (disclosure == DISCLOSURE_ANONYMOUS)
        str_add(&who, style_get(b->style, "people:anonymous"));
    else
        add_who(b, s, &who);
    if (disclosure == DISCLOSURE_CLOSED)
        pattern = "people:closed";
    else if (s->response)
        pattern = "people:response";
    else if (s->presentation && !s->name)
        pattern = "people:presentation";
    if (pattern)
        add_around(b, pattern, who.text, &s->speaker, out);
    else
        str_add(out, who.text);
    out->failed |= str_failed(&who);
    str_release(&who);
    return out->len_bytes > 0;
}
