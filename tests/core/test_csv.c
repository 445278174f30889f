/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comma separated values: what is written is read back, no spreadsheet runs it, and what is no CSV is refused
 * with its row and column.
 */
#include "core/base/csv.h"

#include "core/base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define BOM "\xef\xbb\xbf"

static const char *const cells[] = {
    "",
    "a",
    "資訊處",
    "a,b",
    "a;b",
    "a\tb",
    "\"",
    "\"\"",
    "a\"b\"c",
    "第一行\n第二行",
    "a\r\nb",
    "a\rb",
    " a ",
    "\n",
    "=1+1",
    "+886",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "＝1",
    "－",
    "＋",
    "＠",
    " =1",
    "　=1",
    "'",
    "''",
    "'a",
    "'=1",
    "''=1",
    "'''",
    "' =1",
    "'\t",
    "=\"x\",\n'y'",
    "-",
    "\xef\xbb\xbf",
    "𠮷👩‍👩‍👧",
    "112-1-01",
    "=cmd|' /C calc'!A0",
    "\xc2\xa0=1",
};

static void read_right(struct arena *arena, const char *text, size_t len, struct csv *csv)
{
    struct err err = {0};

    assert_int_equal(csv_read("f.csv", text, len, arena, csv, &err), STATUS_OK);
}

static void every_cell__comes_back_as_it_was__alone_and_beside_others(void **state)
{
    struct arena arena = ARENA_INIT;
    struct str out = STR_INIT;
    struct csv csv;

    (void)state;
    csv_begin(&out);
    csv_add_row(&out, cells, COUNT(cells));
    for (size_t i = 0; i < COUNT(cells); i++)
        csv_add_row(&out, &cells[i], 1);
    read_right(&arena, out.text, out.len_bytes, &csv);
    assert_int_equal(csv.n, COUNT(cells) + 1);
    assert_int_equal(csv.v[0].n, COUNT(cells));
    for (size_t i = 0; i < COUNT(cells); i++) {
        assert_string_equal(csv.v[0].v[i], cells[i]);
        assert_int_equal(csv.v[i + 1].n, 1);
        assert_string_equal(csv.v[i + 1].v[0], cells[i]);
    }
    str_release(&out);
    arena_release(&arena);
}

/* The same file once more through UTF-16, as a spreadsheet's "Unicode text". */
static void add_utf16(struct str *out, const char *text, bool big)
{
    for (const unsigned char *p = (const unsigned char *)text; *p;) {
        uint32_t c = *p < 0x80 ? *p : *p < 0xe0 ? *p & 0x1fu : *p < 0xf0 ? *p & 0xfu : *p & 7u;
        int more = *p < 0x80 ? 0 : *p < 0xe0 ? 1 : *p < 0xf0 ? 2 : 3;
        uint32_t units[2] = {0, 0};

        for (p++; more > 0; more--)
            c = c << 6 | (*p++ & 0x3fu);
        units[0] = c < 0x10000 ? c : 0xd800 + ((c - 0x10000) >> 10);
        units[1] = c < 0x10000 ? 0 : 0xdc00 + ((c - 0x10000) & 0x3ff);
        for (int i = 0; i < (c < 0x10000 ? 1 : 2); i++) {
            str_add_char(out, (char)(big ? units[i] >> 8 : units[i] & 0xff));
            str_add_char(out, (char)(big ? units[i] & 0xff : units[i] >> 8));
        }
    }
}

static void utf_16__of_either_order_with_tabs__is_read_like_utf_8(void **state)
{
    static const char text[] = BOM "案號\t\"辦理\n情形\"\t𠮷\r\n1\t\"a\"\"b\"\t'=1\r\n";

    (void)state;
    for (int big = 0; big < 2; big++) {
        struct arena arena = ARENA_INIT;
        struct str out = STR_INIT;
        struct csv csv;

        add_utf16(&out, text, big);
        read_right(&arena, out.text, out.len_bytes, &csv);
        assert_int_equal(csv.n, 2);
        assert_int_equal(csv.v[0].n, 3);
        assert_string_equal(csv.v[0].v[0], "案號");
        assert_string_equal(csv.v[0].v[1], "辦理\n情形");
        assert_string_equal(csv.v[0].v[2], "𠮷");
        assert_string_equal(csv.v[1].v[1], "a\"b");
        assert_string_equal(csv.v[1].v[2], "=1");
        str_release(&out);
        arena_release(&arena);
    }
}

