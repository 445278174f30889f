/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching: text is compared folded, but what is found must be known in the bytes as they stand.
 */
#include "tui/widgets/editor/inside.h"

#include <string.h>

/* Folding a whole chunk tells quickly whether it is worth looking at cluster by cluster. */
enum { CHUNK_BYTES = 8192, FOLDED_TO_BYTES = 8, OVERLAP_BYTES = 256 };

/* What is looked for, and room to fold in. */
struct search {
    const char *needle; /* folded */
    size_t needle_bytes;
    struct str folded;
};
struct hit {
    struct place from, to;
};

/* The needle stands at AT: where it ends, 0 = it does not. A cluster that folds to more than is left of the
 * needle counts whole. */
static size_t match(struct search *search, const struct str *text, size_t at)
{
    size_t matched = 0;

    while (matched < search->needle_bytes && at < text->len_bytes) {
        const size_t n = text_cluster_bytes(text->text + at, text->len_bytes - at);
        size_t compared;

        str_clear(&search->folded);
        text_fold(&search->folded, text->text + at, n);
        compared = search->needle_bytes - matched;
        if (compared > search->folded.len_bytes)
            compared = search->folded.len_bytes;
        if (str_failed(&search->folded) ||
            memcmp(search->folded.text, search->needle + matched, compared) != 0)
            return 0;
        matched += compared;
        at += n;
    }
    return matched == search->needle_bytes ? at : 0;
}

static size_t chunk_end(const struct str *text, size_t at)
{
    const size_t start = at;

    if (text->len_bytes - at <= CHUNK_BYTES)
        return text->len_bytes;
    at = text_cluster_before(text->text, text->len_bytes, at + CHUNK_BYTES);
    if (at <= start) /* one cluster of many thousand bytes */
        at = start + text_cluster_bytes(text->text + start, text->len_bytes - start);
    return at;
}

/* A hit may begin in the chunk from AT to END. */
static bool worth(struct search *search, const struct str *text, size_t at, size_t end)
{
    const size_t overlap = search->needle_bytes * FOLDED_TO_BYTES + OVERLAP_BYTES;
    const size_t len_bytes = text->len_bytes - end > overlap ? end + overlap - at : text->len_bytes - at;

    str_clear(&search->folded);
    text_fold(&search->folded, text->text + at, len_bytes);
    return !str_failed(&search->folded) && strstr(search->folded.text, search->needle);
}

/* The first (or LAST) hit in PARA that begins from byte BEGIN on and before END. */
static bool find_in(const struct editor *editor, struct search *search, size_t para, size_t begin, size_t end,
                    bool last, struct hit *hit)
{
    const struct str *text = &editor->buffer.v[para].text;
    bool found = false;

    if (end > text->len_bytes)
        end = text->len_bytes;
    for (size_t at = begin; at < end;) {
        const size_t after = chunk_end(text, at);

        if (!worth(search, text, at, after)) {
            at = after;
            continue;
        }
        for (; at < after && at < end; at += text_cluster_bytes(text->text + at, text->len_bytes - at)) {
            const size_t to = match(search, text, at);

            if (!to)
                continue;
            found = true;
            *hit = (struct hit){{para, at}, {para, to}};
            if (!last)
                return true;
        }
    }
    return found;
}

static bool find_onwards(const struct editor *editor, struct search *search, struct place start,
                         struct hit *hit)
{
    const size_t n = editor->buffer.n;

    if (find_in(editor, search, start.para, start.at_bytes, (size_t)-1, false, hit))
        return true;
    for (size_t i = 1; i < n; i++)
        if (find_in(editor, search, (start.para + i) % n, 0, (size_t)-1, false, hit))
            return true;
    return find_in(editor, search, start.para, 0, start.at_bytes, false, hit);
}

static bool find_back(const struct editor *editor, struct search *search, struct place start, struct hit *hit)
{
    const size_t n = editor->buffer.n;

    if (find_in(editor, search, start.para, 0, start.at_bytes, true, hit))
        return true;
    for (size_t i = 1; i < n; i++)
        if (find_in(editor, search, (start.para + n - i) % n, 0, (size_t)-1, true, hit))
            return true;
    return find_in(editor, search, start.para, start.at_bytes, (size_t)-1, true, hit);
}

bool editor_find(struct editor *editor, const char *needle, enum editor_find how)
{
    struct str folded = STR_INIT;
    struct search search = {.folded = STR_INIT};
    struct place from, to;
    struct hit hit;
    bool found = false;

    editor_range(editor, &from, &to);
    text_fold(&folded, needle, strlen(needle));
    if (str_failed(&folded) || !folded.len_bytes)
        goto out;
    search.needle = folded.text;
    search.needle_bytes = folded.len_bytes;
    if (how == EDITOR_FIND_BACK)
        found = find_back(editor, &search, from, &hit);
    else
        found = find_onwards(editor, &search,
                             how == EDITOR_FIND_HERE ? from : editor_place_right(editor, from), &hit);
    if (!found)
        goto out;
    editor->run = RUN_NONE;
    editor->marking = EDITOR_MARK_SHIFT;
    editor_put_caret(editor, hit.to);
    editor->mark = hit.from;
out:
    str_release(&search.folded);
    str_release(&folded);
    return found;
}
