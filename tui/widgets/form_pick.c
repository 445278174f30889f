/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of a form that are chosen, not typed: their options, the picker, turning and switching.
 */
#include "tui/widgets/form_inner.h"

#include <string.h>

void form_close_picker(struct form *form)
{
    if (form->picking)
        picker_release(&form->picker);
    form->picking = false;
    form->pick_rows = NULL;
}

/* A text of the form's own; NULL stays NULL. */
static const char *own(struct form *form, const char *text, bool *failed)
{
    const char *copy = text ? arena_text(&form->arena, text, strlen(text)) : NULL;

    *failed |= text && !copy;
    return copy;
}

/* The options with texts of the form's own: a picker stays open while the screen is loaded anew beneath it.
 */
void form_take_options(struct form *form, const struct form_field *field)
{
    struct form_option *given = NULL, *v;
    size_t n = 0;
    bool failed = false;

    form->source->options(form->context, field, &form->arena, &given, &n);
    v = arena_take(&form->arena, n * sizeof *v);
    for (size_t i = 0; v && i < n; i++) {
        v[i] = given[i];
        v[i].code = own(form, given[i].code, &failed);
        v[i].label = own(form, given[i].label, &failed);
        v[i].detail = own(form, given[i].detail, &failed);
    }
    form->options = v;
    form->n_options = v && !failed ? n : 0;
}

/* The option that the field's value is; N_OPTIONS = none of them. */
static size_t option_now(const struct form *form, const struct form_field *field)
{
    struct str now = STR_INIT;
    size_t at = 0;

    form->source->get(form->context, field, &now);
    while (at < form->n_options && strcmp(form->options[at].code, now.text) != 0)
        at++;
    str_release(&now);
    return at;
}

static enum form_result set_code(struct form *form, const struct form_field *field, const char *code)
{
    bool stored = false;

    if (form_set(form, field, code, &stored))
        return FORM_REFUSED;
    form_enter(form);
    return stored ? FORM_STORED : FORM_HANDLED;
}

enum form_result form_turn_choice(struct form *form, const struct form_field *field, bool forward)
{
    size_t at = option_now(form, field), n = form->n_options;

    if (n == 0)
        return FORM_HANDLED;
    if (at >= n)
        at = forward ? 0 : n - 1;
    else
        at = (at + (forward ? 1 : n - 1)) % n;
    return set_code(form, field, form->options[at].code);
}

enum form_result form_open_picker(struct form *form, const struct form_field *field, const struct key *key)
{
    size_t n = form->n_options;

    form->pick_rows = arena_take(&form->arena, (n ? n : 1) * sizeof *form->pick_rows);
    if (!form->pick_rows) {
        (void)err_memory(&form->err);
        return FORM_REFUSED;
    }
    for (size_t i = 0; i < n; i++)
        form->pick_rows[i] = (struct pick_row){.number = form->options[i].number,
                                               .label = form->options[i].label,
                                               .detail = form->options[i].detail,
                                               .match = form->options[i].code};
    form->picking = picker_init(&form->picker, form->pick_rows, n, option_now(form, field));
    if (!form->picking) {
        picker_release(&form->picker);
        (void)err_memory(&form->err);
        return FORM_REFUSED;
    }
    if (key)
        (void)picker_key(&form->picker, key);
    return FORM_HANDLED;
}

enum form_result form_picker_key(struct form *form, const struct key *key)
{
    const struct form_field *field = form_field(form);
    enum pick_result result = picker_key(&form->picker, key);
    size_t row;

    if (result == PICK_CANCEL) {
        form_close_picker(form);
        return FORM_HANDLED;
    }
    if (result != PICK_DONE || !field || !picker_picked(&form->picker, &row))
        return result == PICK_IGNORED ? FORM_IGNORED : FORM_HANDLED;
    form_close_picker(form);
    return set_code(form, field, form->options[row].code);
}

enum form_result form_switch(struct form *form, const struct form_field *field)
{
    struct str now = STR_INIT;
    bool on;

    form->source->get(form->context, field, &now);
    on = strcmp(now.text, "1") == 0;
    str_release(&now);
    return set_code(form, field, on ? "0" : "1");
}
