/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps: each draws what it does, does it at the desk, and says what must have come of it in the model.
 */
#ifndef YISHI_TESTS_TORTURE_STEPS_H
#define YISHI_TESTS_TORTURE_STEPS_H

#include "tests/torture/office/office.h"
#include "tests/torture/steps/model.h"

struct walk {
    struct office office; /* its snapshot is that of before the step */
    struct model model;
    uint64_t random;
    bool forgetful; /* the control: the model forgets to move statements */
};

/* Does one thing, and the same to the model where it is to be done. *EXPECTED is what the desk must answer.
 * STATUS_MISSING as *EXPECTED: there was nothing to do it on. */
typedef enum status step_run(struct walk *w, enum status *expected, struct err *err);
struct step_kind {
    const char *name;
    step_run *run;
};
extern const struct step_kind item_steps[], people_steps[];
extern const size_t n_item_steps, n_people_steps;

int draw_below(struct walk *w, int n); /* 0 … n - 1 */
/* A text that was not used before, in a place that lives as long as WALK; MODEL_TEXT bytes. */
const char *draw_text(struct walk *w, char *out);

#endif
