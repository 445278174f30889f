/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of the writers: the words of a written document without its format's signs, and whether it is
 * well-formed.
 */
#ifndef YISHI_TESTS_CORE_WRITTEN_H
#define YISHI_TESTS_CORE_WRITTEN_H

#include "tests/core/records.h"

#include "core/paper/writer.h"

#include <zip.h>

/* A file of the package. */
static inline void unpack(const struct str *package, const char *name, struct str *out)
{
    zip_source_t *source = zip_source_buffer_create(package->text, package->len_bytes, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
    zip_file_t *file;
    char bytes[4096];
    zip_int64_t n;

    assert_non_null(zip);
    file = zip_fopen(zip, name, 0);
    assert_non_null(file);
    while ((n = zip_fread(file, bytes, sizeof bytes)) > 0)
        str_add_bytes(out, bytes, (size_t)n);
    assert_int_equal(n, 0);
    assert_int_equal(zip_fclose(file), 0);
    zip_discard(zip);
}

/* TEXT without white space, full-width spaces too. */
static inline void squeeze(struct str *text)
{
    struct str out = STR_INIT;

    for (size_t i = 0; i < text->len_bytes; i++) {
        if (strncmp(text->text + i, "　", 3) == 0)
            i += 2;
        else if (!strchr(" \n\f", text->text[i]))
            str_add_char(&out, text->text[i]);
    }
    str_swap(text, &out);
    str_release(&out);
}

static const struct {
    const char *name;
    char is;
} entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};

/* The characters of XML from the element BODY on. */
static inline void words_of_xml(const char *xml, const char *body, struct str *out)
{
    const char *p = strstr(xml, body);

    assert_non_null(p);
    while (*p) {
        size_t e = 0;

        if (*p == '<') {
            p = strchr(p, '>');
            assert_non_null(p++);
            continue;
        }
        while (e < COUNT(entities) && strncmp(p, entities[e].name, strlen(entities[e].name)) != 0)
            e++;
        str_add_char(out, e < COUNT(entities) ? entities[e].is : *p);
        p += e < COUNT(entities) ? strlen(entities[e].name) : 1;
    }
}

/* The characters of Markdown as it is written here. */
static inline void words_of_markdown(const char *p, struct str *out)
{
    while (*p) {
        p += strspn(p, " ");
        p += strspn(p, "#");
        if (strncmp(p, "- ", 2) == 0)
            p += 2;
        if (strncmp(p, "| --- |", 7) == 0)
            p += strcspn(p, "\n");
        for (; *p && *p != '\n'; p++) {
            if (strncmp(p, "<br>", 4) == 0) {
                p += 3;
            } else if (strncmp(p, "&amp;", 5) == 0) {
                str_add_char(out, '&');
                p += 4;
            } else if (*p == '\\') {
                str_add_char(out, *++p);
            } else if (*p != '|') {
                str_add_char(out, *p);
            }
        }
        p += *p == '\n';
    }
}

/* What WRITER writes, its words alone, without white space. */
static inline void words_of(const struct writer *writer, const struct document *document, struct str *out)
{
    const struct page_size page = {100000, 0}; /* nothing wraps */
    struct str written = STR_INIT, content = STR_INIT;
    struct err err = {0};

    assert_int_equal(writer->write(document, &page, &written, &err), STATUS_OK);
    if (text_same(writer->name, "odt")) {
        unpack(&written, "content.xml", &content);
        words_of_xml(content.text, "<office:body>", out);
    } else if (text_same(writer->name, "html")) {
        words_of_xml(written.text, "<body>", out);
    } else if (text_same(writer->name, "md")) {
        words_of_markdown(written.text, out);
    } else {
        str_add(out, written.text);
    }
    squeeze(out);
    str_release(&written);
    str_release(&content);
}

