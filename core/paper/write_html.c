/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as one HTML file that prints on A4: headings, real tables, no scripts. It is XML too.
 */
#include "core/paper/table.h"
#include "core/paper/writer.h"

#include <string.h>

/* --in and --hang are cells; one is half an em, as the fixed-pitch Chinese fonts have it. */
static const char head[] =
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
    "style-src &#39;unsafe-inline&#39;\"/>\n"
    "<style>\n";
static const char pages[] = "@page{size:A4%s;margin:20mm 20mm 18mm;@bottom-center{content:counter(page)}}\n"
                            "body{max-width:%dem}\n"
                            "@media print{body{max-width:none}}\n";
static const char looks[] =
    "body{font:14pt/1.6 \"標楷體\",\"DFKai-SB\",\"BiauKai\",\"AR PL UKai TW\",\"Noto Serif CJK TC\","
    "\"DejaVu Serif\",serif;color:#000;background:#fff;margin:2em auto;padding:0 1em}\n"
    "@media print{body{margin:0;padding:0}}\n"
    "h1{font-size:1.4em;line-height:1.4;text-align:center;text-wrap:balance;margin:0 0 1em}\n"
    "h2{font-size:1.1em;margin-top:1em;margin-bottom:.3em}\n"
    "h3{font-size:1em;margin-top:.8em;margin-bottom:.2em}\n"
    "h1,h2,h3,caption{break-after:avoid}\n"
    "p{margin-top:.2em;margin-bottom:.2em;orphans:2;widows:2}\n"
    "h1,h2,h3,p,th,td,caption{white-space:pre-wrap;overflow-wrap:anywhere}\n"
    "h2,h3,p{margin-left:calc((var(--in,0) + var(--hang,0))*.5em);text-indent:calc(var(--hang,0)*-.5em)}\n"
    ".label{font-weight:bold}\n"
    "table{border-collapse:collapse;table-layout:fixed;font-size:.86em;line-height:1.4;margin-top:.6em;"
    "margin-bottom:.6em;margin-left:calc(var(--in,0)*.58em);width:calc(100% - var(--in,0)*.58em)}\n"
    "caption{text-align:left;font-weight:bold}\n"
    "th,td{border:1px solid #000;padding:.15em .4em;text-align:left;vertical-align:top}\n"
    "th{text-align:center;vertical-align:middle}\n"
    "td.figure{text-align:right}\n"
    "td.ordinal{text-align:center}\n"
    "thead{display:table-header-group}\n"
    "tr{break-inside:avoid}\n"
    "tr.high{break-inside:auto}\n"
    "tr.total td{font-weight:bold}\n"
    "p.keep{break-after:avoid}\n"
    "table.keep{break-inside:avoid}\n"
    ".page{break-before:page}\n"
    "</style>\n";

enum { STEP_COLS = 4, HANG_OF_COLS = 76 };
static const struct markup lines_broken = {"<br/>", NULL};
static const struct markup in_one_line = {" ", NULL};

static void text(struct str *out, const char *words)
{
    markup_text(out, words, &lines_broken);
}

/* How a block stands on its page; each is a class. */
enum { KEEP = 1, NEW_PAGE = 2 };

static void open_with(struct str *out, const char *element, const char *class, int stands, int in, int hang)
{
    static const char *const classes[] = {"", " keep", " page", " keep page"};
    const char *more = classes[stands];

    str_printf(out, "<%s", element);
    if (class || *more)
        str_printf(out, " class=\"%s%s\"", class ? class : "", class ? more : more + 1);
    if (in || hang)
        str_printf(out, " style=\"--in:%d;--hang:%d\"", in, hang);
    str_add_char(out, '>');
}

/* ---- tables -------------------------------------------------------------------------------------- */

static void add_spans(struct str *out, int columns, int lines)
{
    if (columns > 1)
        str_printf(out, " colspan=\"%d\"", columns);
    if (lines > 1)
        str_printf(out, " rowspan=\"%d\"", lines);
}

static void add_table_head(struct str *out, const struct table *t)
{
    if (!t->head_lines)
        return;
    str_add(out, "<thead>\n");
    for (int level = 0; level < t->head_lines; level++) {
        str_add(out, "<tr>");
        for (int j = 0, lines; j < t->columns; j++) {
            const int span = table_head_span(t, level, j, &lines);
            const char *element = *t->head_texts[level][j] ? "th" : "td";

            if (!span)
                continue;
            str_printf(out, "<%s", element);
            if (*element == 't' && element[1] == 'h')
                str_printf(out, " scope=\"%s\"", span > 1 ? "colgroup" : "col");
            add_spans(out, span, lines);
            str_add_char(out, '>');
            text(out, t->head_texts[level][j]);
            str_printf(out, "</%s>", element);
        }
        str_add(out, "</tr>\n");
    }
    str_add(out, "</thead>\n");
}

/* The columns in the proportions they have on text's page. */
static void add_widths(struct str *out, const struct table *t)
{
    int total = 0;

    for (int j = 0; j < t->columns; j++)
        total += t->widths[j] + TABLE_GAP_COLS;
    str_add(out, "<colgroup>");
    for (int j = 0; j < t->columns; j++) {
        const int share = (t->widths[j] + TABLE_GAP_COLS) * 1000 / total;

        str_printf(out, "<col style=\"width:%d.%d%%\"/>", share / 10, share % 10);
    }
    str_add(out, "</colgroup>\n");
}

