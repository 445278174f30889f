/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People's names. Surname and given name are stored apart; a split is only ever proposed.
 */
#ifndef YISHI_BASE_NAMES_H
#define YISHI_BASE_NAMES_H

#include "core/base/str.h"

#include <stddef.h>

/* Bytes of the surname in FULL (a proposal, to be confirmed): compound surnames (歐陽, 張簡 …) before
 * a given name, four han = 2+2, otherwise one character. 0 = ask: a name with anything but han in it
 * (separators ‧ · ・ ． • . space, Latin letters), or of more than four. */
size_t name_surname_bytes(const char *full);
/* 歐陽 + 委員 + 河 → 歐陽委員河. TITLE may be NULL: 歐陽河. */
void name_with_title(struct str *out, const char *surname, const char *title, const char *given);
/* 歐陽委員: where only the surname is cited. */
void name_short(struct str *out, const char *surname, const char *title);

#endif
