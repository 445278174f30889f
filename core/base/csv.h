/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comma separated values as spreadsheets exchange them (RFC 4180): UTF-8 with BOM out, UTF-8 or UTF-16 in. No
 * spreadsheet runs a cell that was written here. Knows nothing of what the cells mean.
 */
#ifndef YISHI_BASE_CSV_H
#define YISHI_BASE_CSV_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/base/str.h"

#include <stdbool.h>

enum { CSV_CELL_BYTES = 1 << 20, CSV_ROWS = 10000, CSV_COLUMNS = 1024 };

struct csv_row {
    const char **v; /* never NULL */
    size_t n;       /* at least 1: an empty line is a row of one empty cell */
};
struct csv {
    struct csv_row *v;
    size_t n;
};

/* TEXT as a spreadsheet could run it: its first character, apostrophes and blanks left out, is one of = + - @
 * (full-width ones too), or it begins with a tab, a return or a line feed. */
bool csv_is_formula(const char *text);

/* A file: csv_begin once, then csv_add_row. What csv_is_formula says yes to gets an apostrophe in front,
 * which the reader takes away again. A cell of NULL is empty. */
void csv_begin(struct str *out);
void csv_add_row(struct str *out, const char *const *cells, size_t n);

/* Read BYTES into ARENA. UTF-8 with or without BOM, UTF-16 with one. The first row tells whether commas, tabs
 * or semicolons separate. Cells are kept as they are, but for the apostrophe. Refused (STATUS_BAD; NAME is
 * the place, then row from 1, column as letters): CODE_CSV_ENCODING, CODE_CSV_NUL, CODE_CSV_QUOTE,
 * CODE_CSV_CELL, CODE_CSV_ROWS, CODE_CSV_COLUMNS; CODE_CSV_SHEET for xlsx, ods and xls. */
enum status csv_read(const char *name, const char *bytes, size_t len_bytes, struct arena *arena,
                     struct csv *out, struct err *err);

/* The same for a file that csv_read refused for its encoding: as Big5 (CP950), which Taiwan's spreadsheets
 * save where nobody chose otherwise. CODE_CSV_ENCODING: it is none; whether the words make sense, the caller
 * sees. */
enum status csv_read_big5(const char *name, const char *bytes, size_t len_bytes, struct arena *arena,
                          struct csv *out, struct err *err);

/* COLUMN (from 0) as spreadsheets name it: A … Z, AA …; at most CSV_COLUMNS. */
void csv_column_name(char out[4], size_t column);
/* The cell, "" beyond the row's end. */
const char *csv_at(const struct csv_row *row, size_t column);
/* An error about one cell: ROW and COLUMN from 0 become arguments 0 and 1, ARG (may be NULL) the third. */
enum status csv_error(struct err *err, enum code code, const char *name, size_t row, size_t column,
                      const char *arg);

#endif
