/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as OpenDocument text: every paragraph by a named style; one whose number is wider or narrower
 * than its style's has a style of its own that differs in the indent alone.
 */
#include "core/paper/odt.h"

const struct markup odt_paragraphs = {"<text:line-break/>", "<text:s/>"};
static const struct markup in_one_line = {" ", NULL};

/* ---- paragraphs ---------------------------------------------------------------------------------- */

static const char *const stands_names[ODT_STANDS] = {"", "_keep", "_page", "_keep_page"};

/* The name of the style of a block: its kind's, or one made for it. */
static void add_style_name(struct odt *o, const struct block *block, int hang, int stands)
{
    const struct odt_kind *k = &odt_kinds[block->kind];
    const int depth = odt_at_most(block->depth, ODT_OWN_DEPTHS - 1),
              named = k->depths ? odt_at_most(depth, ODT_DEPTHS - 1) : 0;

    if (stands || depth != named || hang != k->hang_cols) {
        o->own[stands][block->kind][depth][hang] = true;
        str_printf(&o->body, "%s_%d_%d%s", k->name, depth, hang, stands_names[stands]);
    } else if (k->depths) {
        str_printf(&o->body, "%s_%d", k->name, depth);
    } else {
        str_add(&o->body, k->name);
    }
}

static void add_own_style(enum block_kind kind, int depth, int hang, int stands, struct str *out)
{
    const struct odt_kind *k = &odt_kinds[kind];

    str_printf(out,
               "<style:style style:name=\"%s_%d_%d%s\" style:family=\"paragraph\" "
               "style:parent-style-name=\"%s",
               k->name, depth, hang, stands_names[stands], k->name);
    if (k->depths)
        str_printf(out, "_%d", odt_at_most(depth, ODT_DEPTHS - 1));
    str_add(out, "\"><style:paragraph-properties");
    if (kind != BLOCK_TITLE)
        odt_indent(out, depth, hang);
    if (stands & ODT_KEEP)
        str_add(out, " fo:keep-with-next=\"always\"");
    if (stands & ODT_NEW_PAGE)
        str_add(out, " fo:break-before=\"page\"");
    str_add(out, "/></style:style>\n");
}

static void add_own_styles(const struct odt *o, struct str *out)
{
    for (int stands = 0; stands < ODT_STANDS; stands++)
        for (int kind = 0; kind < BLOCK_TABLE; kind++)
            for (int depth = 0; depth < ODT_OWN_DEPTHS; depth++)
                for (int hang = 0; hang < ODT_OWN_HANGS; hang++)
                    if (o->own[stands][kind][depth][hang])
                        add_own_style((enum block_kind)kind, depth, hang, stands, out);
}

static void add_block(struct odt *o, const struct document *document, size_t index)
{
    const struct block *block = &document->blocks[index];
    const int heading = odt_kinds[block->kind].heading;
    const int hang = odt_at_most(writer_hang(block, ODT_HANG_OF_COLS), ODT_OWN_HANGS - 1);

    const bool leads = !heading && block->kind != BLOCK_TITLE && writer_keeps(document, index);

    str_add(&o->body, heading ? "<text:h text:style-name=\"" : "<text:p text:style-name=\"");
    add_style_name(o, block, block->kind == BLOCK_TITLE ? 0 : hang,
                   (leads ? ODT_KEEP : 0) | (block->new_page ? ODT_NEW_PAGE : 0));
    str_add_char(&o->body, '"');
    if (heading)
        str_printf(&o->body, " text:outline-level=\"%d\"", heading);
    str_add_char(&o->body, '>');
    if (block->kind != BLOCK_TITLE) /* which has nothing before it */
        markup_text(&o->body, block->number, &odt_paragraphs);
    if (block->kind != BLOCK_TITLE && *block->label) {
        str_add(&o->body, "<text:span text:style-name=\"Label_words\">");
        markup_text(&o->body, block->label, &odt_paragraphs);
        str_add(&o->body, "</text:span>");
    }
    markup_text(&o->body, block->text, &odt_paragraphs);
    str_add(&o->body, heading ? "</text:h>\n" : "</text:p>\n");
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
                 "fo:border=\"0.5pt solid #000000\" fo:padding=\"2pt\" fo:padding-left=\"4pt\" "
                 "fo:padding-right=\"4pt\" style:vertical-align=\"top\"/></style:style>\n<style:style "
                 "style:name=\"Head_cell\" style:family=\"table-cell\">"
                 "<style:table-cell-properties fo:border=\"0.5pt solid #000000\" fo:padding=\"2pt\" "
                 "style:vertical-align=\"middle\"/></style:style>\n<style:style style:name=\"Row\" "
                 "style:family=\"table-row\">"
                 "<style:table-row-properties fo:keep-together=\"always\"/></style:style>\n"
                 "<style:style style:name=\"High_row\" style:family=\"table-row\">"
                 "<style:table-row-properties fo:keep-together=\"auto\"/></style:style>\n");
    str_add(out, o->styles.text);
    str_add(out, "</office:automatic-styles>\n<office:body><office:text>\n");
    str_add_bytes(out, o->body.text, o->body.len_bytes);
    if (o->ends_with_table) /* a document cannot: a paragraph so small that it needs no page */
        str_add(out, "<text:p text:style-name=\"End\"/>\n");
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
    odt_styles(o->landscape, &styles);
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
    struct odt o = {.styles = STR_INIT,
                    .body = STR_INIT,
                    .landscape = document->landscape,
                    .ends_with_table = document->n && document->blocks[document->n - 1].kind == BLOCK_TABLE};
    enum status status;

    (void)page;
    for (size_t i = 0; i < document->n; i++) {
        if (document->blocks[i].kind == BLOCK_TABLE)
            odt_table(&o, document, &document->blocks[i]);
        else
            add_block(&o, document, i);
    }
    status = document->failed ? err_memory(err) : pack(document, &o, out, err);
    str_release(&o.styles);
    str_release(&o.body);
    return status;
}
