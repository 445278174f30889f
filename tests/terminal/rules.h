/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold on every screen, whatever it shows, and cannot be blessed away with a golden
 * file. Each rule says in OUT what breaks it and where.
 */
#ifndef YISHI_TESTS_TERMINAL_RULES_H
#define YISHI_TESTS_TERMINAL_RULES_H

#include "core/base/str.h"
#include "tests/terminal/terminal.h"

#include <stdbool.h>
#include <stddef.h>

/* Every row is exactly as wide as the screen: no wide character is cut by the edge or by its
 * neighbour, and no broken UTF-8 arrived. */
bool rule_rows_are_whole(const struct terminal *terminal, struct str *out);
/* A visible caret stands on the screen and not inside a wide character. */
bool rule_caret_is_placed(const struct terminal *terminal, struct str *out);

/* What is the user's own and stays as it is in every language. */
struct rule_data {
    struct str texts; /* any Chinese run that occurs in here may stand anywhere */
    struct rule_region {
        int top, bottom, left, right; /* rows and columns from 1, both ends included */
    } regions[16];
    size_t n_regions;
};
/* An English screen has no Chinese but the user's data. */
bool rule_is_english(const struct terminal *terminal, const struct rule_data *data, struct str *out);

/* The quorum in the top row, "出席 7/12" or "present 7/12" and so on, as far as it is there.
 * Returns false when the row shows none. */
struct rule_quorum {
    int present, members, civil; /* -1 = not shown */
};
bool rule_quorum_shown(const struct terminal *terminal, struct rule_quorum *quorum);

#endif
