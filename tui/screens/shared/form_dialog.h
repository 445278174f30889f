/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form in a box over the screen, whose last field is an action.
 */
#ifndef YISHI_TUI_SCREENS_FORM_DIALOG_H
#define YISHI_TUI_SCREENS_FORM_DIALOG_H

#include "tui/app.h"
#include "tui/widgets/form.h"

struct form_dialog {
    const char *name, *title; /* for the help; above the box */
    const struct form_field *fields;
    size_t n;
    const struct form_source *source;
    void *context; /* the source's */
};
/* true: the action was chosen; false: given up by Esc. */
bool form_dialog_run(struct app *app, const struct form_dialog *dialog);

#endif
