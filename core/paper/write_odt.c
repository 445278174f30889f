/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as OpenDocument text: every paragraph by a named style; one whose number is wider or narrower
 * than its style's has a style of its own that differs in the indent alone.
 */
#include "core/paper/table.h"
#include "core/paper/writer.h"

#include <string.h>

enum { DEPTHS = 16, HANGS = 32, HANG_OF_COLS = 76, GAP_COLS = 3, NARROWEST_POINTS = 120 };

struct odt {
    struct str styles; /* of columns and tables */
    struct str body;
    bool own[BLOCK_TABLE][DEPTHS][HANGS]; /* these indents need a style of their own */
    int tables;
};

static const struct markup paragraphs = {"<text:line-break/>", "<text:s/>"};
static const struct markup in_one_line = {" ", NULL};

static int at_most(int n, int most)
{
    return n < 0 ? 0 : n < most ? n : most;
}

/* ---- paragraphs ---------------------------------------------------------------------------------- */

/* The name of the style of a kind, that has a depth and a hang: its own, or one made for it. */
static void add_style_name(struct odt *o, enum block_kind kind, int depth, int hang)
{
    const struct odt_kind *k = &odt_kinds[kind];
    const int named = k->depths ? at_most(depth, ODT_DEPTHS - 1) : 0;

    if (kind != BLOCK_TITLE && (depth != named || hang != k->hang_cols)) {
        o->own[kind][depth][hang] = true;
        str_printf(&o->body, "%s_%d_%d", k->name, depth, hang);
    } else if (k->depths) {
        str_printf(&o->body, "%s_%d", k->name, depth);
    } else {
        str_add(&o->body, k->name);
    }
}

static void add_own_styles(const struct odt *o, struct str *out)
{
    for (int kind = 0; kind < BLOCK_TABLE; kind++)
        for (int depth = 0; depth < DEPTHS; depth++)
            for (int hang = 0; hang < HANGS; hang++) {
                const struct odt_kind *k = &odt_kinds[kind];

                if (!o->own[kind][depth][hang])
                    continue;
                str_printf(out,
                           "<style:style style:name=\"%s_%d_%d\" style:family=\"paragraph\" "
                           "style:parent-style-name=\"%s",
                           k->name, depth, hang, k->name);
                if (k->depths)
                    str_printf(out, "_%d", at_most(depth, ODT_DEPTHS - 1));
                str_add(out, "\"><style:paragraph-properties");
                odt_indent(out, depth, hang);
                str_add(out, "/></style:style>\n");
            }
}

static void add_block(struct odt *o, const struct block *block)
{
    const int heading = odt_kinds[block->kind].heading;
    const int hang = at_most(writer_hang(block, HANG_OF_COLS), HANGS - 1);

    str_add(&o->body, heading ? "<text:h text:style-name=\"" : "<text:p text:style-name=\"");
    add_style_name(o, block->kind, at_most(block->depth, DEPTHS - 1), hang);
    str_add_char(&o->body, '"');
    if (heading)
        str_printf(&o->body, " text:outline-level=\"%d\"", heading);
    str_add_char(&o->body, '>');
    if (block->kind != BLOCK_TITLE) /* which has nothing before it */
        markup_text(&o->body, block->number, &paragraphs);
    if (block->kind != BLOCK_TITLE && *block->label) {
        str_add(&o->body, "<text:span text:style-name=\"Label_words\">");
        markup_text(&o->body, block->label, &paragraphs);
        str_add(&o->body, "</text:span>");
    }
    markup_text(&o->body, block->text, &paragraphs);
    str_add(&o->body, heading ? "</text:h>\n" : "</text:p>\n");
}

/* WORDS as paragraphs, one for each of its lines. */
static void add_lines(struct odt *o, const char *style, const char *words)
{
    struct str line = STR_INIT;

    do {
        const size_t n = strcspn(words, "\n");

        str_clear(&line);
        str_add_bytes(&line, words, n);
        str_printf(&o->body, "<text:p text:style-name=\"%s\">", style);
        markup_text(&o->body, line.text, &paragraphs);
        str_add(&o->body, "</text:p>");
        words += n + (words[n] == '\n');
    } while (*words);
    o->body.failed |= str_failed(&line);
    str_release(&line);
}

