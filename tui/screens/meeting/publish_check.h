/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The examination before publishing and the writing of the package, as the publish step opens them.
 */
#ifndef YISHI_TUI_SCREENS_PUBLISH_CHECK_H
#define YISHI_TUI_SCREENS_PUBLISH_CHECK_H

#include "core/publish/publication.h"
#include "tui/screens/meeting/meeting_frame.h"

/* All findings of a meeting, each to be decided; then the package is written. */
bool publish_check_push(struct app *app, int64_t meeting_id);

/* Ask for the directory and write the package; then offer to record 公開. FRAME may be gone after it. */
void publish_write_ask(struct app *app, struct meeting_frame *frame, struct publication *publication);

#endif
