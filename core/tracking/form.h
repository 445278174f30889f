/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form on which a unit reports: a row a tracked decision, with empty columns for 辦理情形 and 列管建議.
 * Its words are fixed, in every language, as a file's keys are. Knows the file, not what is stored.
 */
#ifndef YISHI_TRACKING_FORM_H
#define YISHI_TRACKING_FORM_H

#include "core/base/csv.h"
#include "core/tracking/resolution.h"

/* The form's columns, in their order. The reader needs those that are not for reading alone, by their
 * headings, wherever they stand. */
enum form_column {
    FORM_NUMBER,
    FORM_MEETING,
    FORM_UNIT,
    FORM_PART, /* 主辦 or 協辦 */
    FORM_INSTRUCTION,
    FORM_SOURCE,
    FORM_DUE,
    FORM_LAST, /* what was reported last */
    FORM_PROGRESS,
    FORM_RECOMMENDATION,
    FORM_COMMITTEE,
    FORM_COLUMNS
};

/* Append the form of UNIT for MEETING (its key): of the N decisions those that are open and the unit's. How
 * many they are. Numbers and meetings stand with words around them, so that no spreadsheet takes them for
 * dates. */
size_t form_write(struct str *out, const char *committee, const char *meeting, const char *unit,
                  const struct resolution *const *v, size_t n);

/* Append paragraphs as lines with their numbers, where there are several; and the source: "112年第1次會議
 * 參、報告事項、案由二". */
void form_outline(struct str *out, const struct outline *outline);
void form_source(struct str *out, const struct resolution *resolution);

/* A row that somebody filled in; texts without blanks around them. */
struct form_entry {
    size_t row; /* in the file, from 0 */
    const char *number, *meeting;
    const char *cell[FORM_COLUMNS]; /* "" where the column is not there */
};
struct form {
    const char *name;            /* of the file, fit to be shown */
    size_t column[FORM_COLUMNS]; /* where it stands in the file */
    struct form_entry *v;
    size_t n;
    size_t blank;        /* rows of decisions that say nothing */
    const char *meeting; /* the key that the first row names, filled in or not; NULL: none does */
};
/* CODE_COLLECT_COLUMN and CODE_COLLECT_DOUBLE where the headings do not fit. */
enum status form_read(const char *name, const struct csv *csv, struct arena *arena, struct form *out,
                      struct err *err);

/* A recommendation as people write it: with or without 建請, with blanks, full-width. "" is UNKNOWN. false:
 * it is none, or out of memory. */
bool form_recommendation(const char *text, int *ruling);

#endif
