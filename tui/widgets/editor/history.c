/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo as a list of deltas.
 */
#include "tui/widgets/editor/history.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Deleting backwards puts each cluster before the earlier ones, so a delta must not grow without end. */
enum { MERGED_BYTES_MOST = 4096 };

struct delta {
    bool begins_step;
    bool look;                    /* a head changed; otherwise a range was replaced */
    struct place at;              /* where the range begins; for a look, the paragraph */
    struct str removed, inserted; /* fragments, or heads */
    struct place caret;           /* before the change */
};

static void delta_release(struct delta *delta)
{
    str_release(&delta->removed);
    str_release(&delta->inserted);
}

static void drop_from(struct history *history, size_t first)
{
    for (size_t i = first; i < history->n; i++)
        delta_release(&history->v[i]);
    if (first < history->n)
        history->n = first;
}

void history_clear(struct history *history)
{
    drop_from(history, 0);
    history->done = 0;
    history->in_step = false;
}

void history_release(struct history *history)
{
    history_clear(history);
    free(history->v);
    *history = (struct history){0};
}

void history_step(struct history *history)
{
    history->in_step = false;
}

/* An empty delta behind the last one that is done, not yet counted; NULL when out of memory. */
static struct delta *new_delta(struct history *history)
{
    struct delta *delta;

    if (history->done == history->room) {
        const size_t room = history->room ? history->room * 2 : 16;

        if (room > SIZE_MAX / sizeof *delta)
            return NULL;
        delta = realloc(history->v, room * sizeof *delta);
        if (!delta)
            return NULL;
        history->v = delta;
        history->room = room;
    }
    /* What was undone can no longer be done again. */
    drop_from(history, history->done);
    delta = &history->v[history->done];
    *delta = (struct delta){.begins_step = !history->in_step, .removed = STR_INIT, .inserted = STR_INIT};
    return delta;
}

static void count_delta(struct history *history)
{
    history->done++;
    history->n = history->done;
    history->in_step = true;
}

static bool has_break(const struct str *text)
{
    return text->len_bytes && memchr(text->text, FRAGMENT_BREAK, text->len_bytes);
}

/* The last delta, when a change from FROM to TO may become part of it. */
static struct delta *mergeable(const struct history *history, struct place from, struct place to,
                               const char *fragment, size_t len_bytes)
{
    struct delta *last;

    if (!history->in_step || !history->done || history->done != history->n || from.para != to.para)
        return NULL;
    last = &history->v[history->done - 1];
    if (last->look || last->at.para != from.para || fragment_breaks(fragment, len_bytes) ||
        has_break(&last->inserted))
        return NULL;
    if (last->removed.len_bytes + last->inserted.len_bytes + len_bytes > MERGED_BYTES_MOST)
        return NULL;
    return last;
}

/* What was deleted stands before what was deleted last (BACK) or behind it. */
static bool merge_deleted(struct delta *last, const struct buffer *buffer, struct place from, struct place to)
{
    const char *text = buffer->v[from.para].text.text + from.at_bytes;
    const size_t len_bytes = to.at_bytes - from.at_bytes;
    const bool back = to.at_bytes == last->at.at_bytes;

    str_splice(&last->removed, back ? 0 : last->removed.len_bytes, 0, text, len_bytes);
    if (str_failed(&last->removed)) {
        last->removed.failed = false;
        return false;
    }
    if (back)
        last->at = from;
    return true;
}

/* Make the change and remember it in the last delta. False: it does not fit there, and nothing is changed. */
static bool merge(struct history *history, struct buffer *buffer, struct place from, struct place to,
                  const char *fragment, size_t len_bytes)
{
    struct delta *last = mergeable(history, from, to, fragment, len_bytes);
    struct delta before;

    if (!last)
        return false;
    before = *last;
    if (place_compare(from, to) == 0 && from.at_bytes == last->at.at_bytes + last->inserted.len_bytes) {
        str_add_bytes(&last->inserted, fragment, len_bytes);
        if (str_failed(&last->inserted)) {
            last->inserted.failed = false;
            return false;
        }
    } else if (!len_bytes && !last->inserted.len_bytes && !has_break(&last->removed) &&
               (place_compare(to, last->at) == 0 || place_compare(from, last->at) == 0)) {
        if (!merge_deleted(last, buffer, from, to))
            return false;
    } else {
        return false;
    }
    if (buffer_replace(buffer, from, to, fragment, len_bytes, NULL))
        return true;
    /* Only appended or put in front: the old text is still in there. */
    str_cut(&last->inserted, before.inserted.len_bytes);
    if (last->at.at_bytes != before.at.at_bytes)
        str_splice(&last->removed, 0, to.at_bytes - from.at_bytes, NULL, 0);
    str_cut(&last->removed, before.removed.len_bytes);
    last->at = before.at;
    return false;
}

