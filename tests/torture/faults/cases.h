/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is tried under faults beside the desk's operations (office/operations.c): reading, papers, tables,
 * opening, copying and drafts. A new public function of core/ or db/ wants a line in one of these tables.
 */
#ifndef YISHI_TESTS_TORTURE_CASES_H
#define YISHI_TESTS_TORTURE_CASES_H

#include "tests/torture/office/office.h"

struct fault_case {
    const char *name;
    bool closed; /* begins without an open database, and with all files as they were */
    /* *FIGURE: a sum of what was found, which is the same each time that all goes well. */
    enum status (*run)(struct office *o, uint64_t *figure, struct err *err);
    /* With the faults gone: "" or what is wrong, in OUT. May be NULL. */
    void (*verify)(struct office *o, enum status status, struct str *out);
};
extern const struct fault_case read_cases[], file_cases[], draft_cases[];
extern const size_t n_read_cases, n_file_cases, n_draft_cases;

/* The publication package, a row of file_cases (publish_cases.c). */
enum status run_publish(struct office *o, uint64_t *figure, struct err *err);
void verify_publish(struct office *o, enum status status, struct str *out);

/* A verify: what is open is the office, sound. */
void verify_same(struct office *o, enum status status, struct str *out);

/* Add TEXT (may be NULL), or a number, to a figure. */
void figure_text(uint64_t *figure, const char *text);
void figure_int(uint64_t *figure, int64_t value);

#endif