static const char *row_class(const struct table *t, int line)
{
    if (line >= t->grid->lines - t->grid->footer)
        return " class=\"total\"";
    return table_line_height(t, line) > TABLE_HIGH_LINES ? " class=\"high\"" : "";
}

static const char *cell_class(const struct table *t, int line, int column)
{
    if (t->ordinals[column])
        return " class=\"ordinal\"";
    return writer_is_figure(table_cell(t, line, column)) ? " class=\"figure\"" : "";
}

static void add_table_rows(struct str *out, const struct table *t)
{
    if (!t->grid->lines)
        return;
    str_add(out, "<tbody>\n");
    for (int i = 0; i < t->grid->lines; i++) {
        str_printf(out, "<tr%s>", row_class(t, i));
        for (int j = 0; j < t->columns; j++) {
            const int lines = table_cell_lines(t, i, j);

            if (!lines)
                continue;
            str_printf(out, "<td%s", cell_class(t, i, j));
            add_spans(out, 1, lines);
            str_add_char(out, '>');
            text(out, table_cell(t, i, j));
            str_add(out, "</td>");
        }
        str_add(out, "</tr>\n");
    }
    str_add(out, "</tbody>\n");
}

static void add_table(struct str *out, const struct document *document, const struct block *block)
{
    const struct grid *grid = block->grid;
    const int in = block->depth * STEP_COLS;
    struct table t;

    table_init(&t, document, grid);
    if (t.columns)
        (void)table_fit(&t, (document->landscape ? TABLE_TURNED_COLS : TABLE_PAGE_COLS) - in, TABLE_GAP_COLS);
    open_with(out, "table", NULL, (table_is_low(&t) ? KEEP : 0) | (block->new_page ? NEW_PAGE : 0), in, 0);
    str_add_char(out, '\n');
    if (grid->caption && *grid->caption) {
        str_add(out, "<caption>");
        text(out, grid->caption);
        str_add(out, "</caption>\n");
    }
    if (t.columns)
        add_widths(out, &t);
    add_table_head(out, &t);
    add_table_rows(out, &t);
    str_add(out, "</table>\n");
    for (size_t i = 0; i < grid->notes.n; i++) {
        open_with(out, "p", "note", 0, in, 0);
        text(out, grid->notes.v[i].text);
        str_add(out, "</p>\n");
    }
    out->failed |= t.failed;
    table_release(&t);
}

/* ---- paragraphs ---------------------------------------------------------------------------------- */

static void add_paragraph(struct str *out, const struct document *document, const struct block *block)
{
    static const char *const classes[BLOCK_TABLE] = {
        [BLOCK_LINE] = "line", [BLOCK_LABEL] = "part", [BLOCK_SPEAKER] = "speaker", [BLOCK_TEXT] = "text"};
    const char *element = block->kind == BLOCK_SECTION ? "h2" : block->kind == BLOCK_ITEM ? "h3" : "p";
    const bool leads = *element == 'p' && writer_keeps(document, (size_t)(block - document->blocks));

    open_with(out, element, classes[block->kind], (leads ? KEEP : 0) | (block->new_page ? NEW_PAGE : 0),
              block->depth * STEP_COLS, writer_hang(block, HANG_OF_COLS));
    text(out, block->number);
    if (*block->label) {
        str_add(out, "<span class=\"label\">");
        text(out, block->label);
        str_add(out, "</span>");
    }
    text(out, block->text);
    str_printf(out, "</%s>\n", element);
}

/* The lines of the title from *AT on are one heading. */
static void add_title(struct str *out, const struct document *document, size_t *at)
{
    open_with(out, "h1", NULL, document->blocks[*at].new_page ? NEW_PAGE : 0, 0, 0);
    for (const char *between = ""; *at < document->n && document->blocks[*at].kind == BLOCK_TITLE; (*at)++) {
        if (*between && document->blocks[*at].new_page)
            break;
        str_add(out, between);
        text(out, document->blocks[*at].text);
        between = "<br/>";
    }
    str_add(out, "</h1>\n");
}

static void add_page_title(struct str *out, const struct document *document)
{
    struct str title = STR_INIT;

    writer_title(document, &title);
    markup_text(out, title.len_bytes ? title.text : "-", &in_one_line);
    out->failed |= str_failed(&title);
    str_release(&title);
}

enum status write_html(const struct document *document, const struct page_size *page, struct str *out,
                       struct err *err)
{
    (void)page;
    str_add(out, "<!DOCTYPE html>\n<html lang=\"zh-Hant-TW\" xml:lang=\"zh-Hant-TW\" "
                 "xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>");
    add_page_title(out, document);
    str_add(out, "</title>\n");
    str_add(out, head);
    str_printf(out, pages, document->landscape ? " landscape" : "", document->landscape ? 60 : 40);
    str_add(out, looks);
    str_add(out, "</head>\n<body>\n");
    for (size_t i = 0; i < document->n;) {
        const struct block *block = &document->blocks[i];

        if (block->kind == BLOCK_TITLE) {
            add_title(out, document, &i);
            continue;
        }
        if (block->kind == BLOCK_TABLE)
            add_table(out, document, block);
        else
            add_paragraph(out, document, block);
        i++;
    }
    str_add(out, "</body>\n</html>\n");
    return document->failed || str_failed(out) ? err_memory(err) : STATUS_OK;
}