/* ---- tables -------------------------------------------------------------------------------------- */

/* The table as wide as the page leaves it, its columns in the proportions they have on text's page. */
static void add_widths(struct odt *o, struct table *t, int depth)
{
    int width = ODT_WIDTH_POINTS - depth * ODT_STEP_COLS * ODT_CELL_POINTS, total = 0;

    if (width < NARROWEST_POINTS)
        width = NARROWEST_POINTS;
    (void)table_fit(t, HANG_OF_COLS,
                    GAP_COLS); /* where it does not fit, the columns are as narrow as can be */
    for (int j = 0; j < t->columns; j++)
        total += t->widths[j] + GAP_COLS;
    str_printf(&o->styles,
               "<style:style style:name=\"Table%d\" style:family=\"table\"><style:table-properties "
               "style:width=\"%dpt\" fo:margin-left=\"%dpt\" fo:margin-top=\"4pt\" fo:margin-bottom=\"8pt\" "
               "table:align=\"left\" table:border-model=\"collapsing\"/></style:style>\n",
               o->tables, width, ODT_WIDTH_POINTS - width);
    for (int j = 0; j < t->columns; j++) {
        str_printf(&o->styles,
                   "<style:style style:name=\"Table%d.%d\" style:family=\"table-column\">"
                   "<style:table-column-properties style:column-width=\"%dpt\"/></style:style>\n",
                   o->tables, j + 1, width * (t->widths[j] + GAP_COLS) / total);
        str_printf(&o->body, "<table:table-column table:style-name=\"Table%d.%d\"/>", o->tables, j + 1);
    }
    str_add_char(&o->body, '\n');
}

static void add_cell(struct odt *o, int columns, int lines, const char *cell, const char *style,
                     const char *words)
{
    str_printf(&o->body, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\"", cell);
    if (columns > 1)
        str_printf(&o->body, " table:number-columns-spanned=\"%d\"", columns);
    if (lines > 1)
        str_printf(&o->body, " table:number-rows-spanned=\"%d\"", lines);
    str_add_char(&o->body, '>');
    add_lines(o, style, words);
    str_add(&o->body, "</table:table-cell>");
}

static void add_head(struct odt *o, const struct table *t)
{
    if (!t->head_lines)
        return;
    str_add(&o->body, "<table:table-header-rows>\n");
    for (int level = 0; level < t->head_lines; level++) {
        str_add(&o->body, "<table:table-row table:style-name=\"Row\">");
        for (int j = 0, lines; j < t->columns; j++) {
            const int span = table_head_span(t, level, j, &lines);

            if (span)
                add_cell(o, span, lines, "Head_cell", "Table_heading", t->head_texts[level][j]);
            else
                str_add(&o->body, "<table:covered-table-cell/>");
        }
        str_add(&o->body, "</table:table-row>\n");
    }
    str_add(&o->body, "</table:table-header-rows>\n");
}

static void add_rows(struct odt *o, const struct table *t)
{
    for (int i = 0; i < t->grid->lines; i++) {
        const bool total = i >= t->grid->lines - t->grid->footer;

        str_add(&o->body, "<table:table-row table:style-name=\"Row\">");
        for (int j = 0; j < t->columns; j++) {
            const int lines = table_cell_lines(t, i, j);
            const char *words = table_cell(t, i, j), *style = total ? "Table_total" : "Table_contents";

            if (writer_is_figure(words))
                style = total ? "Table_total_figure" : "Table_figure";
            if (lines)
                add_cell(o, 1, lines, "Cell", style, words);
            else
                str_add(&o->body, "<table:covered-table-cell/>");
        }
        str_add(&o->body, "</table:table-row>\n");
    }
}

