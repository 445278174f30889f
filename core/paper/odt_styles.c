/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The style sheet of an ODT: A4, the fonts of an office in Taiwan, a paragraph style for every kind of block
 * and every depth, so that a secretary changes the looks of all of a kind at once.
 */
#include "core/paper/writer.h"

const struct odt_kind odt_kinds[BLOCK_TABLE] = {
    [BLOCK_TITLE] = {"Title", "會議標題", false, 0, 0, 30,
                     "fo:font-size=\"20pt\" style:font-size-asian=\"20pt\" fo:font-weight=\"bold\" "
                     "style:font-weight-asian=\"bold\""},
    [BLOCK_LINE] = {"Head_line", "會議資料", false, 0, 0, 0, ""},
    [BLOCK_SECTION] = {"Section", "章節", false, 0, 1, 25,
                       "fo:font-size=\"16pt\" style:font-size-asian=\"16pt\" fo:font-weight=\"bold\" "
                       "style:font-weight-asian=\"bold\""},
    [BLOCK_ITEM] = {"Item", "案件", false, 0, 2, 0,
                    "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\""},
    [BLOCK_LABEL] = {"Label", "段標", true, 6, 0, 0, ""},
    [BLOCK_SPEAKER] = {"Speaker", "發言", true, 4, 0, 0, ""},
    [BLOCK_TEXT] = {"Text", "內文", true, 4, 0, 0, ""},
};

static const char spaces[] =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.2\"";

static const char fonts[] =
    "<office:font-face-decls>"
    "<style:font-face style:name=\"Paper\" svg:font-family=\"&#39;標楷體&#39;, &#39;DFKai-SB&#39;, "
    "&#39;BiauKai&#39;, &#39;AR PL UKai TW&#39;, &#39;Noto Serif CJK TC&#39;, &#39;DejaVu Sans&#39;\" "
    "style:font-family-generic=\"script\" style:font-pitch=\"variable\"/>"
    "<style:font-face style:name=\"Letters\" svg:font-family=\"&#39;Times New Roman&#39;, &#39;Liberation "
    "Serif&#39;, "
    "&#39;DejaVu Serif&#39;\" style:font-family-generic=\"roman\" style:font-pitch=\"variable\"/>"
    "</office:font-face-decls>\n";

/* The letters and figures among the Chinese are English, else they would be broken like Chinese. */
static const char defaults[] =
    "<style:default-style style:family=\"paragraph\">"
    "<style:paragraph-properties fo:orphans=\"2\" fo:widows=\"2\" style:punctuation-wrap=\"hanging\" "
    "style:line-break=\"strict\" style:writing-mode=\"lr-tb\"/>"
    "<style:text-properties style:font-name=\"Letters\" style:font-name-asian=\"Paper\" "
    "style:font-name-complex=\"Paper\" fo:font-size=\"14pt\" style:font-size-asian=\"14pt\" "
    "style:font-size-complex=\"14pt\" fo:language=\"en\" fo:country=\"US\" "
    "style:language-asian=\"zh\" style:country-asian=\"TW\"/>"
    "</style:default-style>\n"
    "<style:default-style style:family=\"table\"><style:table-properties "
    "table:border-model=\"collapsing\"/></style:default-style>\n"
    "<style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\">"
    "<style:paragraph-properties fo:line-height=\"22pt\"/></style:style>\n"
    "<style:style style:name=\"Label_words\" style:display-name=\"段標文字\" style:family=\"text\">"
    "<style:text-properties fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"/></style:style>\n";

/* The numbers are in the text: the tree decides them, not who opens the file. */
#define NO_NUMBER(level)                                                                                     \
    "<text:outline-level-style text:level=\"" level "\" style:num-format=\"\"><style:list-level-properties " \
    "text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment "         \
    "text:label-followed-by=\"nothing\"/></style:list-level-properties></text:outline-level-style>"

