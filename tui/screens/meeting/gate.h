/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step's gate as the secretary meets it: all reasons against it at once, each a line that leads to its
 * place; and the small form of a milestone's facts.
 */
#ifndef YISHI_TUI_SCREENS_GATE_H
#define YISHI_TUI_SCREENS_GATE_H

#include "core/cycle/gate.h"
#include "tui/screens/meeting/meeting_frame.h"

enum gate_way {
    GATE_OPEN, /* nothing bars the step, or only warnings and the user goes on */
    GATE_SHUT, /* the user stays here */
    GATE_LEFT, /* the user went where a reason leads: FRAME is gone */
};
/* Show what stands against GATE, if anything does. */
enum gate_way gate_ask(struct app *app, struct meeting_frame *frame, enum gate gate);

/* A reason as a sentence, translated. Appended. */
void reason_words(const struct reason *reason, struct str *out);
/* Go to the place of a reason; FRAME may be gone after it. */
void reason_go(struct app *app, struct meeting_frame *frame, const struct reason *reason);

/* Ask for date, person, letter and remark of a milestone, and store it (LABELS as milestone_save). TITLE is
 * the dialog's. false: given up or refused. The frame is loaded anew. */
bool milestone_ask(struct app *app, struct meeting_frame *frame, enum step step, const char *title,
                   const char *const *labels);
/* 更正: ask for an amendment of the confirmed minutes and store it; FRAME is loaded anew. false: given up. */
bool amendment_ask(struct app *app, struct meeting_frame *frame);

#endif
