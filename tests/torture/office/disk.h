/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk whose power can be cut: SQLite's files on top of the real file system, of which it is known what was
 * synced and what was only written. Creating, linking and removing files by other calls is not seen.
 */
#ifndef YISHI_TESTS_TORTURE_DISK_H
#define YISHI_TESTS_TORTURE_DISK_H

#include <stdbool.h>
#include <stdint.h>

/* What happens to sectors that were written and not synced. */
enum loss {
    LOSE_ALL,    /* none of them reached the disk */
    LOSE_SOME,   /* some did, in any order */
    LOSE_GARBLE, /* some did, some hold anything */
    LOSSES
};

bool disk_install(void);
/* What lies on the disk now is synced; the power goes at the N-th write, truncation, sync or removal from now
 * (0 = not). No file may be open. */
void disk_begin(long n);
/* How many of these there were, and whether the power went: then all calls fail. */
long disk_calls(void);
bool disk_went(void);
/* With all files closed: put on the disk what survived. The power is back. */
bool disk_crash(enum loss loss, uint64_t *random);
void disk_end(void);

#endif