/* Rows end in '|', cells in '/'. */
static const struct {
    const char *text, *rows;
} written_elsewhere[] = {
    {"", ""},
    {BOM, ""},
    {"a", "a/|"},
    {"a,b\n", "a/b/|"},
    {"a,b\r\nc,\r\n", "a/b/|c//|"},
    {"a\rb\r", "a/|b/|"},
    {"a\n\nb", "a/|/|b/|"},
    {"a;b\n1;2,3\n", "a/b/|1/2,3/|"},
    {"a\tb;c\n", "a/b;c/|"},
    {"\"a;b;c\",d\n1;2,3\n", "a;b;c/d/|1;2/3/|"},
    {"\"\"\n", "/|"},
    {"a\"b,c\n", "a\"b/c/|"},
    {"=1+1,-5\n", "=1+1/-5/|"},
    {"'abc,'\n", "'abc/'/|"},
};

static void what_others_wrote__is_read_as_they_meant_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(written_elsewhere); i++) {
        struct arena arena = ARENA_INIT;
        struct str rows = STR_INIT;
        struct csv csv;

        read_right(&arena, written_elsewhere[i].text, strlen(written_elsewhere[i].text), &csv);
        for (size_t r = 0; r < csv.n; r++) {
            for (size_t c = 0; c < csv.v[r].n; c++)
                str_printf(&rows, "%s/", csv.v[r].v[c]);
            str_add(&rows, "|");
        }
        assert_string_equal(rows.text, written_elsewhere[i].rows);
        str_release(&rows);
        arena_release(&arena);
    }
}

#define BYTES(text) text, sizeof(text) - 1
static const struct {
    const char *text;
    size_t len;
    enum code code;
    const char *row, *column;
} refused[] = {
    {BYTES("a,b\n1,\"x\n"), CODE_CSV_QUOTE, "2", "B"},
    {BYTES("\"a\"b\n"), CODE_CSV_QUOTE, "1", "A"},
    {BYTES("a,b\nc,d\ne,\"f\" ,g"), CODE_CSV_QUOTE, "3", "B"},
    {BYTES("a\n\xb8\xea\xb0T,x\n"), CODE_CSV_ENCODING, "2", "A"}, /* Big5 */
    {BYTES("a,\xd7\xca\xd1\xb6\n"), CODE_CSV_ENCODING, "1", "B"}, /* GBK */
    {BYTES("a,\xed\xa0\x80\n"), CODE_CSV_ENCODING, "1", "B"},     /* a surrogate as UTF-8 */
    {BYTES("\xff\xfe"
           "a\0,\0\x00\xd8"
           "b\0"),
     CODE_CSV_ENCODING, "1", "B"},
    {BYTES("\xff\xfe"
           "a\0\n\0\x00\xdc"),
     CODE_CSV_ENCODING, "2", "A"},
    {BYTES("\xff\xfe"
           "a\0b"),
     CODE_CSV_ENCODING, "1", "A"},
    {BYTES("a\nb\nc,d,e,\0"), CODE_CSV_NUL, "3", "D"},
    {BYTES("a\0b\0"), CODE_CSV_NUL, "1", "A"}, /* UTF-16 without its mark */
};

static void what_is_no_csv__is_refused_with_row_and_column(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct arena arena = ARENA_INIT;
        struct err err = {0};
        struct csv csv;

        assert_int_equal(csv_read("f.csv", refused[i].text, refused[i].len, &arena, &csv, &err), STATUS_BAD);
        assert_int_equal(err.code, refused[i].code);
        assert_string_equal(err.place, "f.csv");
        assert_string_equal(err.arg[0], refused[i].row);
        assert_string_equal(err.arg[1], refused[i].column);
        assert_int_equal(csv.n, 0);
        arena_release(&arena);
    }
}

static void big5__is_read_where_all_of_it_is_big5(void **state)
{
    static const struct {
        const char *text;
        size_t len;
        bool is;
        const char *cell;
    } cases[] = {
        {BYTES("\xae\xd7\xb8\xb9,b"), true, "案號"},
        {BYTES("\"\xb3\x5c\xa5\x5c\"\r\nb"), true, "許功"}, /* a backslash within characters */
        {BYTES("plain"), true, "plain"},
        {BYTES(""), true, NULL},
        {BYTES("a,\xff"), false, NULL},
        {BYTES("a,\xae"), false, NULL}, /* half a character at the end */
        {BYTES("\xa1\xb0\xff\xff"), false, NULL},
    };
    struct str many = STR_INIT;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct err err = {0};
        struct csv csv;
        const enum status status = csv_read_big5("f.csv", cases[i].text, cases[i].len, &arena, &csv, &err);

        assert_int_equal(status, cases[i].is ? STATUS_OK : STATUS_BAD);
        assert_int_equal(err.code, cases[i].is ? CODE_NONE : CODE_CSV_ENCODING);
        assert_int_equal(csv.n > 0, cases[i].cell != NULL);
        if (cases[i].cell)
            assert_string_equal(csv.v[0].v[0], cases[i].cell);
        arena_release(&arena);
    }
    str_add_repeat(&many, "\xae\xd7\xb8\xb9,", 3000); /* longer than a piece, which cuts a character */
    str_add(&many, "x\n");
    str_splice(&many, 0, 0, "y", 1);
    {
        struct arena arena = ARENA_INIT;
        struct err err = {0};
        struct csv csv;

        assert_int_equal(csv_read_big5("f", many.text, many.len_bytes, &arena, &csv, &err), STATUS_BAD);
        assert_int_equal(err.code, CODE_CSV_COLUMNS); /* it is Big5, and too wide */
        arena_release(&arena);
    }
    str_release(&many);
}

