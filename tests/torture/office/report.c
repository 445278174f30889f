/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a harness is called and how it answers: tests/torture/README. Knows nothing of what it tortures.
 */
#include "tests/torture/office/office.h"

#include <stdio.h>
#include <stdlib.h>

int report_print(const struct outcome_line *r)
{
    bool good = r->tries > 0 && r->losses == 0 && r->survived == r->tries && r->control_found;

    printf("{\"harness\":\"%s\",\"tries\":%ld,\"faults\":%ld,\"survived\":%ld,\"losses\":%ld,\"seed\":%lu,"
           "\"control\":\"%s%s\",\"note\":\"%s\"}\n",
           r->harness, r->tries, r->faults, r->survived, r->losses, r->seed,
           r->control_found ? "" : "FAILED: ", r->control, r->note);
    (void)fflush(stdout); /* a leak found at the exit would swallow it */
    return good ? 0 : 1;
}

bool full_wanted(int argc, char **argv, unsigned long *seed)
{
    char *end = NULL;
    bool full = argc == 3 && text_same(argv[1], "full");

    *seed = argc == 3 ? strtoul(argv[2], &end, 10) : 0;
    if (argc != 3 || (!full && !text_same(argv[1], "fast")) || *end || *seed == 0) {
        fprintf(stderr, "usage: %s fast|full SEED\n", argv[0]);
        exit(2);
    }
    (void)setvbuf(stdout, NULL, _IOLBF, 0); /* so that what was found before a crash is told */
    return full;
}

uint64_t draw(uint64_t *state)
{
    uint64_t x = *state;

    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    *state = x;
    return x;
}