static const char table_styles[] =
    "<style:style style:name=\"Table_contents\" style:display-name=\"表格內容\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Standard\"><style:paragraph-properties fo:line-height=\"17pt\" "
    "style:text-autospace=\"none\"/>"
    "<style:text-properties fo:font-size=\"12pt\" style:font-size-asian=\"12pt\"/></style:style>\n"
    "<style:style style:name=\"Table_heading\" style:display-name=\"表格標題\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Table_contents\"><style:paragraph-properties fo:text-align=\"center\"/>"
    "<style:text-properties fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"/></style:style>\n"
    "<style:style style:name=\"Table_total\" style:display-name=\"表格合計\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Table_contents\">"
    "<style:text-properties fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"/></style:style>\n"
    "<style:style style:name=\"Table_figure\" style:display-name=\"表格數字\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Table_contents\"><style:paragraph-properties fo:text-align=\"end\"/>"
    "</style:style>\n"
    "<style:style style:name=\"Table_ordinal\" style:display-name=\"表格序號\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Table_contents\"><style:paragraph-properties fo:text-align=\"center\"/>"
    "</style:style>\n"
    "<style:style style:name=\"Table_total_figure\" style:display-name=\"表格合計數字\" "
    "style:family=\"paragraph\" style:parent-style-name=\"Table_total\">"
    "<style:paragraph-properties fo:text-align=\"end\"/></style:style>\n"
    "<style:style style:name=\"Table_caption\" style:display-name=\"表格名稱\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"6pt\" "
    "fo:keep-with-next=\"always\"/>"
    "<style:text-properties fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"/></style:style>\n"
    "<style:style style:name=\"Table_note\" style:display-name=\"表格註記\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Table_contents\"/>\n"
    "<style:style style:name=\"End\" style:display-name=\"文末\" style:family=\"paragraph\">"
    "<style:paragraph-properties fo:line-height=\"1pt\"/><style:text-properties fo:font-size=\"1pt\" "
    "style:font-size-asian=\"1pt\"/></style:style>\n"
    "<style:style style:name=\"Footer\" style:display-name=\"頁尾\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Standard\" style:class=\"extra\">"
    "<style:paragraph-properties fo:text-align=\"center\"/>"
    "<style:text-properties fo:font-size=\"12pt\" style:font-size-asian=\"12pt\"/></style:style>\n"
    "<text:outline-style style:name=\"Outline\">" NO_NUMBER("1") NO_NUMBER("2") "</text:outline-style>\n";

/* A4, upright or turned. */
static const char upright[] =
    "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" style:print-orientation=\"portrait\"";
static const char turned[] =
    "fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" style:print-orientation=\"landscape\"";

static const char pages[] =
    "<office:automatic-styles>"
    "<style:page-layout style:name=\"A4\">"
    "<style:page-layout-properties %s style:num-format=\"1\" fo:margin-top=\"2cm\" "
    "fo:margin-bottom=\"1.2cm\" fo:margin-left=\"2cm\" fo:margin-right=\"2cm\"/>"
    "<style:footer-style><style:header-footer-properties fo:min-height=\"1cm\" fo:margin-top=\"0.3cm\"/>"
    "</style:footer-style></style:page-layout></office:automatic-styles>\n"
    "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\">"
    "<style:footer><text:p text:style-name=\"Footer\"><text:page-number "
    "text:select-page=\"current\"/></text:p>"
    "</style:footer></style:master-page></office:master-styles>\n";

void odt_indent(struct str *out, int depth, int hang_cols)
{
    str_printf(out, " fo:margin-left=\"%dpt\" fo:text-indent=\"%dpt\"",
               (depth * ODT_STEP_COLS + hang_cols) * ODT_CELL_POINTS, -hang_cols * ODT_CELL_POINTS);
}

static void add_style(struct str *out, const struct odt_kind *kind, int depth)
{
    str_printf(out, "<style:style style:name=\"%s", kind->name);
    if (kind->depths)
        str_printf(out, "_%d\" style:display-name=\"%s %d", depth, kind->title, depth + 1);
    else
        str_printf(out, "\" style:display-name=\"%s", kind->title);
    str_add(out, "\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"");
    if (kind->heading)
        str_printf(out, " style:default-outline-level=\"%d\"", kind->heading);
    str_add(out, "><style:paragraph-properties");
    if (kind == &odt_kinds[BLOCK_TITLE])
        str_add(out, " fo:text-align=\"center\" fo:margin-bottom=\"6pt\" fo:keep-with-next=\"always\"");
    else
        odt_indent(out, depth, kind->hang_cols);
    if (kind->heading)
        str_add(out, " fo:margin-top=\"8pt\" fo:keep-with-next=\"always\"");
    if (kind->line_points)
        str_printf(out, " fo:line-height=\"%dpt\"", kind->line_points);
    str_add(out, "/>");
    if (*kind->format)
        str_printf(out, "<style:text-properties %s/>", kind->format);
    str_add(out, "</style:style>\n");
}

void odt_styles(bool landscape, struct str *out)
{
    str_printf(out,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles %s "
               "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">\n",
               spaces);
    str_add(out, fonts);
    str_add(out, "<office:styles>\n");
    str_add(out, defaults);
    for (int kind = 0; kind < BLOCK_TABLE; kind++)
        for (int depth = 0; depth < (odt_kinds[kind].depths ? ODT_DEPTHS : 1); depth++)
            add_style(out, &odt_kinds[kind], depth);
    str_add(out, table_styles);
    str_add(out, "</office:styles>\n");
    str_printf(out, pages, landscape ? turned : upright);
    str_add(out, "</office:document-styles>\n");
}
