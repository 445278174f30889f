/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms on which units report, as files: for the command line and for the screen of the tracked
 * decisions.
 */
#ifndef YISHI_TUI_FORMS_H
#define YISHI_TUI_FORMS_H

#include "core/cycle/collect.h"

/* What is asked for: what TRACKED of the meeting S is open. */
struct asking {
    const struct snapshot *s;
    const struct tracked *tracked;
    struct arena *arena;
};

/* A form that somebody filled in may lie there: CODE_ASK_EXISTS. */
enum status forms_refuse_existing(const char *path, struct err *err);
/* The form of UNIT, appended; CODE_ASK_NONE where it has nothing to report. */
enum status forms_write_one(const struct asking *a, const char *unit, struct str *out, size_t *rows,
                            struct err *err);
/* A file for each unit in DIRECTORY, which is made; each in REPORT with its rows. Nothing is replaced. */
enum status forms_write_all(const struct asking *a, const char *directory, struct str *report,
                            struct err *err);

/* The form in the file PATH; *BIG5: it was saved in Big5 and read as such. */
enum status forms_read(const char *path, struct arena *arena, struct form *out, bool *big5, struct err *err);
/* Fits collect_check: a cell as paragraphs, numbers at their beginning made levels. */
enum status forms_outline(const char *text, struct arena *arena, struct outline *out, struct err *err);
/* A report before and after, a line a paragraph. Appended. */
void forms_change_words(struct str *out, const struct collected *one);

#endif
