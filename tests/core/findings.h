/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of verifying: what was found, as lines.
 */
#ifndef YISHI_TESTS_CORE_FINDINGS_H
#define YISHI_TESTS_CORE_FINDINGS_H

#include "tests/core/records.h"

#include "core/verify/verify.h"

static const char *const finding_names[FINDING_COUNT] = {
    [FINDING_DATABASE] = "database",
    [FINDING_SEAL] = "seal",
    [FINDING_SEAL_MISSING] = "seal missing",
    [FINDING_JOURNAL_HOLE] = "journal hole",
    [FINDING_JOURNAL_DIFFERS] = "journal differs",
    [FINDING_UNSEALED] = "unsealed",
    [FINDING_KEPT_PAPER] = "kept paper",
    [FINDING_PAPER_DIFFERS] = "paper differs",
    [FINDING_NUMBER_GAP] = "gap",
    [FINDING_NO_QUORUM_OPEN] = "opened without quorum",
    [FINDING_NO_QUORUM_DECISION] = "decided without quorum",
    [FINDING_QUORUM_DIFFERS] = "quorum differs",
    [FINDING_QUORUM_LOST] = "quorum lost",
    [FINDING_VOTE_RESULT] = "vote's result",
    [FINDING_VOTE_RULE] = "vote's rule",
    [FINDING_VOTE_OPEN] = "vote open",
    [FINDING_VOTE_CASTING] = "chair's vote",
    [FINDING_BALLOT] = "ballot",
    [FINDING_MEMBERS_FEW] = "few members",
    [FINDING_CIVIL_SHARE] = "civil share",
    [FINDING_GENDER_SHARE] = "gender share",
    [FINDING_CIVIL_DELEGATE] = "civil delegate",
    [FINDING_ACTING_CHAIR] = "acting chair",
    [FINDING_VOTES] = "votes",
    [FINDING_VOTES_TOO_MANY] = "too many votes",
    [FINDING_YEAR] = "year",
    [FINDING_MATERIALS_LATE] = "materials late",
    [FINDING_DRAFT_LATE] = "draft late",
    [FINDING_PUBLISH_LATE] = "published late",
    [FINDING_TRACK_MISSING] = "not gone through",
    [FINDING_TRACK_CLOSED] = "gone through after it was closed",
    [FINDING_TRACK_CIRCLE] = "tracked in a circle",
    [FINDING_MEETINGS_FEW] = "few meetings",
    [FINDING_NO_TEXT] = "no text",
    [FINDING_RULE_MISSING] = "no rule",
    [FINDING_DATA] = "data",
    [FINDING_CONVENER] = "conveners",
    [FINDING_DAY_OFF] = "day off",
    [FINDING_SECONDERS] = "seconders",
    [FINDING_MERGE_NOBODY] = "merged with nobody",
    [FINDING_MERGE_CIRCLE] = "merged in a circle",
    [FINDING_MERGE_UNDECIDED] = "joint but undecided",
};

/* A line each: "! year: 112-1 2024-01-09", without ! where it is a warning. */
static inline void findings_text(struct db *db, const char *today, struct str *out)
{
    struct arena arena = ARENA_INIT;
    struct findings findings;
    struct err err = {0};
    size_t warnings = 0;

    str_clear(out);
    assert_int_equal(verify_all(db, 0, &office_calendar_shipped, today, &arena, &findings, &err), STATUS_OK);
    for (size_t i = 0; i < findings.n; i++) {
        const struct finding *f = &findings.v[i];

        str_printf(out, "%s%s: %s", f->warning ? "" : "!", finding_names[f->kind], f->place);
        if (*f->what)
            str_printf(out, " %s", f->what);
        if (f->gender != UNKNOWN)
            str_printf(out, " %s", gender_choices.codes[f->gender]);
        str_add(out, "\n");
        warnings += f->warning;
    }
    assert_int_equal(findings.warnings, warnings);
    arena_release(&arena);
}

static inline void assert_findings(void **state, const char *record, const char *today, const char *expected)
{
    struct db *db = new_db(state, "verify.db");
    struct str text = STR_INIT;

    import_right(db, record, strlen(record), RECORD_STORED);
    findings_text(db, today, &text);
    assert_string_equal(text.text, expected);
    str_release(&text);
    db_close(db);
    assert_int_equal(unlink(path_of(state, "verify.db")), 0);
}

#endif
