/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The public operations of core/ and db/, from their headers (public.awk), and which of them were entered
 * while something was going wrong: their objects are compiled with -finstrument-functions and report here.
 */
#ifndef YISHI_TESTS_TORTURE_PUBLIC_H
#define YISHI_TESTS_TORTURE_PUBLIC_H

#include <stdbool.h>
#include <stddef.h>

struct public_function {
    const char *name, *header;
    void (*function)(void);
};
extern const struct public_function public_functions[];
extern const size_t n_public_functions;

bool public_begin(void);
void public_watch(bool on);
/* How many were entered while watched; the names of the others are appended to MISSED (ROOM bytes). */
size_t public_entered(char *missed, size_t room);

#endif
