/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of the minutes: title, time, place, chair, who was there.
 */
#include "core/paper/build.h"

#include "core/calendar/date.h"
#include "core/paper/template.h"

#include <string.h>

/* The committee's name, as the agency writes it itself: 水文部… → 本部…. */
static void add_committee(const struct build *b, bool self, struct str *out)
{
    const struct committee *c = &b->s->committee;
    size_t len = c->agency ? strlen(c->agency) : 0;

    if (self && c->self && len && strncmp(c->name, c->agency, len) == 0) {
        str_add(out, c->self);
        str_add(out, c->name + len);
    } else {
        str_add(out, c->name);
    }
}

struct number_context {
    int roc_year, number;
};

static bool number_value(const void *context, const char *name, struct str *out)
{
    const struct number_context *c = context;

    str_printf(out, "%d", strcmp(name, "roc") == 0 ? c->roc_year : c->number);
    return true;
}

void build_meeting_name(const struct build *b, const char *key, struct str *out)
{
    struct number_context c = {0, 0};
    bool extraordinary;

    if (!meeting_key_parse(key, &c.roc_year, &c.number, &extraordinary)) {
        str_add(out, key);
        return;
    }
    (void)template_expand(out,
                          style_get(b->style, extraordinary ? "meeting:extraordinary" : "meeting:regular"),
                          number_value, &c);
}

/* The meeting's own name; a title of its own may say the committee's too. */
static bool add_meeting(const struct build *b, struct str *out)
{
    const struct meeting *m = &b->s->meeting;
    struct str full = STR_INIT, own = STR_INIT;
    const char *rest = m->title;

    add_committee(b, false, &full);
    add_committee(b, true, &own);
    if (rest && strncmp(rest, full.text, full.len_bytes) == 0)
        rest += full.len_bytes;
    else if (rest && strncmp(rest, own.text, own.len_bytes) == 0)
        rest += own.len_bytes;
    if (rest)
        str_add(out, rest);
    else
        build_meeting_name(b, m->key, out);
    out->failed |= str_failed(&full) || str_failed(&own);
    str_release(&full);
    str_release(&own);
    return true;
}

static bool add_name(const struct build *b, bool self, struct str *out)
{
    add_committee(b, self, out);
    return add_meeting(b, out);
}

/* The committee's name without its agency's. */
static bool add_group(const struct build *b, struct str *out)
{
    const struct committee *c = &b->s->committee;
    size_t len = c->agency ? strlen(c->agency) : 0;

    str_add(out, strncmp(c->name, c->agency ? c->agency : "", len) == 0 ? c->name + len : c->name);
    return true;
}

static bool add_known(struct str *out, const char *text)
{
    str_add(out, text);
    return text != NULL;
}

static bool add_moment(const struct build *b, const char *iso, const char *pattern, struct str *out)
{
    struct moment moment;

    if (!iso || !moment_parse_iso(iso, &moment))
        return false;
    moment_format(out, style_get(b->style, pattern), moment);
    return true;
}

static bool add_end(const struct build *b, struct str *out)
{
    const struct meeting *m = &b->s->meeting;
    bool same_day = m->start && m->end && strncmp(m->start, m->end, 10) == 0;

    return add_moment(b, m->end, same_day ? "date:end" : "date:end_other_day", out);
}

static bool chair_value(const void *context, const char *name, struct str *out)
{
    const struct build *b = context;

    if (strcmp(name, "chair") == 0)
        return build_person(b, &b->s->meeting.chair, "people:chair", out);
    return strcmp(name, "acting") == 0 && build_person(b, &b->s->meeting.acting, "people:chair", out);
}

static bool add_chair(const struct build *b, struct str *out)
{
    const struct meeting *m = &b->s->meeting;

    if (person_none(&m->acting))
        return build_person(b, &m->chair, "people:chair", out);
    if (person_none(&m->chair))
        return build_person(b, &m->acting, "people:chair", out);
    return template_expand(out, style_get(b->style, "people:acting"), chair_value, b);
}

/* Members by how they attended, in the order of their seats, joined. */
static bool add_attendance(const struct build *b, enum presence first, enum presence second, struct str *out)
{
    const struct meeting *m = &b->s->meeting;
    bool any = false;

    for (size_t i = 0; i < m->composition.n; i++) {
        const struct attendance *a = meeting_attendance(m, m->composition.v[i].member);
        const struct person person = {.member = m->composition.v[i].member};
        int status = a && a->status != UNKNOWN ? a->status : PRESENCE_ABSENT;

        if (!quorum_recorded(m) || (status != (int)first && status != (int)second))
            continue;
        if (any)
            str_add(out, style_get(b->style, "people:separator"));
        if (status == PRESENCE_DELEGATE)
            build_delegate(b, person.member, out);
        else
            (void)build_person(b, &person, "people:member", out);
        if (a && a->online)
            str_add(out, style_get(b->style, "people:online"));
        any = true;
    }
    return any;
}

static bool add_observers(const struct build *b, struct str *out)
{
    const struct meeting *m = &b->s->meeting;

    for (size_t i = 0; i < m->observers.n; i++) {
        if (i)
            str_add(out, style_get(b->style, "people:separator"));
        (void)build_person(b, &m->observers.v[i].person, "people:person", out);
    }
    return m->observers.n > 0;
}