static void what_a_spreadsheet_keeps_for_itself__is_told_from_csv(void **state)
{
    static const struct {
        const char *text;
        size_t len;
        enum code code;
    } cases[] = {
        {BYTES("PK\3\4\24\0\0\0"), CODE_CSV_SHEET},
        {BYTES("\xd0\xcf\x11\xe0\xa1\xb1"), CODE_CSV_SHEET},
        {BYTES("PK,4"), CODE_NONE},
        {BYTES("PK"), CODE_NONE},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = ARENA_INIT;
        struct err err = {0};
        struct csv csv;

        (void)csv_read("f.xlsx", cases[i].text, cases[i].len, &arena, &csv, &err);
        assert_int_equal(err.code, cases[i].code);
        arena_release(&arena);
    }
}

/* COUNT times TEXT, read; the code of the refusal. */
static enum code read_many(const char *text, int count, size_t *rows, size_t *columns)
{
    struct arena arena = ARENA_INIT;
    struct err err = {0};
    struct str out = STR_INIT;
    struct csv csv;

    str_add_repeat(&out, text, count);
    (void)csv_read("f.csv", out.text, out.len_bytes, &arena, &csv, &err);
    *rows = csv.n;
    *columns = csv.n ? csv.v[0].n : 0;
    str_release(&out);
    arena_release(&arena);
    return err.code;
}

static void limits__are_kept_to_the_last_row_column_and_byte(void **state)
{
    size_t rows, columns;

    (void)state;
    assert_int_equal(read_many("a\n", CSV_ROWS, &rows, &columns), CODE_NONE);
    assert_int_equal(rows, CSV_ROWS);
    assert_int_equal(read_many("a\n", CSV_ROWS + 1, &rows, &columns), CODE_CSV_ROWS);
    assert_int_equal(read_many(",", CSV_COLUMNS - 1, &rows, &columns), CODE_NONE);
    assert_int_equal(columns, CSV_COLUMNS);
    assert_int_equal(read_many(",", CSV_COLUMNS, &rows, &columns), CODE_CSV_COLUMNS);
    assert_int_equal(read_many("ab", CSV_CELL_BYTES / 2, &rows, &columns), CODE_NONE);
    assert_int_equal(read_many("a", CSV_CELL_BYTES + 1, &rows, &columns), CODE_CSV_CELL);
}

static void columns__are_named_as_spreadsheets_name_them(void **state)
{
    static const struct {
        size_t column;
        const char *name;
    } cases[] = {{0, "A"},   {25, "Z"},   {26, "AA"},   {51, "AZ"},
                 {52, "BA"}, {701, "ZZ"}, {702, "AAA"}, {1023, "AMJ"}};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char name[4];

        csv_column_name(name, cases[i].column);
        assert_string_equal(name, cases[i].name);
    }
}

/* As a spreadsheet sees the file: the first character of every cell that it would look at. */
static void no_cell__begins_with_what_a_spreadsheet_would_run(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cells); i++) {
        struct str out = STR_INIT;
        const char *p;

        csv_add_row(&out, &cells[i], 1);
        p = out.text + (out.text[0] == '"');
        while (*p == ' ')
            p++;
        if (*p && *p != '"')
            assert_null(strchr("=+-@\t", *p));
        if (*p == '\r')
            assert_string_equal(p, "\r\n");
        str_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cell__comes_back_as_it_was__alone_and_beside_others),
        cmocka_unit_test(utf_16__of_either_order_with_tabs__is_read_like_utf_8),
        cmocka_unit_test(what_others_wrote__is_read_as_they_meant_it),
        cmocka_unit_test(what_is_no_csv__is_refused_with_row_and_column),
        cmocka_unit_test(big5__is_read_where_all_of_it_is_big5),
        cmocka_unit_test(what_a_spreadsheet_keeps_for_itself__is_told_from_csv),
        cmocka_unit_test(limits__are_kept_to_the_last_row_column_and_byte),
        cmocka_unit_test(columns__are_named_as_spreadsheets_name_them),
        cmocka_unit_test(no_cell__begins_with_what_a_spreadsheet_would_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
