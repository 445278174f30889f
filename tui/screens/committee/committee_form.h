/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of a committee and its rules, and what stands on every agenda. For the committee files alone.
 */
#ifndef YISHI_TUI_SCREENS_COMMITTEE_FORM_H
#define YISHI_TUI_SCREENS_COMMITTEE_FORM_H

#include "core/cycle/desk.h"
#include "tui/app.h"
#include "tui/widgets/form.h"

struct committee_form {
    struct screen screen;
    struct app *app;
    struct arena arena;
    struct committee committee;
    struct members members;
    size_t rule; /* which of its rules is shown */
    struct form form;
    bool formed;
};

extern const struct form_field committee_fields[];
extern const size_t committee_n_fields;
extern const struct form_source committee_source; /* its context is the struct committee_form */

enum status committee_form_load(struct committee_form *c, struct err *err);
/* Store WANTED over the committee as it was loaded; shows the error unless ERR takes it. */
bool committee_store(struct app *app, const struct committee *old, struct committee *wanted,
                     const char *label, struct err *err);
/* The paper styles to choose from, by their own names, as options of a form. */
void committee_paper_options(struct arena *arena, struct form_option **out, size_t *n);
/* The words of the rules that a new committee can begin with; NULL after the last. */
const char *committee_preset_name(int preset);
void committee_preset(int preset, struct rule *rule); /* fills it */

/* What stands on every agenda. */
bool standing_push(struct app *app);

#endif