bool build_date(const struct build *b, const char *iso, struct str *out)
{
    struct moment on = {.minutes = -1};
    const size_t before = out->len_bytes;

    if (!iso || strlen(iso) < 10)
        return false;
    if (!moment_parse_iso(iso, &on) && !date_parse_iso(iso, &on.date))
        return false;
    on.minutes = -1;
    moment_format(out, style_get(b->style, "date:due"), on);
    return out->len_bytes > before;
}

/* The letters of the secretariat: that which sent the agenda, and the last of those that sent the minutes. */
static bool letter_value(const struct build *b, const char *name, struct str *out)
{
    static const enum step of_minutes[] = {STEP_PUBLISHED, STEP_CONFIRMED, STEP_DRAFT_SENT};
    const struct meeting *m = &b->s->meeting;
    const struct milestone *sent = meeting_milestone(m, STEP_SENT), *minutes = NULL;

    for (size_t i = 0; i < sizeof of_minutes / sizeof *of_minutes && !minutes; i++) {
        minutes = meeting_milestone(m, of_minutes[i]);
        if (minutes && !minutes->ref)
            minutes = NULL;
    }
    if (strcmp(name, "letter") == 0)
        return sent && add_known(out, sent->ref);
    if (strcmp(name, "letter_date") == 0)
        return sent && build_date(b, sent->date, out);
    if (strcmp(name, "minutes_letter") == 0)
        return minutes && add_known(out, minutes->ref);
    return strcmp(name, "minutes_letter_date") == 0 && minutes && build_date(b, minutes->date, out);
}

static bool committee_value(const struct build *b, const char *name, struct str *out)
{
    const struct committee *c = &b->s->committee;

    if (strcmp(name, "committee") == 0)
        return add_known(out, c->name);
    if (strcmp(name, "group") == 0)
        return add_group(b, out);
    if (strcmp(name, "agency") == 0)
        return add_known(out, c->agency);
    if (strcmp(name, "self") == 0)
        return add_known(out, c->self);
    return strcmp(name, "secretariat") == 0 && add_known(out, c->secretariat);
}

bool build_value(const void *context, const char *name, struct str *out)
{
    const struct build *b = context;
    const struct meeting *m = &b->s->meeting;

    if (strcmp(name, "name") == 0)
        return add_name(b, false, out);
    if (strcmp(name, "name_self") == 0)
        return add_name(b, true, out);
    if (strcmp(name, "meeting") == 0)
        return add_meeting(b, out);
    if (strcmp(name, "start") == 0)
        return add_moment(b, m->start, "date:start", out);
    if (strcmp(name, "end") == 0)
        return add_end(b, out);
    if (strcmp(name, "place") == 0)
        return add_known(out, m->place);
    if (strcmp(name, "chair") == 0)
        return add_chair(b, out);
    if (strcmp(name, "recorder") == 0)
        return build_person(b, &m->recorder, "people:recorder", out);
    if (strcmp(name, "present") == 0)
        return add_attendance(b, PRESENCE_PRESENT, PRESENCE_DELEGATE, out);
    if (strcmp(name, "leave") == 0)
        return add_attendance(b, PRESENCE_LEAVE, PRESENCE_LEAVE, out);
    if (strcmp(name, "absent") == 0)
        return add_attendance(b, PRESENCE_ABSENT, PRESENCE_ABSENT, out);
    if (strcmp(name, "observers") == 0)
        return add_observers(b, out);
    if (strcmp(name, "quorum") == 0)
        return build_quorum(b, out);
    return letter_value(b, name, out) || committee_value(b, name, out);
}

void build_head_line(struct build *b, int depth, const char *number, const char *text)
{
    static const char colon[] = "：";
    const char *at = strstr(text, colon);
    struct str label = STR_INIT;

    if (at)
        str_add_bytes(&label, text, (size_t)(at - text) + strlen(colon));
    document_add(b->out, BLOCK_LINE, depth, number, label.text, text + label.len_bytes);
    b->out->failed |= str_failed(&label);
    str_release(&label);
}

/* One line of the head; one whose values are not known is neither printed nor counted. */
static void add_line(struct build *b, const char *name)
{
    struct str key = STR_INIT, text = STR_INIT, number = STR_INIT;

    str_printf(&key, "head:%s", name);
    if (template_expand(&text, style_get(b->style, key.text), build_value, b)) {
        if (style_lists(b->style, "head:numbered", name))
            build_number(b, 0, ++b->counter, &number);
        build_head_line(b, 0, number.text, text.text);
    }
    b->out->failed |= str_failed(&key) || str_failed(&text) || str_failed(&number);
    str_release(&key);
    str_release(&text);
    str_release(&number);
}

static void add_title(struct build *b, const char *key)
{
    struct str text = STR_INIT;
    const char *pattern = style_get(b->style, key);

    if (*pattern) {
        (void)template_expand(&text, pattern, build_value, b);
        document_add(b->out, BLOCK_TITLE, 0, "", "", text.text);
    }
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

void build_head(struct build *b)
{
    char name[32];

    add_title(b, "title:1");
    add_title(b, "title:2");
    for (size_t i = 0; style_list_at(b->style, "head:lines", i, name, sizeof name); i++)
        add_line(b, name);
}
