/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An amendment (更正) of confirmed minutes: what was confirmed stays, and this says what it should have been.
 */
#ifndef YISHI_MEETING_AMENDMENT_H
#define YISHI_MEETING_AMENDMENT_H

#include <stddef.h>
#include <stdint.h>

struct amendment {
    int64_t id;
    const char *place;          /* where in the minutes, in words: "討論事項案由一決議" */
    const char *before, *after; /* both texts; before "" = something was left out, after "" = it goes */
    const char *reason;
    const char *on, *by; /* ISO date, and who */
};
struct amendments {
    struct amendment *v;
    size_t n;
};

#endif
