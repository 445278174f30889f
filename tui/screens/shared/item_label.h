/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an item of the agenda is called on the screen.
 */
#ifndef YISHI_TUI_SCREENS_ITEM_LABEL_H
#define YISHI_TUI_SCREENS_ITEM_LABEL_H

#include "core/cycle/snapshot.h"
#include "core/paper/style.h"

/* "案由二", frozen or as it will print; "" where the only item of its section prints without a number.
 * Appended. */
void label_item_number(struct str *out, const struct snapshot *s, const struct style *style,
                       const struct item *item);
/* "案由二 執行情形"; a section's own row by the section's name: "主席致詞". */
void label_item(struct str *out, const struct snapshot *s, const struct style *style,
                const struct item *item);
/* Its title, or the section's name. Not to be freed. */
const char *item_title(const struct item *item);

#endif