/* The name that begins at P; how long. */
static inline size_t xml_name(const char *p)
{
    return strspn(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-");
}

/* Every attribute of a tag from P on is name="value"; returns what is behind them. */
static inline const char *check_attributes(const char *p)
{
    p += strspn(p, " \n");
    while (xml_name(p)) {
        p += xml_name(p);
        assert_true(p[0] == '=' && p[1] == '"');
        for (p += 2; *p && *p != '"'; p++)
            assert_true(*p != '<');
        assert_true(*p == '"');
        p++;
        p += strspn(p, " \n");
    }
    return p;
}

/* One root, every tag closed in order, attributes quoted, only the five entities. */
static inline void assert_well_formed(const char *p)
{
    const char *open[64];
    size_t depth = 0, roots = 0;

    for (; *p; p++) {
        if (*p == '&') {
            size_t e = 0;

            while (e < COUNT(entities) && strncmp(p, entities[e].name, strlen(entities[e].name)) != 0)
                e++;
            assert_true(e < COUNT(entities));
        }
        if (*p != '<')
            continue;
        if (p[1] == '?' || p[1] == '!') {
            assert_true(roots == 0);
            p = strchr(p, '>');
        } else if (p[1] == '/') {
            assert_true(depth > 0);
            depth--;
            assert_true(strncmp(p + 2, open[depth], xml_name(open[depth])) == 0);
            p += 2 + xml_name(p + 2);
        } else {
            const char *name = p + 1;

            assert_true(xml_name(name) > 0 && depth < COUNT(open));
            roots += depth == 0;
            p = check_attributes(name + xml_name(name));
            if (*p == '/')
                p++;
            else
                open[depth++] = name;
        }
        assert_true(p && *p == '>');
    }
    assert_int_equal(depth, 0);
    assert_int_equal(roots, 1);
}

/* Nothing stands in TEXT that may not: no control character, no direction override, no noncharacter. */
static inline void assert_clean(const struct str *text)
{
    assert_int_equal(strlen(text->text), text->len_bytes);
    assert_int_equal(text_invalid_at(text->text, text->len_bytes), text->len_bytes);
    assert_int_equal(text_forbidden_at(text->text, text->len_bytes, true), text->len_bytes);
    assert_null(strstr(text->text, "\xEF\xBF\xBE"));
    assert_null(strstr(text->text, "\xEF\xBF\xBF"));
}

/* A title, a section with an item and its points, GRID (may be NULL), a last line. */
static inline void build_small(struct document *document, const struct grid *grid)
{
    document_init(document);
    document_add(document, BLOCK_TITLE, 0, "", "", "水文部會議");
    document_add(document, BLOCK_TITLE, 0, "", "", "紀錄");
    document_add(document, BLOCK_SECTION, 0, "壹、", "報告事項", "");
    document_add(document, BLOCK_ITEM, 0, "一、", "", "雨量站");
    document_add(document, BLOCK_LABEL, 1, "", "說明：", "");
    document_add(document, BLOCK_TEXT, 2, "1.", "", "已汰換");
    document_add(document, BLOCK_TEXT, 3, "(1)", "", "北部");
    if (grid)
        document_add_grid(document, 1, grid);
    document_add(document, BLOCK_TEXT, 0, "", "", "散會");
}

/* A head of two lines: 站名 beside 數量, which spans 去年 and 今年. */
static struct node small_columns[] = {{.level = 0, .text = "站名"},
                                      {.level = 0, .text = "數量"},
                                      {.level = 1, .text = "去年"},
                                      {.level = 1, .text = "今年"}};
static struct grid_cell small_cells[] = {{.line = 0, .column = 0, .kind = CELL_TEXT, .text = "甲|乙"},
                                         {.line = 0, .column = 1, .kind = CELL_TEXT, .text = "1"},
                                         {.line = 1, .column = 0, .kind = CELL_MERGED},
                                         {.line = 1, .column = 2, .kind = CELL_TEXT, .text = "2"}};

static inline struct grid small_grid(void)
{
    struct grid grid = {.caption = "統計", .lines = 2};

    grid.columns = (struct outline){small_columns, COUNT(small_columns)};
    grid.cells.v = small_cells;
    grid.cells.n = COUNT(small_cells);
    return grid;
}

/* As lines of 76 cells, not cut into pages. */
static inline void write_as(const char *format, const struct document *document, struct str *out)
{
    const struct page_size page = {76, 0};
    struct err err = {0};

    assert_int_equal(writer_find(format)->write(document, &page, out, &err), STATUS_OK);
}

static inline bool has_tables(const struct document *document)
{
    for (size_t i = 0; i < document->n; i++)
        if (document->blocks[i].kind == BLOCK_TABLE)
            return true;
    return false;
}

static inline int by_byte(const void *a, const void *b)
{
    return *(const unsigned char *)a - *(const unsigned char *)b;
}

/* The bytes in order, without the lines that text draws around cells: lines of cells stand beside each other
 * there. */
static inline void sort_words(struct str *text)
{
    struct str out = STR_INIT;

    for (size_t i = 0; i < text->len_bytes; i++)
        if (!strchr("+-|", text->text[i]))
            str_add_char(&out, text->text[i]);
    qsort(out.text, out.len_bytes, 1, by_byte);
    str_swap(text, &out);
    str_release(&out);
}

/* Equal, or a look at where they part: assert_string_equal cuts long ones. */
static inline void assert_same(const struct str *a, const struct str *b, const char *which,
                               const char *format)
{
    size_t at = 0, from;

    while (a->text[at] && a->text[at] == b->text[at])
        at++;
    if (!a->text[at] && !b->text[at])
        return;
    from = at > 60 ? at - 60 : 0;
    print_message("%s as %s:\n  %.120s\n  %.120s\n", which, format, a->text + from, b->text + from);
    fail();
}

static inline void assert_all_say_the_same(const struct document *document, const char *which)
{
    struct str words[8] = {{0}};
    size_t n = 0;

    for (const struct writer *w = document_writers; w->name; w++, n++) {
        str_init(&words[n]);
        words_of(w, document, &words[n]);
        if (n < 2)
            continue;
        assert_same(&words[n], &words[1], which, w->name);
    }
    if (has_tables(document)) {
        sort_words(&words[0]);
        sort_words(&words[1]);
    }
    assert_same(&words[0], &words[1], which, "text");
    while (n-- > 0)
        str_release(&words[n]);
}

/* Every style that CONTENT names is there, in it or in STYLES. */
static inline void assert_styles_exist(const char *content, const char *styles)
{
    static const char mark[] = "style-name=\"";
    size_t n = 0;

    for (const char *at = strstr(content, mark); at; at = strstr(at, mark), n++) {
        struct str definition = STR_INIT;

        at += sizeof mark - 1;
        str_printf(&definition, "style:name=\"%.*s\"", (int)strcspn(at, "\""), at);
        if (!strstr(content, definition.text) && !strstr(styles, definition.text))
            print_message("%s is missing\n", definition.text);
        assert_true(strstr(content, definition.text) || strstr(styles, definition.text));
        str_release(&definition);
    }
    assert_true(n > 20);
}

#endif
