/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the compiler calls at every entry of a function of core/ and db/, and the count of those entered.
 */
#include "tests/torture/faults/public.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096 };
static struct {
    uintptr_t address;
    bool entered;
} table[BUCKETS];
static bool watching;

void __cyg_profile_func_enter(void *function, void *site);
void __cyg_profile_func_exit(void *function, void *site);

static size_t bucket_of(uintptr_t address)
{
    return (address >> 4) * 2654435761u % BUCKETS;
}

void __cyg_profile_func_enter(void *function, void *site)
{
    const uintptr_t address = (uintptr_t)function;

    (void)site;
    if (!watching)
        return;
    for (size_t i = bucket_of(address); table[i].address; i = (i + 1) % BUCKETS)
        if (table[i].address == address) {
            table[i].entered = true;
            return;
        }
}

void __cyg_profile_func_exit(void *function, void *site)
{
    (void)function;
    (void)site;
}

bool public_begin(void)
{
    if (n_public_functions * 4 > BUCKETS)
        return false;
    for (size_t n = 0; n < n_public_functions; n++) {
        const uintptr_t address = (uintptr_t)public_functions[n].function;
        size_t i = bucket_of(address);

        while (table[i].address)
            i = (i + 1) % BUCKETS;
        table[i].address = address;
    }
    return true;
}

void public_watch(bool on)
{
    watching = on;
}

size_t public_entered(char *missed, size_t room)
{
    size_t found = 0, at = 0;

    missed[0] = '\0';
    for (size_t n = 0; n < n_public_functions; n++) {
        const uintptr_t address = (uintptr_t)public_functions[n].function;
        size_t i = bucket_of(address);

        while (table[i].address != address)
            i = (i + 1) % BUCKETS;
        if (table[i].entered)
            found++;
        else if (at + strlen(public_functions[n].name) + 2 < room)
            at += (size_t)snprintf(missed + at, room - at, " %s", public_functions[n].name);
    }
    return found;
}
