/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every way in which the ground may give way, one at a time: SQLite's memory and files (tests/db/faults.h),
 * our own memory, and the calls to the system that db/ makes itself. The linker leads those of core/ and db/
 * here.
 */
#ifndef YISHI_TESTS_TORTURE_GATE_H
#define YISHI_TESTS_TORTURE_GATE_H

#include <stdbool.h>
#include <stddef.h>

enum ground { SQLITE_MEMORY, SQLITE_FILES, OWN_MEMORY, OWN_SYSTEM, GROUNDS };
extern const char *const ground_names[GROUNDS];

bool gate_install(void);
/* From now on the N-th call fails: it alone, or it and all that follow. */
void gate_arm(enum ground ground, int n, bool for_ever);
/* All is well again. How many calls there were, and how many of them failed. */
int gate_disarm(int *hits);

#endif