static void add_table(struct odt *o, const struct document *document, const struct block *block)
{
    const struct grid *grid = block->grid;
    struct table t;

    table_init(&t, document, grid);
    if (grid->caption)
        add_lines(o, "Table_caption", grid->caption);
    if (t.columns && (t.head_lines || grid->lines)) {
        o->tables++;
        str_printf(&o->body, "<table:table table:name=\"Table%d\" table:style-name=\"Table%d\">\n", o->tables,
                   o->tables);
        add_widths(o, &t, at_most(block->depth, DEPTHS - 1));
        add_head(o, &t);
        add_rows(o, &t);
        str_add(&o->body, "</table:table>\n");
    }
    for (size_t i = 0; i < grid->notes.n; i++)
        add_lines(o, "Table_note", grid->notes.v[i].text);
    str_add_char(&o->body, '\n');
    o->body.failed |= t.failed;
    table_release(&t);
}

/* ---- the files ----------------------------------------------------------------------------------- */

static void add_content(const struct odt *o, struct str *out)
{
    str_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
                 "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                 "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
                 "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                 "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                 "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
                 "office:version=\"1.2\">\n<office:automatic-styles>\n");
    add_own_styles(o, out);
    str_add(out, "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties "
                 "fo:border=\"0.5pt solid #000000\" fo:padding=\"2pt\" style:vertical-align=\"top\"/>"
                 "</style:style>\n<style:style style:name=\"Head_cell\" style:family=\"table-cell\">"
                 "<style:table-cell-properties fo:border=\"0.5pt solid #000000\" fo:padding=\"2pt\" "
                 "style:vertical-align=\"middle\"/></style:style>\n<style:style style:name=\"Row\" "
                 "style:family=\"table-row\">"
                 "<style:table-row-properties fo:keep-together=\"auto\"/></style:style>\n");
    str_add(out, o->styles.text);
    str_add(out, "</office:automatic-styles>\n<office:body><office:text>\n");
    str_add_bytes(out, o->body.text, o->body.len_bytes);
    str_add(out, "</office:text></office:body>\n</office:document-content>\n");
}

static void add_meta(const struct document *document, struct str *out)
{
    struct str title = STR_INIT;

    writer_title(document, &title);
    str_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta "
                 "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                 "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"><office:meta>"
                 "<meta:generator>yishi</meta:generator><dc:title>");
    markup_text(out, title.text, &in_one_line);
    str_add(out, "</dc:title><dc:language>zh-TW</dc:language></office:meta></office:document-meta>\n");
    out->failed |= str_failed(&title);
    str_release(&title);
}

static const char mimetype[] = "application/vnd.oasis.opendocument.text";
static const char manifest[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.2\">\n"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
    "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
    "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
    "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n"
    "</manifest:manifest>\n";

static enum status pack(const struct document *document, const struct odt *o, struct str *out,
                        struct err *err)
{
    struct str content = STR_INIT, styles = STR_INIT, meta = STR_INIT;
    enum status status;

    add_content(o, &content);
    odt_styles(&styles);
    add_meta(document, &meta);
    if (str_failed(&o->body) || str_failed(&o->styles) || str_failed(&content) || str_failed(&styles) ||
        str_failed(&meta)) {
        status = err_memory(err);
    } else {
        const struct package_file files[] = {
            {"mimetype", mimetype, sizeof mimetype - 1, true},
            {"META-INF/manifest.xml", manifest, sizeof manifest - 1, false},
            {"content.xml", content.text, content.len_bytes, false},
            {"styles.xml", styles.text, styles.len_bytes, false},
            {"meta.xml", meta.text, meta.len_bytes, false},
        };

        status = package_write(files, sizeof files / sizeof files[0], out, err);
    }
    str_release(&content);
    str_release(&styles);
    str_release(&meta);
    return status;
}

enum status write_odt(const struct document *document, const struct page_size *page, struct str *out,
                      struct err *err)
{
    struct odt o = {.styles = STR_INIT, .body = STR_INIT};
    enum status status;

    (void)page;
    for (size_t i = 0; i < document->n; i++) {
        if (document->blocks[i].kind == BLOCK_TABLE)
            add_table(&o, document, &document->blocks[i]);
        else
            add_block(&o, &document->blocks[i]);
    }
    status = document->failed ? err_memory(err) : pack(document, &o, out, err);
    str_release(&o.styles);
    str_release(&o.body);
    return status;
}
