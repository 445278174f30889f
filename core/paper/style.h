/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paper style: every word and number form of a paper, as data. See yishi-paper(5).
 */
#ifndef YISHI_PAPER_STYLE_H
#define YISHI_PAPER_STYLE_H

#include "core/base/err.h"

#include <stdbool.h>
#include <stddef.h>

struct style;

/* A style by its name (a compiled-in one), or by the path of a file (it has a slash or ends in .ini).
 * STATUS_MISSING: CODE_STYLE_UNKNOWN; STATUS_BAD: a mistake, with its line. *OUT is owned: style_free. */
enum status style_load(const char *name, struct style **out, struct err *err);
void style_free(struct style *style);
/* The names of the compiled-in styles; NULL after the last. */
const char *style_builtin_name(size_t index);
/* A value, "head:time". Where a person's style has none, it is that of "classic"; "" where that has none. */
const char *style_get(const struct style *style, const char *key);
/* The same of a section's own value, else the general one: ("report", "item") looks for
 * "section.report:item", then "section:item". */
const char *style_section(const struct style *style, const char *section, const char *key);
/* The same of any part: ("agenda", "report", "unit") looks for "agenda.report:unit", then "agenda:unit". */
const char *style_part(const struct style *style, const char *part, const char *section, const char *key);
bool style_yes(const struct style *style, const char *key);
/* A value that is a list of words: the INDEX-th one into OUT (false: no more), and whether WORD is among
 * them. */
bool style_list_at(const struct style *style, const char *key, size_t index, char *out, size_t room);
bool style_lists(const struct style *style, const char *key, const char *word);
/* The number pattern of a level, 0 = the sections'; the last one for all deeper levels. */
const char *style_level(const struct style *style, int level);

#endif
