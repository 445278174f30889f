/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading comma separated values: the encoding first, then row by row.
 */
#include "core/base/csv.h"

#include "core/base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    const char *name;
    const char *at, *end;
    char separator;
    size_t row, column;
    struct str cell; /* of the cell in quotation marks that is being read */
    struct arena *arena;
    struct err *err;
};

/* ---- the encoding --------------------------------------------------------------------------------- */

static void add_character(struct str *out, uint32_t c)
{
    if (c < 0x80) {
        str_add_char(out, (char)c);
    } else if (c < 0x800) {
        str_add_char(out, (char)(0xc0 | c >> 6));
        str_add_char(out, (char)(0x80 | (c & 0x3f)));
    } else if (c < 0x10000) {
        str_add_char(out, (char)(0xe0 | c >> 12));
        str_add_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
        str_add_char(out, (char)(0x80 | (c & 0x3f)));
    } else {
        str_add_char(out, (char)(0xf0 | c >> 18));
        str_add_char(out, (char)(0x80 | (c >> 12 & 0x3f)));
        str_add_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
        str_add_char(out, (char)(0x80 | (c & 0x3f)));
    }
}

/* UTF-16 behind its BOM, in the order that BIG says; what is no character becomes a byte that is no UTF-8, so
 * that the reader stops at its cell. */
static void add_utf16(struct str *out, const unsigned char *bytes, size_t len_bytes, bool big)
{
    uint32_t high = 0;

    for (size_t i = 0; i + 1 < len_bytes; i += 2) {
        const uint32_t c =
            big ? (uint32_t)(bytes[i] << 8 | bytes[i + 1]) : (uint32_t)(bytes[i + 1] << 8 | bytes[i]);
        const bool low = c >= 0xdc00 && c < 0xe000;

        if (high && low)
            add_character(out, 0x10000 + ((high - 0xd800) << 10) + (c - 0xdc00));
        else if (high || low)
            str_add_char(out, (char)0xff);
        if (!low && c >= 0xd800 && c < 0xdc00) {
            high = c;
            continue;
        }
        if (!low)
            add_character(out, c);
        high = 0;
    }
    if (high || len_bytes % 2)
        str_add_char(out, (char)0xff);
}

/* What spreadsheets keep for themselves begins with the marks of an archive, or of an old document. */
static bool is_sheet(const char *bytes, size_t len_bytes)
{
    return len_bytes >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "\xd0\xcf\x11\xe0", 4) == 0);
}

/* The text as UTF-8 without BOM: BYTES themselves, or CONVERTED. */
static enum status decode(struct reading *r, const char *bytes, size_t len_bytes, struct str *converted)
{
    const unsigned char *u = (const unsigned char *)bytes;

    r->at = bytes;
    r->end = bytes + len_bytes;
    if (is_sheet(bytes, len_bytes))
        return csv_error(r->err, CODE_CSV_SHEET, r->name, 0, 0, NULL);
    if (len_bytes >= 2 && ((u[0] == 0xff && u[1] == 0xfe) || (u[0] == 0xfe && u[1] == 0xff))) {
        add_utf16(converted, u + 2, len_bytes - 2, u[0] == 0xfe);
        r->at = converted->text;
        r->end = converted->text + converted->len_bytes;
    }
    /* a file that went through another program may have two marks */
    if (r->end - r->at >= 3 && memcmp(r->at, "\xef\xbb\xbf", 3) == 0)
        r->at += 3;
    return str_failed(converted) ? err_memory(r->err) : STATUS_OK;
}

/* The mark that stands most often outside of quotation marks in the first row; a comma where none does. */
static char find_separator(const char *at, const char *end)
{
    static const char marks[] = ",\t;";
    size_t counts[sizeof marks] = {0}, best = 0;
    bool quoted = false;

    for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++) {
        const char *mark = *at ? strchr(marks, *at) : NULL;

        if (*at == '"')
            quoted = !quoted;
        else if (mark && !quoted)
            counts[mark - marks]++;
    }
    for (size_t i = 1; i < sizeof marks - 1; i++)
        if (counts[i] > counts[best])
            best = i;
    return marks[best];
}

/* ---- cells and rows ------------------------------------------------------------------------------- */

