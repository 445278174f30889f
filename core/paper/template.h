/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Patterns of a paper style: "{surname}委員{given}：", with parts in [ ] that are left out when
 * something in them is not known.
 */
#ifndef YISHI_PAPER_TEMPLATE_H
#define YISHI_PAPER_TEMPLATE_H

#include "core/base/str.h"

#include <stdbool.h>

/* Append the value of NAME; false: it is not known. */
typedef bool (*template_value)(const void *context, const char *name, struct str *out);

/* Append PATTERN with its values. false: a value outside [ ] was not known (it is then left empty). */
bool template_expand(struct str *out, const char *pattern, template_value value, const void *context);

#endif
