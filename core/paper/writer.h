/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formats a document is written in: one table of writers. A writer reads the tree and nothing else and
 * adds no words of its own, so that all formats say the same.
 */
#ifndef YISHI_PAPER_WRITER_H
#define YISHI_PAPER_WRITER_H

#include "core/paper/document.h"

#include <stdbool.h>

/* The page of the formats that are set here, upright; a paper in landscape turns it: half as wide again, two
 * thirds of the lines. The other formats leave that to who opens them. */
struct page_size {
    int width_cols;
    int lines; /* of a page with its header and footer; 0 = one endless page */
};
enum { PAGE_LINES = 60 }; /* A4 at six lines an inch, with margins */

struct writer {
    const char *name;   /* "odt" */
    const char *ending; /* ".odt" */
    bool binary;        /* not for a terminal */
    enum status (*write)(const struct document *document, const struct page_size *page, struct str *out,
                         struct err *err); /* appends; OUT may hold NULs */
};
/* The name of the last is NULL; the first is plain text. */
extern const struct writer document_writers[];

/* The writer of that name; NULL: none. */
const struct writer *writer_find(const char *name);
/* The one whose ending PATH has; plain text for any other. */
const struct writer *writer_of_file(const char *path);

/* ---- for the writers --------------------------------------------------------------------------- */

enum status write_text(const struct document *document, const struct page_size *page, struct str *out,
                       struct err *err);
enum status write_odt(const struct document *document, const struct page_size *page, struct str *out,
                      struct err *err);
enum status write_html(const struct document *document, const struct page_size *page, struct str *out,
                       struct err *err);
enum status write_markdown(const struct document *document, const struct page_size *page, struct str *out,
                           struct err *err);

/* Append TEXT as every writer prints it: line feeds stay, anything that may not stand in a text or in XML
 * shows as <U+NNNN>, an invalid byte as \xNN. */
void writer_clean(struct str *out, const char *text);
/* The lines of the first title, joined by spaces. */
void writer_title(const struct document *document, struct str *out);
/* A figure, which stands at the right of its cell. */
bool writer_is_figure(const char *text);
/* By how many cells the lines of a paragraph after its first are set in when AVAILABLE cells are free: to the
 * end of its number and label, or of the number alone where the label is long. */
int writer_hang(const struct block *block, int available_cols);
/* The block at INDEX leads what follows it, so that no page ends between them. */
bool writer_keeps(const struct document *document, size_t index);
/* One block of plain text, with the empty line before it. */
void write_text_block(const struct document *document, size_t index, int width_cols, struct str *out);
/* The same document as pages of PAGE lines, each with its number, a form feed before all but the first. */
enum status write_text_pages(const struct document *document, const struct page_size *page, struct str *out,
                             struct err *err);

/* How a format of XML writes what is not a character: a line's end, and a space beside another. */
struct markup {
    const char *line_break, *space;
};
/* Append TEXT cleaned and escaped, for an element's content or an attribute's value. */
void markup_text(struct str *out, const char *text, const struct markup *markup);

/* A file of a package (ZIP). */
struct package_file {
    const char *name;
    const char *text;
    size_t len_bytes;
    bool stored; /* not compressed */
};
/* The same bytes for the same files, whenever and wherever. */
enum status package_write(const struct package_file *files, size_t n, struct str *out, struct err *err);
/* The style sheet of an ODT: paragraphs set in by DEPTH cells are to be found there as "Text_0"... */
void odt_styles(bool landscape, struct str *out);
/* The attributes of a paragraph set in by DEPTH steps whose later lines hang HANG cells more. */
void odt_indent(struct str *out, int depth, int hang_cols);
enum { ODT_DEPTHS = 6, ODT_CELL_POINTS = 7, ODT_STEP_COLS = 4 };
/* The room between the margins of A4, upright and turned. */
enum { ODT_WIDTH_POINTS = 481, ODT_TURNED_POINTS = 728 };
/* The style of a kind of block: its name, and the hang that its paragraphs have of themselves. */
struct odt_kind {
    const char *name, *title; /* "Text", "內文" */
    bool depths;              /* one for each depth: Text_0, Text_1 ... */
    int hang_cols;
    int heading;        /* level of the outline; 0 = none */
    int line_points;    /* the height of a line; 0 = the usual */
    const char *format; /* attributes of the text */
};
extern const struct odt_kind odt_kinds[BLOCK_TABLE];

#endif
