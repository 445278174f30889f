/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which style a paper is looked at, and in which copy: what the screens that show papers share.
 */
#ifndef YISHI_TUI_SCREENS_PAPER_CHOICE_H
#define YISHI_TUI_SCREENS_PAPER_CHOICE_H

#include "core/paper/minutes.h"
#include "tui/screens/meeting/meeting_frame.h"

struct paper_choice {
    size_t at; /* of the compiled-in styles, + 1; 0 = the committee's own */
    struct style *style;
    enum copy copy;
};

/* Borrowed from CHOICE or FRAME, and its name. */
const struct style *paper_choice_style(const struct paper_choice *choice, const struct meeting_frame *frame);
const char *paper_choice_name(const struct paper_choice *choice, const struct meeting_frame *frame);
/* The compiled-in style AT - 1; 0: the committee's own again. */
enum status paper_choice_take(struct paper_choice *choice, size_t at, struct err *err);
/* The next style, after the last the first again (the committee's own, where it is none of these). */
void paper_choice_next(struct app *app, struct paper_choice *choice, const struct meeting_frame *frame);
/* The other copy. */
void paper_choice_turn(struct app *app, struct paper_choice *choice);
void paper_choice_release(struct paper_choice *choice);

#endif
