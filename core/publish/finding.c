/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of findings with what was decided, and doing it.
 */
#include "core/publish/finding_parts.h"

#include "core/base/sha256.h"

#include <string.h>

static const char *const kind_codes[] = {
    "phone",         "email",          "id",           "contact",      "names-speaker",
    "quotes-closed", "answers-closed", "author-files", "file-missing", "file-personal"};
const struct choices publish_kind_choices = {"publish_kind", kind_codes, PUBLISH_KINDS};

/* ---- one finding ----------------------------------------------------------------------------- */

static bool is_word(const char *at, size_t n, const char *word)
{
    return n == strlen(word) && strncmp(at, word, n) == 0;
}

/* F's id or kind is one of "1f2e3d4c,phone,…", or the list is "all". Kinds and all are for what is undecided.
 */
static bool lists(const char *list, const struct publish_finding *f, bool undecided)
{
    if (!list)
        return false;
    if (strcmp(list, "all") == 0)
        return undecided;
    for (const char *at = list; *at; at += strspn(at, ",")) {
        const size_t n = strcspn(at, ",");

        if (is_word(at, n, f->id) || (undecided && is_word(at, n, kind_codes[f->kind])))
            return true;
        at += n;
    }
    return false;
}

static void decide(const struct publish_choices *choices, struct publish_finding *f)
{
    const bool may_keep = f->kind != PUBLISH_FILE_MISSING;

    for (size_t i = 0; i < choices->n; i++) {
        const struct publish_stored *stored = &choices->v[i];

        if (text_same(stored->kind, kind_codes[f->kind]) && text_same(stored->place, f->place) &&
            text_same(stored->found, f->found))
            f->choice = stored->choice;
    }
    if (!may_keep && f->choice == PUBLISH_KEEP)
        f->choice = UNKNOWN;
    const bool undecided = f->choice == UNKNOWN;

    if (may_keep && lists(choices->answers.keep, f, undecided)) {
        f->choice = PUBLISH_KEEP;
        f->answered = true;
    } else if (lists(choices->answers.redact, f, undecided)) {
        f->choice = PUBLISH_REDACT;
        f->answered = true;
    }
}

static void set_id(struct publish_finding *f)
{
    struct sha256 sha;
    char text[SHA256_TEXT];

    sha256_begin(&sha);
    sha256_add(&sha, kind_codes[f->kind]);
    sha256_add(&sha, "\n");
    sha256_add(&sha, f->place);
    sha256_add(&sha, "\n");
    sha256_add(&sha, f->found);
    sha256_end(&sha, text);
    memcpy(f->id, text, PUBLISH_ID_SIZE - 1);
    f->id[PUBLISH_ID_SIZE - 1] = '\0';
}

const char *finding_place(const struct spot *spot, struct arena *arena)
{
    const struct row *row = spot->row;

    if (!spot->entity)
        return arena_printf(arena, "amendment %lld", (long long)((const struct amendment *)spot->row)->id);
    return arena_printf(arena, "%s %lld %s", spot->entity->table, (long long)row->id,
                        spot->field ? spot->field->column : "");
}

static bool is_known(const struct examining *x, const struct publish_finding *f)
{
    for (size_t i = 0; i < x->out->n; i++)
        if (x->out->v[i].kind == f->kind && text_same(x->out->v[i].place, f->place) &&
            text_same(x->out->v[i].found, f->found))
            return true;
    return false;
}

enum status finding_add(struct examining *x, enum publish_kind kind, const struct spot *spot,
                        const char *text, const char *found, size_t len)
{
    struct publish_finding f = {.kind = kind, .text = text, .spot = *spot, .choice = UNKNOWN};

    f.place = finding_place(spot, x->arena);
    f.found = arena_text(x->arena, found, len);
    if (!f.place || !f.found)
        return err_memory(x->err);
    if (is_known(x, &f))
        return STATUS_OK;
    if (x->out->n == x->room) {
        const size_t room = x->room ? x->room * 2 : 16;
        struct publish_finding *v = arena_take(x->arena, room * sizeof *v);

        if (!v)
            return err_memory(x->err);
        if (x->out->n)
            memcpy(v, x->out->v, x->out->n * sizeof *v);
        x->out->v = v;
        x->room = room;
    }
    set_id(&f);
    decide(x->choices, &f);
    x->out->undecided += f.choice == UNKNOWN;
    x->out->v[x->out->n++] = f;
    return STATUS_OK;
}

