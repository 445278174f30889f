/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paper into a file that the user names, or to the printer.
 */
#ifndef YISHI_TUI_SCREENS_PAPER_FILE_H
#define YISHI_TUI_SCREENS_PAPER_FILE_H

#include "core/paper/paper.h"
#include "core/paper/writer.h"
#include "core/publish/publication.h"
#include "tui/screens/meeting/meeting_frame.h"

/* Ask for a file's name and write them there; a file that is there is replaced only when the user says so.
 * false: not written (said why). */
bool paper_write(struct app *app, const struct meeting_frame *frame, const struct style *style,
                 enum copy copy);
/* The same for any paper; an ODT is proposed. */
bool paper_write_of(struct app *app, const struct paper *paper, const struct paper_source *source);
/* A public paper that the publication package has goes out as it stands there, with what was decided about
 * personal data: SOURCE is changed to that, which is in *PUBLISHED, to be released when all is written. Other
 * papers and copies are left as they are. */
enum status paper_published(struct app *app, const struct paper *paper, struct paper_source *source,
                            struct publication *published, struct err *err);
/* The format in which papers go to the printer. Text is printed upright, whatever the paper's style says. */
const struct writer *paper_printed_as(const struct app *app);
/* Hand it to the command that the settings name; says that it was done, or why not. */
void paper_print(struct app *app, const struct paper *paper, const struct paper_source *source);

#endif
