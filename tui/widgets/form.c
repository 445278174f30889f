/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form's focus, keys and storing. How values are read and shown is in form_value.c, drawing in form_draw.c.
 */
#include "tui/widgets/form_inner.h"
#include "tui/widgets/form_value.h"

#include <string.h>

bool form_focusable(const struct form *form, size_t i)
{
    enum form_kind kind = form->fields[i].kind;

    return kind != FORM_HEADING && kind != FORM_FIXED && !form_hidden(form, i);
}

bool form_hidden(const struct form *form, size_t i)
{
    return form->source->hidden && form->source->hidden(form->context, &form->fields[i]);
}

static bool is_typed(enum form_kind kind)
{
    return kind == FORM_TEXT || kind == FORM_DATE || kind == FORM_TIME || kind == FORM_NUMBER;
}

const struct form_field *form_field(const struct form *form)
{
    return form->at < form->n_fields && form_focusable(form, form->at) ? &form->fields[form->at] : NULL;
}

void form_enter(struct form *form)
{
    const struct form_field *field = form_field(form);
    struct str value = STR_INIT;

    form_close_picker(form);
    arena_release(&form->arena);
    form->options = NULL;
    form->n_options = 0;
    form->dirty = false;
    form->err = (struct err){0};
    line_set(&form->line, "");
    if (!field)
        return;
    if (field->kind == FORM_CHOICE || field->kind == FORM_PICK)
        form_take_options(form, field);
    if (is_typed(field->kind)) {
        form_value_shown(form, field, &value);
        line_set(&form->line, value.text);
        form->line.fresh = form->line.text.len_bytes > 0 && field->kind != FORM_TEXT;
    }
    str_release(&value);
}

void form_init(struct form *form, const struct form_field *fields, size_t n_fields,
               const struct form_source *source, void *context, struct date today)
{
    *form = (struct form){.fields = fields,
                          .n_fields = n_fields,
                          .source = source,
                          .context = context,
                          .today = today,
                          .page_rows = 10};
    line_init(&form->line);
}

void form_release(struct form *form)
{
    form_close_picker(form);
    line_release(&form->line);
    arena_release(&form->arena);
    *form = (struct form){0};
}

void form_reload(struct form *form)
{
    size_t at = form->at;

    if (form->dirty || form->picking)
        return;
    while (at < form->n_fields && !form_focusable(form, at))
        at++;
    if (at == form->n_fields)
        for (at = 0; at < form->n_fields && !form_focusable(form, at);)
            at++;
    form->at = at;
    form_enter(form);
}

enum status form_set(struct form *form, const struct form_field *field, const char *value, bool *stored)
{
    struct str now = STR_INIT;
    enum status status = STATUS_OK;

    form->err = (struct err){0};
    form->source->get(form->context, field, &now);
    *stored = strcmp(now.text, value) != 0;
    if (str_failed(&now))
        status = err_memory(&form->err);
    else if (*stored)
        status = form->source->set(form->context, field, value, &form->err);
    if (status && form->err.status == STATUS_OK)
        form->err.status = status;
    str_release(&now);
    return status;
}

/* Store what was typed into the focused field. */
static enum form_result store(struct form *form)
{
    const struct form_field *field = form_field(form);
    struct str value = STR_INIT;
    bool stored = false;
    enum status status;

    if (!field || !form->dirty)
        return FORM_HANDLED;
    form->err = (struct err){0};
    status = form_value_typed(form, field, form->line.text.text, &value, &form->err);
    if (!status)
        status = form_set(form, field, value.text, &stored);
    str_release(&value);
    if (status)
        return FORM_REFUSED;
    form_enter(form);
    return stored ? FORM_STORED : FORM_HANDLED;
}

bool form_leave(struct form *form)
{
    return store(form) != FORM_REFUSED;
}

/* The next field that takes the focus; the same where there is none. */
static size_t beside(const struct form *form, bool down)
{
    for (size_t at = form->at; (at += down ? (size_t)1 : (size_t)-1) < form->n_fields;)
        if (form_focusable(form, at))
            return at;
    return form->at;
}