static enum status fail(struct reading *r, enum code code)
{
    return csv_error(r->err, code, r->name, r->row, r->column, NULL);
}

static bool ends_cell(const struct reading *r)
{
    return r->at == r->end || *r->at == r->separator || *r->at == '\n' || *r->at == '\r';
}

/* From behind the mark that opens it to behind the one that closes it, into r->cell. */
static enum status read_quoted(struct reading *r)
{
    str_clear(&r->cell);
    for (;;) {
        const char *mark = memchr(r->at, '"', (size_t)(r->end - r->at));

        if (!mark)
            return fail(r, CODE_CSV_QUOTE);
        str_add_bytes(&r->cell, r->at, (size_t)(mark - r->at));
        r->at = mark + 1;
        if (r->at == r->end || *r->at != '"')
            break;
        str_add_char(&r->cell, *r->at++);
    }
    if (!ends_cell(r))
        return fail(r, CODE_CSV_QUOTE);
    return str_failed(&r->cell) ? err_memory(r->err) : STATUS_OK;
}

static enum status read_cell(struct reading *r, const char **out)
{
    const char *text = r->at;
    size_t n;
    enum status status = STATUS_OK;

    if (r->at < r->end && *r->at == '"') {
        r->at++;
        status = read_quoted(r);
        text = r->cell.text;
        n = r->cell.len_bytes;
    } else {
        while (!ends_cell(r))
            r->at++;
        n = (size_t)(r->at - text);
    }
    if (status)
        return status;
    if (n > CSV_CELL_BYTES)
        return fail(r, CODE_CSV_CELL);
    if (memchr(text, '\0', n))
        return fail(r, CODE_CSV_NUL);
    if (text_invalid_at(text, n) < n)
        return fail(r, CODE_CSV_ENCODING);
    *out = arena_text(r->arena, text, n);
    if (!*out)
        return err_memory(r->err);
    if (**out == '\'' && csv_is_formula(*out + 1))
        ++*out;
    return STATUS_OK;
}

/* A row and the line end behind it. CELLS has room for CSV_COLUMNS. */
static enum status read_row(struct reading *r, const char **cells, struct csv_row *out)
{
    enum status status;

    for (r->column = 0;; r->column++, r->at++) {
        if (r->column == CSV_COLUMNS)
            return fail(r, CODE_CSV_COLUMNS);
        status = read_cell(r, &cells[r->column]);
        if (status)
            return status;
        if (r->at == r->end || *r->at != r->separator)
            break;
    }
    out->n = r->column + 1;
    out->v = arena_take(r->arena, out->n * sizeof *out->v);
    if (!out->v)
        return err_memory(r->err);
    memcpy(out->v, cells, out->n * sizeof *out->v);
    if (r->end - r->at >= 2 && r->at[0] == '\r' && r->at[1] == '\n')
        r->at += 2;
    else if (r->at < r->end)
        r->at++;
    return STATUS_OK;
}

enum status csv_read(const char *name, const char *bytes, size_t len_bytes, struct arena *arena,
                     struct csv *out, struct err *err)
{
    struct reading r = {.name = name, .cell = STR_INIT, .arena = arena, .err = err};
    struct str converted = STR_INIT;
    const char **cells = calloc(CSV_COLUMNS, sizeof *cells);
    size_t room = 0;
    enum status status = cells ? decode(&r, bytes, len_bytes, &converted) : err_memory(err);

    *out = (struct csv){NULL, 0};
    if (!status)
        r.separator = find_separator(r.at, r.end);
    for (; !status && r.at < r.end; r.row++) {
        if (r.row == CSV_ROWS) {
            r.column = 0;
            status = fail(&r, CODE_CSV_ROWS);
            break;
        }
        if (out->n == room) {
            struct csv_row *more = arena_take(arena, (room = room ? room * 2 : 64) * sizeof *more);

            if (!more) {
                status = err_memory(err);
                break;
            }
            if (out->n)
                memcpy(more, out->v, out->n * sizeof *more);
            out->v = more;
        }
        status = read_row(&r, cells, &out->v[out->n]);
        out->n += !status;
    }
    if (status)
        out->n = 0;
    free(cells);
    str_release(&r.cell);
    str_release(&converted);
    return status;
}
