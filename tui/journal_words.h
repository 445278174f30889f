/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal of changes in a reader's words: for tables, columns and codes one table of data. What has no
 * word there is shown as it is called in the database.
 */
#ifndef YISHI_TUI_JOURNAL_WORDS_H
#define YISHI_TUI_JOURNAL_WORDS_H

#include "core/base/str.h"
#include "core/committee/member.h"
#include "core/journal/history.h"

/* "議程案", "單位"; the raw name where there is no word. Translated, not to be freed. */
const char *journal_table(const char *table);
const char *journal_column(const char *table, const char *column);
/* The column says nothing to a reader of an added or removed row: what it belongs to, its place in a list. */
bool journal_column_inner(const char *column);

/* Append "113/05/02(四) 14:03:11", in the committee's zone; AT is UTC. */
void journal_when(const char *at, struct str *out);
/* Who it was; of another tool "其他工具，無姓名". Safe to show. */
void journal_who(const struct history_set *set, struct str *out);
/* What it was called; of another tool nothing. */
void journal_label(const struct history_set *set, struct str *out);
/* Append one line for the change at FROM, and with it all that belong to the same row added or removed:
 * "議程案（第 12 筆）單位：「資訊處」→「水質司」". Every text is cut to COLS columns. MEMBERS (NULL: not
 * known which committee's) name those that are called by their keys. Returns the place of the next one. */
size_t journal_line(const struct history_changes *changes, size_t from, const struct members *members,
                    int cols, struct str *out);

#endif
