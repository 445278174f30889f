/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that are compiled into the program: the styles of screen and paper, and the example.
 * build/gen/themes.c is made from themes/ by themes/embed.awk.
 */
#ifndef YISHI_BASE_BUILTIN_H
#define YISHI_BASE_BUILTIN_H

#include <stddef.h>

/* themes/KIND/NAME.ini and its bytes. */
struct theme_file {
    const char *kind; /* "screen", "paper" */
    const char *name;
    const char *text;
};
extern const struct theme_file theme_files[];
extern const size_t n_theme_files;

/* The compiled-in file; NULL when there is none. */
const struct theme_file *theme_file_find(const char *kind, const char *name);

#endif
