/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a meeting stands, how a tracked decision stands, what was found in verifying: core's answers in
 * words.
 */
#ifndef YISHI_TUI_CLI_SENTENCE_H
#define YISHI_TUI_CLI_SENTENCE_H

#include "core/base/str.h"
#include "core/cycle/snapshot.h"
#include "core/verify/verify.h"

/* 籌備中, 議程已寄送, 開會中, 已散會, 已核定, 已確認, 已公開; 流會, 談話會, 延期, 取消. The line must have
 * been filled. */
const char *meeting_state_words(const struct meeting_line *line);
/* 列管中, 逾期, 已解除, 自行列管, 已併案. TODAY is ISO. */
const char *track_state_words(const struct resolution *resolution, const char *today);
/* Append the whole sentence, with its place, figure and clause. */
void finding_words(const struct finding *finding, struct str *out);

#endif
