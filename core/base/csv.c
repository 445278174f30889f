/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing comma separated values, and what reading shares with it.
 */
#include "core/base/csv.h"

#include <stdio.h>
#include <string.h>

static bool starts(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Blanks that spreadsheets skip before they look for a formula: space, no-break and ideographic space. */
static const char *behind_blanks(const char *text)
{
    static const char *const blanks[] = {" ", "\xc2\xa0", "\xe3\x80\x80", "\t", "\r", "\n", "'"};
    bool more = true;

    while (more) {
        more = false;
        for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
            if (starts(text, blanks[i])) {
                text += strlen(blanks[i]);
                more = true;
            }
    }
    return text;
}

bool csv_is_formula(const char *text)
{
    static const char *const first[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    const char *p = text;

    while (*p == '\'')
        p++;
    if (*p == '\t' || *p == '\r' || *p == '\n')
        return true;
    p = behind_blanks(p);
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (starts(p, first[i]))
            return true;
    return false;
}

void csv_begin(struct str *out)
{
    str_add(out, "\xef\xbb\xbf");
}

static void add_cell(struct str *out, const char *text)
{
    const size_t n = strlen(text);
    const bool formula = csv_is_formula(text);
    /* what the reader might take for a separator, a mark or a blank to be dropped */
    const bool quoted =
        formula || (n && (strpbrk(text, "\",;\t\r\n'") || text[0] == ' ' || text[n - 1] == ' '));

    if (quoted)
        str_add_char(out, '"');
    if (formula)
        str_add_char(out, '\'');
    for (const char *p = text; *p; p++) {
        if (*p == '"')
            str_add_char(out, '"');
        str_add_char(out, *p);
    }
    if (quoted)
        str_add_char(out, '"');
}

void csv_add_row(struct str *out, const char *const *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i)
            str_add_char(out, ',');
        add_cell(out, cells[i] ? cells[i] : "");
    }
    str_add(out, "\r\n");
}

void csv_column_name(char out[4], size_t column)
{
    if (column < 26)
        (void)snprintf(out, 4, "%c", (char)('A' + column));
    else if (column < 26 + 26 * 26)
        (void)snprintf(out, 4, "%c%c", (char)('A' + column / 26 - 1), (char)('A' + column % 26));
    else
        (void)snprintf(out, 4, "A%c%c", (char)('A' + (column - 702) / 26 % 26),
                       (char)('A' + (column - 702) % 26));
}

const char *csv_at(const struct csv_row *row, size_t column)
{
    return column < row->n ? row->v[column] : "";
}

enum status csv_error(struct err *err, enum code code, const char *name, size_t row, size_t column,
                      const char *arg)
{
    char number[24], letters[4];
    enum status status;

    (void)snprintf(number, sizeof number, "%zu", row + 1);
    csv_column_name(letters, column);
    status = err_set(err, STATUS_BAD, code, name, number, letters);
    err_arg(err, 2, arg);
    return status;
}
