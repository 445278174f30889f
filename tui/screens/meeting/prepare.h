/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 1's form and how it is drawn. For the prepare files alone.
 */
#ifndef YISHI_TUI_SCREENS_PREPARE_H
#define YISHI_TUI_SCREENS_PREPARE_H

#include "tui/screens/meeting/meeting_frame.h"
#include "tui/widgets/form.h"

struct prepare {
    struct meeting_frame frame;
    struct app *app; /* for the form's functions */
    struct form form;
    bool formed;
};

extern const struct form_field prepare_fields[];
extern const size_t prepare_n_fields;
extern const struct form_source prepare_source; /* its context is the struct prepare */

void prepare_draw(struct app *app, struct screen *screen, struct rect rect);

#endif
