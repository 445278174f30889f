/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arena's blocks. A large piece gets a block of its own.
 */
#include "core/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 16384 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    max_align_t data[];
};

void arena_release(struct arena *arena)
{
    while (arena->first) {
        struct arena_block *next = arena->first->next;

        free(arena->first);
        arena->first = next;
    }
}

static struct arena_block *block_new(struct arena *arena, size_t size)
{
    struct arena_block *block;

    if (size > SIZE_MAX - sizeof *block)
        return NULL;
    block = calloc(1, sizeof *block + size);
    if (!block)
        return NULL;
    block->size = size;
    block->next = arena->first;
    arena->first = block;
    return block;
}

void *arena_take(struct arena *arena, size_t size)
{
    const size_t unit = sizeof(max_align_t);
    struct arena_block *block = arena->first;
    void *taken;

    if (size > SIZE_MAX - unit)
        return NULL;
    size = (size + unit - 1) / unit * unit;
    if (!block || block->size - block->used < size) {
        block = block_new(arena, size > BLOCK_BYTES ? size : BLOCK_BYTES);
        if (!block)
            return NULL;
    }
    taken = (char *)block->data + block->used;
    block->used += size;
    return taken;
}

char *arena_text(struct arena *arena, const char *text, size_t len_bytes)
{
    char *copy;

    if (len_bytes == SIZE_MAX)
        return NULL;
    copy = arena_take(arena, len_bytes + 1);
    if (copy && len_bytes)
        memcpy(copy, text, len_bytes);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    char *text;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    text = n < 0 ? NULL : arena_take(arena, (size_t)n + 1);
    if (text)
        (void)vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}
