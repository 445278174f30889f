/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small form in the middle of the screen that is answered before anything else goes on.
 */
#ifndef YISHI_TUI_SCREENS_SESSION_FORM_H
#define YISHI_TUI_SCREENS_SESSION_FORM_H

#include "tui/app.h"
#include "tui/widgets/form.h"

/* The name of the action that was run; NULL: given up by Esc. FIRST is the field to begin at; NULL = the
 * first. */
const char *session_form(struct app *app, const char *title, const struct form_field *fields, size_t n_fields,
                         const struct form_source *source, void *context, const char *first);

#endif
