/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The difference of two papers, line by line: a longest common subsequence after what is the same at both
 * ends was cut away. Papers have some thousand lines at most, so a table of lengths will do.
 */
#include "core/archive/archive.h"

#include <stdlib.h>
#include <string.h>

struct line {
    const char *text;
    size_t len;
};
struct lines {
    struct line *v;
    size_t n;
};

enum side { BOTH = ' ', ONLY_A = '-', ONLY_B = '+' };
struct edit {
    enum side side;
    struct line line;
};
struct script {
    struct edit *v;
    size_t n;
};

static bool split(const char *text, struct lines *out)
{
    size_t n = 1;

    for (const char *p = text; *p; p++)
        n += *p == '\n';
    *out = (struct lines){calloc(n, sizeof *out->v), 0};
    if (!out->v)
        return false;
    while (*text) {
        const size_t len = strcspn(text, "\n");

        out->v[out->n++] = (struct line){text, len};
        text += len + (text[len] == '\n');
    }
    return true;
}

static bool same(struct line a, struct line b)
{
    return a.len == b.len && memcmp(a.text, b.text, a.len) == 0;
}

static void add(struct script *script, enum side side, struct line line)
{
    script->v[script->n++] = (struct edit){side, line};
}

/* The middle, between what is the same: LENGTH[i][j] of the longest common subsequence of the rests. */
static bool compare_middle(const struct lines *a, const struct lines *b, size_t from, size_t a_end,
                           size_t b_end, struct script *script)
{
    const size_t rows = a_end - from, cols = b_end - from;
    unsigned *length = calloc((rows + 1) * (cols + 1), sizeof *length);
    size_t i, j;

    if (!length)
        return false;
#define LENGTH(i, j) length[(i) * (cols + 1) + (j)]
    for (i = rows; i-- > 0;)
        for (j = cols; j-- > 0;) {
            const unsigned down = LENGTH(i + 1, j), right = LENGTH(i, j + 1);

            LENGTH(i, j) = same(a->v[from + i], b->v[from + j]) ? LENGTH(i + 1, j + 1) + 1
                           : down > right                       ? down
                                                                : right;
        }
    for (i = j = 0; i < rows || j < cols;) {
        if (i < rows && j < cols && same(a->v[from + i], b->v[from + j])) {
            add(script, BOTH, a->v[from + i]);
            i++;
            j++;
        } else if (i < rows && (j == cols || LENGTH(i + 1, j) >= LENGTH(i, j + 1))) {
            add(script, ONLY_A, a->v[from + i++]);
        } else {
            add(script, ONLY_B, b->v[from + j++]);
        }
    }
#undef LENGTH
    free(length);
    return true;
}

static bool compare(const struct lines *a, const struct lines *b, struct script *script)
{
    size_t from = 0, a_end = a->n, b_end = b->n;

    *script = (struct script){calloc(a->n + b->n + 1, sizeof *script->v), 0};
    if (!script->v)
        return false;
    while (from < a_end && from < b_end && same(a->v[from], b->v[from]))
        add(script, BOTH, a->v[from++]);
    while (a_end > from && b_end > from && same(a->v[a_end - 1], b->v[b_end - 1])) {
        a_end--;
        b_end--;
    }
    if (!compare_middle(a, b, from, a_end, b_end, script))
        return false;
    for (; a_end < a->n; a_end++)
        add(script, BOTH, a->v[a_end]);
    return true;
}

/* A line that is the same is shown when a difference is at most CONTEXT lines away. */
static bool is_near(const struct script *script, size_t at, size_t context)
{
    const size_t from = at > context ? at - context : 0;

    for (size_t i = from; i < script->n && i <= at + context; i++)
        if (script->v[i].side != BOTH)
            return true;
    return false;
}

static bool write_script(const struct script *script, size_t context, struct str *out)
{
    bool differs = false, skipped = false;

    for (size_t i = 0; i < script->n; i++)
        differs |= script->v[i].side != BOTH;
    for (size_t i = 0; differs && i < script->n; i++) {
        if (!is_near(script, i, context)) {
            skipped = true;
            continue;
        }
        if (skipped)
            str_add(out, "⋯\n");
        skipped = false;
        str_add_char(out, (char)script->v[i].side);
        str_add_char(out, ' ');
        str_add_bytes(out, script->v[i].line.text, script->v[i].line.len);
        str_add_char(out, '\n');
    }
    return differs;
}

enum status diff_lines(const char *a, const char *b, int context, struct str *out, bool *is_same,
                       struct err *err)
{
    struct lines of_a = {NULL, 0}, of_b = {NULL, 0};
    struct script script = {NULL, 0};
    enum status status = STATUS_OK;
    bool differs = false;

    if (!split(a, &of_a) || !split(b, &of_b) || !compare(&of_a, &of_b, &script))
        status = err_memory(err);
    else
        differs = write_script(&script, context < 0 ? 0 : (size_t)context, out);
    if (!status && str_failed(out))
        status = err_memory(err);
    if (is_same)
        *is_same = !differs;
    free(of_a.v);
    free(of_b.v);
    free(script.v);
    return status;
}
