/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the examination before publishing found, in words: where it stands, what it is, what was decided. For
 * the command line and the publish step.
 */
#ifndef YISHI_TUI_SCREENS_FINDING_WORDS_H
#define YISHI_TUI_SCREENS_FINDING_WORDS_H

#include "core/paper/style.h"
#include "core/publish/publication.h"

/* "案由一　附表「資料集一覽」第2列第3欄". Appended. */
void finding_place_words(const struct publication *p, const struct style *style,
                         const struct publish_finding *finding, struct str *out);
/* "電話", "點出未具名的發言人". Translated, not to be freed. */
const char *finding_kind_words(enum publish_kind kind);
/* The very words; where that is not all of the text, with what stands around them, in one line. Appended. */
void finding_text_words(const struct publish_finding *finding, struct str *out);
/* What CHOICE means for it: "照登", "遮去", "不放這則回應", "不附這個檔案"; undecided: "尚未決定". */
const char *finding_choice_words(enum publish_kind kind, int choice);

#endif