/* Enter on a field that must be filled and never was; arrows and Esc pass it. */
static bool is_owed(struct form *form)
{
    const struct form_field *field = form_field(form);

    if (!field || !field->required || !is_typed(field->kind) || form->line.text.len_bytes)
        return false;
    (void)err_set(&form->err, STATUS_BAD, CODE_FORM_REQUIRED, NULL, NULL, NULL);
    return true;
}

static enum form_result move(struct form *form, bool down, bool enter_key)
{
    enum form_result result = store(form);
    size_t to;

    if (result == FORM_REFUSED || (enter_key && is_owed(form)))
        return FORM_REFUSED;
    to = beside(form, down);
    if (to == form->at)
        return enter_key ? FORM_LAST : result;
    form->at = to;
    form_enter(form);
    return result;
}

bool form_go(struct form *form, const char *name)
{
    if (!form_leave(form))
        return false;
    for (size_t i = 0; i < form->n_fields; i++)
        if (form->fields[i].name && strcmp(form->fields[i].name, name) == 0 && form_focusable(form, i)) {
            form->at = i;
            form_enter(form);
            return true;
        }
    return false;
}

const struct str *form_line(const struct form *form)
{
    return form->dirty && form_typing(form) ? &form->line.text : NULL;
}

bool form_typing(const struct form *form)
{
    const struct form_field *field = form_field(form);

    return form->picking || (field && (is_typed(field->kind) || field->kind == FORM_PICK));
}

/* Keys whose meaning depends on the field's kind. */
static enum form_result field_key(struct form *form, const struct form_field *field, const struct key *key)
{
    bool space = key_plain_ascii(key) == ' ', enter_key = key_is(key, KEYC_ENTER);
    bool left = key_is(key, KEYC_LEFT), right = key_is(key, KEYC_RIGHT);

    switch (field->kind) {
    case FORM_CHOICE:
        if (enter_key)
            return form_open_picker(form, field, NULL);
        return left || right || space ? form_turn_choice(form, field, !left) : FORM_IGNORED;
    case FORM_PICK:
        if (enter_key || key->kind == KEY_KIND_TEXT)
            return form_open_picker(form, field, enter_key || space ? NULL : key);
        return FORM_IGNORED;
    case FORM_SWITCH:
        return left || right || space ? form_switch(form, field) : FORM_IGNORED;
    case FORM_ACTION:
    case FORM_OPEN:
        return enter_key ? FORM_RUN : FORM_IGNORED;
    case FORM_TEXT:
    case FORM_DATE:
    case FORM_TIME:
    case FORM_NUMBER: {
        enum line_result result = line_key(&form->line, key);

        if (result == LINE_CHANGED) {
            form->dirty = true;
            form->err = (struct err){0};
        }
        return result == LINE_IGNORED ? FORM_IGNORED : FORM_HANDLED;
    }
    case FORM_HEADING:
    case FORM_FIXED:
        break;
    }
    return FORM_IGNORED;
}

enum form_result form_key(struct form *form, const struct key *key)
{
    const struct form_field *field = form_field(form);
    enum form_result result;

    if (form->picking)
        return form_picker_key(form, key);
    if (!field)
        return FORM_IGNORED;
    result = field_key(form, field, key);
    if (result != FORM_IGNORED || key->kind != KEY_KIND_SPECIAL)
        return result;
    if (key->code == KEYC_TAB && (key->mods & ~(unsigned)MOD_SHIFT) == 0)
        return move(form, !(key->mods & MOD_SHIFT), false);
    if (key_is(key, KEYC_DOWN) || key_is(key, KEYC_ENTER))
        return move(form, true, key->code == KEYC_ENTER);
    if (key_is(key, KEYC_UP))
        return move(form, false, false);
    if (key_is(key, KEYC_ESC) && (form->dirty || form->err.status)) {
        form_enter(form);
        return FORM_HANDLED;
    }
    return FORM_IGNORED;
}
