/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as people see it: valid UTF-8, clusters (what a reader calls one character), columns
 * (cells of the terminal), wrapping with 避頭尾. The one place that knows widths. Bytes and
 * columns never mix: size_t ..._bytes, int ..._cols.
 */
#ifndef YISHI_BASE_TEXT_H
#define YISHI_BASE_TEXT_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* How wide characters are. The screen's widths are those of the C library, since the terminal
 * library lays its cells out by them; only the ambiguous ones (①★…—“”, and 造字 U+E000…) are a
 * setting: 1, or 2 as on some Taiwanese terminals. Where the C library does not know (no UTF-8
 * locale was set) the program's own table answers. Paper asks the own table alone. */
struct text_widths {
    int ambiguous_cols;
    bool paper;
};
/* Paper, whatever the locale: punctuation, symbols, Greek, Cyrillic and 造字 are 2 wide as the
 * fixed-pitch Chinese fonts draw them, Latin letters with accents are 1. */
extern const struct text_widths text_paper;

/* The first byte that is not valid UTF-8 (or is a surrogate); LEN when all is well. */
size_t text_invalid_at(const char *text, size_t len_bytes);
/* The first byte of a character that may not stand in a record: U+0000-001F (but line feed when
 * LINES), U+007F-009F, U+202A-202E, U+2066-2069. LEN when there is none. TEXT is valid UTF-8. */
size_t text_forbidden_at(const char *text, size_t len_bytes, bool lines);
/* Append TEXT as it may be shown anywhere, in one line: invalid bytes as \xNN, forbidden
 * characters (line feeds too) as <U+NNNN>. */
void text_show(struct str *out, const char *text, size_t len_bytes);

/* Length in bytes of the first cluster; 0 at the end. Invalid bytes are clusters of one byte.
 * TEXT begins at a cluster's start. */
size_t text_cluster_bytes(const char *text, size_t len_bytes);
/* Start of the cluster before AT (of the one that holds AT, when AT is within it); 0 at the start. */
size_t text_cluster_before(const char *text, size_t len_bytes, size_t at_bytes);
/* Width of one cluster (0, 1 or 2) and of a whole text. A line feed has none. */
int text_cluster_cols(const char *text, size_t cluster_bytes, const struct text_widths *widths);
int text_cols(const char *text, size_t len_bytes, const struct text_widths *widths);
/* Append what a terminal is to be given for TEXT: exactly text_cols() columns of it, and nothing
 * that terminals and libraries disagree about. A han that the C library has no width for is 〓, a flag
 * its two letters, an emoji sequence its first picture; a mark with nothing to stand on gets ◌; a
 * control character is ^X, an invalid byte ?; invisible characters and line feeds are left out.
 * Only for drawing: the text itself keeps its characters. */
void text_draw(struct str *out, const char *text, size_t len_bytes, const struct text_widths *widths);
/* How many bytes from the start, whole clusters, fit into COLS; *USED (may be NULL) their columns. */
size_t text_fit(const char *text, size_t len_bytes, int cols, const struct text_widths *widths,
                int *used_cols);
/* Append TEXT cut to COLS, with … at the end where something was cut. Line feeds become spaces. */
void text_truncate(struct str *out, const char *text, int cols, const struct text_widths *widths);
/* Append TEXT cut to COLS and padded with spaces to exactly COLS. */
enum text_align { TEXT_LEFT, TEXT_RIGHT, TEXT_CENTRE };
void text_pad(struct str *out, const char *text, int cols, enum text_align align,
              const struct text_widths *widths);

/* Where a line that starts at byte AT ends when COLS columns are free: *END = one past its last
 * byte to print (spaces at a soft break left out), *NEXT = where the next line starts (after the
 * line feed or the spaces at the break). 避頭尾 as in W3C clreq "basic": marks that may not begin or end
 * a line, unbreakable —— …… and numbers with their marks. Words of Latin letters, addresses and
 * numbers are cut only when they are longer than a line, marks only when nothing else is left.
 * Always moves on by a cluster, so a line can be wider than COLS only when its one cluster is.
 * Returns false when AT is the end of the text; a final line feed is followed by no line. */
bool text_line(const char *text, size_t len_bytes, size_t at_bytes, int cols,
               const struct text_widths *widths, size_t *end_bytes, size_t *next_bytes);

/* Folded for comparing and searching only: NFKC, case folded, 台→臺, dashes alike. Appends to OUT.
 * Invalid bytes stay as they are. */
void text_fold(struct str *out, const char *text, size_t len_bytes);
/* NEEDLE (folded already) occurs in TEXT. Out of memory is found nowhere. */
bool text_contains_folded(const char *text, const char *folded_needle);

#endif
