/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minutes of a meeting as a document: snapshot and style in, blocks out. Runs no SQL.
 */
#ifndef YISHI_PAPER_MINUTES_H
#define YISHI_PAPER_MINUTES_H

#include "core/cycle/snapshot.h"
#include "core/paper/document.h"
#include "core/paper/style.h"

enum copy {
    COPY_PUBLIC,  /* closed statements are left out, before anything is counted or numbered */
    COPY_INTERNAL /* everything, closed statements marked as such */
};

enum status minutes_build(const struct snapshot *snapshot, const struct style *style, enum copy copy,
                          struct document *out, struct err *err);
/* The same as plain text, WIDTH cells wide. Appended to OUT. */
enum status minutes_text(const struct snapshot *snapshot, const struct style *style, enum copy copy,
                         int width_cols, struct str *out, struct err *err);
/* The agenda's own names of things, for screens: "參、報告事項", "案由一". Appended to OUT. */
void minutes_section_name(const struct snapshot *snapshot, const struct style *style, int section,
                          struct str *out);
void minutes_item_number(const struct snapshot *snapshot, const struct style *style, const struct item *item,
                         struct str *out);
/* The level of numbers (style_level) that the points of an item's explanation, proposal and decision begin
 * at, and those of a statement, which need not stand in the item yet. For screens that show points as they
 * will print. */
int minutes_points_level(const struct snapshot *snapshot, const struct style *style, const struct item *item);
int minutes_statement_level(const struct snapshot *snapshot, const struct style *style,
                            const struct item *item, const struct statement *statement);
/* The standard wording of a decision's kind: "照案通過。" */
const char *minutes_decision_words(const struct style *style, int kind);
/* The standard wording of ITEM's decision as it prints, with the item or tracked decision that it goes with:
 * "併報告事項案由二討論。" Appended. */
void minutes_decision_text(const struct snapshot *snapshot, const struct style *style,
                           const struct item *item, struct str *out);
/* The items that are merged into ITEM or decided with it, by their numbers: "案由二、案由三". Appended.
 * false: there are none. */
bool minutes_joined(const struct snapshot *snapshot, const struct style *style, const struct item *item,
                    struct str *out);

#endif