bool history_replace(struct history *history, struct buffer *buffer, struct place from, struct place to,
                     const char *fragment, size_t len_bytes, struct place caret, struct place *end)
{
    struct delta *delta;

    if (merge(history, buffer, from, to, fragment, len_bytes)) {
        if (end)
            *end = buffer_fragment_end(from, fragment, len_bytes);
        return true;
    }
    delta = new_delta(history);
    if (!delta)
        return false;
    delta->at = from;
    delta->caret = caret;
    buffer_copy(buffer, from, to, &delta->removed);
    str_add_bytes(&delta->inserted, fragment, len_bytes);
    if (str_failed(&delta->removed) || str_failed(&delta->inserted) ||
        !buffer_replace(buffer, from, to, fragment, len_bytes, end)) {
        delta_release(delta);
        return false;
    }
    count_delta(history);
    return true;
}

bool history_set_look(struct history *history, struct buffer *buffer, size_t para,
                      const struct para_look *look, struct place caret)
{
    struct delta *delta = new_delta(history);

    if (!delta)
        return false;
    delta->look = true;
    delta->at.para = para;
    delta->caret = caret;
    fragment_add_head(&delta->removed, &buffer->v[para].look);
    fragment_add_head(&delta->inserted, look);
    if (str_failed(&delta->removed) || str_failed(&delta->inserted)) {
        delta_release(delta);
        return false;
    }
    buffer_set_look(buffer, para, look);
    count_delta(history);
    return true;
}

/* Put a look back; a row that the change did not touch stays as storage has it now. */
static void apply_look(struct buffer *buffer, const struct delta *delta, const struct str *present,
                       const struct str *wanted)
{
    struct para_look old, look;

    (void)fragment_read_head(present->text, present->len_bytes, &old);
    (void)fragment_read_head(wanted->text, wanted->len_bytes, &look);
    if (old.row.id == look.row.id)
        look.row = buffer->v[delta->at.para].look.row;
    buffer_set_look(buffer, delta->at.para, &look);
}

/* Put WANTED in the place of PRESENT, which is taken as it stands now: rows may have been stored since. */
static bool apply(struct buffer *buffer, const struct delta *delta, struct str *present,
                  const struct str *wanted, struct place *end)
{
    struct str now = STR_INIT;
    struct place to;
    bool done;

    if (delta->look) {
        apply_look(buffer, delta, present, wanted);
        *end = delta->caret;
        return true;
    }
    to = buffer_fragment_end(delta->at, present->text, present->len_bytes);
    buffer_copy(buffer, delta->at, to, &now);
    done = !str_failed(&now) && buffer_replace(buffer, delta->at, to, wanted->text, wanted->len_bytes, end);
    if (done)
        str_swap(present, &now);
    str_release(&now);
    return done;
}

enum history_result history_undo(struct history *history, struct buffer *buffer, struct place *caret)
{
    struct place end;

    history_step(history);
    if (!history->done)
        return HISTORY_NOTHING;
    for (;;) {
        struct delta *delta = &history->v[history->done - 1];

        if (!apply(buffer, delta, &delta->inserted, &delta->removed, &end))
            return HISTORY_MEMORY;
        history->done--;
        if (delta->begins_step || !history->done) {
            *caret = buffer_clamp(buffer, delta->caret);
            return HISTORY_DONE;
        }
    }
}

enum history_result history_redo(struct history *history, struct buffer *buffer, struct place *caret)
{
    history_step(history);
    if (history->done == history->n)
        return HISTORY_NOTHING;
    do {
        struct delta *delta = &history->v[history->done];

        if (!apply(buffer, delta, &delta->removed, &delta->inserted, caret))
            return HISTORY_MEMORY;
        history->done++;
    } while (history->done < history->n && !history->v[history->done].begins_step);
    return HISTORY_DONE;
}

void history_cancel(struct history *history, struct buffer *buffer)
{
    struct place caret;

    if (!history->in_step)
        return;
    (void)history_undo(history, buffer, &caret);
    drop_from(history, history->done);
}
