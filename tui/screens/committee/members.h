/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members screens among themselves.
 */
#ifndef YISHI_TUI_SCREENS_MEMBERS_H
#define YISHI_TUI_SCREENS_MEMBERS_H

#include "core/committee/composition.h"
#include "core/cycle/desk.h"
#include "tui/app.h"

/* The form of one member; ID 0 = a new one, who is stored when his name is. */
bool member_push(struct app *app, int64_t id);

/* The committee's members, loaded into ARENA (emptied first). */
enum status members_load(struct app *app, struct arena *arena, struct committee *committee,
                         struct members *members, struct err *err);
/* The member with this id; NULL. */
const struct member *members_by_id(const struct members *members, int64_t id);

/* "在任 12 人，民間代表 5/12 (41.6%)，女性 4/12 (33.3%)，…" and a finding with its clause, appended. */
void composition_figures(const struct composition *composition, struct str *out);
void composition_words(const struct composition_finding *finding, struct str *out);

/* The figures in RECT's first row, the findings below. */
void composition_draw(const struct composition *composition, struct rect rect);

/* Lines of a spreadsheet that were pasted: a member each, shown before they are stored. */
void members_paste(struct app *app, const char *text, size_t len_bytes);

/* End WHO's appointment on a day that is asked for. */
void member_end(struct app *app, const struct member *who, const struct appointment *appointment);
/* Store WANTED over OLD with a label; shows the error. */
bool member_store(struct app *app, const struct member *old, struct member *wanted, const char *label,
                  struct err *err);
/* A copy of MEMBER whose appointments can be changed, with room for one more. NULL: out of memory. */
struct member *member_copy(const struct member *member, struct arena *arena);

#endif
