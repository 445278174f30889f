/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of one member and what it stores. For the member files alone.
 */
#ifndef YISHI_TUI_SCREENS_MEMBER_FORM_H
#define YISHI_TUI_SCREENS_MEMBER_FORM_H

#include "core/cycle/desk.h"
#include "tui/app.h"
#include "tui/widgets/form.h"

struct member_form {
    struct screen screen;
    struct app *app;
    struct arena arena;
    struct committee committee;
    struct members members;
    const struct member *member; /* NULL: not stored yet */
    int64_t id;
    bool was_new; /* opened for adding: the next one follows */
    size_t at;    /* which appointment is shown */
    struct form form;
    bool formed;
};

extern const struct form_field member_fields[];
extern const size_t member_n_fields;
extern const struct form_source member_source; /* its context is the struct member_form */

/* Load the committee's members, and find this one again. */
enum status member_form_load(struct member_form *m, struct err *err);
/* The appointment that is shown; NULL: there is none. */
const struct appointment *member_shown(const struct member_form *m);

#endif
