/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An arena: many small allocations that live and die together. A snapshot, a record that is
 * being read and a document tree each own one.
 */
#ifndef YISHI_BASE_ARENA_H
#define YISHI_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *first;
};

#define ARENA_INIT \
    {              \
        NULL       \
    }

/* Everything taken from the arena is gone after this; the arena itself can be used again. */
void arena_release(struct arena *arena);
/* SIZE zeroed bytes, aligned for any type; NULL when out of memory. SIZE 0 gives a pointer too. */
void *arena_take(struct arena *arena, size_t size);
/* A copy of LEN bytes of TEXT and a final NUL; NULL when out of memory. */
char *arena_text(struct arena *arena, const char *text, size_t len_bytes);
/* A formatted text (printf); NULL when out of memory. */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