/* ---- doing it -------------------------------------------------------------------------------- */

static bool is_text_of(const struct publish_finding *f, const char *place)
{
    return f->choice == PUBLISH_REDACT && f->kind <= PUBLISH_QUOTES_CLOSED && text_same(f->place, place);
}

static void replace_all(struct str *text, const char *what, const char *with)
{
    const char *at;

    for (size_t from = 0; (at = strstr(text->text + from, what)) != NULL && !str_failed(text);) {
        from = (size_t)(at - text->text);
        str_splice(text, from, strlen(what), with, strlen(with));
        from += strlen(with);
    }
}

/* The longest first: 陳委員柏安 before 陳委員. The same marks whatever stood there, so that nothing tells its
 * length. */
static enum status redact_text(void *context, const struct spot *spot, const char **text)
{
    struct examining *x = context;
    const char *place = finding_place(spot, x->arena);
    struct str out = STR_INIT;
    size_t below = (size_t)-1, longest = 1;

    if (!place)
        return err_memory(x->err);
    str_add(&out, *text);
    while (longest) {
        longest = 0;
        for (size_t i = 0; i < x->out->n; i++) {
            const size_t len = strlen(x->out->v[i].found);

            if (is_text_of(&x->out->v[i], place) && len < below && len > longest)
                longest = len;
        }
        below = longest;
        for (size_t i = 0; longest && i < x->out->n; i++)
            if (is_text_of(&x->out->v[i], place) && strlen(x->out->v[i].found) == longest)
                replace_all(&out, x->out->v[i].found,
                            x->out->v[i].kind == PUBLISH_NAMES_SPEAKER ? "某委員" : "○○○");
    }
    if (!str_failed(&out) && !text_same(out.text, *text))
        *text = arena_text(&x->copy->arena, out.text, out.len_bytes);
    const bool failed = str_failed(&out) || !*text;

    str_release(&out);
    return failed ? err_memory(x->err) : STATUS_OK;
}

static bool is_kind(const char *at, size_t n)
{
    for (int i = 0; i < PUBLISH_KINDS; i++)
        if (is_word(at, n, kind_codes[i]))
            return true;
    return false;
}

static bool is_answered(const struct examining *x, const char *id, size_t n)
{
    for (size_t i = 0; i < x->out->n; i++)
        if (x->out->v[i].answered && is_word(id, n, x->out->v[i].id))
            return true;
    for (size_t i = 0; i < x->gone.n; i++)
        if (is_word(id, n, x->gone.v[i].id))
            return true;
    return false;
}

/* Every word that was handed in is a kind, or the id of a finding that it answered. */
static enum status check_answers(const struct examining *x, const char *list)
{
    enum status status = STATUS_OK;

    if (!list || strcmp(list, "all") == 0)
        return STATUS_OK;
    for (const char *at = list; *at && !status; at += strspn(at, ",")) {
        const size_t n = strcspn(at, ",");

        if (!is_kind(at, n) && !is_answered(x, at, n)) {
            struct str id = STR_INIT;

            str_add_bytes(&id, at, n);
            status = err_set(x->err, STATUS_BAD, CODE_PUBLISH_FINDING, NULL, id.text, NULL);
            str_release(&id);
        }
        at += n;
    }
    return status;
}

enum status publish_examine(struct public_copy *copy, const struct snapshot *s,
                            const struct snapshot *previous, const struct publish_choices *choices,
                            const char *beside, struct arena *arena, struct publish_findings *out,
                            struct err *err)
{
    struct examining x = {.copy = copy,
                          .s = s,
                          .choices = choices,
                          .beside = beside,
                          .arena = arena,
                          .hidden = {.matter = STR_INIT},
                          .before = {.matter = STR_INIT},
                          .out = out,
                          .err = err};
    enum status status;

    *out = (struct publish_findings){NULL, 0, 0};
    status = hidden_of(s, copy, arena, &x.hidden, err);
    if (!status && previous)
        status = hidden_of(previous, copy, arena, &x.before, err);
    if (!status)
        status = examine_replies(&x);
    if (!status)
        status = examine_files(&x);
    if (!status)
        status = public_copy_texts(copy, examine_text, &x);
    if (!status)
        status = public_copy_texts(copy, redact_text, &x);
    if (!status)
        status = check_answers(&x, choices->answers.keep);
    if (!status)
        status = check_answers(&x, choices->answers.redact);
    hidden_release(&x.hidden);
    hidden_release(&x.before);
    return status;
}
