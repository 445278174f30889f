/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What making and checking the chain share. For db/seal*.c alone.
 */
#ifndef YISHI_DB_SEAL_PARTS_H
#define YISHI_DB_SEAL_PARTS_H

#include "db/seal.h"

/* The seal that CHANGE_SET_ID must have behind the seal BEFORE. */
enum status seal_compute(struct db *db, int64_t change_set_id, const char *before, char out[SHA256_TEXT],
                         struct err *err);

#endif
