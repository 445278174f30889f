/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a form's parts share. For the form alone.
 */
#ifndef YISHI_WIDGETS_FORM_INNER_H
#define YISHI_WIDGETS_FORM_INNER_H

#include "tui/widgets/form.h"

/* What the focused field needs: its value in the line, its options. A picker still open shows the options of
 * the field that was left, which are freed here. */
void form_enter(struct form *form);
/* Hand VALUE over if it is new: *STORED says so. */
enum status form_set(struct form *form, const struct form_field *field, const char *value, bool *stored);

/* The field's options, with texts of the form's own. */
void form_take_options(struct form *form, const struct form_field *field);
void form_close_picker(struct form *form);
/* KEY is typed into it at once; NULL: nothing. */
enum form_result form_open_picker(struct form *form, const struct form_field *field, const struct key *key);
enum form_result form_picker_key(struct form *form, const struct key *key);
/* The next option, or the one before. */
enum form_result form_turn_choice(struct form *form, const struct form_field *field, bool forward);
/* On and off. */
enum form_result form_switch(struct form *form, const struct form_field *field);

#endif
