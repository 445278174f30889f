/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of a vote: method, figures, by what it is carried and what it came to.
 */
#ifndef YISHI_TUI_SCREENS_SESSION_VOTE_FORM_H
#define YISHI_TUI_SCREENS_SESSION_VOTE_FORM_H

#include "core/meeting/vote.h"
#include "tui/screens/session/session_ballots.h"
#include "tui/widgets/form.h"

struct vote_form {
    struct vote vote; /* without its ballots: they are in BALLOTS */
    struct ballots ballots;
    bool stored; /* there was one before */
    /* Copies: the session may be loaded anew while the form is open. */
    struct rule rule; /* in force; what is not laid down is UNKNOWN */
    char rule_from[DATE_ISO_SIZE];
    int recused; /* how many are */
    int now;     /* how many may vote now; UNKNOWN: attendance is not recorded */
};

extern const struct form_field vote_fields[];
extern const size_t vote_n_fields;
extern const struct form_source vote_source; /* its context is a struct vote_form */

/* "同意 7、不同意 1、棄權 1". Appended. (session_vote_words.c) */
void vote_figures_label(const struct vote *vote, struct str *out);
/* The usual readings give different results, and nothing is laid down or chosen. */
bool vote_form_is_open(const struct vote_form *form);

#endif
