/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every fuzz target shares: the one function that takes an input, claims that must hold of whatever
 * comes out, and the bug that is compiled in with -DPLANTED to see whether the fuzzer finds any.
 */
#ifndef YISHI_TESTS_FUZZ_FUZZ_H
#define YISHI_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Take DATA; a crash, a sanitizer's report or a claim that is not true is what is looked for. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes);
/* Once, before the first input; from the top of the tree. */
int LLVMFuzzerInitialize(int *argc, char ***argv);

#define CLAIM(claim)                                                                  \
    do {                                                                              \
        if (!(claim)) {                                                               \
            (void)fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #claim); \
            abort();                                                                  \
        }                                                                             \
    } while (0)

/* One byte is written behind a block where WHEN is true, in the planted build alone. */
static inline void planted(int when)
{
#ifdef PLANTED
    const size_t room = 4;
    volatile char *block = malloc(room);

    if (block && when)
        block[room] = 'x';
    free((void *)(uintptr_t)block);
#else
    (void)when;
#endif
}

/* DATA as an owned, NUL-ended text. */
static inline char *fuzz_text(const uint8_t *data, size_t len_bytes)
{
    char *text = malloc(len_bytes + 1);

    CLAIM(text != NULL);
    if (len_bytes)
        memcpy(text, data, len_bytes);
    text[len_bytes] = '\0';
    return text;
}

#endif
