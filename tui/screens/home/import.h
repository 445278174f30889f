/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Importing a record from within the program: everything or nothing, with every mistake shown.
 */
#ifndef YISHI_TUI_SCREENS_IMPORT_H
#define YISHI_TUI_SCREENS_IMPORT_H

#include "tui/app.h"

/* Import TEXT, called NAME on the screen. Its committee becomes the application's. false: nothing was stored;
 * it was said why. */
bool import_text(struct app *app, const char *name, const char *text, size_t len_bytes);
/* The same from a file that is asked for. */
bool import_file(struct app *app);

#endif
