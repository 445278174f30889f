/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which characters are wide, and which are ambiguous (Unicode 14, East Asian Width). For width.c.
 */
#ifndef YISHI_BASE_WIDTH_TABLE_H
#define YISHI_BASE_WIDTH_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* W or F: 2 columns everywhere. The blocks of han count whole, assigned or not. */
bool width_is_wide(uint32_t c);
/* A: 1 or 2 columns; marks that have no width of their own are left out. */
bool width_is_ambiguous(uint32_t c);

#endif
