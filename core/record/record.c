/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record's life, and the list of problems.
 */
#include "core/record/record.h"

#include "core/base/text.h"

#include <string.h>

enum { SHOWN_COLS = 200 };

void record_release(struct record *record)
{
    arena_release(&record->arena);
    *record = (struct record)RECORD_INIT;
}

void problems_init(struct problems *problems)
{
    memset(problems, 0, sizeof *problems);
}

void problems_release(struct problems *problems)
{
    arena_release(&problems->arena);
    problems_init(problems);
}

/* As it may be shown anywhere: nothing of a file reaches a terminal raw, nor does all of a long text. */
static const char *kept(struct problems *problems, const char *text)
{
    struct str shown = STR_INIT, cut = STR_INIT;
    const char *copy = NULL;

    if (text) {
        text_show(&shown, text, strlen(text));
        text_truncate(&cut, shown.text, SHOWN_COLS, &text_paper);
        copy = arena_text(&problems->arena, cut.text, cut.len_bytes);
    }
    str_release(&shown);
    str_release(&cut);
    return copy ? copy : "";
}

void problems_add(struct problems *problems, enum code code, const char *place, const char *arg0,
                  const char *arg1)
{
    if (problems->n == RECORD_PROBLEMS) {
        problems->more++;
        return;
    }
    problems->v[problems->n++] =
        (struct problem){code, kept(problems, place), {kept(problems, arg0), kept(problems, arg1)}};
}
