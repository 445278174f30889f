/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who speaks, as one short text that a draft's place can hold: disclosure, response, presentation, then a
 * code and what it names. "0m=ouyang" a member, "0d=" his delegate, "0c=" the chair, "0+u=資訊處" a unit's
 * answer, "1s=" somebody by name (surname, given name, title, unit), "0n=" as written, "0" nobody yet.
 */
#include "core/base/names.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/label.h"

#include <string.h>

static const char separator = 0x1f;

enum { PARTS = 4 };

/* ---- to and from statements ----------------------------------------------------------------------- */

static void set(struct saying *out, const struct str *text)
{
    /* what is too long to be kept is attributed again: the text is what must not be lost */
    if (str_failed(text) || text->len_bytes >= sizeof out->speaker)
        memcpy(out->speaker, "0", 2);
    else
        memcpy(out->speaker, text->text, text->len_bytes + 1);
}

void saying_of(const struct statement *s, struct saying *out)
{
    const struct person *p = &s->speaker;
    struct str text = STR_INIT;

    str_printf(&text, "%d%s%s", s->disclosure < 0 ? 0 : s->disclosure, s->response ? "+" : "",
               s->presentation ? "*" : "");
    if (s->chair)
        str_add(&text, "c=");
    else if (s->delegate_of)
        str_printf(&text, "d=%s", s->delegate_of);
    else if (s->name)
        str_printf(&text, "n=%s", s->name);
    else if (p->member)
        str_printf(&text, "m=%s", p->member);
    else if (p->unit && !p->surname && !p->given)
        str_printf(&text, "u=%s", p->unit);
    else if (!person_none(p))
        str_printf(&text, "s=%s%c%s%c%s%c%s", p->surname ? p->surname : "", separator,
                   p->given ? p->given : "", separator, p->title ? p->title : "", separator,
                   p->unit ? p->unit : "");
    set(out, &text);
    str_release(&text);
}

void saying_member(struct saying *out, char code, const char *key)
{
    struct str text = STR_INIT;

    str_printf(&text, "0%c=%s", code, key);
    set(out, &text);
    str_release(&text);
}

int saying_disclosure(const struct saying *saying)
{
    const int value = saying->speaker[0] - '0';

    return value >= DISCLOSURE_NAMED && value <= DISCLOSURE_CLOSED ? value : DISCLOSURE_NAMED;
}

void saying_set_disclosure(struct saying *saying, int disclosure)
{
    if (!saying->speaker[0])
        saying->speaker[1] = '\0';
    saying->speaker[0] = (char)('0' + disclosure);
}

bool saying_same_speaker(const struct saying *a, const struct saying *b)
{
    return a->speaker[0] && b->speaker[0] && a->speaker[1] && strcmp(a->speaker + 1, b->speaker + 1) == 0;
}

static const char *part(struct arena *arena, const char **at, bool *failed)
{
    const char *end = strchr(*at, separator), *from = *at;
    const size_t len = end ? (size_t)(end - from) : strlen(from);
    const char *copy = len ? arena_text(arena, from, len) : NULL;

    *failed |= len && !copy;
    *at = from + len + (end ? 1 : 0);
    return copy;
}

bool saying_apply(const struct saying *saying, struct statement *wanted, struct arena *arena)
{
    const char *at = saying->speaker;
    char code;
    bool failed = false;

    memset(&wanted->speaker, 0, sizeof wanted->speaker);
    wanted->delegate_of = wanted->name = NULL;
    wanted->chair = false;
    wanted->disclosure = saying_disclosure(saying);
    at += *at ? 1 : 0;
    wanted->response = *at == '+';
    at += *at == '+';
    wanted->presentation = *at == '*';
    at += *at == '*';
    code = *at;
    wanted->pending = !code;
    at += code && at[1] == '=' ? 2 : (size_t)(code != '\0');
    switch (code) {
    case 'c':
        wanted->chair = true;
        break;
    case 'm':
        wanted->speaker.member = part(arena, &at, &failed);
        break;
    case 'd':
        wanted->delegate_of = part(arena, &at, &failed);
        break;
    case 'n':
        wanted->name = part(arena, &at, &failed);
        break;
    case 'u':
        wanted->speaker.unit = part(arena, &at, &failed);
        break;
    case 's':
        wanted->speaker.surname = part(arena, &at, &failed);
        wanted->speaker.given = part(arena, &at, &failed);
        wanted->speaker.title = part(arena, &at, &failed);
        wanted->speaker.unit = part(arena, &at, &failed);
        break;
    default:
        wanted->pending = true;
        break;
    }
    return !failed;
}

/* ---- words ---------------------------------------------------------------------------------------- */

/* 高委員志遠; in other languages the title stands where it is wont to. */
static void add_titled(const char *surname, const char *title, const char *given, struct str *out)
{
    if (!words_english() || !title)
        name_with_title(out, surname, title, given);
    else
        str_printf(out, "%s%s %s", surname ? surname : "", given ? given : "", title);
}

static void add_member(const struct session *session, const char *key, struct str *out)
{
    const struct member *member = member_find(&session->frame.s.members, key);

    if (member)
        add_titled(member->surname, _("委員"), member->given, out);
    else
        str_add(out, key);
}

static void add_person(const struct session *session, const struct person *person, struct str *out)
{
    if (person->member)
        add_member(session, person->member, out);
    else if (person->surname || person->given)
        add_titled(person->surname, person->title, person->given, out);
    else
        str_add(out, person->title ? person->title : person->unit);
}

static void add_delegate(const struct session *session, const char *key, struct str *out)
{
    const struct attendance *a = meeting_attendance(&session->frame.s.meeting, key);
    struct str who = STR_INIT, whose = STR_INIT;

    label_member(&whose, &session->frame.s.members, key);
    if (a && !person_none(&a->delegate))
        add_person(session, &a->delegate, &who);
    if (who.len_bytes)
        str_printf(out, _("%s（代 %s）"), who.text, whose.text);
    else
        str_printf(out, _("%s的代理人"), whose.text);
    str_release(&who);
    str_release(&whose);
}

void saying_label(const struct session *session, const struct saying *saying, struct str *out)
{
    struct arena arena = ARENA_INIT;
    struct statement s;

    entity_defaults(&statement_entity, &s);
    if (!saying_apply(saying, &s, &arena))
        s.pending = true;
    if (s.chair)
        str_add(out, _("主席"));
    else if (s.delegate_of)
        add_delegate(session, s.delegate_of, out);
    else if (s.name)
        str_add(out, s.name);
    else if (!person_none(&s.speaker))
        add_person(session, &s.speaker, out);
    else
        str_add(out, _("發言人待補"));
    if (s.response)
        str_add(out, _("回應"));
    else if (s.presentation)
        str_add(out, _("簡報"));
    arena_release(&arena);
}
