/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form's values: from what is stored to what is shown, and from what is typed to what is stored. For the
 * form's own files.
 */
#ifndef YISHI_TUI_WIDGETS_FORM_VALUE_H
#define YISHI_TUI_WIDGETS_FORM_VALUE_H

#include "tui/widgets/form.h"

/* Append the field's value as it is shown. */
void form_value_shown(const struct form *form, const struct form_field *field, struct str *out);
/* The value that TYPED means, appended to OUT; STATUS_BAD and ERR when it is nonsense. */
enum status form_value_typed(const struct form *form, const struct form_field *field, const char *typed,
                             struct str *out, struct err *err);
bool form_hidden(const struct form *form, size_t i);
bool form_focusable(const struct form *form, size_t i);

#endif
