/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the table of operations that have files of their own. For the files of operations alone.
 */
#ifndef YISHI_TESTS_TORTURE_OPERATIONS_H
#define YISHI_TESTS_TORTURE_OPERATIONS_H

#include "tests/torture/office/office.h"

#define AGENDA_OPERATIONS(X)                     \
    X("item_add", NEXT, item_add)                \
    X("item_save", NOW, item_save)               \
    X("item_move", NEXT, item_move)              \
    X("item_remove", NEXT, item_remove)          \
    X("item_copy", NEXT, item_copy)              \
    X("standing_add", NEXT, standing_add)        \
    X("items_carry", NEXT, items_carry)          \
    X("statement_add", NOW, statement_add)       \
    X("statement_save", NOW, statement_save)     \
    X("statement_remove", NOW, statement_remove) \
    X("statement_move", NOW, statement_move)     \
    X("statement_split", NOW, statement_split)   \
    X("statement_join", NOW, statement_join)     \
    X("decision_save", NOW, decision_save)       \
    X("decision_change", NOW, decision_change)   \
    X("decision_remove", NOW, decision_remove)   \
    X("decision_join", NOW, decision_join)       \
    X("vote_save", NOW, vote_save)               \
    X("vote_remove", NOW, vote_remove)

#define RECORD_OPERATIONS(X)                         \
    X("record_import", NOW, record_import)           \
    X("record_import_text", NOW, record_import_text) \
    X("save_with_draft", NOW, save_with_draft)       \
    X("milestone_keep", NOW, milestone_keep)         \
    X("amendment_add", BEFORE, amendment_add)        \
    X("undo", NOW, undo)

#define TRACKING_OPERATIONS(X)                    \
    X("collect", NEXT, collect)                   \
    X("rest_rule", NEXT, rest_rule)               \
    X("resolution_split", NEXT, resolution_split) \
    X("resolution_again", NEXT, resolution_again)

#define PUBLISH_OPERATIONS(X)                  \
    X("publish_choose", NOW, publish_choose)   \
    X("publish_answers", NOW, publish_answers) \
    X("publication_keep", NOW, publication_keep)

#define X(name, which, function) enum status run_##function(struct office *o, struct err *err);
AGENDA_OPERATIONS(X)
RECORD_OPERATIONS(X)
TRACKING_OPERATIONS(X)
PUBLISH_OPERATIONS(X)
#undef X

#endif
